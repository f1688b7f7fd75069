import { chineseNumbers } from "./numerals.ts";

/** The numbers of a clause. */
export interface Numbers {
  /** In digits, and meaning an amount: each must be a figure of a statement. In the order of the text, each once. */
  readonly quantities: readonly number[];
  /** Years, numbers in names (`1+N`, `5G`, `第12次`) and in Chinese characters: they may be figures and need not. */
  readonly others: ReadonlySet<number>;
}

const YEAR = "(?:19|20)\\d\\d";
/** 2022年, and the years before it in 2022-2025年 or 2023、2024年. */
const YEARS = new RegExp(`(?<![\\d.])(${YEAR})(?=(?:\\s*[-~至到、和]\\s*${YEAR})*\\s*年)`, "gu");

/** 1+N, 5G, 第12次. */
const IN_NAMES = /\d+(?=\+?[A-Z])|(?<=第\s*)\d+/gu;

/** Numbers that count nothing, most telling first; each is taken out before the next is looked for. */
const NO_QUANTITY: readonly RegExp[] = [
  /^[^\S\n]*-+[^\S\n]*\d+[^\S\n]*-+[^\S\n]*$/gmu, // a page's number: - 12 -
  /(?:19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}/gu, // a day: 2022-03-09
  /(?<!\d)\d{1,2}:\d\d(?!\d)/gu, // a time: 17:41
  /〔[^〕\n]*〕(?:\s*第?\s*\d+\s*号)?/gu, // a document's number: 〔2021〕56号
  /(?:[([]\s*\d{4}\s*[)\]]\s*)?\d+\s*号/gu, // (2021)42号, 12号
  YEARS,
  /(?:(?<!\d)\d{1,2}\s*[-~至到]\s*)?(?<!\d)\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?/gu, // 3月9日, 3-5月
  /附件\s*:?\s*\d+-\d+[^\n]*\n\s*\d+-\d+/gu, // a list of attachments: 附件:1-1 … 1-2 …
  /(?:附件|附表|(?<=^|[\s(《、，。;:见如])表)\s*:?\s*\d+(?:-\d+)?/gmu, // 附件1-1, 表1
  /(?<![\d.])\d{1,2}\.(?=\s*[^\d\s])/gu, // 1.first item
  /^[\s*#|]*\d{1,2}、(?=\s*\D)/gmu, // 1、first item
  /[([]\d{1,2}[)\]]/gu, // (1), [1]
  /[A-Z]+\/T\s*\d[\d.-]*|[A-Za-z]+-?\d[\d.-]*/gu, // GB/T 35796, A4
  IN_NAMES,
];

const NUMBER = /\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?/gu;
const TIMES: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/**
 * Reads the numbers of a clause's plain text.
 *
 * @example numbersOf("2025年达到5.6 万张，占比60%").quantities // [56000, 60]
 */
export function numbersOf(text: string): Numbers {
  const named = [...text.matchAll(IN_NAMES)].map(([number]) => Number(number));
  const left = NO_QUANTITY.reduce(blank, withoutRowNumbers(text));
  const quantities = [...left.matchAll(NUMBER)].map((match) => {
    const [number] = match;
    return scaled(number.replace(/,/gu, ""), left.slice(match.index + number.length));
  });
  return {
    quantities: [...new Set(quantities)],
    others: new Set([...yearsOf(text), ...named, ...chineseNumbers(text)]),
  };
}

/** The years that a text names. */
export function yearsOf(text: string): readonly number[] {
  return [...text.matchAll(YEARS)].map(([year]) => Number(year));
}

/** `5.6` before `万` is 56000, and so is the 5 of `5-6万`; rounded, for 1.1 × 10000 is not whole in binary. */
function scaled(number: string, after: string): number {
  const unit = /^\s*(?:[-~至到]\s*\d+(?:\.\d+)?\s*)?([万亿])/u.exec(after)?.[1] ?? "";
  return Number((Number(number) * (TIMES[unit] ?? 1)).toFixed(6));
}

/** Fewer rows than this are as likely lines that a page broke before a number. */
const FEWEST_ROWS = 3;

/** Takes out the numbers of a table's rows: 1, 2, 3 … at the beginning of lines, each followed by a blank. */
function withoutRowNumbers(text: string): string {
  let row = 1;
  const marked = text.replace(
    /^([\s|*]*)(\d{1,2})(?=[\s|]|$)/gmu,
    (whole, before: string, number: string) => {
      if (Number(number) !== row) return whole;
      row++;
      return `${before}${" ".repeat(number.length)}`;
    },
  );
  return row > FEWEST_ROWS ? marked : text;
}

function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => match.replace(/[^\n]/gu, " "));
}
