import { getDayDetail, getHolidaysInRange } from "chinese-days";
import { describe, expect, test } from "vitest";
import { EXCEPTIONS } from "../../src/compiler/kinds/exceptions.ts";
import { realBundle } from "../real-bundle.ts";

describe("opening exceptions", () => {
  test.each([
    ["2026-10-01..2026-10-07 closed", [{ on: { from: "2026-10-01", to: "2026-10-07" }, hours: [] }]],
    [
      "2026-12-24 10:30-12:00, 16:30-18:00",
      [
        {
          on: { from: "2026-12-24", to: "2026-12-24" },
          hours: [
            { opens: 630, closes: 720 },
            { opens: 990, closes: 1080 },
          ],
        },
      ],
    ],
    [
      "2026-10-01 closed; holidays as-usual",
      [
        { on: { from: "2026-10-01", to: "2026-10-01" }, hours: [] },
        { on: "holidays", hours: "as-usual" },
      ],
    ],
    ["holidays 10:30-12:00", [{ on: "holidays", hours: [{ opens: 630, closes: 720 }] }]],
    ["holidays closed", [{ on: "holidays", hours: [] }]],
  ])("of %s are read in days and minutes", (text, exceptions) => {
    expect(EXCEPTIONS.parse(text)).toEqual({ value: exceptions });
  });

  test.each([
    ["holidays", "days and what holds"],
    ["closed", "days and what holds"],
    ["2026-10-01", "days and what holds"],
    ["Sundays closed", "days and what holds"],
    ["2026-10-01..2026-10-03..2026-10-05 closed", "days and what holds"],
    ["2026-02-30 closed", "`2026-02-30`, a day no calendar has"],
    ["2026-10-07..2026-10-01 closed", "end before they begin"],
    ["holidays shut", "neither closed, as-usual nor times"],
    ["holidays 10:30", "neither closed, as-usual nor times"],
    ["holidays 10:30-25:00", "no clock shows"],
    ["holidays 12:00-10:30", "closes before it opens"],
    ["holidays closed;", "days and what holds"],
    ["holidays closed; holidays as-usual", "an earlier entry already decides"],
    ["2026-10-01..2026-10-07 closed; 2026-10-02 10:30-12:00", "an earlier entry already decides"],
  ])("of %s are refused: %s", (text, wrong) => {
    const parsed = EXCEPTIONS.parse(text);
    expect("wrong" in parsed ? parsed.wrong : "read").toContain(wrong);
  });
});

describe("the public calendar of this house", () => {
  const years = realBundle().holidays;

  test("has the years that were announced, and no other", () => {
    expect(years.map(({ year }) => year)).toEqual([2025, 2026]);
  });

  test.each(years)("of $year has the days that an independent calendar has", ({ year, days, workdays }) => {
    expect(days).toEqual(getHolidaysInRange(`${year}-01-01`, `${year}-12-31`, false));
    const weekends = Array.from({ length: 366 }, (_, at) =>
      new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10),
    ).filter((day) => day.startsWith(`${year}`) && [0, 6].includes(new Date(day).getUTCDay()));
    expect(workdays).toEqual(weekends.filter((day) => getDayDetail(day).work));
  });
});
