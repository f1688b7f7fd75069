import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calendarToday, dayKind } from "../../src/engine/facilities/calendar.ts";
import { findFacilities } from "../../src/engine/facilities/index.ts";
import { openingOf } from "../../src/engine/facilities/opening.ts";
import { instantParts } from "../../src/engine/facilities/time.ts";
import { indexKnowledge } from "../../src/engine/knowledge/index.ts";
import type { Facility, HolidayYear, OpeningException } from "../../src/engine/knowledge/types.ts";
import { facility, smallBundle } from "../knowledge/small-bundle.ts";

/** Thursday the 1st to Wednesday the 7th of October are free; Saturday the 10th is worked. */
const HOLIDAYS: readonly HolidayYear[] = [
  {
    year: 2026,
    days: ["01", "02", "03", "04", "05", "06", "07"].map((day) => `2026-10-${day}`),
    workdays: ["2026-10-10"],
  },
];
const LUNCH = { days: [1, 2, 3, 4, 5, 6, 7], opens: 630, closes: 750 };
const WEEKDAY_LUNCH = { ...LUNCH, days: [1, 2, 3, 4, 5] };

const CLOSED_ON_HOLIDAYS: OpeningException = { on: "holidays", hours: [] };
const AS_USUAL: OpeningException = { on: "holidays", hours: "as-usual" };
const SHORT: OpeningException = { on: "holidays", hours: [{ opens: 660, closes: 690 }] };
const shut = (from: string, to = from): OpeningException => ({ on: { from, to }, hours: [] });

function opening(extra: Partial<Facility>, instant: string) {
  const one = facility("one", "canteen", { sessions: [LUNCH], ...extra });
  return openingOf(one, calendarToday(HOLIDAYS, instantParts(`${instant}:00+08:00`)));
}

function state(extra: Partial<Facility>, instant: string) {
  return opening(extra, instant).openState;
}

describe("a day in the calendar", () => {
  it.each([
    ["2026-09-30", "ordinary"],
    ["2026-10-01", "holiday"],
    ["2026-10-07", "holiday"],
    ["2026-10-08", "ordinary"],
    ["2026-10-10", "make-up"],
    ["2027-01-01", "uncharted"],
    ["2025-12-31", "uncharted"],
  ])("%s is %s", (day, kind) => {
    expect(dayKind(HOLIDAYS, day)).toBe(kind);
  });

  it("in December may be free by the notice of the next year", () => {
    const next = [{ year: 2023, days: ["2022-12-31", "2023-01-01"], workdays: [] }];
    expect([dayKind(next, "2022-12-31"), dayKind(next, "2022-12-30")]).toEqual(["holiday", "uncharted"]);
  });
});

describe("on a public holiday", () => {
  const noon = "2026-10-01T11:15";

  it("nothing is known of a place that says nothing about holidays", () => {
    expect(opening({}, noon)).toEqual({ openState: "unknown", unsure: "holiday", changesAt: null });
    expect(state({}, "2026-10-01T03:00")).toBe("unknown");
  });

  it("one that says so is open as usual, closed, or open at its holiday hours", () => {
    expect(state({ exceptions: [AS_USUAL] }, noon)).toBe("open");
    expect(state({ exceptions: [CLOSED_ON_HOLIDAYS] }, noon)).toBe("closed");
    expect(opening({ exceptions: [SHORT] }, noon)).toEqual({
      openState: "open",
      unsure: null,
      changesAt: 690,
    });
    expect(state({ exceptions: [SHORT] }, "2026-10-01T11:30")).toBe("closed");
  });

  it("as usual is still not known where the usual hours are not", () => {
    expect(opening({ sessions: [], exceptions: [AS_USUAL] }, noon)).toMatchObject({
      openState: "unknown",
      unsure: "hours",
    });
  });

  it("ends at midnight", () => {
    const all = [{ days: [1, 2, 3, 4, 5, 6, 7], opens: 0, closes: 1440 }];
    expect(state({ sessions: all }, "2026-09-30T23:59")).toBe("open");
    expect(state({ sessions: all }, "2026-10-01T00:00")).toBe("unknown");
    expect(state({ sessions: all }, "2026-10-07T23:59")).toBe("unknown");
    expect(state({ sessions: all }, "2026-10-08T00:00")).toBe("open");
  });

  it("a session of the evening before still runs after midnight", () => {
    const night = [{ days: [3], opens: 1320, closes: 120 }];
    expect(state({ sessions: night, exceptions: [CLOSED_ON_HOLIDAYS] }, "2026-10-01T01:59")).toBe("open");
    expect(state({ sessions: night, exceptions: [CLOSED_ON_HOLIDAYS] }, "2026-10-01T02:00")).toBe("closed");
    const everyNight = [{ ...night[0], days: [1, 2, 3, 4, 5, 6, 7], opens: 1320, closes: 120 }];
    expect(state({ sessions: everyNight }, "2026-10-08T01:00")).toBe("unknown");
    expect(state({ sessions: everyNight }, "2026-10-08T02:00")).toBe("closed");
  });
});

describe("an exception", () => {
  const range = { exceptions: [shut("2026-11-10", "2026-11-12")] };

  it.each([
    ["2026-11-09T12:29", "open"],
    ["2026-11-10T10:30", "closed"],
    ["2026-11-12T12:29", "closed"],
    ["2026-11-13T10:30", "open"],
    ["2026-11-13T12:30", "closed"],
  ])("of three days leaves %s %s", (instant, expected) => {
    expect(state(range, instant)).toBe(expected);
  });

  it("that comes first decides, whatever the later ones say", () => {
    const first = [shut("2026-10-01"), AS_USUAL];
    expect(state({ exceptions: first }, "2026-10-01T11:00")).toBe("closed");
    expect(state({ exceptions: [...first].reverse() }, "2026-10-01T11:00")).toBe("open");
    expect(state({ exceptions: first }, "2026-10-02T11:00")).toBe("open");
  });

  it("gives hours where the week has none", () => {
    const one: OpeningException = {
      on: { from: "2026-12-24", to: "2026-12-24" },
      hours: [{ opens: 630, closes: 720 }],
    };
    expect(state({ sessions: [], exceptions: [one] }, "2026-12-24T11:59")).toBe("open");
    expect(opening({ sessions: [], exceptions: [one] }, "2026-12-24T12:00")).toMatchObject({
      openState: "closed",
    });
    expect(state({ sessions: [], exceptions: [one] }, "2026-12-25T11:00")).toBe("unknown");
  });

  it.each(["suspended", "closed", "planned", "unverified"] as const)("opens no %s place", (status) => {
    const open: OpeningException = {
      on: { from: "2026-11-10", to: "2026-11-10" },
      hours: [{ opens: 0, closes: 1440 }],
    };
    expect(state({ status, exceptions: [open] }, "2026-11-10T11:00")).toBe("unknown");
  });
});

describe("a Saturday worked instead of a holiday", () => {
  it("is open or closed where Saturdays and working days agree, else not known", () => {
    expect(state({}, "2026-10-10T11:00")).toBe("open");
    expect(state({}, "2026-10-10T13:00")).toBe("closed");
    expect(opening({ sessions: [WEEKDAY_LUNCH] }, "2026-10-10T11:00")).toMatchObject({
      openState: "unknown",
      unsure: "calendar",
    });
    expect(state({ sessions: [WEEKDAY_LUNCH] }, "2026-10-17T11:00")).toBe("closed");
  });
});

describe("in a year whose holidays are not known", () => {
  const noon = "2027-03-03T11:00";

  it("no place is surely open unless it opens on holidays too", () => {
    expect(opening({}, noon)).toEqual({ openState: "unknown", unsure: "calendar", changesAt: null });
    expect(state({ exceptions: [CLOSED_ON_HOLIDAYS] }, noon)).toBe("unknown");
    expect(state({ exceptions: [AS_USUAL] }, noon)).toBe("open");
    expect(state({ exceptions: [SHORT] }, "2027-03-03T11:15")).toBe("open");
    expect(state({ exceptions: [SHORT] }, "2027-03-03T12:00")).toBe("unknown");
  });

  it("closed by the week stays closed", () => {
    expect(state({}, "2027-03-03T13:00")).toBe("closed");
  });

  it("an exception of that very day still decides", () => {
    expect(state({ exceptions: [{ ...AS_USUAL, on: { from: "2027-03-03", to: "2027-03-03" } }] }, noon)).toBe(
      "open",
    );
  });
});

describe("when it changes today", () => {
  const evening = { ...LUNCH, opens: 990, closes: 1080 };

  it.each([
    ["2026-11-20T09:00", "closed", 630],
    ["2026-11-20T10:30", "open", 750],
    ["2026-11-20T12:29", "open", 750],
    ["2026-11-20T12:30", "closed", 990],
    ["2026-11-20T18:00", "closed", null],
  ] as const)("at %s it is %s, and then comes %s", (instant, openState, changesAt) => {
    expect(opening({ sessions: [LUNCH, evening] }, instant)).toEqual({ openState, unsure: null, changesAt });
  });

  it("is by the exception of the day, not by the week", () => {
    const early: OpeningException = {
      on: { from: "2026-11-20", to: "2026-11-20" },
      hours: [{ opens: 630, closes: 690 }],
    };
    expect(opening({ exceptions: [early] }, "2026-11-20T11:00").changesAt).toBe(690);
    expect(opening({ exceptions: [shut("2026-11-20")] }, "2026-11-20T09:00").changesAt).toBeNull();
  });

  it("is the end of sessions that touch, and nothing today for one past midnight", () => {
    expect(
      opening({ sessions: [LUNCH, { ...LUNCH, opens: 750, closes: 800 }] }, "2026-11-20T11:00").changesAt,
    ).toBe(800);
    expect(
      opening({ sessions: [{ ...LUNCH, opens: 1320, closes: 120 }] }, "2026-11-20T23:00").changesAt,
    ).toBeNull();
  });

  it("is the first minute at which the state differs", () => {
    const session = fc
      .tuple(fc.integer({ min: 0, max: 1380 }), fc.integer({ min: 1, max: 60 }))
      .map(([opens, length]) => ({ ...LUNCH, opens, closes: opens + length }));
    const clock = (minutes: number) =>
      `2026-11-20T${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
    fc.assert(
      fc.property(
        fc.array(session, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 1439 }),
        (sessions, from) => {
          const now = opening({ sessions }, clock(from));
          let next = from + 1;
          while (next < 1440 && state({ sessions }, clock(next)) === now.openState) next++;
          const none = next === 1440 && now.openState === "closed";
          expect(now.changesAt).toBe(none ? null : next);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("asked for what is open now", () => {
  const list = [
    facility("silent", "canteen", { sessions: [LUNCH] }),
    facility("as-usual", "canteen", { sessions: [LUNCH], exceptions: [AS_USUAL] }),
    facility("shut", "canteen", { sessions: [LUNCH], exceptions: [CLOSED_ON_HOLIDAYS] }),
  ];
  const openAt = (at: string) => {
    const knowledge = indexKnowledge(smallBundle({ facilities: list, holidays: HOLIDAYS }));
    const query = { type: null, place: null, near: null, at, openOnly: true, limit: 9 };
    return findFacilities(knowledge, query).map(({ facility: { id } }) => id);
  };

  it("on a holiday only those come that say they open", () => {
    expect(openAt("2026-10-01T11:00:00+08:00")).toEqual(["as-usual"]);
    expect(openAt("2026-10-08T11:00:00+08:00")).toEqual(["as-usual", "shut", "silent"]);
    expect(openAt("2027-10-08T11:00:00+08:00")).toEqual(["as-usual"]);
  });
});
