import type { Bundle, Day } from "../../engine/knowledge/types.ts";
import { daysFrom } from "./days.ts";

/** The next year's holidays are announced in autumn; from this many days before its end a year must have a successor. */
const AHEAD_DAYS = 90;

/** Years whose public holidays should be known by that day and are not: in them no place is surely open. */
export function missingYears({ holidays }: Bundle, asOf: Day): readonly number[] {
  const year = Number(asOf.slice(0, 4));
  const due = daysFrom(asOf, `${year}-12-31`) <= AHEAD_DAYS ? [year, year + 1] : [year];
  return due.filter((one) => !holidays.some((known) => known.year === one));
}
