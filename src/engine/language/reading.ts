import type { Language } from "../knowledge/types.ts";
import { longest, type Match } from "./automaton.ts";
import { companyThings } from "./company.ts";
import { isOf, kindOf } from "./concepts.ts";
import { describedThings } from "./described.ts";
import { repairSounds } from "./homophones.ts";
import type { Lexicon } from "./lexicon.ts";
import { clausesOf, normalise } from "./normalise.ts";
import { findNumbers, type NumberFound } from "./numbers.ts";
import { repairNumerals } from "./numerals-heard.ts";
import { decodePinyin } from "./pinyin.ts";
import { supportedPlaces } from "./places.ts";
import { residentsOf } from "./residents.ts";
import { rewriteWith } from "./rewrite.ts";
import { hanOfRomanised } from "./romanised.ts";
import { languageOf } from "./script.ts";
import { findParts } from "./signs.ts";
import { joinNames, repairSlips } from "./slips.ts";
import { withoutTones } from "./sound.ts";
import type { Alike } from "./soundtree.ts";
import { repairSpelling } from "./spelling.ts";
import { villagesAfter } from "./villages.ts";
import { type Said, sortWords, type WordsFound } from "./words-found.ts";

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
  /** `all` by what they stand for. */
  readonly found: WordsFound;
  /** The things by what they stand for. */
  readonly named: WordsFound;
  readonly numbers: readonly NumberFound[];
  /** The words of the grammar of alarms. */
  readonly parts: readonly Match[];
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

/** Words that answer a question with choices. */
const CHOICE = "mark:choice=";

/** Longest text that is read; what follows is cut, since no question needs more. */
const LONGEST_TEXT = 2000;

/** Reads a text: standard wording, sounds repaired, words found. `known` is the language of the conversation. */
export function read(raw: string, lexicon: Lexicon, known: Language | null = null): Reading {
  const normalised = normalise(raw.slice(0, LONGEST_TEXT), lexicon.simplify);
  const spoken = hanOfRomanised(raw.slice(0, LONGEST_TEXT), lexicon.spoken);
  const decoded =
    spoken !== null ? normalise(spoken, lexicon.simplify) : decodePinyin(withoutTones(normalised), lexicon);
  const chinese = known === "zh-Hant" ? known : "zh-Hans";
  const language = decoded === null ? languageOf(raw, normalised, lexicon, known) : chinese;
  const spelled = decoded ?? repairSpelling(normalised, lexicon.spelling);
  const standard = repairNumerals(rewriteWith(spelled, lexicon.rewrites));
  const { text, words, alike } = repair(standard, lexicon);
  const certain = supportedPlaces(text, words, lexicon);
  const named = [...certain, ...villagesAfter(text, words, certain, lexicon.villages, lexicon.places)];
  const made = [...residentsOf(text, named), ...describedThings(text, named), ...companyThings(text, named)];
  const all = [...made, ...named].sort((a, b) => a.start - b.start);
  const things = longest(all.filter((match) => isThing(match) || isOf(match, "common"))).filter(isThing);
  return {
    text,
    language,
    clauses: clausesOf(text),
    things,
    cues: cuesOf(all, things),
    all,
    found: sortWords(all),
    named: sortWords(things),
    numbers: findNumbers(text),
    parts: findParts(text, standard, alike, lexicon.signs),
  };
}

/** A text as it is read after repairs, with the words in it and those that sound like what stands in it. */
interface Repaired {
  readonly text: string;
  readonly words: readonly Match[];
  readonly alike: readonly Alike[];
}

/** Puts right what was misheard, mistyped or parted. Most texts stay as they are: their words are looked for only once. */
function repair(standard: string, lexicon: Lexicon): Repaired {
  const { automaton, sounds } = lexicon;
  const found = automaton.findAll(standard);
  const alike = sounds.alikeIn(standard);
  const heard = repairSounds(standard, found, alike, lexicon);
  const named = heard === standard ? found : automaton.findAll(heard);
  const text = joinNames(repairSlips(heard, named, lexicon), lexicon);
  return {
    text,
    words: text === heard ? named : automaton.findAll(text),
    alike: text === standard ? alike : sounds.alikeIn(text),
  };
}

function isThing(match: Match): boolean {
  for (const concept of match.concepts) if (THINGS.has(kindOf(concept))) return true;
  return false;
}

function isCue(match: Match): boolean {
  for (const concept of match.concepts)
    if (!THINGS.has(kindOf(concept)) && !concept.startsWith(CHOICE)) return true;
  return false;
}

/** Words that show what is wanted. The 投资 of 台商投资区 is part of a name, and words of a choice count only when it is open. */
function cuesOf(all: readonly Match[], things: readonly Match[]): Match[] {
  const names = things.filter((thing) => isOf(thing, "place"));
  const inName = ({ start, end, word }: Match) =>
    names.some((name) => name.start <= start && name.end >= end && name.word !== word);
  return longest(all.filter((match) => isCue(match) && !inName(match)));
}

/** Whether any word stands for the concept, also one that lies inside a longer word. */
export function marked(reading: Reading, concept: string): boolean {
  return reading.found.of(concept).length > 0;
}

/** Whether any word stands for the concept that is no part of a longer one, nor of a place's name. */
export function has(reading: Reading, concept: string): boolean {
  return reading.cues.some((match) => match.concepts.includes(concept));
}

/** The concepts of one kind (`type`, `benefit` …) among the things, in text order. */
export function conceptsOf(reading: Reading, kind: string): readonly Said[] {
  return reading.named.said(kind);
}

/** The clause a position lies in. */
export function clauseAt(
  reading: Reading,
  position: number,
): { readonly start: number; readonly end: number } {
  const found = reading.clauses.find((clause) => position >= clause.start && position < clause.end);
  return found ?? { start: 0, end: reading.text.length };
}
