import type { Vocabulary } from "../knowledge/types.ts";

interface Node {
  readonly next: Map<string, Node>;
  words: readonly string[];
}

/** Words by how they sound, walked syllable by syllable. */
export interface SoundTree {
  /** The syllables a character may be read as, southern-merged; none when unknown. */
  readings(character: string): readonly string[];
  /** Whether this is a syllable at all. */
  isSyllable(syllable: string): boolean;
  /** Words that sound like the syllables from `start` on, up to `end` (all of them); each position may have several readings. */
  wordsAt(
    syllables: readonly (readonly string[])[],
    start: number,
    end?: number,
  ): readonly { readonly length: number; readonly word: string }[];
  /** Some character with this reading, to stand for an unknown syllable. */
  anyCharacter(syllable: string): string;
}

function insert(root: Node, key: string, words: readonly string[]): void {
  let node = root;
  for (const syllable of key.split(" ")) {
    let child = node.next.get(syllable);
    if (!child) {
      child = { next: new Map(), words: [] };
      node.next.set(syllable, child);
    }
    node = child;
  }
  node.words = words;
}

function readingsByCharacter(vocabulary: Vocabulary): Map<string, string[]> {
  const readings = new Map<string, string[]>();
  for (const [syllable, characters] of Object.entries(vocabulary.syllables)) {
    for (const character of characters) {
      const known = readings.get(character);
      if (known) known.push(syllable);
      else readings.set(character, [syllable]);
    }
  }
  return readings;
}

/** Builds the tree from the bundle's pinyin tables. */
export function buildSoundTree(vocabulary: Vocabulary): SoundTree {
  const root: Node = { next: new Map(), words: [] };
  for (const [key, words] of Object.entries(vocabulary.pinyin)) insert(root, key, words.split(" "));
  const readings = readingsByCharacter(vocabulary);
  return {
    readings: (character) => readings.get(character) ?? [],
    isSyllable: (syllable) => syllable in vocabulary.syllables,
    anyCharacter: (syllable) => vocabulary.syllables[syllable]?.[0] ?? "",
    wordsAt: (syllables, start, end = syllables.length) => wordsFrom(root, syllables, start, end),
  };
}

/** Walks all readings at once. Loops instead of mappings: this is the innermost step of reading a text. */
function wordsFrom(
  root: Node,
  syllables: readonly (readonly string[])[],
  start: number,
  end: number,
): { length: number; word: string }[] {
  const found: { length: number; word: string }[] = [];
  let nodes: readonly Node[] = [root];
  for (let i = start; i < end && nodes.length > 0; i++) {
    const reached: Node[] = [];
    for (const node of nodes) {
      for (const option of syllables[i] ?? []) {
        const child = node.next.get(option);
        if (child) reached.push(child);
      }
    }
    for (const { words } of reached) for (const word of words) found.push({ length: i - start + 1, word });
    nodes = reached;
  }
  return found;
}
