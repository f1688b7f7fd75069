import type { Knowledge } from "../knowledge/index.ts";
import type { Facility, OpeningSession } from "../knowledge/types.ts";
import { daysBetween, type InstantParts } from "./time.ts";
import type { RankedFacility } from "./types.ts";

/** A source older than this many days at the time asked no longer vouches for a place. */
const FRESH_DAYS = 365;

/**
 * Whether the place is open at that moment by its weekly sessions. Unknown without sessions and for places that
 * are not surely running: a wrong “open” sends an elder in vain. Public holidays are not known and not guessed.
 */
export function openStateOf(facility: Facility, at: InstantParts): RankedFacility["openState"] {
  if (facility.status !== "open" || facility.sessions.length === 0) return "unknown";
  return facility.sessions.some((session) => covers(session, at)) ? "open" : "closed";
}

/** How well a place is vouched for, best first: 0 surely running by a fresh source, 1 an old one or a reprint, 2 an undated one, 3 nobody. */
export function trustOf(knowledge: Knowledge, facility: Facility, at: InstantParts): 0 | 1 | 2 | 3 {
  if (facility.status !== "open") return 3;
  if (facility.reported === null) return 2;
  return mustConfirm(knowledge, facility, at) ? 1 : 0;
}

/** Whether to ask before going: the source is undated or over a year old, a reprint, or the place is not surely running. */
export function mustConfirm(knowledge: Knowledge, facility: Facility, at: InstantParts): boolean {
  if (facility.status !== "open" || facility.reported === null) return true;
  if (daysBetween(facility.reported, at.date) > FRESH_DAYS) return true;
  const document = knowledge.documents.get(facility.sources[0]?.document ?? "");
  return document === undefined || (document.kind === "news" && document.url === null);
}

/** The opening minute is in, the closing minute out; a session that closes earlier than it opens runs past midnight. */
function covers({ days, opens, closes }: OpeningSession, { weekday, minutes }: InstantParts): boolean {
  if (closes > opens) return days.includes(weekday) && minutes >= opens && minutes < closes;
  const yesterday = weekday === 1 ? 7 : weekday - 1;
  return (days.includes(weekday) && minutes >= opens) || (days.includes(yesterday) && minutes < closes);
}
