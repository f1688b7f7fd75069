import { Converter } from "opencc-js/cn2t";
import { Converter as SimplifyingConverter } from "opencc-js/t2cn";

const convert: (text: string) => string = Converter({ from: "cn", to: "tw" });

/** Those who read traditional characters quote with corners. */
const QUOTES: Readonly<Record<string, string>> = { "“": "「", "”": "」", "‘": "『", "’": "』" };

/** A sentence in traditional characters, derived from simplified ones: 周岁 → 週歲, 村里 → 村裡, “停” → 「停」. */
export function toTraditional(text: string): string {
  return convert(text).replace(/[“”‘’]/gu, (quote) => QUOTES[quote] ?? quote);
}

/**
 * Runs of text without the characters that stay as they are in the names of places, people and firms,
 * while a sentence would turn them into another word: 东里 is no 東裡, 斗门 no 鬥門, 范厝 no 範厝.
 */
const CHANGING_RUN = /[^里斗涌占溪范余于]+/gu;

/** A name of a place or an organisation in traditional characters: 晋江市 → 晉江市, 凤里街道 → 鳳里街道. */
export function nameToTraditional(name: string): string {
  return name.replace(CHANGING_RUN, toTraditional);
}

/** Text in simplified characters, to find words that differ in script only: 長者食堂 → 长者食堂. */
export const toSimplified: (text: string) => string = SimplifyingConverter({ from: "t", to: "cn" });
