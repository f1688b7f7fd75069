/**
 * A set of words in flat arrays: a tree whose nodes are numbers. Node 0 is the root; the children of a node lie side by
 * side in the order of their letters. A Map per node would take thirty times the memory and miss the cache at each step.
 */
export interface Trie {
  /** The node for each first letter, by UTF-16 code; 0 for none. */
  readonly roots: Int32Array;
  /** The children of node `n` are the nodes `first[n]` up to (without) `first[n + 1]`. */
  readonly first: Int32Array;
  /** The letter that leads to a node. */
  readonly letters: Uint16Array;
  /** The place of the word that ends at a node among the sorted words; -1 for none. */
  readonly ends: Int32Array;
}

interface Range {
  readonly from: number;
  readonly to: number;
  readonly depth: number;
}

/** The sorted words from `from` on up to `to` by their letter at `depth`; words that end there come first and are left out. */
function branches(words: readonly string[], { from, to, depth }: Range): Range[] {
  const found: Range[] = [];
  let at = from;
  while (at < to && words[at]?.length === depth) at += 1;
  while (at < to) {
    const letter = words[at]?.charCodeAt(depth);
    const start = at;
    while (at < to && words[at]?.charCodeAt(depth) === letter) at += 1;
    found.push({ from: start, to: at, depth: depth + 1 });
  }
  return found;
}

/** Builds the tree level by level. `words` must be sorted by UTF-16 codes (the default order of `sort`), different, and none empty. */
export function buildTrie(words: readonly string[]): Trie {
  const nodes: Range[] = [{ from: 0, to: words.length, depth: 0 }];
  const first: number[] = [];
  for (let at = 0; at < nodes.length; at += 1) {
    first.push(nodes.length);
    const node = nodes[at];
    if (node) for (const child of branches(words, node)) nodes.push(child);
  }
  first.push(nodes.length);
  const letterOf = ({ from, depth }: Range) => (depth === 0 ? 0 : (words[from]?.charCodeAt(depth - 1) ?? 0));
  const letters = Uint16Array.from(nodes, letterOf);
  const ends = Int32Array.from(nodes, ({ from, depth }) => (words[from]?.length === depth ? from : -1));
  const roots = new Int32Array((letters[(first[1] ?? 1) - 1] ?? 0) + 1);
  for (let node = 1; node < (first[1] ?? 1); node += 1) roots[letters[node] ?? 0] = node;
  return { roots, first: Int32Array.from(first), letters, ends };
}

/** The node a letter leads to; 0 for none. */
export function stepFrom({ roots, first, letters }: Trie, node: number, letter: number): number {
  if (node === 0) return roots[letter] ?? 0;
  let low = first[node] ?? 0;
  let high = (first[node + 1] ?? 0) - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = letters[middle] ?? 0;
    if (found === letter) return middle;
    if (found < letter) low = middle + 1;
    else high = middle - 1;
  }
  return 0;
}

/** The place of exactly this word among the sorted words; -1 when it is not among them. */
export function placeIn(trie: Trie, word: string): number {
  let node = 0;
  for (let at = 0; at < word.length; at += 1) {
    node = stepFrom(trie, node, word.charCodeAt(at));
    if (node === 0) return -1;
  }
  return node === 0 ? -1 : (trie.ends[node] ?? -1);
}
