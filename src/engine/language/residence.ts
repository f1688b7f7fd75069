import type { PlaceCode } from "../knowledge/types.ts";
import { markAfter, markBefore, markBetween } from "./marks.ts";
import type { PlaceFound } from "./places.ts";
import { clauseAt, type Reading } from "./reading.ts";

/** How a place is meant: registered there, living there, both left open (`bare`), or merely where the speaker is. */
export type PlaceRole = "hukou" | "residence" | "bare" | "passing";

/** A place with how it is meant. */
export interface PlaceSaid extends PlaceFound {
  readonly role: PlaceRole;
}

const REACH = 6;

/** Tells 户口在晋江 from 住晋江 from 晋江的 by the words around the place, the nearest before it first. */
export function roleOf(reading: Reading, place: PlaceFound): PlaceRole {
  const clause = clauseAt(reading, place.start);
  if (markBefore(reading, "mark:not-there", place.start)) return "passing";
  const before = Math.max(clause.start, place.start - REACH);
  if (markAfter(reading, "mark:hukou", place.end, 2)) return "hukou";
  const hukou = lastBetween(reading, "mark:hukou", before, place.start);
  const lives = lastBetween(reading, "mark:living", before, place.start);
  if (hukou > lives) return "hukou";
  if (lives >= 0) return "residence";
  if (
    markBefore(reading, "mark:passing", place.start) ||
    markAfter(reading, "mark:passing-after", place.end, 1)
  )
    return "passing";
  return markBetween(reading, "mark:living", place.end, Math.min(clause.end, place.end + 3))
    ? "residence"
    : "bare";
}

function lastBetween(reading: Reading, concept: string, start: number, end: number): number {
  const inside = reading.all.filter(
    (match) => match.start >= start && match.end <= end && match.concepts.includes(concept),
  );
  return inside.at(-1)?.start ?? -1;
}

/** The single code of a place, or undefined when the name leaves it open. */
export function settled(place: PlaceFound | undefined): PlaceCode | undefined {
  return place?.codes.length === 1 ? place.codes[0] : undefined;
}
