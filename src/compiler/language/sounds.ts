import { pinyin } from "pinyin-pro";
import type { Vocabulary } from "../../engine/knowledge/types.ts";
import { kindOf } from "../../engine/language/concepts.ts";
import { LOOK_UP_ONLY } from "../../engine/language/lexicon.ts";
import { mergeSyllable } from "../../engine/language/sound.ts";
import { commonCharacters } from "./characters.ts";

const CHINESE = /^\p{Script=Han}+$/u;
/** Longer words are only met as written; repairing them by sound would cost more than it finds. */
const LONGEST = 10;

/** The merged pinyin of a Chinese word as read in that word (长者 zan ze…), syllables joined by a space. */
export function soundOf(word: string): string {
  return pinyin(word, { toneType: "none", type: "array", v: true }).map(mergeSyllable).join(" ");
}

function readingsOf(character: string): string[] {
  const readings = pinyin(character, { toneType: "none", type: "array", multiple: true, v: true });
  return [...new Set(readings.filter((one) => /^[a-z]+$/.test(one)).map(mergeSyllable))];
}

function wordsBySound(concepts: Vocabulary["concepts"]): Record<string, string> {
  const table = new Map<string, string[]>();
  for (const [concept, words] of Object.entries(concepts)) {
    if (/^(?:say:|mark:choice=)/.test(concept) || LOOK_UP_ONLY.has(kindOf(concept))) continue;
    const single = concept.startsWith("common:") || concept.startsWith("mark:age");
    for (const word of words) {
      if (!CHINESE.test(word) || word.length > LONGEST || (word.length < 2 && !single)) continue;
      const key = soundOf(word);
      const known = table.get(key) ?? [];
      if (!known.includes(word)) table.set(key, [...known, word]);
    }
  }
  return Object.fromEntries([...table].map(([key, words]) => [key, words.join(" ")]));
}

function charactersBySound(first: readonly string[]): Record<string, string> {
  const table = new Map<string, string>();
  for (const character of new Set([...first, ...commonCharacters()])) {
    for (const reading of readingsOf(character)) table.set(reading, (table.get(reading) ?? "") + character);
  }
  return Object.fromEntries(table);
}

/** The tables for repairing homophones and reading typed pinyin. */
export function soundTables(concepts: Vocabulary["concepts"]): Pick<Vocabulary, "pinyin" | "syllables"> {
  const single = (concepts["common:"] ?? []).filter((word) => word.length === 1 && CHINESE.test(word));
  return { pinyin: wordsBySound(concepts), syllables: charactersBySound(single) };
}
