import type { Vocabulary } from "../knowledge/types.ts";
import type { Match } from "./automaton.ts";
import { kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { isHan } from "./normalise.ts";

/** Long names by what one with a slip inside still shows: its first character, then its length and last character (`outlineOf`). */
export type LongNames = ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

/** So long a name must be for one wrong character in it not to leave it open which is meant. */
const SHORTEST = 5;
/** Longer texts are told at length and need no name repaired; it would only cost time. */
const LONGEST_TEXT = 400;
/** Money words that people put after 的: 百岁老人的补贴, 失能的护理费. */
const MONEY_AFTER = /的(?=补贴|津贴|补助|护理补贴|护理费|优待|体检|保险|慰问金|供养)/g;
const LONGEST_NAME = 10;
const ALL_HAN = /^\p{Script=Han}+$/u;
/** Words of grammar between two names are no slip in one: 残疾的护理补贴. */
const GRAMMAR = /[的和跟与或有没不是在要能给一二三四五六七八九十]/;
/** Shorter names inside a longer one do not prove it right. */
const PROVEN = 4;

const isName = (concepts: readonly string[]) =>
  concepts.some((concept) => kindOf(concept) === "type" || kindOf(concept) === "benefit");

const outlineOf = (length: number, last: string) => `${length}${last}`;

/** The names of the vocabulary that are long enough. */
export function longNames({ concepts }: Vocabulary): LongNames {
  const named = Object.entries(concepts).filter(([concept]) => isName([concept]));
  const names = new Map<string, Map<string, string[]>>();
  for (const name of new Set(named.flatMap(([, words]) => words))) {
    if (name.length < SHORTEST || !ALL_HAN.test(name)) continue;
    const first = name[0] ?? "";
    const outline = outlineOf(name.length, name.at(-1) ?? "");
    const own = names.get(first) ?? new Map<string, string[]>();
    names.set(first, own.set(outline, [...(own.get(outline) ?? []), name]));
  }
  return names;
}

/** The one name that differs from these characters in a single one, first and last ones kept. */
function slipOf(heard: string, alike: readonly string[]): string | null {
  const near = alike.filter((name) => {
    if (name === heard) return false;
    const wrong = [...heard].filter((character, i) => character !== name[i]);
    return wrong.length === 1 && !GRAMMAR.test(wrong[0] ?? "");
  });
  return near.length === 1 ? (near[0] ?? null) : null;
}

/** Names of facilities and benefits with one wrong character that no sound explains: 日间照科中心. `words` are those found in the text. */
export function repairSlips(text: string, words: readonly Match[], { names }: Lexicon): string {
  if (text.length > LONGEST_TEXT || !isHan(text[0] ?? "")) return text;
  const begins: number[] = [];
  for (let start = 0; start < text.length; start++) if (names.has(text[start] ?? "")) begins.push(start);
  if (begins.length === 0) return text;
  const known = words.filter(({ concepts, word }) => word.length >= PROVEN && isName(concepts));
  for (let length = LONGEST_NAME; length >= SHORTEST; length--) {
    for (const start of begins) {
      const end = start + length;
      const alike = names.get(text[start] ?? "")?.get(outlineOf(length, text[end - 1] ?? ""));
      if (!alike || known.some((one) => one.start < end && one.end > start)) continue;
      const heard = text.slice(start, end);
      const name = ALL_HAN.test(heard) ? slipOf(heard, alike) : null;
      if (name) return text.slice(0, start) + name + text.slice(end);
    }
  }
  return text;
}

/** 一级残疾的护理补贴: what follows 的 is a name by itself. */
function beginsName(text: string, start: number, lexicon: Lexicon): boolean {
  const after = text.slice(start, start + LONGEST_NAME);
  return lexicon.automaton.findAll(after).some((match) => match.start === 0 && isName(match.concepts));
}

/** 百岁老人的补贴 → 百岁老人补贴, where the words without 的 are a name. */
export function joinNames(text: string, lexicon: Lexicon): string {
  let result = text;
  for (const { index } of [...text.matchAll(MONEY_AFTER)].reverse()) {
    if (beginsName(result, index + 1, lexicon)) continue;
    const joined = result.slice(0, index) + result.slice(index + 1);
    const named = lexicon.automaton
      .findAll(joined.slice(Math.max(0, index - LONGEST_NAME), index + LONGEST_NAME))
      .some(({ start, end, concepts }) => {
        const at = Math.min(index, LONGEST_NAME);
        return start < at && end > at && isName(concepts);
      });
    if (named) result = joined;
  }
  return result;
}
