import type { PlaceCode } from "../knowledge/types.ts";
import type { Match } from "./automaton.ts";
import { isOf } from "./concepts.ts";
import { markAfter, markBefore, markBetween } from "./marks.ts";
import { isLatin } from "./normalise.ts";
import type { PlaceFound } from "./places.ts";
import { clauseAt, conceptsOf, type Reading } from "./reading.ts";

/**
 * How a place is meant: registered there, living there, both said outright, both left open (`bare`), being there
 * (`at`: 我爸在安溪), a destination (`visited`), merely where the speaker is or was (`passing`), or not meant at all
 * (`dismissed`: 不在安溪, 上次推的是安溪那个).
 */
export type PlaceRole = "hukou" | "residence" | "both" | "bare" | "at" | "visited" | "passing" | "dismissed";

/** A place with how it is meant. */
export interface PlaceSaid extends PlaceFound {
  readonly role: PlaceRole;
}

type Span = Pick<PlaceFound, "start" | "end">;

const REACH = 9;
/** The same distance in letters: `hukou is still in Hui'an`. */
const REACH_LATIN = 20;
/** 户口和居住地都在晋江: the two words and what joins them. */
const REACH_BOTH = 14;
const HAPPENED_REACH = 3;
const JOINS = /^(?:和|跟|与|、|现|,? ?(?:and|&) ?)?$/;
const BOTH_IN = /^(?:地)?(?:都|也|全)?(?:是|在)?$|^ (?:are |is )?(?:both )?in (?:the )?$/;

/** 户口从惠安迁到丰泽, moved from Hong Kong: no longer there. */
function isLeft(reading: Reading, { start, end }: Span): boolean {
  const before = reading.text.slice(Math.max(0, start - 24), start);
  if (
    /(?:moved|relocated|returned|came|come|coming|back|migrated)(?: here| back| over| home)? from (?:the )?$/.test(
      before,
    )
  )
    return true;
  return /(?:从|由)$/.test(before) && /^.{0,2}(?:迁|搬|转|移)/.test(reading.text.slice(end));
}

/** What was recommended before (上次给我推的是安溪那个) or where something happened (在石狮摔的) is nobody's home. */
function isDismissed(reading: Reading, clauseStart: number, { start, end }: Span): boolean {
  return (
    markBetween(reading, "mark:dismissed", clauseStart, start) ||
    !!markAfter(reading, "mark:happened", end, HAPPENED_REACH)
  );
}

/** 晋江户口, 晋江的户口: in the same breath; in 住丰泽，户口惠安 it belongs to what follows. */
function registeredAfter(reading: Reading, end: number): boolean {
  const after = markAfter(reading, "mark:hukou", end, 2);
  return !!after && !/[，。；！？]/.test(reading.text.slice(end, after.start));
}

/** The 住 of 入住补贴 says nothing of where somebody lives. */
function insideName(reading: Reading, { start, end, word }: Match): boolean {
  return reading.things.some(
    (thing) =>
      thing.start <= start &&
      thing.end >= end &&
      thing.word !== word &&
      isOf(thing, "benefit", "type", "topic", "document"),
  );
}

function marksIn(reading: Reading, concept: string, start: number, end: number): Match[] {
  return reading.found
    .of(concept)
    .filter((match) => match.start >= start && match.end <= end && !insideName(reading, match));
}

/** 户口住都在安溪, 户口和居住地都在晋江. */
function saysBoth(reading: Reading, clauseStart: number, { start }: Span): boolean {
  const from = Math.max(clauseStart, start - (isLatin(reading.text[start]) ? 2 * REACH_LATIN : REACH_BOTH));
  const lives = marksIn(reading, "mark:living", from, start);
  return marksIn(reading, "mark:hukou", from, start).some((hukou) =>
    lives.some(
      (living) =>
        living.start >= hukou.end &&
        JOINS.test(reading.text.slice(hukou.end, living.start)) &&
        BOTH_IN.test(reading.text.slice(living.end, start)),
    ),
  );
}

/** 外省户口的老人在晋江: the hukou belongs to the place before it. */
function isOthers(reading: Reading, { start }: Match): boolean {
  const named = ["place", "elsewhere"].flatMap((kind) => conceptsOf(reading, kind).map(({ match }) => match));
  const away = markBefore(reading, "mark:elsewhere-word", start);
  const joined = !/[，。；！？、 ]/.test(reading.text[start - 1] ?? "");
  return !!away || (joined && named.some(({ end }) => end === start || end === start - 1));
}

/** Hukou or residence by the words before the place, the nearest first. */
function toldBefore(reading: Reading, clauseStart: number, place: Span): PlaceRole | null {
  if (saysBoth(reading, clauseStart, place)) return "both";
  const reach = isLatin(reading.text[place.start]) ? REACH_LATIN : REACH;
  const before = Math.max(clauseStart, place.start - reach);
  const free = marksIn(reading, "mark:hukou", before, place.start).filter((mark) => !isOthers(reading, mark));
  const hukou = free.at(-1)?.start ?? -1;
  const lives = marksIn(reading, "mark:living", before, place.start).at(-1)?.start ?? -1;
  if (hukou > lives) return "hukou";
  if (lives < 0) return null;
  return markBetween(reading, "mark:wishing", clauseStart, place.start) ? "visited" : "residence";
}

/** 我在石狮 with nobody else spoken of: the speaker is who is asked about. */
function aloneHere(reading: Reading, start: number): boolean {
  const others = conceptsOf(reading, "kin").length > 0 || /老人|长者|elder/.test(reading.text);
  return !others && !!markBefore(reading, "mark:self-at", start, 1);
}

function whereabouts(reading: Reading, { start, end }: Span): PlaceRole {
  if (markAfter(reading, "mark:passing-after", end, 1)) return "passing";
  if (markBefore(reading, "mark:passing", start, 1)) return aloneHere(reading, start) ? "at" : "passing";
  if (markBefore(reading, "mark:going", start, 1)) return "visited";
  if (!markBefore(reading, "mark:at", start, 1)) return "bare";
  return markAfter(reading, "mark:at-action", end) ? "visited" : "at";
}

/** Tells 户口在晋江 from 住晋江 from 在晋江 from 晋江的 by the words around the place. */
export function roleOf(reading: Reading, place: Span): PlaceRole {
  const clause = clauseAt(reading, place.start);
  if (markBefore(reading, "mark:not-there", place.start) || isLeft(reading, place)) return "dismissed";
  if (registeredAfter(reading, place.end)) return "hukou";
  if (isDismissed(reading, clause.start, place)) return "dismissed";
  const told = toldBefore(reading, clause.start, place);
  if (told) return told;
  const after = Math.min(clause.end, place.end + 3);
  const role = whereabouts(reading, place);
  const lives = role !== "passing" && marksIn(reading, "mark:living", place.end, after).length > 0;
  return lives ? "residence" : role;
}

/** The single code of a place, or undefined when the name leaves it open. */
export function settled(place: PlaceFound | undefined): PlaceCode | undefined {
  return place?.codes.length === 1 ? place.codes[0] : undefined;
}
