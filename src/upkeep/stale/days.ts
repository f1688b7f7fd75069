import type { Day } from "../../engine/knowledge/types.ts";

const DAY_MILLISECONDS = 86_400_000;

/** A record that nobody looked at for more days than this is due. */
const YEAR_DAYS = 365;

/** Asia/Shanghai is UTC+8 all year. */
const AHEAD_OF_UTC = 8 * 60 * 60 * 1000;

/** The calendar day in Quanzhou at a moment given in milliseconds since 1970. */
export function dayInQuanzhou(moment: number): Day {
  return new Date(moment + AHEAD_OF_UTC).toISOString().slice(0, 10);
}

/** Whole days from one day to another; negative when the other is earlier. */
export function daysFrom(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS);
}

/** Whether a day lies more than a year before another. */
export function isYearOld(day: Day, asOf: Day): boolean {
  return daysFrom(day, asOf) > YEAR_DAYS;
}
