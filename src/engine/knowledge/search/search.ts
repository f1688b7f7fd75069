import type { CitedSource, Knowledge } from "../knowledge.ts";
import type { Bound, GoesTo, Language, PlaceCode } from "../types.ts";
import { buildIndex, type TextIndex } from "./bm25.ts";
import { type Entry, type EntryKind, entriesOf } from "./entries.ts";
import { type NameIndex, nameIndex } from "./names.ts";
import { type Reading, readingOf, simplified, soundTokens, tokens } from "./tokens.ts";

/** What an adviser looks up; `limit` 20 unless told, `county` keeps only what applies there. */
export interface KnowledgeQuery {
  readonly q: string;
  readonly county?: PlaceCode;
  readonly kind?: EntryKind;
  readonly limit?: number;
}

/** One thing found; the same shape as the engine's `SearchHit`. `score` is only good for comparing hits of one search. */
export interface KnowledgeHit {
  readonly kind: EntryKind;
  /** Id of the thing; a provision's is `benefit/provision`. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly score: number;
  readonly amount: {
    readonly value: number;
    readonly unit: string;
    readonly bound: Bound;
    readonly goesTo: GoesTo;
    readonly label: string | null;
  } | null;
  readonly jurisdiction: PlaceCode | null;
  readonly sources: readonly CitedSource[];
}

interface SearchIndex {
  readonly entries: readonly Entry[];
  readonly texts: TextIndex;
  readonly names: NameIndex;
  readonly reading: Reading;
}

const DEFAULT_LIMIT = 20;
/** A name alike adds up to this share of the best text score: enough to bring a slip back, not to overrule exact words. */
const NAME_SHARE = 0.5;
/** A benefit stands before its own provisions, which bear the same name; documents are mostly found by their number. */
const KIND_SHARE: Readonly<Record<EntryKind, number>> = {
  benefit: 1,
  provision: 0.85,
  topic: 1,
  facility: 1,
  document: 0.9,
};
/** What a hit gains when the query is its whole name or number. */
const NAMED = 1.5;
/** Hits below this share of the best are noise: a shared single character. */
const NOISE = 0.15;

/** One index per knowledge, made at the first search. */
const indexes = new WeakMap<Knowledge, SearchIndex>();

/**
 * The adviser's look-up over benefits, provisions, topics, facilities and documents, best first.
 * Words are ranked by BM25 over pairs and single characters and over sounds (homophones); names misspelt are
 * brought back by fuse.js. Empty for an empty query. Queries may be in any language; titles come in the given one.
 *
 * @example searchKnowledge(knowledge, { q: "高令补贴", county: "350582", limit: 5 }, "zh-Hans")
 */
export function searchKnowledge(
  knowledge: Knowledge,
  query: KnowledgeQuery,
  language: Language,
): readonly KnowledgeHit[] {
  const index = indexOf(knowledge);
  const asked = simplified(query.q, index.reading).trim().toLowerCase();
  const scores = scoresFor(index, asked);
  const wanted = [...scores].flatMap(([at, score]) => {
    const entry = index.entries[at];
    if (entry === undefined || !suits(entry, query)) return [];
    return [{ entry, score: score * KIND_SHARE[entry.kind] * (isNamed(entry, asked) ? NAMED : 1) }];
  });
  wanted.sort((left, right) => right.score - left.score);
  const best = wanted[0]?.score ?? 0;
  return wanted
    .filter(({ score }) => score >= best * NOISE)
    .slice(0, Math.max(0, query.limit ?? DEFAULT_LIMIT))
    .map(({ entry, score }) => ({ ...entry.hit(language), score: Math.round(score * 1000) / 1000 }));
}

function suits(entry: Entry, { kind, county }: KnowledgeQuery): boolean {
  return (kind === undefined || entry.kind === kind) && (county === undefined || entry.appliesIn(county));
}

function isNamed(entry: Entry, asked: string): boolean {
  return [...entry.names, ...spokenNames(entry)].some((name) => name.toLowerCase() === asked);
}

function scoresFor({ texts, names, reading }: SearchIndex, text: string): ReadonlyMap<number, number> {
  const ranked = texts.rank([...tokens(text), ...soundTokens(text, reading)]);
  const scores = new Map(ranked.map(({ at, score }) => [at, score]));
  const best = ranked[0]?.score ?? 1;
  for (const { at, likeness } of names.alike(text)) {
    scores.set(at, (scores.get(at) ?? 0) + best * NAME_SHARE * likeness);
  }
  return scores;
}

/** Names people say and may get wrong; a provision goes by its benefit's, and a document is looked up, not spoken of. */
function spokenNames({ kind, names, also }: Entry): readonly string[] {
  if (kind === "benefit" || kind === "topic") return [...names, ...also];
  return kind === "facility" ? names : [];
}

function indexOf(knowledge: Knowledge): SearchIndex {
  const known = indexes.get(knowledge);
  if (known !== undefined) return known;
  const entries = entriesOf(knowledge);
  const reading = readingOf(knowledge.bundle.vocabulary);
  const texts = buildIndex(
    entries.map(({ names, also, text }) => [
      { weight: 3, tokens: names.flatMap(tokens) },
      { weight: 2, tokens: also.flatMap(tokens) },
      { weight: 1, tokens: text.flatMap(tokens) },
      { weight: 0.7, tokens: [...names, ...also].flatMap((name) => soundTokens(name, reading)) },
    ]),
  );
  const made = { entries, texts, names: nameIndex(entries.map(spokenNames)), reading };
  indexes.set(knowledge, made);
  return made;
}
