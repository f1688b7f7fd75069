import { pinyin } from "pinyin-pro";
import type { Vocabulary } from "../../engine/knowledge/types.ts";
import { isSounded, mergeSyllable } from "../../engine/language/sound.ts";
import { commonCharacters } from "./characters.ts";

/** The merged pinyin of the characters of a Chinese word as read in that word (长者 zan ze …). */
function soundOf(word: string): string[] {
  return pinyin(word, { toneType: "none", type: "array", v: true }).map(mergeSyllable);
}

function readingsOf(character: string): string[] {
  const readings = pinyin(character, { toneType: "none", type: "array", multiple: true, v: true });
  return [...new Set(readings.filter((one) => /^[a-z]+$/.test(one)).map(mergeSyllable))];
}

function soundsOfWords(concepts: Vocabulary["concepts"]): Map<string, string[]> {
  const sounds = new Map<string, string[]>();
  for (const [concept, words] of Object.entries(concepts))
    for (const word of words)
      if (!sounds.has(word) && isSounded(concept, word)) sounds.set(word, soundOf(word));
  return sounds;
}

function charactersBySound(first: readonly string[]): Map<string, string> {
  const table = new Map<string, string>();
  for (const character of new Set([...first, ...commonCharacters()])) {
    for (const reading of readingsOf(character)) table.set(reading, (table.get(reading) ?? "") + character);
  }
  return table;
}

/** Character → the syllables it may be read as, in the order of the table. */
function syllablesByCharacter(table: ReadonlyMap<string, string>): Map<string, string[]> {
  const syllables = new Map<string, string[]>();
  for (const [syllable, characters] of table)
    for (const character of characters)
      syllables.set(character, [...(syllables.get(character) ?? []), syllable]);
  return syllables;
}

/** How each character is read most often in the words; of equally frequent readings the first of the table. */
function usualReadings(
  sounds: ReadonlyMap<string, readonly string[]>,
  readings: ReadonlyMap<string, readonly string[]>,
): Map<string, string> {
  const counts = new Map<string, number>();
  for (const [word, syllables] of sounds) {
    for (const [at, character] of [...word].entries()) {
      const key = character + (syllables[at] ?? "");
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  const times = (character: string, syllable: string) => counts.get(character + syllable) ?? 0;
  return new Map(
    [...readings].map(([character, all]) => [
      character,
      all.reduce((best, one) => (times(character, one) > times(character, best) ? one : best)),
    ]),
  );
}

/** The characters usually read otherwise than under the first syllable that lists them, by that other syllable. */
function unlikeFirst(
  usual: ReadonlyMap<string, string>,
  readings: ReadonlyMap<string, readonly string[]>,
): Record<string, string> {
  const table = new Map<string, string>();
  for (const [character, syllable] of usual)
    if (readings.get(character)?.[0] !== syllable)
      table.set(syllable, (table.get(syllable) ?? "") + character);
  return Object.fromEntries(table);
}

/** The tables for repairing homophones and reading typed pinyin. */
export function soundTables(
  concepts: Vocabulary["concepts"],
): Pick<Vocabulary, "pinyin" | "syllables" | "usual"> {
  const single = (concepts["common:"] ?? []).filter((word) => /^\p{Script=Han}$/u.test(word));
  const table = charactersBySound(single);
  const readings = syllablesByCharacter(table);
  const sounds = soundsOfWords(concepts);
  const usual = usualReadings(sounds, readings);
  const told = [...sounds].filter(
    ([word, syllables]) =>
      syllables.every((one) => table.has(one)) &&
      [...word].some((character, at) => usual.get(character) !== syllables[at]),
  );
  return {
    pinyin: Object.fromEntries(told.map(([word, syllables]) => [word, syllables.join(" ")])),
    syllables: Object.fromEntries(table),
    usual: unlikeFirst(usual, readings),
  };
}
