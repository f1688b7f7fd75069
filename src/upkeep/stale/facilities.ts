import { compareText } from "../../compiler/reading/faults.ts";
import type { Bundle, Day, Facility } from "../../engine/knowledge/types.ts";
import { daysFrom, isYearOld } from "./days.ts";

/** Why somebody should ask after a place. */
export type FacilityReason = "undated" | "reported-long-ago" | "checked-long-ago" | "plan-is-past";

/** A place that somebody should ask after. */
export interface StaleFacility {
  readonly id: string;
  readonly status: Facility["status"];
  readonly reasons: readonly FacilityReason[];
  readonly reported: Day | null;
  readonly checked: Day;
  /** Days since its source spoke for it; null where that is undated. */
  readonly age: number | null;
  /** The year it was planned for, where that is past. */
  readonly plannedFor: number | null;
}

/** Places to ask after: undated ones and the oldest news first. Places closed for good are left alone. */
export function staleFacilities({ facilities }: Bundle, asOf: Day): readonly StaleFacility[] {
  return facilities
    .filter(({ status }) => status !== "closed")
    .map((facility) => stale(facility, asOf))
    .filter(({ reasons }) => reasons.length > 0)
    .sort((one, other) => ageOf(other) - ageOf(one) || compareText(one.id, other.id));
}

function stale(facility: Facility, asOf: Day): StaleFacility {
  const { id, status, reported, checked } = facility;
  const plannedFor = pastPlan(facility, asOf);
  const reasons: FacilityReason[] = [];
  if (reported === null) reasons.push("undated");
  else if (isYearOld(reported, asOf)) reasons.push("reported-long-ago");
  if (isYearOld(checked, asOf)) reasons.push("checked-long-ago");
  if (plannedFor !== null) reasons.push("plan-is-past");
  const age = reported === null ? null : daysFrom(reported, asOf);
  return { id, status, reasons, reported, checked, age, plannedFor };
}

/** The last year that a planned place's note or hours name, when that is over: it may have opened, or never will. */
function pastPlan({ status, note, hours }: Facility, asOf: Day): number | null {
  if (status !== "planned") return null;
  const years = [...`${note ?? ""} ${hours ?? ""}`.matchAll(/(20\d\d)年/gu)].map(([, year]) => Number(year));
  const last = Math.max(...years);
  return last < Number(asOf.slice(0, 4)) && years.length > 0 ? last : null;
}

function ageOf({ age }: StaleFacility): number {
  return age ?? Number.MAX_SAFE_INTEGER;
}
