import type { Meanings } from "./meanings.ts";
import { isHan, stem, unitsOf } from "./tokens.ts";
import { type FoundWord, wordsIn } from "./word-tree.ts";

/** Tokens of a text by how much each says of what the text is about. */
export type Weighed = ReadonlyMap<string, number>;

/**
 * What each sort of token counts. Rarity tells telling characters from others, so that a pair adds only its order; a meaning
 * (shared where a word has several) is what was asked. These and the other weights of the search are measured: see
 * test/evaluation/README.md.
 */
const SINGLE = 1;
const PAIR = 0.8;
const WORD = 1.5;
const MEANING = 2;
/** The letters of a word whose meaning counts too: otherwise a known word would count several times. */
const KNOWN = 0.5;
/** What asks (多少钱, 怎么办) still counts a little: some entries are named by a question. */
const ASKED = 0.25;
/** An age counts by the limit it is past: who is 85 asks for what begins at 80. */
const AGE = 1;

/** Characters of grammar: alone they say nothing. */
const GRAMMAR = new Set(
  "的了吗呢吧啊呀么哦我你他她您们是有在和就也都还会能要去给把被这那个得着过不没可以什怎几多少哪谁吗到",
);
/** English words of grammar and of asking, in their plain form. */
const STOP = new Set(
  (
    "a an the of to in on at for and or is are was be been do does did can could will would may i my me you your he she " +
    "his her it its we our they their this that there what which who whom how much many where when why not no with from by as " +
    "if so get got have has any some about need want please someone somebody am into out up up then than them us"
  )
    .split(" ")
    .map(stem),
);

const NUMERAL = /[零〇一二两三四五六七八九十百]+/gu;
const DIGITS: Readonly<Record<string, number>> = {
  ...{ 零: 0, 〇: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9 },
};
/** Ages people ask about. */
const AGES = { youngest: 50, oldest: 120 } as const;

/**
 * The tokens of a text and how much each counts: characters, pairs, words, what the words mean, numbers written out
 * in digits, and the limit that an age is past (`ages`: the limits that rules have, ascending).
 *
 * @example analyse("八十岁补贴", meanings, [60, 80]) // 补贴 1, 80 1.2, @age:80 1, …
 */
export function analyse(text: string, meanings: Meanings, ages: readonly number[]): Weighed {
  const units = unitsOf(text);
  const found = new Map<string, number>();
  const add = (token: string, weight: number) => found.set(token, Math.max(found.get(token) ?? 0, weight));
  const words = wordsIn(meanings.words, units);
  const factors = unitFactors(units, words, meanings);
  for (const [at, unit] of units.entries()) {
    if (unit === "") continue;
    const factor = factors[at] ?? 1;
    if (isHan(unit)) {
      if (!GRAMMAR.has(unit)) add(unit, SINGLE * factor);
      const next = units[at + 1] ?? "";
      if (isHan(next)) add(unit + next, PAIR * Math.max(factor, factors[at + 1] ?? 1));
    } else if (!STOP.has(unit)) add(unit, WORD * factor);
  }
  for (const { meanings: ids } of words) for (const id of ids) add(id, MEANING / ids.length);
  for (const number of writtenNumbers(text)) add(String(number), WORD);
  for (const limit of limitsPast(text, ages)) add(`@age:${limit}`, AGE);
  return found;
}

/** What each unit counts: little inside a wording that only asks, less inside a word whose meaning counts beside it. */
function unitFactors(
  units: readonly string[],
  words: readonly FoundWord[],
  { questions }: Meanings,
): readonly number[] {
  const factors = units.map(() => 1);
  for (const { start, end } of words) factors.fill(KNOWN, start, end);
  for (const { start, end } of wordsIn(questions, units)) factors.fill(ASKED, start, end);
  return factors;
}

/** Numbers written in Chinese characters that are surely numbers: 八十, 六十五, 一百零一. */
function writtenNumbers(text: string): readonly number[] {
  return [...text.matchAll(NUMERAL)].flatMap(([numeral]) =>
    numeral.length > 1 && /[十百]/u.test(numeral) ? [numberOf(numeral)] : [],
  );
}

function numberOf(numeral: string): number {
  const [, hundreds = "", rest = numeral] = numeral.match(/^(.*)百(.*)$/u) ?? [];
  const [, tens = "", ones = rest] = rest.match(/^(.*)十(.*)$/u) ?? [];
  const digit = (text: string, missing: number) => DIGITS[text.replace(/^[零〇]/u, "")] ?? missing;
  return (
    (numeral.includes("百") ? digit(hundreds, 1) * 100 : 0) +
    (rest.includes("十") ? digit(tens, 1) * 10 : 0) +
    digit(ones, 0)
  );
}

/** The highest limit that each age of the text has reached. Bare numbers count only in English, where no 岁 follows. */
function limitsPast(text: string, ages: readonly number[]): readonly number[] {
  const plain = text
    .normalize("NFKC")
    .replaceAll(NUMERAL, (numeral) =>
      numeral.length > 1 || numeral === "百" ? String(numberOf(numeral)) : numeral,
    );
  const said = [...plain.matchAll(/(\d{2,3})\s*(?:多|来|几)?\s*(?:周岁|岁|歲|years?\b|-year|$)/gu)];
  return said.flatMap(([, digits]) => {
    const age = Number(digits);
    if (age < AGES.youngest || age > AGES.oldest) return [];
    return ages.filter((limit) => limit <= age).slice(-1);
  });
}
