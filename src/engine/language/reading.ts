import type { Language } from "../knowledge/types.ts";
import { longest, type Match } from "./automaton.ts";
import { repairSounds } from "./homophones.ts";
import { kindOf, type Lexicon } from "./lexicon.ts";
import { clausesOf, isHan, normalise } from "./normalise.ts";
import { findNumbers, type NumberFound } from "./numbers.ts";
import { decodePinyin } from "./pinyin.ts";
import { supportedPlaces } from "./places.ts";
import { rewriteWith } from "./rewrite.ts";

/** A text brought to standard wording, with every known word found in it. Positions refer to `text`. */
export interface Reading {
  readonly text: string;
  readonly language: Language;
  readonly clauses: readonly { readonly start: number; readonly end: number }[];
  /** Places, facilities, benefits, facts and people: non-overlapping, the longest first to win. */
  readonly things: readonly Match[];
  /** Words that show what is wanted or how something is meant; they may lie inside things. */
  readonly cues: readonly Match[];
  /** Every match, overlapping ones included. */
  readonly all: readonly Match[];
  readonly numbers: readonly NumberFound[];
}

const THINGS = new Set([
  "place",
  "type",
  "benefit",
  "topic",
  "document",
  "elsewhere",
  "fact",
  "category",
  "hint",
  "kin",
]);

/** Guesses the language a text is written in; Chinese unless it is plainly English. */
export function languageOf(raw: string, normalised: string, simplify: ReadonlyMap<string, string>): Language {
  const han = [...raw].filter(isHan);
  if (han.length === 0) return /[a-z]{2}/.test(normalised) ? "en" : "zh-Hans";
  const traditional = han.filter((character) => simplify.has(character)).length;
  return traditional >= 3 || traditional / han.length > 0.15 ? "zh-Hant" : "zh-Hans";
}

/** Longest text that is read; what follows is cut, since no question needs more. */
export const LONGEST_TEXT = 2000;

/** Reads a text: standard wording, sounds repaired, words found. */
export function read(raw: string, lexicon: Lexicon): Reading {
  const normalised = normalise(raw.slice(0, LONGEST_TEXT), lexicon.simplify);
  const decoded = decodePinyin(normalised, lexicon);
  const language = decoded === null ? languageOf(raw, normalised, lexicon.simplify) : "zh-Hans";
  const standard = rewriteWith(decoded ?? normalised, lexicon.rewrites);
  const text = repairSounds(standard, lexicon);
  const all = supportedPlaces(text, lexicon.automaton.findAll(text), lexicon);
  const isThing = (match: Match) => match.concepts.some((concept) => THINGS.has(kindOf(concept)));
  const isPlain = (match: Match) => match.concepts.some((concept) => kindOf(concept) === "common");
  return {
    text,
    language,
    clauses: clausesOf(text),
    things: longest(all.filter((match) => isThing(match) || isPlain(match))).filter(isThing),
    cues: longest(all.filter((match) => match.concepts.some((concept) => !THINGS.has(kindOf(concept))))),
    all,
    numbers: findNumbers(text),
  };
}

/** Whether any found word stands for the concept. */
export function has(reading: Reading, concept: string): boolean {
  return reading.cues.some((match) => match.concepts.includes(concept));
}

/** The concepts of one kind (`type`, `benefit` …) among the things, in text order. */
export function conceptsOf(
  reading: Reading,
  kind: string,
): { readonly concept: string; readonly match: Match }[] {
  return reading.things.flatMap((match) =>
    match.concepts.filter((concept) => kindOf(concept) === kind).map((concept) => ({ concept, match })),
  );
}

/** The clause a position lies in. */
export function clauseAt(
  reading: Reading,
  position: number,
): { readonly start: number; readonly end: number } {
  const found = reading.clauses.find((clause) => position >= clause.start && position < clause.end);
  return found ?? { start: 0, end: reading.text.length };
}
