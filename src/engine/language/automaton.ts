import { isLatin } from "./normalise.ts";

/** One word found in a text, with every concept it stands for. */
export interface Match {
  readonly start: number;
  readonly end: number;
  readonly word: string;
  readonly concepts: readonly string[];
}

interface Node {
  readonly next: Map<string, Node>;
  concepts: string[] | null;
}

/** All words of the vocabulary in one tree, walked once from each position of the text. */
export interface Automaton {
  /** Every word at every position, overlapping ones included, in order of their start. */
  findAll(text: string): Match[];
  /** The concepts of exactly this word, or none. */
  lookUp(word: string): readonly string[];
}

const newNode = (): Node => ({ next: new Map(), concepts: null });

function insert(root: Node, word: string, concept: string): void {
  let node = root;
  for (const character of word) {
    let child = node.next.get(character);
    if (!child) {
      child = newNode();
      node.next.set(character, child);
    }
    node = child;
  }
  node.concepts ??= [];
  if (!node.concepts.includes(concept)) node.concepts.push(concept);
}

/** English words must stand alone; Chinese has no word ends. */
function standsAlone(text: string, start: number, end: number): boolean {
  const first = isLatin(text[start]) && isLatin(text[start - 1]);
  const last = isLatin(text[end - 1]) && isLatin(text[end]);
  return !first && !last;
}

function walk(root: Node, text: string, start: number, found: Match[]): void {
  let node: Node | undefined = root;
  for (let end = start; end < text.length; end++) {
    node = node.next.get(text[end] as string);
    if (!node) return;
    if (node.concepts && standsAlone(text, start, end + 1)) {
      found.push({ start, end: end + 1, word: text.slice(start, end + 1), concepts: node.concepts });
    }
  }
}

/** Builds the tree from (word, concept) pairs; a word may stand for several concepts. */
export function buildAutomaton(words: Iterable<readonly [string, string]>): Automaton {
  const root = newNode();
  for (const [word, concept] of words) if (word) insert(root, word, concept);
  return {
    findAll(text) {
      const found: Match[] = [];
      for (let start = 0; start < text.length; start++) walk(root, text, start, found);
      return found;
    },
    lookUp(word) {
      let node: Node | undefined = root;
      for (const character of word) node = node?.next.get(character);
      return node?.concepts ?? [];
    },
  };
}

/** Of overlapping matches keeps the longest, and of equally long ones the first; the result is in text order. */
export function longest(matches: readonly Match[]): Match[] {
  const taken: Match[] = [];
  const bySize = [...matches].sort((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  for (const match of bySize) {
    if (taken.every((other) => match.end <= other.start || match.start >= other.end)) taken.push(match);
  }
  return taken.sort((a, b) => a.start - b.start);
}
