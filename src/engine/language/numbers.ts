/** A number said in a text. `from`/`to` are positions in the text. */
export interface NumberFound {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  /** 八十多, 八十几, 80来: only the decade is known. */
  readonly vague: boolean;
}

const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const PATTERN = /\d+(?:\.\d+)?|[零〇一二两三四五六七八九十百千廿卅]+/g;
/** 一百空二 is how 一百零二 is said in Hokkien, 八十有二 an old form of 八十二. */
const SPOKEN_ZERO = /(?<=十)有(?=[一二三四五六七八九])|(?<=百)(?:空|又|有)(?=[一二三四五六七八九])/g;
const ENGLISH_UNITS = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
const ENGLISH_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const UNIT_PATTERN = ENGLISH_UNITS.join("|");
const ENGLISH = new RegExp(
  `\\b(?:((${ENGLISH_TENS.join("|")})(?:[ -](${UNIT_PATTERN}))?)|((?:a|one) hundred)(?:(?: and)? (${UNIT_PATTERN}))?)\\b`,
  "g",
);
const VAGUE = /^(?:多|几|来|好几|出头|左右|上下)/;

/** Value of a Chinese numeral such as 八十二, 一百零一, 廿五, 八二; null where the characters are no number. */
export function chineseNumber(numeral: string): number | null {
  const text = numeral.replace(/廿/g, "二十").replace(/卅/g, "三十");
  if (![...text].some((c) => c in UNITS)) return digitString(text);
  let total = 0;
  let digit: number | null = null;
  let lastUnit = 10_000;
  for (const character of text) {
    const unit = UNITS[character];
    if (unit === undefined) {
      if (digit !== null && digit !== 0) return null;
      digit = DIGITS[character] ?? null;
      if (digit === null) return null;
      continue;
    }
    if (unit >= lastUnit) return null;
    total += (digit ?? 1) * unit;
    lastUnit = unit;
    digit = null;
  }
  if (digit !== null && lastUnit === 100 && !text.includes("零")) return total + digit * 10;
  return total + (digit ?? 0);
}

function digitString(text: string): number | null {
  let value = 0;
  for (const character of text) {
    const digit = DIGITS[character];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return text ? value : null;
}

/** Ages are between twenty and a hundred and some; smaller English numbers are left to their words. */
function englishNumbers(text: string): NumberFound[] {
  if (!/[a-z]ty|hundred/.test(text)) return [];
  return [...text.matchAll(ENGLISH)].map((match) => {
    const [words, , tens = "", unit = "", hundred, rest = ""] = match;
    const value = hundred
      ? 100 + ENGLISH_UNITS.indexOf(rest) + 1
      : tensOf(tens) + ENGLISH_UNITS.indexOf(unit) + 1;
    return { start: match.index, end: match.index + words.length, value, vague: false };
  });
}

function tensOf(word: string): number {
  return (ENGLISH_TENS.indexOf(word) + 2) * 10;
}

/** All numbers of a text, Chinese, Arabic and English ones, in order; `n十有二` and `n百空二` count as one. */
export function findNumbers(text: string): NumberFound[] {
  const joined = text.replace(SPOKEN_ZERO, "零");
  const found = englishNumbers(text);
  for (const match of joined.matchAll(PATTERN)) {
    const start = match.index;
    const end = start + match[0].length;
    const value = /\d/.test(match[0]) ? Number(match[0]) : chineseNumber(match[0].replace(/(?<=十)零/, ""));
    if (value === null) continue;
    found.push({ start, end, value, vague: VAGUE.test(joined.slice(end)) });
  }
  return found.sort((a, b) => a.start - b.start);
}
