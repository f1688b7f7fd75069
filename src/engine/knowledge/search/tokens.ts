import type { Vocabulary } from "../types.ts";

/**
 * What a text is searched by. Chinese has no spaces, so every run of Chinese characters gives its single
 * characters and its pairs of neighbours (`高龄津贴` → 高 龄 津 贴 高龄 龄津 津贴): pairs tell words apart without a
 * dictionary, singles catch one-character slips. Latin letters and digits give whole lower-case words.
 */
const RUN = /[\p{Script=Han}]+|[\p{L}\p{N}]+/gu;
const HAN = /^\p{Script=Han}/u;

/** Every token of the text, repeated as often as it occurs. @example tokens("助餐 A1") // ["助","餐","助餐","a1"] */
export function tokens(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.normalize("NFKC").toLowerCase().matchAll(RUN)) {
    if (HAN.test(run)) found.push(...singles(run), ...pairs([...run], ""));
    else found.push(...latinWords(run));
  }
  return found;
}

/** How characters are read: made once per knowledge by `readingOf`. */
export interface Reading {
  /** Traditional and variant characters → simplified. */
  readonly simple: ReadonlyMap<string, string>;
  /** Character → its syllable, without tone and merged as southern speakers merge. */
  readonly sound: ReadonlyMap<string, string>;
}

/** The vocabulary's tables turned round for reading character by character. */
export function readingOf({ simplify, syllables }: Pick<Vocabulary, "simplify" | "syllables">): Reading {
  const variants = [...simplify];
  const simple = new Map<string, string>();
  for (let at = 0; at + 1 < variants.length; at += 2) simple.set(variants[at] ?? "", variants[at + 1] ?? "");
  const sound = new Map<string, string>();
  for (const [syllable, characters] of Object.entries(syllables)) {
    for (const character of characters) if (!sound.has(character)) sound.set(character, syllable);
  }
  return { simple, sound };
}

/** The text with traditional characters simplified, so that a query in either is the same. */
export function simplified(text: string, { simple }: Reading): string {
  return [...text].map((character) => simple.get(character) ?? character).join("");
}

/**
 * The sounds of the text as pairs of neighbouring syllables, so that a word written with other characters
 * of the same sound is still found (`高令` → `~gao.ling`). Marked with `~` to keep them apart from words.
 */
export function soundTokens(text: string, { sound }: Reading): string[] {
  const sounds: string[] = [];
  for (const [run] of text.matchAll(/\p{Script=Han}+/gu)) {
    const spoken = [...run].map((character) => sound.get(character) ?? character);
    sounds.push(...pairs(spoken, ".").map((pair) => `~${pair}`));
  }
  return sounds;
}

function singles(run: string): string[] {
  return [...run];
}

function pairs(parts: readonly string[], join: string): string[] {
  return parts.slice(1).map((part, at) => `${parts[at]}${join}${part}`);
}

/** A run may mix scripts (`3元`): what is not Chinese stays one word each. */
function latinWords(run: string): string[] {
  return run.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? [];
}
