import type { CitedSource, Knowledge } from "../knowledge.ts";
import type { Bound, GoesTo, Language, Period, PlaceCode } from "../types.ts";
import { type Asked, readQuery } from "./asked.ts";
import type { Entry, EntryKind } from "./entries.ts";
import type { Highlight } from "./highlight.ts";
import { hitOf } from "./hits.ts";
import { type SearchIndex, searchIndexOf } from "./index-of.ts";
import { nearness } from "./nearness.ts";

/** What an adviser looks up; `limit` 20 unless told, `county` keeps only what applies there. */
export interface KnowledgeQuery {
  readonly q: string;
  readonly county?: PlaceCode;
  readonly kind?: EntryKind;
  readonly limit?: number;
}

/** A sum or a share, as a provision gives it. */
export interface HitAmount {
  readonly value: number;
  readonly unit: string;
  readonly bound: Bound;
  readonly goesTo: GoesTo;
  readonly label: string | null;
}

/** A figure that answers: an amount of the provision that applies, or a number of a topic's text (`amount` null). */
export interface HitFigure {
  readonly value: number;
  readonly amount: HitAmount | null;
  /** Whom the amount is for by age in years, `below` exclusive; null when it is for every age of the provision. */
  readonly ages: { readonly from: number | null; readonly below: number | null } | null;
  /** `benefit/provision` that gives it; null for a topic's. */
  readonly provision: string | null;
  readonly jurisdiction: PlaceCode;
}

/** One thing found; the same shape as the engine's `SearchHit`. `score` is only good for comparing hits of one search. */
export interface KnowledgeHit {
  readonly kind: EntryKind;
  /** Id of the thing; a provision's is `benefit/provision`. */
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly score: number;
  readonly amount: HitAmount | null;
  readonly figures: readonly HitFigure[];
  readonly highlight: Highlight;
  readonly period: Period | null;
  readonly jurisdiction: PlaceCode | null;
  readonly sources: readonly CitedSource[];
}

interface Found {
  readonly entry: Entry;
  readonly score: number;
}

const DEFAULT_LIMIT = 20;
/** A name alike adds up to this share of the best score: enough to bring a slip back, not to overrule exact words. */
const SLIP_SHARE = 0.6;
/** Fitting less than this, the words may be misspelt, and fuse.js is asked. */
const WELL_FOUND = 0.2;
/** What a hit gains when the query is its whole name or number. */
const NAMED = 1.5;
/** Documents are looked up by their number and words for documents; asked otherwise, what rules say comes first. */
const KIND_SHARE: Readonly<Record<EntryKind, number>> = {
  benefit: 1,
  provision: 0.8,
  topic: 1,
  facility: 0.85,
  document: 0.55,
};
const DOCUMENT_ASKED = 1;
/** A benefit's words count for its provisions too, which bear the same name. */
const INHERITED = 0.9;
/** Each further hit of one crowd (provisions of a benefit, facilities of a type, pages) steps back by this. */
const CROWDED = 0.94;
/** Hits below this share of the best are noise: a shared single character. */
const NOISE = 0.15;

/**
 * The adviser's look-up over benefits, provisions, topics, facilities and documents, best first.
 * Everyday words are bridged to the words of rules by the vocabulary's concepts and by related words; homophones count
 * by their sound, and names misspelt are brought back by fuse.js. With a county, its own provisions come before those
 * of the city and the province, which still apply. Empty for an empty query. Queries may be in any language; titles
 * come in the given one.
 *
 * @example searchKnowledge(knowledge, { q: "高令补贴", county: "350582", limit: 5 }, "zh-Hans")
 */
export function searchKnowledge(
  knowledge: Knowledge,
  query: KnowledgeQuery,
  language: Language,
): readonly KnowledgeHit[] {
  const index = searchIndexOf(knowledge);
  const asked = readQuery(query.q, index);
  const county = query.county ?? asked.county;
  const found = bestOfEach(foundFor(knowledge, index, asked, county))
    .filter(({ entry }) => suits(entry, query))
    .sort(byScore);
  const spread = spreadCrowds(found);
  const least = (spread[0]?.score ?? 0) * NOISE;
  return spread
    .filter(({ score }) => score >= least)
    .slice(0, Math.max(0, query.limit ?? DEFAULT_LIMIT))
    .map(({ entry, score }) => ({
      ...hitOf({ knowledge, language, county, asked, index }, entry),
      score: Math.round(score * 1000) / 1000,
    }));
}

function byScore(left: Found, right: Found): number {
  return right.score - left.score;
}

function suits({ subject, appliesIn }: Entry, { kind, county }: KnowledgeQuery): boolean {
  return (kind === undefined || subject.kind === kind) && (county === undefined || appliesIn(county));
}

/** Every entry that answers at all, with what its kind, its place and its benefit add. */
function foundFor(
  knowledge: Knowledge,
  index: SearchIndex,
  asked: Asked,
  county: PlaceCode | undefined,
): readonly Found[] {
  const scores = withSlips(index, asked);
  const named = new Set(index.called.get(asked.plain) ?? []);
  const benefits = new Map<string, number>();
  const found: Found[] = [];
  for (const [at, entry] of index.entries.entries()) {
    const { subject } = entry;
    let score = (scores.get(at) ?? 0) * (named.has(at) ? NAMED : 1);
    if (subject.kind === "benefit") benefits.set(entry.id, score);
    if (subject.kind === "provision")
      score =
        (score * (1 - INHERITED) + INHERITED * (benefits.get(subject.benefit.id) ?? 0)) *
        nearness(knowledge, subject.provision.jurisdiction, county);
    if (score > 0) found.push({ entry, score: score * shareOf(subject.kind, asked, named.has(at)) });
  }
  return found;
}

function shareOf(kind: EntryKind, asked: Asked, named: boolean): number {
  return kind === "document" && (named || asked.forDocument) ? DOCUMENT_ASKED : KIND_SHARE[kind];
}

/** Scores by words; where no name fits well, names that are nearly the words are added. */
function withSlips({ ranking, misspelt }: SearchIndex, asked: Asked): ReadonlyMap<number, number> {
  const scores = new Map(ranking.scores(asked.words));
  const best = Math.max(0, ...scores.values());
  if (!asked.maybeMisspelt || best >= WELL_FOUND) return scores;
  for (const { at, likeness } of misspelt().alike(asked.plain))
    scores.set(at, (scores.get(at) ?? 0) + Math.max(best, WELL_FOUND) * SLIP_SHARE * likeness);
  return scores;
}

/** A document may be found as a whole and by several clauses: the best stands for it. */
function bestOfEach(found: readonly Found[]): readonly Found[] {
  const best = new Map<string, Found>();
  for (const one of found) {
    const key = `${one.entry.subject.kind} ${one.entry.id}`;
    if (one.score > (best.get(key)?.score ?? 0)) best.set(key, one);
  }
  return [...best.values()];
}

/** Lets others between many alike: twelve counties' rules of one benefit must not fill a page. */
function spreadCrowds(found: readonly Found[]): readonly Found[] {
  const seen = new Map<string, number>();
  const spread = found.map(({ entry, score }) => {
    const crowd = crowdOf(entry);
    const before = crowd === null ? 0 : (seen.get(crowd) ?? 0);
    if (crowd !== null) seen.set(crowd, before + 1);
    return { entry, score: score * CROWDED ** before };
  });
  return spread.sort(byScore);
}

function crowdOf({ subject }: Entry): string | null {
  if (subject.kind === "provision") return subject.benefit.id;
  if (subject.kind === "facility") return `facility ${subject.facility.type}`;
  return subject.kind === "document" ? "documents" : null;
}
