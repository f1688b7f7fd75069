import type { Knowledge } from "../knowledge.ts";
import type { Condition, Place } from "../types.ts";
import { analyse, type Weighed } from "./analysis.ts";
import { type Entry, entriesOf } from "./entries.ts";
import { type Meanings, meaningsOf, type NamedPlace } from "./meanings.ts";
import { type NameIndex, nameIndex } from "./names.ts";
import { type Ranked, type Ranking, rankingOf } from "./ranking.ts";
import { type Reading, readingOf, simplified, soundTokens } from "./tokens.ts";

/** Everything a search reads. */
export interface SearchIndex {
  readonly entries: readonly Entry[];
  readonly ranking: Ranking;
  readonly reading: Reading;
  readonly meanings: Meanings;
  /** Ages from which rules hold, ascending. */
  readonly ages: readonly number[];
  /** Names as they are compared with a whole query: simplified, lower case → positions of the entries that bear them. */
  readonly called: ReadonlyMap<string, readonly number[]>;
  /** For slips; made when one is first met, since most searches have none. */
  misspelt(): NameIndex;
  /** Counties by the words for them. */
  readonly counties: readonly NamedPlace[];
}

/** What a sound counts: less than the word itself, since many words sound alike. */
const SOUND = 0.4;
/** What the names count among all that is said of a thing. */
const NAMES_IN_TEXT = 4.5;
/** A meaning that follows from a condition instead of words. */
const CONDITION = 0.6;

/** One index per knowledge. */
const indexes = new WeakMap<Knowledge, SearchIndex>();

/**
 * The search index of the knowledge, made at the first search, so that starting a face costs nothing: who would
 * rather not wait then searches once beforehand.
 */
export function searchIndexOf(knowledge: Knowledge): SearchIndex {
  const known = indexes.get(knowledge);
  if (known !== undefined) return known;
  const made = buildSearchIndex(knowledge);
  indexes.set(knowledge, made);
  return made;
}

function buildSearchIndex(knowledge: Knowledge): SearchIndex {
  const entries = entriesOf(knowledge);
  const { vocabulary } = knowledge.bundle;
  const reading = readingOf(vocabulary);
  const counties = knowledge.bundle.places
    .filter(({ level }) => level === "county")
    .map((place) => ({ code: place.code, words: countyWords(place, reading) }));
  const meanings = meaningsOf(knowledge.bundle, reading, counties);
  const ages = agesOf(knowledge);
  const words = (text: string) => analyse(text, meanings, ages);
  const plain = entries.map(({ names }) => [...new Set(names.map((name) => plainName(name, reading)))]);
  const ranked = entries.map((entry, at) => rankedOf(entry, plain[at] ?? [], reading, words));
  let slips: NameIndex | null = null;
  return {
    entries,
    ranking: rankingOf(ranked),
    reading,
    meanings,
    ages,
    called: calledOf(plain),
    misspelt: () => {
      slips ??= nameIndex(plain);
      return slips;
    },
    counties,
  };
}

/** A name as it is compared: simplified, lower case, no spaces at its ends. */
export function plainName(name: string, reading: Reading): string {
  return simplified(name.normalize("NFKC"), reading).trim().toLowerCase();
}

function rankedOf(
  entry: Entry,
  names: readonly string[],
  reading: Reading,
  words: (text: string) => Weighed,
): Ranked {
  const text = new Map<string, number>();
  const add = (token: string, weight: number) => text.set(token, (text.get(token) ?? 0) + weight);
  const spoken = names.map((name) => withSounds(words(name), name, reading));
  for (const [token, weight] of strongest(spoken)) add(token, weight * NAMES_IN_TEXT);
  for (const { weight, words: texts } of entry.texts)
    for (const one of new Set(texts.map((raw) => simplified(raw, reading))))
      for (const [token, own] of words(one)) add(token, own * weight);
  for (const token of entry.meanings) add(token, CONDITION);
  return { names: spoken, text };
}

/** Names are also found by sound: a word misheard or typed with the wrong character. */
function withSounds(words: Weighed, name: string, reading: Reading): Weighed {
  return new Map([...words, ...soundTokens(name, reading).map((token): [string, number] => [token, SOUND])]);
}

function strongest(all: readonly Weighed[]): Weighed {
  const best = new Map<string, number>();
  for (const words of all)
    for (const [token, weight] of words) best.set(token, Math.max(best.get(token) ?? 0, weight));
  return best;
}

function calledOf(names: readonly (readonly string[])[]): ReadonlyMap<string, readonly number[]> {
  const called = new Map<string, number[]>();
  for (const [at, own] of names.entries())
    for (const name of own) called.set(name, [...(called.get(name) ?? []), at]);
  return called;
}

function countyWords(place: Place, reading: Reading): readonly string[] {
  const names = [...Object.values(place.name), ...place.also].map((name) => plainName(name, reading));
  const short = names.map((name) => name.replace(/(?<=..)[市县区]$/u, ""));
  return [...new Set([...names, ...short])].filter((name) => name.length > 1);
}

/** Every age from which a rule of the knowledge holds. */
function agesOf({ bundle }: Knowledge): readonly number[] {
  const ages = bundle.benefits.flatMap(({ provisions }) => provisions.flatMap(({ who }) => agesIn(who)));
  return [...new Set(ages)].sort((left, right) => left - right);
}

function agesIn(condition: Condition): readonly number[] {
  if ("all" in condition) return condition.all.flatMap(agesIn);
  if ("any" in condition) return condition.any.flatMap(agesIn);
  const isAge = "at-least" in condition && condition.fact === "age";
  return isAge && condition["at-least"] !== undefined ? [condition["at-least"]] : [];
}
