const INITIALS: readonly (readonly [RegExp, string])[] = [
  [/^zh/, "z"],
  [/^ch/, "c"],
  [/^sh/, "s"],
  [/^n/, "l"],
  [/^r/, "l"],
  [/^fa/, "hua"],
  [/^fe(?=n)/, "hu"],
  [/^fei/, "hui"],
  [/^f/, "h"],
];

/**
 * Spells a toneless pinyin syllable as southern speakers merge it: zh/z, ch/c, sh/s, n/l/r, f/h and ng/n
 * fall together, so that 长这 and 长者, 蓝安 and 南安 have one spelling.
 */
export function mergeSyllable(syllable: string): string {
  let merged = syllable.toLowerCase().replace(/ü|u:/g, "v");
  for (const [from, to] of INITIALS) {
    if (!from.test(merged)) continue;
    merged = merged.replace(from, to);
    break;
  }
  return merged
    .replace(/(?<=[aeiu])ng$/, "n")
    .replace(/^hun$/, "hen")
    .replace(/^lv/, "lu");
}

/** Letters without their tone marks: `tn̂g-hōo-hiám` → `tng-hoo-hiam`. */
export function withoutTones(text: string): string {
  return text
    .normalize("NFD")
    .replace(/[\u0300-\u0307\u0309-\u036f]/g, "")
    .normalize("NFC");
}

const CHINESE = /^\p{Script=Han}+$/u;
/** Longer words are only met as written; repairing them by sound would cost more than it finds. */
const LONGEST = 10;

/** Whether a word is also found by its sound: Chinese, and of more than one character unless it is an everyday word or an age mark. */
export function isSounded(concept: string, word: string): boolean {
  if (/^(?:say:|mark:choice=)/.test(concept) || !CHINESE.test(word) || word.length > LONGEST) return false;
  return word.length > 1 || concept.startsWith("common:") || concept.startsWith("mark:age");
}
