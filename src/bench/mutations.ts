import { toTraditional } from "../compiler/traditional.ts";
import type { Vocabulary } from "../engine/index.ts";

/** Numbers in [0, 1) that follow from a seed, so that a run can be repeated (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Changes a text in a way that leaves its meaning; null where it cannot be changed so. */
type Change = (text: string, random: () => number) => string | null;

const FILLERS = ["那个", "就是", "请问一下", "哎"];
const HAN = /\p{Script=Han}/u;
const LATIN = /[a-z]/i;
/** Characters of numbers: another of the same sound would be another age. */
const NUMERAL = /[零〇一二两三四五六七八九十百千万\d]/u;
/** Signs, and spaces beside Chinese; dots and dashes of numbers stay. */
const SIGNS =
  /(?<!\d)[.,:](?!\d)|[，。？！；：、…“”‘’"'?!;()（）~]|(?<=\p{Script=Han})\s+|\s+(?=\p{Script=Han})/gu;

function pick<T>(choices: readonly T[], random: () => number): T | null {
  return choices[Math.floor(random() * choices.length)] ?? null;
}

/** Positions, in characters, of those that fit. */
function positions(characters: readonly string[], fits: (character: string) => boolean): number[] {
  return characters.flatMap((character, at) => (fits(character) ? [at] : []));
}

function homophones(vocabulary: Vocabulary): Change {
  const alike = new Map<string, Set<string>>();
  for (const characters of Object.values(vocabulary.syllables)) {
    for (const one of characters) {
      const known = alike.get(one) ?? new Set();
      for (const other of characters) if (other !== one && !NUMERAL.test(other)) known.add(other);
      alike.set(one, known);
    }
  }
  return (text, random) => {
    const characters = [...text];
    const has = (character: string) => !NUMERAL.test(character) && (alike.get(character)?.size ?? 0) > 0;
    const at = pick(positions(characters, has), random);
    if (at === null) return null;
    characters[at] = pick([...(alike.get(characters[at] ?? "") ?? [])], random) ?? "";
    return characters.join("");
  };
}

/** A filler where people draw breath: at the start or after a sign. */
const filled: Change = (text, random) => {
  if (!HAN.test(text)) return null;
  const starts = [
    0,
    ...[...text.matchAll(/[，。？！；\s]+(?=\p{Script=Han})/gu)].map((m) => m.index + m[0].length),
  ];
  const at = pick(starts, random) ?? 0;
  return text.slice(0, at) + (pick(FILLERS, random) ?? "") + text.slice(at);
};

/** One of the characters that fit, twice. */
function doubled(fits: RegExp): Change {
  return (text, random) => {
    const characters = [...text];
    const at = pick(
      positions(characters, (one) => fits.test(one)),
      random,
    );
    if (at === null) return null;
    characters.splice(at, 0, characters[at] ?? "");
    return characters.join("");
  };
}

/** Without signs; words in Latin letters stay apart. */
const unpunctuated: Change = (text) =>
  text.replace(SIGNS, (sign, at: number) =>
    LATIN.test(text[at - 1] ?? "") && LATIN.test(text[at + sign.length] ?? "") ? " " : "",
  );

/** How texts are changed, by name. */
export function changesWith(vocabulary: Vocabulary): Readonly<Record<string, Change>> {
  return {
    homophone: homophones(vocabulary),
    traditional: toTraditional,
    filler: filled,
    "doubled character": doubled(HAN),
    "doubled letter": doubled(LATIN),
    unpunctuated,
  };
}

/** A changed text of a row. */
export interface Mutation {
  readonly kind: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The different texts that `rounds` draws of each change make of a text; a change without a choice makes one.
 * The same text, seed and rounds always give the same.
 */
export function mutationsOf(
  text: string,
  changes: Readonly<Record<string, Change>>,
  seed: number,
  rounds: number,
): readonly Mutation[] {
  const random = randomFrom(
    [...text].reduce((sum, one) => Math.imul(sum, 31) + (one.codePointAt(0) ?? 0), seed),
  );
  return Object.entries(changes).flatMap(([kind, change]) => {
    const made = Array.from({ length: rounds }, () => change(text, random));
    const different = new Set(made.filter((to) => to !== null && to.trim() !== "" && to !== text));
    return [...different].map((to) => ({ kind, from: text, to: to ?? "" }));
  });
}
