import { type Reading, simplified, stem } from "./tokens.ts";

/** Characters `start` to `end` (exclusive, in UTF-16 units) of a text: words that were asked for, or a figure that answers. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly what: "word" | "figure";
}

/** What to lift out of a hit's title and summary: ranges in order, never overlapping. */
export interface Highlight {
  readonly title: readonly Range[];
  readonly summary: readonly Range[];
}

const NUMBER = /\d+(?:[,，]\d{3})*(?:\.\d+)?/gu;
/** What follows a number of four digits that is no year. */
const COUNTED = /^\s*(?:元|块|人|张|个|户|所|名|平|米|家|次|yuan|people|beds|square|households|places)/u;
const LATIN = /[a-z0-9]+/gu;

/**
 * Where the words asked for and the figures stand in the text. Figures first: a number that answers is a figure even
 * when it was also asked for. Years and other numbers that are no figure of the entry are left alone.
 *
 * @example rangesIn("每月300元", ["每月"], [300], reading) // [{ start: 0, end: 2, what: "word" }, { start: 2, end: 5, what: "figure" }]
 */
export function rangesIn(
  text: string,
  words: readonly string[],
  figures: readonly number[],
  reading: Reading,
): readonly Range[] {
  const plain = simplified(text.toLowerCase(), reading);
  // A text whose length changes in lower case (İ) cannot be pointed into.
  if (plain.length !== text.length) return [];
  const wanted = new Set(figures);
  const numbers = numbersIn(plain).flatMap(({ value, ...range }) =>
    wanted.has(value) ? [{ ...range, what: "figure" as const }] : [],
  );
  const said = wordRanges(plain, words).filter(
    ({ start, end }) => !numbers.some((number) => number.start < end && number.end > start),
  );
  return [...numbers, ...said].sort((left, right) => left.start - right.start);
}

/** The numbers of a text that are quantities; a year, alone or in a list of years, is none. */
export function numbersIn(
  text: string,
): readonly { readonly value: number; readonly start: number; readonly end: number }[] {
  return [...text.matchAll(NUMBER)].flatMap(({ 0: digits, index }) => {
    const end = index + digits.length;
    const isYear = /^(?:19|20)\d\d$/.test(digits) && !COUNTED.test(text.slice(end));
    return isYear ? [] : [{ value: Number(digits.replaceAll(/[,，]/gu, "")), start: index, end }];
  });
}

/** Every place where one of the words stands, neighbours and overlaps joined. */
function wordRanges(plain: string, words: readonly string[]): readonly Range[] {
  const marked = new Array<boolean>(plain.length).fill(false);
  const stems = new Set(words);
  for (const { 0: word, index } of plain.matchAll(LATIN))
    if (stems.has(stem(word))) marked.fill(true, index, index + word.length);
  for (const word of words) {
    if (/^[a-z0-9]/.test(word)) continue;
    for (let at = plain.indexOf(word); at >= 0; at = plain.indexOf(word, at + 1))
      marked.fill(true, at, at + word.length);
  }
  return runsOf(marked);
}

function runsOf(marked: readonly boolean[]): readonly Range[] {
  const runs: Range[] = [];
  let start = -1;
  for (let at = 0; at <= marked.length; at += 1) {
    if (marked[at] && start < 0) start = at;
    if (!marked[at] && start >= 0) {
      runs.push({ start, end: at, what: "word" });
      start = -1;
    }
  }
  return runs;
}
