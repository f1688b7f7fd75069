import Fuse from "fuse.js";
import { tokens } from "./tokens.ts";

/** Above this many entries fuse.js takes longer than a person waits; BM25 alone answers then. */
const MOST_ENTRIES = 2000;
/** A text of more words than this is a sentence, not a name. */
const LONGEST_NAME = 12;
/** How far a word may be off, 0 exact … 1 anything. */
const THRESHOLD = 0.2;

/** See `nameIndex`. */
export interface NameIndex {
  /** Entries whose names are like the text, by position, with likeness 0…1. */
  alike(text: string): readonly { readonly at: number; readonly likeness: number }[];
}

/**
 * Finds names that are nearly the text: slips of the finger in Latin words and odd characters in Chinese ones.
 * fuse.js reads a Chinese sentence as one word, so it is given our pairs of characters as its words.
 */
export function nameIndex(names: readonly (readonly string[])[]): NameIndex {
  if (names.length > MOST_ENTRIES) return { alike: () => [] };
  const entries = names.map((own) => ({ names: [...own] }));
  const fuse = new Fuse(entries, {
    keys: ["names"],
    includeScore: true,
    ignoreLocation: true,
    useTokenSearch: true,
    tokenize: pairsOf,
    threshold: THRESHOLD,
  });
  return {
    alike: (text) => {
      const { length } = pairsOf(text);
      // Nothing to search by: fuse.js would answer an empty query with everything.
      if (length === 0 || length > LONGEST_NAME) return [];
      return fuse.search(text).map(({ refIndex, score = 1 }) => ({ at: refIndex, likeness: 1 - score }));
    },
  };
}

/** Pairs and Latin words; single characters only when there is nothing longer. */
function pairsOf(text: string): string[] {
  const all = tokens(text);
  const longer = all.filter((token) => token.length > 1);
  return longer.length > 0 ? longer : all;
}
