import type { PlaceCode } from "../knowledge/types.ts";
import { longest, type Match } from "./automaton.ts";
import { idOf, isOf, kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { isLatin } from "./normalise.ts";

/** A place named in a text; more than one code when the name alone does not tell which. */
export interface PlaceFound {
  readonly start: number;
  readonly end: number;
  readonly codes: readonly PlaceCode[];
}

/** Names so long are no everyday words: 崇武古城. */
const CLEAR = 4;
const PLACE_TAIL = /(?:市|县|区|镇|乡|街道|开发区|投资区|园区|村|社区|省)$/;

function codesOf(match: Match): PlaceCode[] {
  return match.concepts.filter((concept) => kindOf(concept) === "place").map(idOf);
}

function isVillage(code: PlaceCode, lexicon: Lexicon): boolean {
  return lexicon.places.get(code)?.level === "village";
}

function isCounty(code: PlaceCode, lexicon: Lexicon): boolean {
  const level = lexicon.places.get(code)?.level;
  return level === "county" || level === "city";
}

/** Codes whose county, town or city stands in the text just before (晋江 → 安海) or anywhere in it. */
function supported(code: PlaceCode, others: readonly Match[], lexicon: Lexicon): boolean {
  const above = new Set(lexicon.places.ancestors(code).slice(1));
  const zone = lexicon.places.county(code);
  return others.some((other) =>
    codesOf(other).some(
      (one) => (above.has(one) && isNarrow(one, lexicon)) || (zone !== undefined && one === zone),
    ),
  );
}

function isNarrow(code: PlaceCode, lexicon: Lexicon): boolean {
  const level = lexicon.places.get(code)?.level;
  return level === "county" || level === "town";
}

interface Surroundings {
  readonly text: string;
  readonly all: readonly Match[];
  readonly lexicon: Lexicon;
}

/** Whether the words around a short name show that it is a place: 住水头, 水头那边, 水头镇. */
function hasPlaceContext(match: Match, { text, all }: Surroundings): boolean {
  const before = all.some((one) => one.end === match.start && one.concepts.includes("mark:place-before"));
  const after = all.some((one) => one.start === match.end && one.concepts.includes("mark:place-after"));
  const spaced = all.some((one) => one.end === match.start - 1 && one.concepts.includes("mark:place-before"));
  return before || after || spaced || isToken(match, text) || text.length <= match.word.length + 2;
}

/** 水头 日托: set apart from everything else on both sides. */
function isToken({ start, end }: Match, text: string): boolean {
  const apart = /^[ ，、。！？]?$/;
  return apart.test(text.slice(start - 1, start)) && apart.test(text.slice(end, end + 1));
}

function isPlainWord(match: Match, { all }: Surroundings): boolean {
  return all.some((one) => one.start <= match.start && one.end >= match.end && isOf(one, "common"));
}

function accept(match: Match, around: Surroundings): Match | null {
  const { all, lexicon } = around;
  const codes = codesOf(match);
  const county = codes.filter((code) => isCounty(code, lexicon));
  if (county.length > 0) return isPlainWord(match, around) ? null : keepPlaces(match, county);
  const others = all.filter((one) => one.end <= match.start || one.start >= match.end);
  const near = codes.filter((code) => supported(code, others, lexicon));
  if (near.length > 0 && (!isPlainWord(match, around) || touches(match, near, others, lexicon))) {
    return keepPlaces(match, near);
  }
  const full = (PLACE_TAIL.test(match.word) && match.word.length >= 3) || match.word.length >= CLEAR;
  const towns = codes.filter((code) => !isVillage(code, lexicon));
  if (towns.length > 0) {
    if (full || isLatin(match.word[0])) return keepPlaces(match, towns);
    return !isPlainWord(match, around) && hasPlaceContext(match, around) ? keepPlaces(match, towns) : null;
  }
  return codes.length === 1 && full && match.word.length >= 3 ? keepPlaces(match, codes) : null;
}

/** The place above stands directly before: 鲤城海滨, 晋江市的安海. */
function touches(
  match: Match,
  codes: readonly PlaceCode[],
  others: readonly Match[],
  lexicon: Lexicon,
): boolean {
  const above = new Set(codes.flatMap((code) => lexicon.places.ancestors(code)));
  return others.some(
    (one) =>
      one.end <= match.start && match.start - one.end <= 1 && codesOf(one).some((code) => above.has(code)),
  );
}

function keepPlaces(match: Match, codes: readonly PlaceCode[]): Match {
  const rest = match.concepts.filter((concept) => kindOf(concept) !== "place");
  return { ...match, concepts: [...rest, ...codes.map((code) => `place:${code}`)] };
}

/**
 * Drops the place readings that the text does not support: many short town and village names are everyday words
 * (码头, 江南, 幸福社区), so they need their county beside them or words that show a place.
 */
export function supportedPlaces(text: string, all: readonly Match[], lexicon: Lexicon): Match[] {
  const around: Surroundings = { text, all, lexicon };
  return all.flatMap((match) => {
    if (!isOf(match, "place")) return [match];
    const rest = match.concepts.filter((concept) => kindOf(concept) !== "place");
    return accept(match, around) ?? (rest.length > 0 ? { ...match, concepts: rest } : []);
  });
}

/** The places of a text: those that stand by themselves, and those inside the name of a matter (安溪长护险). */
export function placeMatches(things: readonly Match[], all: readonly Match[]): Match[] {
  const names = things.filter((thing) => isOf(thing, "topic", "benefit"));
  const inside = all.filter(
    (match) =>
      codesOf(match).length > 0 && names.some(({ start, end }) => start <= match.start && end >= match.end),
  );
  const own = things.filter((thing) => codesOf(thing).length > 0);
  return [...own, ...longest(inside)].sort((a, b) => a.start - b.start);
}

/** Joins neighbours that name one place (晋江 安海镇 某村) into the finest; lists the places of a text in order. */
export function findPlaces(things: readonly Match[], text: string, lexicon: Lexicon): PlaceFound[] {
  const found: PlaceFound[] = [];
  for (const match of things) {
    const codes = codesOf(match);
    if (codes.length === 0) continue;
    const last = found.at(-1);
    const finer = last ? codes.filter((code) => isWithinAny(code, last.codes, lexicon)) : [];
    const between = last ? text.slice(last.end, match.start) : "";
    if (last && finer.length > 0 && between.length <= 3 && !/[住户在]/.test(between)) {
      found[found.length - 1] = { start: last.start, end: match.end, codes: finer };
      continue;
    }
    const known = codes.filter((code) => found.some((one) => isWithinAny(code, one.codes, lexicon)));
    found.push({ start: match.start, end: match.end, codes: known.length > 0 ? known : codes });
  }
  return found;
}

function isWithinAny(code: PlaceCode, others: readonly PlaceCode[], lexicon: Lexicon): boolean {
  return others.some((other) => other !== code && lexicon.places.ancestors(code).includes(other));
}
