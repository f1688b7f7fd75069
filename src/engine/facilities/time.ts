import type { Day } from "../knowledge/types.ts";

/** An instant as the clock on the wall in Quanzhou shows it. */
export interface InstantParts {
  readonly date: Day;
  /** Minutes after midnight, 0–1439. */
  readonly minutes: number;
  /** 1 Monday … 7 Sunday. */
  readonly weekday: number;
}

const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/;
const MINUTE = 60_000;
const DAY_MINUTES = 1440;
/** Asia/Shanghai is UTC+8 all year. */
const SHANGHAI_MINUTES = 8 * 60;

/**
 * Day, time and weekday of an ISO 8601 instant with zone, in Asia/Shanghai whatever the machine's zone.
 * Throws a RangeError that quotes the text when it is no such instant.
 *
 * @example instantParts("2026-11-22T02:30:00Z") // { date: "2026-11-22", minutes: 630, weekday: 7 }
 */
export function instantParts(iso: string): InstantParts {
  const time = INSTANT.test(iso) ? Date.parse(iso) : Number.NaN;
  if (Number.isNaN(time))
    throw new RangeError(`"${iso}" is no ISO 8601 instant with zone, such as 2026-11-22T10:30:00+08:00`);
  const local = new Date(time + SHANGHAI_MINUTES * MINUTE);
  return {
    date: local.toISOString().slice(0, 10),
    minutes: Math.floor(
      local.getTime() / MINUTE - Math.floor(local.getTime() / (DAY_MINUTES * MINUTE)) * DAY_MINUTES,
    ),
    weekday: local.getUTCDay() || 7,
  };
}

/** The calendar day of an instant in Asia/Shanghai. Throws like `instantParts`. @example today("2026-11-22T23:30:00Z") // "2026-11-23" */
export function today(iso: string): Day {
  return instantParts(iso).date;
}

/** Whole days from one calendar day to a later one; negative when it is earlier. @example daysBetween("2026-01-01", "2026-01-31") // 30 */
export function daysBetween(from: Day, to: Day): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / (DAY_MINUTES * MINUTE));
}
