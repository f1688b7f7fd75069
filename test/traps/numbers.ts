/**
 * The numbers a text tells, in Chinese and in English, so that two texts or a text and its figures can be compared.
 * Digits are surely numbers; words (三年, sixty, twice) may be, so they only excuse a number of the other language.
 */

const CHINESE_DIGITS = "零一二三四五六七八九";
const CHINESE_POWERS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 万: 10_000 };
const ENGLISH_WORDS: Readonly<Record<string, number>> = {
  half: 50,
  one: 1,
  once: 1,
  each: 1,
  two: 2,
  twice: 2,
  both: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  sixty: 60,
  eighty: 80,
  ninety: 90,
  hundred: 100,
  first: 1,
  second: 2,
  third: 3,
  free: 100,
};
const MONTHS = "january february march april may june july august september october november december".split(
  " ",
);

/** Numbers in digits; `5.6万` is 56000, `1,500` is 1500. @example digitsOf("每月不低于2万元") // [20000] */
export function digitsOf(text: string): readonly number[] {
  return [...text.matchAll(/(\d+(?:,\d{3})+|\d+)(\.\d+)?\s*(万|亿)?/g)].map(
    ([, whole = "", rest = "", power]) => {
      const value = Number(whole.replaceAll(",", "") + rest);
      return Math.round(value * (power === "万" ? 10_000 : power === "亿" ? 100_000_000 : 1) * 1000) / 1000;
    },
  );
}

/** Numbers that words of either language may stand for, e.g. 十五, 两, 免费 (all of it), sixty, March. */
function wordsOf(text: string): readonly number[] {
  const chinese = [...text.matchAll(/[零一二两三四五六七八九十百千万]+/g)].map(([word]) =>
    chineseNumber(word),
  );
  const english = (text.toLowerCase().match(/[a-z]+/g) ?? []).flatMap((word) => {
    const value = ENGLISH_WORDS[word];
    const month = MONTHS.indexOf(word) + 1;
    return value !== undefined ? [value] : month > 0 ? [month] : [];
  });
  const meant = [
    [/半价|一半/, 50],
    [/免费/, 100],
    [/十四五/, 2025],
  ] as const;
  return [...chinese, ...english, ...meant.flatMap(([words, number]) => (words.test(text) ? [number] : []))];
}

/** Every number told in digits or words. */
export function numbersOf(text: string): ReadonlySet<number> {
  return new Set([...digitsOf(text), ...wordsOf(text)]);
}

/**
 * Numbers in digits that one of two texts tells and the other does not. A year that only one of them names (“the plan of
 * 2021”, “this plan”) is no difference; different years on both sides are.
 */
export function differing(one: string, other: string): readonly number[] {
  const missing = [untold(one, other), untold(other, one)];
  const contradict = missing.every((numbers) => numbers.some(isYear));
  return missing.flat().filter((number) => contradict || !isYear(number));
}

function untold(text: string, other: string): readonly number[] {
  const told = numbersOf(other);
  return [...new Set(digitsOf(text))].filter((number) => !told.has(number));
}

function isYear(number: number): boolean {
  return Number.isInteger(number) && number >= 2010 && number <= 2030;
}

function chineseNumber(word: string): number {
  let total = 0;
  let digit = 0;
  for (const character of word.replaceAll("两", "二")) {
    const power = CHINESE_POWERS[character];
    if (power === undefined) digit = CHINESE_DIGITS.indexOf(character);
    else {
      total += (digit === 0 ? 1 : digit) * power;
      digit = 0;
    }
  }
  return total + digit;
}
