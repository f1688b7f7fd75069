import { describe, expect, it } from "vitest";
import type { Bundle, Period, Topic } from "../../../src/engine/knowledge/types.ts";
import { dayInQuanzhou } from "../../../src/upkeep/stale/days.ts";
import { findStale } from "../../../src/upkeep/stale/find.ts";
import { staleLines } from "../../../src/upkeep/stale/print.ts";
import {
  also,
  benefit,
  document,
  facility,
  provision,
  smallBundle,
  text,
} from "../../knowledge/small-bundle.ts";
import { realBundle } from "../../real-bundle.ts";

const AS_OF = "2026-11-22";
const until = (to: string | null): Period => ({
  from: "2020-01-01",
  to,
  basis: to === null ? "standing" : "stated",
});

function found(parts: Partial<Bundle>, asOf = AS_OF, within = 90) {
  return findStale(smallBundle(parts), asOf, within);
}

function topic(id: string, jurisdiction: string, to: string | null): Topic {
  const sources = [{ document: "page", clause: "三" }];
  const answer = { jurisdiction, sources, period: until(to), checked: AS_OF, text: text(id), figures: [] };
  return { id, kind: "standard", name: text(id), also: also(), office: null, answers: [answer] };
}

describe("rules", () => {
  const rules = (ends: readonly (string | null)[], within?: number) => {
    const who = { belongs: "350500" };
    const provisions = ends.map((to, at) => provision(`p${at}`, "350500", who, { period: until(to) }));
    return found({ benefits: [benefit("b", provisions)] }, AS_OF, within).rules;
  };

  it.each([
    ["2026-11-21", -1],
    ["2026-11-22", 0],
    ["2027-02-20", 90],
  ])("that end on %s are listed with %d days left", (to, daysLeft) => {
    expect(rules([to])).toEqual([{ id: "b/p0", document: "city", clause: "一", end: to, daysLeft }]);
  });

  it("that end later, or never, are not", () => {
    expect(rules(["2027-02-21", null])).toEqual([]);
    expect(rules(["2027-02-21"], 91)).toHaveLength(1);
    expect(rules(["2026-11-23"], 0)).toEqual([]);
  });

  it("come in the order in which they end, answers of topics among them", () => {
    const benefits = [
      benefit("b", [provision("p", "350500", { belongs: "350500" }, { period: until("2025-12-31") })]),
    ];
    const topics = [topic("late", "350500", "2026-12-31"), topic("early", "350582", "2024-12-31")];
    expect(found({ benefits, topics }).rules.map(({ id }) => id)).toEqual([
      "early (350582)",
      "b/p",
      "late (350500)",
    ]);
  });
});

describe("places", () => {
  const one = (extra: Parameters<typeof facility>[2], asOf = AS_OF) =>
    found({ facilities: [facility("x", "canteen", { checked: AS_OF, ...extra })] }, asOf).facilities;

  it("are left alone for a year from the day reported and the day checked", () => {
    expect(one({ reported: "2025-11-22" })).toEqual([]);
    expect(one({ reported: "2025-11-21" })).toMatchObject([{ reasons: ["reported-long-ago"], age: 366 }]);
    expect(one({ reported: "2026-06-01", checked: "2025-11-21" })).toMatchObject([
      { reasons: ["checked-long-ago"] },
    ]);
  });

  it("without a date are always listed", () => {
    expect(one({ reported: null })).toMatchObject([{ reasons: ["undated"], age: null }]);
  });

  it("planned for a year that is over are listed, for one that is not are not", () => {
    const planned = (note: string) => one({ status: "planned", reported: AS_OF, note });
    expect(planned("2023年计划新建")).toMatchObject([{ reasons: ["plan-is-past"], plannedFor: 2023 }]);
    expect(planned("2024年开工，2027年建成")).toEqual([]);
    expect(planned("计划新建")).toEqual([]);
    expect(one({ status: "open", reported: AS_OF, note: "2023年新建" })).toEqual([]);
  });

  it("closed for good are left alone", () => {
    expect(one({ status: "closed", reported: null })).toEqual([]);
  });

  it("come undated first, then the oldest news", () => {
    const facilities = [
      facility("b", "canteen", { reported: "2024-01-01" }),
      facility("a", "canteen", { reported: "2020-01-01" }),
      facility("c", "canteen", { reported: null }),
    ];
    expect(found({ facilities }).facilities.map(({ id }) => id)).toEqual(["c", "a", "b"]);
  });
});

describe("sources", () => {
  it("are listed when nobody compared them for over a year", () => {
    const documents = [
      document("fresh", { checked: "2025-11-22" }),
      document("old", { checked: "2025-11-21" }),
    ];
    expect(found({ documents }).documents).toEqual([{ id: "old", checked: "2025-11-21", age: 366 }]);
  });

  it("with an address that nobody opened for a year, or ever, are listed; those without one are not", () => {
    const url = "https://example.org/";
    const documents = [
      document("old", { url, linkChecked: "2025-11-21" }),
      document("fresh", { url, linkChecked: "2025-11-22" }),
      document("never", { url }),
      document("mirror", { url: null }),
    ];
    expect(found({ documents }).links).toEqual([
      { id: "never", url, checked: null, age: null },
      { id: "old", url, checked: "2025-11-21", age: 366 },
    ]);
  });
});

describe("the public calendar", () => {
  const holidays = [{ year: 2026, days: [], workdays: [] }];

  it.each([
    ["2026-10-01", []],
    ["2026-10-02", [2027]],
    ["2026-12-31", [2027]],
    ["2027-01-01", [2027]],
    ["2025-12-31", [2025]],
    ["2028-11-01", [2028, 2029]],
  ])("as of %s lacks %j", (asOf, years) => {
    expect(found({ holidays }, asOf).years).toEqual(years);
  });
});

describe("the list", () => {
  it("stands by kind, what ends together under one heading, and ends with the counts", () => {
    const url = "https://example.org/";
    const sound = { linkChecked: AS_OF, checked: AS_OF };
    const stale = found({
      documents: [document("city", sound), document("page", { ...sound, url, linkChecked: null })],
      topics: [topic("b", "350500", "2026-11-21"), topic("a", "350582", "2026-11-21")],
      facilities: [facility("x", "canteen", { reported: null })],
      holidays: [{ year: 2026, days: [], workdays: [] }],
    });
    expect(staleLines(stale)).toEqual([
      "Rules whose period has ended or soon ends",
      "  page: ended 2026-11-21, 1 day ago",
      "    a (350582), 三",
      "    b (350500), 三",
      "Places to ask after",
      "  x (open): its source has no date",
      "Addresses to open",
      "  page: never opened, https://example.org/",
      "Public holidays to write",
      "  calendar/2027.yaml is missing",
      "as of 2026-11-22: 2 rules ended, 0 end within 90 days; 1 places to ask after; 0 documents to compare; 1 addresses to open (1 never opened); 1 calendar years missing",
    ]);
  });

  it("of knowledge with nothing stale is the counts alone", () => {
    const documents = [document("city", { checked: AS_OF, linkChecked: AS_OF })];
    const holidays = [2026, 2027].map((year) => ({ year, days: [], workdays: [] }));
    expect(staleLines(found({ documents, holidays }))).toEqual([
      expect.stringMatching(/^as of 2026-11-22: 0 rules/),
    ]);
  });
});

describe("of the knowledge of this house", () => {
  const bundle = realBundle();
  const days = ["2024-06-01", "2026-11-22", "2028-01-01"];
  const lists = days.map((asOf) => findStale(bundle, asOf, 90));

  it("grows with time: what has ended stays ended, what is old stays old", () => {
    const ids = lists.map(({ rules, facilities }) => ({
      rules: new Set(rules.map(({ id, clause }) => `${id} ${clause}`)),
      facilities: new Set(facilities.map(({ id }) => id)),
    }));
    const [early, now, late] = ids;
    for (const [one, next] of [
      [early, now],
      [now, late],
    ] as const) {
      expect([...(one?.rules ?? [])].filter((id) => !next?.rules.has(id))).toEqual([]);
      expect([...(one?.facilities ?? [])].filter((id) => !next?.facilities.has(id))).toEqual([]);
    }
  });

  it("names only what the knowledge has, each rule with a clause of a known document", () => {
    const documents = new Set(bundle.documents.map(({ id }) => id));
    const named = lists.flatMap(({ rules, documents: stale, links }) => [
      ...rules.map(({ document: id }) => id),
      ...[...stale, ...links].map(({ id }) => id),
    ]);
    expect(named.length).toBeGreaterThan(0);
    expect(named.filter((id) => !documents.has(id))).toEqual([]);
  });

  it("is the same list each time", () => {
    expect(findStale(bundle, AS_OF, 90)).toEqual(findStale(bundle, AS_OF, 90));
  });
});

it("today is the day in Quanzhou", () => {
  expect(dayInQuanzhou(Date.parse("2026-11-22T15:59:59Z"))).toBe("2026-11-22");
  expect(dayInQuanzhou(Date.parse("2026-11-22T16:00:00Z"))).toBe("2026-11-23");
});
