import { buildTrie, placeIn, stepFrom, type Trie } from "./trie.ts";

/** One word found in a text, with every concept it stands for. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly concepts: readonly string[];
}

/** All words of the vocabulary in one tree, walked once from each position of the text. */
export interface Automaton {
  /** Every word at every position, overlapping ones included, in order of their start. */
  findAll(text: string): Match[];
  /** The concepts of exactly this word, or none. */
  lookUp(word: string): readonly string[];
}

const NONE: readonly string[] = [];

/** Whether a UTF-16 code is a small Latin letter or a digit; NaN, outside a text, is neither. */
function isLatinCode(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 48 && code <= 57);
}

/** English words must stand alone; Chinese has no word ends. */
function standsAlone(text: string, start: number, end: number): boolean {
  const first = isLatinCode(text.charCodeAt(start)) && isLatinCode(text.charCodeAt(start - 1));
  return !first && !(isLatinCode(text.charCodeAt(end - 1)) && isLatinCode(text.charCodeAt(end)));
}

/** Words with the same concepts share one list of them: most concepts have many words. */
function shared(lists: Iterable<string[]>): (readonly string[])[] {
  const known = new Map<string, readonly string[]>();
  return Array.from(lists, (list) => {
    const key = list.join("\n");
    const same = known.get(key) ?? list;
    known.set(key, same);
    return same;
  });
}

function conceptsByWord(words: Iterable<readonly [string, string]>): Map<string, string[]> {
  const table = new Map<string, string[]>();
  for (const [word, concept] of words) {
    const known = table.get(word);
    if (!known) table.set(word, [concept]);
    else if (!known.includes(concept)) known.push(concept);
  }
  table.delete("");
  return table;
}

interface Table {
  readonly trie: Trie;
  readonly words: readonly string[];
  readonly concepts: readonly (readonly string[])[];
}

/** The innermost step of reading: loops and numbers only. */
function walk({ trie, words, concepts }: Table, text: string, start: number, found: Match[]): void {
  let node = stepFrom(trie, 0, text.charCodeAt(start));
  for (let end = start + 1; node !== 0; end += 1) {
    const at = trie.ends[node] ?? -1;
    if (at >= 0 && standsAlone(text, start, end))
      found.push({ start, end, word: words[at] ?? "", concepts: concepts[at] ?? NONE });
    if (end === text.length) return;
    node = stepFrom(trie, node, text.charCodeAt(end));
  }
}

/** Builds the tree from (word, concept) pairs; a word may stand for several concepts. */
export function buildAutomaton(pairs: Iterable<readonly [string, string]>): Automaton {
  const byWord = conceptsByWord(pairs);
  const words = [...byWord.keys()].sort();
  const concepts = shared(words.map((word) => byWord.get(word) ?? []));
  const table: Table = { trie: buildTrie(words), words, concepts };
  return {
    findAll(text) {
      const found: Match[] = [];
      for (let start = 0; start < text.length; start += 1) walk(table, text, start, found);
      return found;
    },
    lookUp: (word) => concepts[placeIn(table.trie, word)] ?? NONE,
  };
}

/** Of overlapping matches keeps the longest, and of equally long ones the first; the result is in text order. */
export function longest(matches: readonly Match[]): Match[] {
  if (matches.length < 2) return [...matches];
  const taken: Match[] = [];
  const bySize = [...matches].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  // What comes later is no longer than what is taken, so it overlaps only with one of its own ends.
  const covered = new Set<number>();
  for (const match of bySize) {
    if (covered.has(match.start) || covered.has(match.end - 1)) continue;
    for (let at = match.start; at < match.end; at += 1) covered.add(at);
    taken.push(match);
  }
  return taken.sort((a, b) => a.start - b.start);
}
