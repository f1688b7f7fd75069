import type { Vocabulary } from "../types.ts";

/**
 * What a text is searched by. Chinese has no spaces, so every run of Chinese characters gives its single
 * characters and its pairs of neighbours (`高龄津贴` → 高 龄 津 贴 高龄 龄津 津贴): pairs tell words apart without a
 * dictionary, singles catch one-character slips. Latin letters and digits give whole lower-case words, without endings.
 */
const RUN = /\p{Script=Han}+|(?:(?!\p{Script=Han})[\p{L}\p{N}])+/gu;
const HAN = /^\p{Script=Han}/u;
/** English words shorter than this keep their endings: `bus`, `gas`. */
const SHORTEST_STEM = 4;

/** Whether the text begins with a Chinese character. */
export function isHan(text: string): boolean {
  return HAN.test(text);
}

/**
 * The smallest parts of a text in order: each Chinese character, each Latin word or number in its plain form, and an
 * empty one between runs that punctuation or spaces part (`助餐, meals` → 助 餐 "" meal).
 */
export function unitsOf(text: string): readonly string[] {
  const units: string[] = [];
  let end = 0;
  const plain = text.normalize("NFKC").toLowerCase();
  for (const { 0: run, index } of plain.matchAll(RUN)) {
    if (units.length > 0 && index > end && !(isLatin(units.at(-1)) && !isHan(run))) units.push("");
    if (isHan(run)) units.push(...run);
    else units.push(stem(run));
    end = index + run.length;
  }
  return units;
}

function isLatin(unit: string | undefined): boolean {
  return unit !== undefined && unit !== "" && !isHan(unit);
}

/** Every token of the text, repeated as often as it occurs. @example tokens("助餐 A1") // ["助","餐","助餐","a1"] */
export function tokens(text: string): string[] {
  const found: string[] = [];
  for (const [run] of text.normalize("NFKC").toLowerCase().matchAll(RUN)) {
    if (isHan(run)) found.push(...run, ...pairs([...run], ""));
    else found.push(stem(run));
  }
  return found;
}

/**
 * An English word without its ending, so that `visits`, `visiting` and `visited` are one word. Light on purpose: a rare
 * word cut too short costs less than two words taken for one.
 */
export function stem(word: string): string {
  if (word.length < SHORTEST_STEM || !/^[a-z]+$/.test(word)) return word;
  const singular = word
    .replace(/ies$/, "y")
    .replace(/(ss|sh|ch|x)es$/, "$1")
    .replace(/([^su])s$/, "$1");
  const bare = singular.length > SHORTEST_STEM ? singular.replace(/(?<=[a-z]{3})(?:ing|ed)$/, "") : singular;
  const single = bare === singular ? bare : bare.replace(/([bdgmnprt])\1$/, "$1");
  return single.length >= SHORTEST_STEM ? single.replace(/e$/, "") : single;
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

function pairs(parts: readonly string[], join: string): string[] {
  return parts.slice(1).map((part, at) => `${parts[at]}${join}${part}`);
}
