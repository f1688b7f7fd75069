import type { Knowledge } from "../knowledge/index.ts";
import type { Facility } from "../knowledge/types.ts";
import type { Today } from "./calendar.ts";
import { type DayHours, hoursOn, type PossibleHours, type Unsure } from "./hours.ts";
import { daysBetween, type InstantParts } from "./time.ts";
import type { RankedFacility } from "./types.ts";

/** A source older than this many days at the time asked no longer vouches for a place. */
const FRESH_DAYS = 365;
const DAY_MINUTES = 1440;

/** Whether a place is open, why that is not known, and when it next changes; see `RankedFacility`. */
export type Opening = Pick<RankedFacility, "openState" | "unsure" | "changesAt">;

/**
 * Whether the place is open at that moment by its weekly sessions, its exceptions and the public holidays (`hoursOn`).
 * Unknown without hours and for places that are not surely running: a wrong “open” sends an elder in vain.
 */
export function openingOf(facility: Facility, { day, before, minutes }: Today): Opening {
  if (facility.status !== "open") return unknown("hours");
  const today = hoursOn(facility, day);
  const last = lateState(facility, before, minutes);
  const now = stateBy(today, (hours) => hours.some((one) => covers(one, minutes)));
  if (last === "open") return { openState: "open", unsure: null, changesAt: null };
  if (now === "unknown") return unknown(typeof today === "string" ? today : "calendar");
  if (now === "closed" && last === "unknown") return unknown("calendar");
  return { openState: now, unsure: null, changesAt: nextChange(today, now, minutes) };
}

/** Whether a session that began the day before still runs. */
function lateState(
  facility: Facility,
  before: Today["before"],
  minutes: number,
): RankedFacility["openState"] {
  const late = (hours: DayHours) => hours.some((one) => pastMidnight(one, minutes));
  const possible = hoursOn(facility, before);
  return typeof possible === "string" && !late(facility.sessions) ? "closed" : stateBy(possible, late);
}

function unknown(unsure: Unsure): Opening {
  return { openState: "unknown", unsure, changesAt: null };
}

/** Open or closed when all hours that may hold agree. */
function stateBy(
  possible: PossibleHours,
  covered: (hours: DayHours) => boolean,
): RankedFacility["openState"] {
  if (typeof possible === "string") return "unknown";
  const open = possible.either.filter(covered).length;
  return open === 0 ? "closed" : open === possible.either.length ? "open" : "unknown";
}

/** The opening minute is in, the closing minute out; a session that closes earlier than it opens runs past midnight. */
function covers({ opens, closes }: DayHours[number], minutes: number): boolean {
  return minutes >= opens && (closes <= opens || minutes < closes);
}

function pastMidnight({ opens, closes }: DayHours[number], minutes: number): boolean {
  return closes <= opens && minutes < closes;
}

/** Minute of today at which an open place closes or a closed one opens; null when not today, or not sure. */
function nextChange(
  today: PossibleHours,
  openState: RankedFacility["openState"],
  minutes: number,
): number | null {
  if (typeof today === "string" || today.either.length > 1) return null;
  const [hours = []] = today.either;
  if (openState === "closed") {
    const next = hours.map(({ opens }) => opens).filter((opens) => opens > minutes);
    return next.length === 0 ? null : Math.min(...next);
  }
  return endOf(hours, minutes);
}

/** When the sessions that touch or overlap from this minute on are over; null past midnight. */
function endOf(hours: DayHours, minutes: number): number | null {
  const running = hours.filter((one) => covers(one, minutes));
  if (running.some(({ opens, closes }) => closes <= opens)) return null;
  const end = Math.max(...running.map(({ closes }) => closes));
  return end < DAY_MINUTES && hours.some((one) => covers(one, end)) ? endOf(hours, end) : end;
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
