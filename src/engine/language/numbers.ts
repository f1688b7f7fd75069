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

/** All numbers of a text, Chinese and Arabic ones, in order; `n十有二` counts as one. */
export function findNumbers(text: string): NumberFound[] {
  const joined = text.replace(/(?<=十)有(?=[一二三四五六七八九])/g, "零");
  const found: NumberFound[] = [];
  for (const match of joined.matchAll(PATTERN)) {
    const start = match.index;
    const end = start + match[0].length;
    const value = /\d/.test(match[0]) ? Number(match[0]) : chineseNumber(match[0].replace(/(?<=十)零/, ""));
    if (value === null) continue;
    found.push({ start, end, value, vague: VAGUE.test(joined.slice(end)) });
  }
  return found;
}
