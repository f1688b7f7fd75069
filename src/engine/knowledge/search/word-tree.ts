/** Words by their units, for finding all of them in one walk over a text. */
export interface WordTree {
  /** What the word that ends here stands for. */
  readonly meanings: string[];
  readonly next: Map<string, WordTree>;
}

/** A word found in a text: units `start` to `end` (exclusive). */
export interface FoundWord {
  readonly start: number;
  readonly end: number;
  readonly meanings: readonly string[];
}

/** An empty tree. */
export function wordTree(): WordTree {
  return { meanings: [], next: new Map() };
}

/** Adds a word, given by its units, with what it stands for. */
export function plant(tree: WordTree, units: readonly string[], meaning: string): void {
  if (units.length === 0) return;
  let node = tree;
  for (const unit of units) {
    const child = node.next.get(unit) ?? wordTree();
    node.next.set(unit, child);
    node = child;
  }
  if (!node.meanings.includes(meaning)) node.meanings.push(meaning);
}

/**
 * All words in the units, except those that lie inside a longer one (半失能 is not 失能), in the text's order.
 * Words may overlap, since nobody can tell where one ends without understanding the sentence.
 */
export function wordsIn(tree: WordTree, units: readonly string[]): readonly FoundWord[] {
  const found: FoundWord[] = [];
  let covered = 0;
  for (let start = 0; start < units.length; start += 1) {
    const word = longestFrom(tree, units, start);
    if (word === null || word.end <= covered) continue;
    covered = word.end;
    found.push(word);
  }
  return found;
}

function longestFrom(tree: WordTree, units: readonly string[], start: number): FoundWord | null {
  let node: WordTree | undefined = tree;
  let best: FoundWord | null = null;
  for (let end = start; node !== undefined && end < units.length; end += 1) {
    node = node.next.get(units[end] ?? "");
    if (node !== undefined && node.meanings.length > 0)
      best = { start, end: end + 1, meanings: node.meanings };
  }
  return best;
}
