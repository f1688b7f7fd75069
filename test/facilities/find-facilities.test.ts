import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { metresBetween } from "../../src/engine/facilities/distance.ts";
import {
  type FacilityQuery,
  findFacilities,
  isInReach,
  type RankedFacility,
} from "../../src/engine/facilities/index.ts";
import { indexKnowledge } from "../../src/engine/knowledge/index.ts";
import type { Facility, FacilityType } from "../../src/engine/knowledge/types.ts";
import { also, facility, smallBundle, text } from "../knowledge/small-bundle.ts";

const AT = "2026-11-20T11:00:00+08:00"; // a Friday
const ANHAI = "350582101";
const HONGTA = "350582101201";
const HERE = { latitude: 24.72, longitude: 118.47 };

const type = (id: string, ...related: string[]): FacilityType => ({
  id,
  name: text(id),
  summary: text(id),
  also: also(),
  related,
});
const TYPES = [type("canteen", "meal-point"), type("meal-point"), type("clinic")];

function find(facilities: readonly Facility[], query: Partial<FacilityQuery>): readonly RankedFacility[] {
  const holidays = [{ year: 2026, days: [], workdays: [] }];
  const knowledge = indexKnowledge(smallBundle({ facilities, facilityTypes: TYPES, holidays }));
  return findFacilities(knowledge, {
    type: "canteen",
    place: null,
    near: null,
    at: AT,
    openOnly: false,
    limit: 5,
    ...query,
  });
}

function ids(found: readonly RankedFacility[]): readonly string[] {
  return found.map((one) => one.facility.id);
}

/** The ids, with a mark behind those that are offered as far. */
function flags(found: readonly RankedFacility[]): readonly string[] {
  return found.map(({ facility: { id }, far }) => (far ? `${id} (far)` : id));
}

/** A facility at a point; 0.01° of latitude is about 1,112 m. */
function at(
  id: string,
  latitude: number,
  precision: Facility["precision"],
  extra: Partial<Facility> = {},
): Facility {
  return facility(id, "canteen", { place: ANHAI, latitude, longitude: 118.47, precision, ...extra });
}

describe("which places are found", () => {
  const list = [
    facility("anhai", "canteen", { place: HONGTA }),
    facility("cizao", "canteen", { place: "350582102" }),
    facility("anxi", "canteen", { place: "350524100" }),
    facility("meals", "meal-point", { place: ANHAI }),
    facility("doctor", "clinic", { place: ANHAI }),
  ];

  it("are those of the type in the place and below it, then related types there", () => {
    expect(ids(find(list, { place: ANHAI }))).toEqual(["anhai", "meals"]);
    expect(ids(find(list, { place: "350582" }))).toEqual(["anhai", "cizao", "meals"]);
    expect(find(list, { place: ANHAI }).map((one) => one.match)).toEqual(["asked", "related"]);
  });

  it("are all types when none is asked, and never more than the limit", () => {
    expect(ids(find(list, { type: null, place: ANHAI }))).toEqual(["anhai", "doctor", "meals"]);
    expect(find(list, { limit: 2 })).toHaveLength(2);
    expect(find(list, { limit: 0 })).toEqual([]);
  });

  it("are none for a place or type that is not known", () => {
    expect(find(list, { place: "110000" })).toEqual([]);
    expect(find(list, { place: "elsewhere" })).toEqual([]);
    expect(find(list, { type: "casino" })).toEqual([]);
  });

  it("are the nearest elsewhere when the place has none", () => {
    const elsewhere = [
      at("far", 25.06, "village", { place: "350524100" }),
      at("next-town", 24.84, "village", { place: "350582102" }),
    ];
    expect(ids(find(elsewhere, { place: ANHAI }))).toEqual(["next-town"]);
    expect(ids(find(elsewhere, { place: "350582101202" }))).toEqual(["next-town"]);
  });

  it("stand in for another type only where they are of another type", () => {
    const own = [type("canteen", "canteen", "meal-point"), type("meal-point")];
    const knowledge = indexKnowledge(smallBundle({ facilities: list, facilityTypes: own }));
    const query = { type: "canteen", place: ANHAI, near: null, at: AT, openOnly: false, limit: 5 };
    const found = findFacilities(knowledge, query);
    expect(found.map((one) => [one.facility.type, one.match])).toEqual([
      ["canteen", "asked"],
      ["meal-point", "related"],
    ]);
  });

  it("offer a related kind close by before the asked kind far away", () => {
    const mixed = [
      at("far", 25.06, "village", { place: "350524100" }),
      facility("meals", "meal-point", {
        place: ANHAI,
        latitude: 24.73,
        longitude: 118.47,
        precision: "village",
      }),
    ];
    expect(flags(find(mixed, { place: ANHAI }))).toEqual(["meals", "far (far)"]);
    expect(flags(find(mixed, { near: HERE }))).toEqual(["meals", "far (far)"]);
  });
});

describe("a place farther than 15 km", () => {
  const near = (id: string, extra: Partial<Facility> = {}) => at(id, 24.85, "village", extra); // 14.5 km
  const far = (id: string, latitude = 24.86) => at(id, latitude, "village", { place: "350524100" }); // 15.6 km

  it("is not offered beside a nearer one", () => {
    expect(flags(find([far("far"), near("near")], { near: HERE }))).toEqual(["near"]);
  });

  it("is offered alone and marked when it is the nearest there is", () => {
    expect(flags(find([far("b", 25.02), far("a", 25.03)], { near: HERE }))).toEqual(["b (far)"]);
    expect(flags(find([far("b", 25.02), far("a", 25.03)], { place: ANHAI }))).toEqual(["b (far)"]);
  });

  it("is the nearest, however well another vouches for itself", () => {
    const list = [far("good", 25.03), { ...far("doubtful", 25.02), status: "unverified" } as const];
    expect(flags(find(list, { near: HERE }))).toEqual(["doubtful (far)"]);
  });

  it("comes before one nearby that is suspended", () => {
    const list = [near("near", { status: "suspended" }), far("far")];
    expect(flags(find(list, { near: HERE }))).toEqual(["far (far)", "near"]);
  });

  it("is not far when it lies in the very place asked for", () => {
    const list = [far("anxi", 25.06), near("near")];
    expect(flags(find(list, { place: "350524", near: HERE }))).toEqual(["anxi"]);
  });

  it("is known by the county when it has no point of its own, and not told", () => {
    const somewhere = (county: string) => facility(county, "canteen", { place: county });
    const list = [somewhere("350524"), somewhere("350582")];
    const found = find(list, { near: HERE });
    expect([flags(found), found[0]?.distance]).toEqual([["350582"], null]);
    expect(flags(find(list, { place: "350582102" }))).toEqual(["350582"]);
    const farther = at("known", 25.2, "village", { place: "350524100" });
    expect(flags(find([farther, somewhere("350524")], { near: HERE }))).toEqual(["350524 (far)"]);
  });
});

describe("a point far from all our places", () => {
  const list = [facility("anhai", "canteen", { place: ANHAI, ...HERE, precision: "village" })];
  const shanghai = { latitude: 31.23, longitude: 121.47 };

  it("has nothing near it", () => {
    expect(find(list, { near: shanghai })).toEqual([]);
    expect(find(list, { near: shanghai, type: null })).toEqual([]);
  });

  it("does not matter beside a place that is named", () => {
    const found = find(list, { near: shanghai, place: ANHAI });
    expect([flags(found), found[0]?.distance]).toEqual([["anhai"], 1000]);
  });

  it("is out of reach from 25 km on", () => {
    const knowledge = indexKnowledge(smallBundle());
    expect(isInReach(knowledge, HERE)).toBe(true);
    expect(isInReach(knowledge, { latitude: 24.5, longitude: 118.47 })).toBe(true);
    expect(isInReach(knowledge, { latitude: 24.45, longitude: 118.47 })).toBe(false);
    expect(isInReach(knowledge, shanghai)).toBe(false);
  });
});

describe("of places about as near", () => {
  const points: readonly [string, number, Partial<Facility>][] = [
    ["unverified", 24.731, { status: "unverified" }],
    ["undated", 24.732, { reported: null }],
    ["old", 24.733, { reported: "2019-01-01" }],
    ["fresh", 24.734, {}],
  ];
  const list = points.map(([id, latitude, extra]) => at(id, latitude, "village", extra));

  it("the better vouched for comes first", () => {
    expect(ids(find(list, { near: HERE }))).toEqual(["fresh", "old", "undated", "unverified"]);
    expect(ids(find(list, { place: "350582" }))).toEqual(["fresh", "old", "undated", "unverified"]);
  });

  it("the nearer comes first where both are vouched for alike", () => {
    const alike = [at("b", 24.734, "village"), at("a", 24.733, "village", { reported: "2026-01-01" })];
    expect(ids(find(alike, { near: HERE }))).toEqual(["a", "b"]);
  });

  it("but a clearly nearer one comes first all the same", () => {
    const next = at("next-door", 24.7205, "village", { status: "unverified" });
    expect(ids(find([...list, next], { near: HERE }))[0]).toBe("next-door");
  });
});

describe("a place that is not running", () => {
  it("is never found when closed", () => {
    expect(find([facility("shut", "canteen", { place: ANHAI, status: "closed" })], { place: ANHAI })).toEqual(
      [],
    );
  });

  it("is found when only planned solely if there is nothing else, and then with nothing promised", () => {
    const planned = facility("planned", "canteen", { place: ANHAI, status: "planned" });
    const [alone] = find([planned], { place: ANHAI });
    expect([alone?.facility.id, alone?.openState, alone?.confirmFirst]).toEqual(["planned", "unknown", true]);
    expect(
      ids(find([planned, facility("open", "canteen", { place: "350524100" })], { place: ANHAI })),
    ).toEqual(["open"]);
  });

  it("comes last when suspended", () => {
    const list = [
      facility("a", "canteen", { place: ANHAI, status: "suspended" }),
      facility("b", "canteen", { place: ANHAI }),
    ];
    expect(ids(find(list, { place: ANHAI }))).toEqual(["b", "a"]);
  });
});

describe("the distance", () => {
  it.each<[Facility["precision"], number, number | null, number | null]>([
    ["address", 24.7316, 1300, 19],
    ["address", 24.7201, 100, 2],
    ["village", 24.7316, 1500, 25],
    ["village", 24.7201, 1000, 15],
    ["town", 24.7316, 1000, null],
    ["town", 24.7601, 4000, null],
    ["address", 24.7601, 4500, null],
    [null, 24.7316, null, null],
  ])("of a point known to the %s at latitude %d is told as %s m, %s minutes on foot", (precision, latitude, metres, minutes) => {
    const [found] = find([at("one", latitude, precision)], { near: HERE });
    expect([found?.distance, found?.walkMinutes]).toEqual([metres, minutes]);
  });

  it("is no finer than the place it is measured from", () => {
    const [fromTown] = find([at("one", 24.7316, "address")], { place: ANHAI });
    const [fromCounty] = find([at("one", 24.7316, "address")], { place: "350582" });
    expect([fromTown?.distance, fromTown?.walkMinutes]).toEqual([1000, null]);
    expect([fromCounty?.distance, fromCounty?.walkMinutes]).toEqual([null, null]);
  });

  it("ranks the nearest first, whatever the rounding, and the unknown last", () => {
    const list = [at("c", 24.75, null), at("b", 24.7215, "town"), at("a", 24.7213, "town")];
    expect(ids(find(list, { near: HERE }))).toEqual(["a", "b", "c"]);
  });

  it("orders like brute force for any points", () => {
    const point = fc.record({
      latitude: fc.double({ min: 24.6, max: 25.1, noNaN: true }),
      longitude: fc.double({ min: 118.1, max: 118.8, noNaN: true }),
    });
    const inReach = fc.record({
      latitude: fc.double({ min: 24.6, max: 24.84, noNaN: true }),
      longitude: fc.double({ min: 118.4, max: 118.55, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 30 }), inReach, (points, near) => {
        const list = points.map((one, index) =>
          facility(`f${index}`, "canteen", { ...one, precision: "address" }),
        );
        const found = find(list, { near, limit: 30 }).map(({ facility: { latitude, longitude } }) =>
          metresBetween(near, { latitude: latitude ?? Number.NaN, longitude: longitude ?? Number.NaN }),
        );
        const all = points.map((one) => metresBetween(near, one)).sort((left, right) => left - right);
        const close = all.filter((metres) => metres <= 15_000);
        expect(found).toEqual(close.length > 0 ? close : all.slice(0, 1));
      }),
      { numRuns: 200 },
    );
  });
});

describe("whether it is open", () => {
  const lunch = { days: [1, 2, 3, 4, 5], opens: 630, closes: 750 };
  const state = (extra: Partial<Facility>, instant = AT) =>
    find([facility("one", "canteen", { sessions: [lunch], ...extra })], { at: instant })[0]?.openState;

  it.each([
    ["2026-11-20T10:30:00+08:00", "open"],
    ["2026-11-20T10:29:59+08:00", "closed"],
    ["2026-11-20T12:30:00+08:00", "closed"],
    ["2026-11-20T03:00:00Z", "open"],
    ["2026-11-22T11:00:00+08:00", "closed"],
  ])("at %s for weekday lunch is %s", (instant, expected) => {
    expect(state({}, instant)).toBe(expected);
  });

  it("is not known without hours, or when it is not surely running", () => {
    expect(state({ sessions: [] })).toBe("unknown");
    expect(state({ status: "suspended" })).toBe("unknown");
    expect(state({ status: "unverified" })).toBe("unknown");
  });

  it("counts a session past midnight on both days", () => {
    const night = [{ days: [5], opens: 1320, closes: 120 }];
    expect(state({ sessions: night }, "2026-11-20T23:00:00+08:00")).toBe("open");
    expect(state({ sessions: night }, "2026-11-21T01:00:00+08:00")).toBe("open");
    expect(state({ sessions: night }, "2026-11-21T03:00:00+08:00")).toBe("closed");
  });

  it("keeps only the surely open when asked to", () => {
    const list = [facility("open", "canteen", { sessions: [lunch] }), facility("unknown", "canteen")];
    expect(ids(find(list, { openOnly: true }))).toEqual(["open"]);
  });
});

describe("asking before going", () => {
  const confirm = (extra: Partial<Facility>) =>
    find([facility("one", "canteen", extra)], {})[0]?.confirmFirst;
  it.each<[string, Partial<Facility>, boolean]>([
    ["is not needed when the source is from this year", { reported: "2026-01-01" }, false],
    ["is not needed on the 365th day", { reported: "2025-11-20" }, false],
    ["is needed a day later", { reported: "2025-11-19" }, true],
    ["is needed when the source is undated", { reported: null }, true],
    ["is needed when nobody vouches that it runs", { status: "unverified" }, true],
    ["is needed when the source is a reprint", { sources: [{ document: "page", clause: "全文" }] }, true],
  ])("%s", (_, extra, expected) => {
    expect(confirm(extra)).toBe(expected);
  });
});
