import type { Weighed } from "./analysis.ts";

/** One thing to rank: each of its names by itself, and all that is said of it together. */
export interface Ranked {
  readonly names: readonly Weighed[];
  readonly text: Weighed;
}

/** See `rankingOf`. */
export interface Ranking {
  /** How well each thing answers the words, by its position; things that share no word are left out. */
  scores(query: Weighed): ReadonlyMap<number, number>;
  /** Whether anything holds the token. */
  knows(token: string): boolean;
}

interface Posting {
  readonly at: number;
  readonly weight: number;
}

/** How fast repeating a word stops helping, and how much long texts are held back: BM25's parameters. */
const SATURATION = 1.35;
const LENGTH_PENALTY = 0.75;
/** How much rare words outweigh common ones in a text: below 1, so that one rare word does not drown the rest of a question. */
const RARENESS = 0.35;
/** Of a score of at most 1. How much of a query is answered counts more: who asks in a sentence uses no name. */
const NAME_SHARE = 0.25;
const TEXT_SHARE = 0.75;

/**
 * Ranks things by two signs: how like the query the most fitting of their names is (cosine of weighted words, rare
 * words counting more), and how much of the query their texts say (BM25). Why two: a name of three characters and a text
 * of three hundred cannot be measured with one rule, and thirty names must not count as one long name.
 */
export function rankingOf(things: readonly Ranked[]): Ranking {
  const rarity = rarityOf(things);
  const names = things.flatMap((thing, at) => thing.names.map((words) => ({ at, words })));
  const byName = postingsOf(names.map(({ words }) => unitLength(words, rarity)));
  const byText = postingsOf(things.map(({ text }) => text));
  const lengths = things.map(({ text }) => sum(text.values()));
  const mean = sum(lengths) / Math.max(1, lengths.length) || 1;
  const held = lengths.map((length) => SATURATION * (1 - LENGTH_PENALTY + (LENGTH_PENALTY * length) / mean));
  return {
    knows: (token) => byText.has(token) || byName.has(token),
    scores: (query) => {
      const scores = new Map<number, number>();
      for (const [name, likeness] of likenesses(unitLength(query, rarity), byName)) {
        const at = names[name]?.at ?? 0;
        scores.set(at, Math.max(scores.get(at) ?? 0, NAME_SHARE * likeness));
      }
      for (const [at, share] of shares(query, byText, rarity, held))
        scores.set(at, (scores.get(at) ?? 0) + TEXT_SHARE * share);
      return scores;
    },
  };
}

function rarityOf(things: readonly Ranked[]): (token: string) => number {
  const holders = new Map<string, number>();
  for (const { names, text } of things)
    for (const token of new Set([...names.flatMap((name) => [...name.keys()]), ...text.keys()]))
      holders.set(token, (holders.get(token) ?? 0) + 1);
  return (token) => {
    const count = holders.get(token) ?? 0;
    return Math.log(1 + (things.length - count + 0.5) / (count + 0.5));
  };
}

/** The words weighed by rarity, scaled to length 1. */
function unitLength(words: Weighed, rarity: (token: string) => number): Weighed {
  const weighed = [...words].map(([token, weight]) => [token, weight * rarity(token)] as const);
  const length = Math.sqrt(weighed.reduce((total, [, weight]) => total + weight * weight, 0)) || 1;
  return new Map(weighed.map(([token, weight]) => [token, weight / length]));
}

function postingsOf(vectors: readonly Weighed[]): ReadonlyMap<string, readonly Posting[]> {
  const postings = new Map<string, Posting[]>();
  for (const [at, words] of vectors.entries()) {
    for (const [token, weight] of words) {
      const posting = postings.get(token);
      if (posting === undefined) postings.set(token, [{ at, weight }]);
      else posting.push({ at, weight });
    }
  }
  return postings;
}

function likenesses(
  query: Weighed,
  postings: ReadonlyMap<string, readonly Posting[]>,
): ReadonlyMap<number, number> {
  const likeness = new Map<number, number>();
  for (const [token, asked] of query)
    for (const { at, weight } of postings.get(token) ?? [])
      likeness.set(at, (likeness.get(at) ?? 0) + asked * weight);
  return likeness;
}

/** The share (0…1) of what could be gained by the query's words that each text gains. */
function shares(
  query: Weighed,
  postings: ReadonlyMap<string, readonly Posting[]>,
  rarity: (token: string) => number,
  held: readonly number[],
): ReadonlyMap<number, number> {
  const gained = new Map<number, number>();
  let most = 0;
  for (const [token, asked] of query) {
    const worth = asked * rarity(token) ** RARENESS;
    most += worth * (SATURATION + 1);
    for (const { at, weight } of postings.get(token) ?? [])
      gained.set(
        at,
        (gained.get(at) ?? 0) + (worth * weight * (SATURATION + 1)) / (weight + (held[at] ?? SATURATION)),
      );
  }
  return new Map([...gained].map(([at, gain]) => [at, gain / Math.max(1e-9, most)]));
}

function sum(numbers: Iterable<number>): number {
  let total = 0;
  for (const number of numbers) total += number;
  return total;
}
