import type { Vocabulary } from "../knowledge/types.ts";
import { buildTrie, stepFrom, type Trie } from "./trie.ts";

/** A Chinese word that may be meant where another of the same sound stands. */
export interface SoundWord {
  readonly word: string;
  /** Syllables, which are as many as its characters. */
  readonly length: number;
  /** What it stands for among the words that are found everywhere. */
  readonly concepts: readonly string[];
  /** Which classes of the grammar of alarms it belongs to. */
  readonly parts: readonly string[];
}

/** A word that sounds like what stands at `start`, and is written otherwise. */
export interface Alike {
  readonly start: number;
  readonly word: SoundWord;
}

/** The syllables that one position may be read as, by number. */
export type Sounds = readonly number[];

/** Words by how they sound, walked syllable by syllable. */
export interface SoundTree {
  /** The number of a syllable; undefined when it is none. */
  syllable(text: string): number | undefined;
  /** The syllables that each character may be read as, southern-merged; none when unknown. */
  soundsOf(text: string): readonly Sounds[];
  /** Words that sound like the syllables from `start` on, up to `end` (all of them); each position may have several readings. */
  wordsAt(sounds: readonly Sounds[], start: number, end?: number): readonly SoundWord[];
  /** Words of two and more characters that sound like what is written, everywhere in a Chinese text, in text order. */
  alikeIn(text: string): readonly Alike[];
  /** Some character with this reading, to stand for an unknown syllable. */
  anyCharacter(syllable: number): string;
}

const SILENT: Sounds = [];
const HAN = /\p{Script=Han}/u;
const PAIRED = /[\ud800-\udfff]/;

/** A sound as a text whose letters are the numbers of its syllables, so that a tree of words can hold it. */
const spelled = (syllables: readonly number[]) => String.fromCharCode(...syllables);

interface Characters {
  readonly numbers: ReadonlyMap<string, number>;
  readonly readings: ReadonlyMap<number, Sounds>;
  readonly usual: ReadonlyMap<string, number>;
}

function readCharacters({ syllables, usual }: Vocabulary): Characters {
  const numbers = new Map(Object.keys(syllables).map((syllable, at) => [syllable, at + 1]));
  const readings = new Map<number, number[]>();
  const first = new Map<string, number>();
  for (const [syllable, characters] of Object.entries(syllables)) {
    const number = numbers.get(syllable) ?? 0;
    for (const character of characters) {
      const code = character.charCodeAt(0);
      const known = readings.get(code);
      if (known) known.push(number);
      else readings.set(code, [number]);
      if (!known) first.set(character, number);
    }
  }
  for (const [syllable, characters] of Object.entries(usual))
    for (const character of characters) first.set(character, numbers.get(syllable) ?? 0);
  return { numbers, readings, usual: first };
}

/**
 * How a word sounds by the numbers of its syllables: as the table says, otherwise as its characters usually do; null
 * where that is not known.
 */
function soundOf(word: string, { pinyin }: Vocabulary, { numbers, usual }: Characters): string | null {
  const told = pinyin[word]?.split(" ").map((syllable) => numbers.get(syllable) ?? 0);
  const sound = told ?? Array.from(word, (character) => usual.get(character) ?? 0);
  return sound.includes(0) ? null : spelled(sound);
}

/** Words of the same sound, in the order in which they are given. */
function wordsBySound(
  words: Iterable<SoundWord>,
  vocabulary: Vocabulary,
  characters: Characters,
): Map<string, SoundWord[]> {
  const table = new Map<string, SoundWord[]>();
  for (const word of words) {
    const sound = soundOf(word.word, vocabulary, characters);
    if (sound === null) continue;
    const known = table.get(sound);
    if (known) known.push(word);
    else table.set(sound, [word]);
  }
  return table;
}

/** Walks all readings at once. Loops instead of mappings: this is the innermost step of reading a text. */
function walk(
  { trie, words }: { readonly trie: Trie; readonly words: readonly (readonly SoundWord[])[] },
  sounds: readonly Sounds[],
  start: number,
  end: number,
): SoundWord[] {
  const found: SoundWord[] = [];
  let nodes: number[] = [0];
  for (let i = start; i < end && nodes.length > 0; i += 1) {
    const reached: number[] = [];
    const options = sounds[i] ?? SILENT;
    for (const node of nodes) {
      for (const option of options) {
        const child = stepFrom(trie, node, option);
        if (child === 0) continue;
        reached.push(child);
        for (const word of words[trie.ends[child] ?? -1] ?? []) found.push(word);
      }
    }
    nodes = reached;
  }
  return found;
}

/** Builds the tree from the bundle's tables of sounds; `words` are those to be found by their sound. */
export function buildSoundTree(vocabulary: Vocabulary, words: Iterable<SoundWord>): SoundTree {
  const characters = readCharacters(vocabulary);
  const bySound = wordsBySound(words, vocabulary, characters);
  const keys = [...bySound.keys()].sort();
  const table = { trie: buildTrie(keys), words: keys.map((key) => bySound.get(key) ?? []) };
  const some = Object.values(vocabulary.syllables).map((all) => all[0] ?? "");
  const { numbers, readings } = characters;
  const soundsOf = (text: string) =>
    Array.from({ length: text.length }, (_, at) => readings.get(text.charCodeAt(at)) ?? SILENT);
  return {
    syllable: (text) => numbers.get(text),
    soundsOf,
    anyCharacter: (syllable) => some[syllable - 1] ?? "",
    wordsAt: (sounds, start, end = sounds.length) => walk(table, sounds, start, end),
    alikeIn: (text) => {
      if (!HAN.test(text) || PAIRED.test(text)) return [];
      const sounds = soundsOf(text);
      const found: Alike[] = [];
      for (let start = 0; start < text.length; start += 1)
        for (const word of walk(table, sounds, start, sounds.length))
          if (word.length > 1 && !text.startsWith(word.word, start)) found.push({ start, word });
      return found;
    },
  };
}
