import type { Match } from "./automaton.ts";
import { kindOf } from "./concepts.ts";

/** A concept with the word that stands for it. */
export interface Said {
  readonly concept: string;
  readonly match: Match;
}

const NONE: readonly Match[] = [];

/** The words found in a text by what they stand for, each list in text order: asking for one looks through no others. */
export interface WordsFound {
  /** Words that stand for exactly this concept. */
  of(concept: string): readonly Match[];
  /** Words that stand for some concept of the kind. */
  ofKind(kind: string): readonly Match[];
  /** The concepts of the kind, each with its word. */
  said(kind: string): readonly Said[];
}

function put(lists: Map<string, Match[]>, key: string, match: Match): void {
  const list = lists.get(key);
  if (list === undefined) lists.set(key, [match]);
  else if (list.at(-1) !== match) list.push(match);
}

function saidOf(matches: readonly Match[], kind: string): readonly Said[] {
  return matches.flatMap((match) =>
    match.concepts.filter((concept) => kindOf(concept) === kind).map((concept) => ({ concept, match })),
  );
}

/** Sorts the words of a text by concept and by kind. */
export function sortWords(matches: readonly Match[]): WordsFound {
  const concepts = new Map<string, Match[]>();
  const kinds = new Map<string, Match[]>();
  const said = new Map<string, readonly Said[]>();
  for (const match of matches) {
    for (const concept of match.concepts) {
      put(concepts, concept, match);
      put(kinds, kindOf(concept), match);
    }
  }
  return {
    of: (concept) => concepts.get(concept) ?? NONE,
    ofKind: (kind) => kinds.get(kind) ?? NONE,
    said: (kind) => {
      const known = said.get(kind) ?? saidOf(kinds.get(kind) ?? NONE, kind);
      said.set(kind, known);
      return known;
    },
  };
}
