import type { Day, HolidayYear } from "../knowledge/types.ts";
import type { InstantParts } from "./time.ts";

/**
 * What the public calendar says of a day: nothing special, a public holiday, a weekend worked instead of one
 * (`make-up`), or nothing at all because its year is not known (`uncharted`).
 */
export type DayKind = "ordinary" | "holiday" | "make-up" | "uncharted";

/** A day as opening hours see it; weekday 1 Monday … 7 Sunday. */
export interface CalendarDay {
  readonly date: Day;
  readonly weekday: number;
  readonly kind: DayKind;
}

const DAY_MILLISECONDS = 86_400_000;

/** Today and yesterday, whose last hours may run past midnight; looked up once for all places of an answer. */
export interface Today {
  readonly day: CalendarDay;
  readonly before: CalendarDay;
  /** Minutes after midnight, 0–1439. */
  readonly minutes: number;
}

/**
 * The day of an instant in the calendar, and the day before.
 *
 * @example calendarToday(bundle.holidays, instantParts("2026-10-01T11:00:00+08:00")).day.kind // "holiday"
 */
export function calendarToday(holidays: readonly HolidayYear[], at: InstantParts): Today {
  const before = new Date(Date.parse(at.date) - DAY_MILLISECONDS).toISOString().slice(0, 10);
  return {
    day: { date: at.date, weekday: at.weekday, kind: dayKind(holidays, at.date) },
    before: { date: before, weekday: at.weekday === 1 ? 7 : at.weekday - 1, kind: dayKind(holidays, before) },
    minutes: at.minutes,
  };
}

/**
 * What the calendar says of a day. Holidays of a year that was not announced are never guessed, not even New Year's
 * Day: how many days are free around it is what the announcement decides. A notice may name days of the December
 * before, so all years are looked at.
 */
export function dayKind(holidays: readonly HolidayYear[], date: Day): DayKind {
  if (holidays.some(({ days }) => days.includes(date))) return "holiday";
  if (holidays.some(({ workdays }) => workdays.includes(date))) return "make-up";
  return holidays.some(({ year }) => date.startsWith(`${year}-`)) ? "ordinary" : "uncharted";
}
