/**
 * Ages told by when somebody was born (1944年的, 民国三十三年, 1938年农历十月): what full years that means today.
 * No age is made up: what leaves two possible ages is told as both.
 */
import type { Day } from "../knowledge/types.ts";
import type { AgeFound } from "./ages.ts";
import { chineseNumber } from "./numbers.ts";
import type { Reading } from "./reading.ts";
import type { AgeRange } from "./types.ts";

/** The days between which somebody was born, both included. */
interface Born {
  readonly first: Day;
  readonly last: Day;
}

/** When somebody was born, and where in the text it stands. */
export interface BirthFound extends Born {
  readonly start: number;
  readonly end: number;
  /** The calendar year, where it is told by its number; null for a year of the old calendar or of an animal. */
  readonly year: number | null;
}

/** Years of age: nobody asked about is younger (2017年的文件 is nobody's birth) or older. */
export const ELDERS = { from: 40, to: 125 } as const;
/** The lunar year begins between these days (month and day). */
export const NEW_YEAR = { first: "01-21", last: "02-20" } as const;
/** A lunar month is this many days long, and a leap month may come before it. */
const LUNAR_MONTH = { days: 29.54, leap: 12 };
const DAY_MILLISECONDS = 86_400_000;

const NUMERAL = "(?:\\d{1,2}|正|冬|腊|[一二三四五六七八九十]{1,2})";
const MONTH = `(?:(农历|阴历|旧历|古历)?(${NUMERAL})月份?(?:(?:初|廿)?(\\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]?)?)?`;
/** Words after a year that make it one of birth; 的 only at the end of what is said (四四年的). */
const BORN_AFTER = "(?:出?生|生人|属|(?:的|份的?)(?=$|[，。；、 ？！人老]))";
const YEAR_4 = "(19\\d\\d|一九[零〇一二三四五六七八九]{2})";
const YEAR_2 = "(\\d\\d|[零〇一二三四五六七八九]{2})";
/** Before a two-digit year that is no number of years: 住了44年的房子 is none. */
const WHO_BEFORE = "(?<=^|[，。；、：我他她伊您你是于人妈爸公婆母父嬷奶爷姑姨舅叔伯婶])";
const SAID = "(?:生于|出生于|出生在|出生年份?是?|出生日期是?|生日是?|身份证上?(?:写的?)?是?)";

const PATTERNS: readonly { readonly words: RegExp; readonly from: number }[] = [
  { words: new RegExp(`${YEAR_4}年?${MONTH}${BORN_AFTER}`, "g"), from: 0 },
  { words: new RegExp(`${SAID}${YEAR_4}年?${MONTH}`, "g"), from: 0 },
  { words: new RegExp(`${SAID}${YEAR_2}年${MONTH}`, "g"), from: 1900 },
  {
    words: new RegExp(`(?<![\\d零〇一二三四五六七八九十百])${YEAR_2}年${MONTH}(?:出?生|生人)`, "g"),
    from: 1900,
  },
  { words: new RegExp(`${WHO_BEFORE}${YEAR_2}年${MONTH}${BORN_AFTER}`, "g"), from: 1900 },
  { words: new RegExp(`民国(\\d{1,2}|[一二三四五六七八九十]{1,3})年${MONTH}`, "g"), from: 1911 },
  { words: new RegExp(`(解放|建国)那年${MONTH}(?:出?生|的)`, "g"), from: 0 },
];
/** The same alone, which only answers the question how old somebody is. */
const ALONE: readonly { readonly words: RegExp; readonly from: number }[] = [
  {
    words: new RegExp(`^(?:[我他她是，]|大概|应该|好像)*${YEAR_4}年?${MONTH}(?=$|[，。的吧])`, "g"),
    from: 0,
  },
  {
    words: new RegExp(`^(?:[我他她是，]|大概|应该|好像)*${YEAR_2}年${MONTH}(?=$|[，。的吧])`, "g"),
    from: 1900,
  },
];
/** A whole date in figures: 1950-05-08, 1950.5.8, 1950年5月8日. */
const DATE = /(?<!\d)(19\d\d)[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)[日号]?(?:出?生)?/g;

const ENGLISH_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const ENGLISH_MONTH = `(${ENGLISH_MONTHS.join("|")})[a-z]*`;
const ENGLISH = new RegExp(
  `\\b(?:born|birthday|birth|b\\.)[a-z ,]{0,14}?(?:(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${ENGLISH_MONTH}[ ，]*|${ENGLISH_MONTH} ?(?:(\\d{1,2})(?:st|nd|rd|th)?)?[ ，]*)?(?:in |of )?(19\\d\\d)\\b`,
  "g",
);

function dayOf(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}

function later(day: Day, days: number): Day {
  return new Date(Date.parse(day) + Math.round(days) * DAY_MILLISECONDS).toISOString().slice(0, 10);
}

/** Full years on a day of somebody born on another. */
function ageOn(today: Day, born: Day): number {
  const years = Number(today.slice(0, 4)) - Number(born.slice(0, 4));
  return today.slice(5) < born.slice(5) ? years - 1 : years;
}

/** The full years that somebody born between two days may have today. */
export function rangeOf({ first, last }: Born, today: Day): AgeRange {
  return { from: ageOn(today, last), to: ageOn(today, first), year: null };
}

function numberOf(words: string): number | null {
  if (/^\d+$/.test(words)) return Number(words);
  if (words === "正") return 1;
  if (words === "冬") return 11;
  if (words === "腊") return 12;
  return chineseNumber(words);
}

/** A month of the old calendar, which begins at another time each year. */
function lunarMonth(year: number, month: number): Born {
  return {
    first: later(`${year}-${NEW_YEAR.first}`, LUNAR_MONTH.days * (month - 1) - 1),
    last: later(`${year}-${NEW_YEAR.last}`, LUNAR_MONTH.days * month + (month > 1 ? LUNAR_MONTH.leap : 0)),
  };
}

/** The days on which a year of the old calendar may begin and end. */
export function lunarYear(year: number): Born {
  return { first: `${year}-${NEW_YEAR.first}`, last: `${year + 1}-${NEW_YEAR.last}` };
}

/** The month, and the day where it is told, of a year. Null when there is no such day. */
function within(year: number, month: string | undefined, day: string | undefined, old: boolean): Born | null {
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31` };
  const number = numberOf(month);
  if (number === null || number < 1 || number > 12) return null;
  if (old || /[正冬腊]/.test(month)) return lunarMonth(year, number);
  const date = day === undefined ? null : numberOf(day);
  if (date === null) return { first: dayOf(year, number, 1), last: later(dayOf(year, number + 1, 1), -1) };
  const exact = dayOf(year, number, date);
  return Number(exact.slice(5, 7)) === number ? { first: exact, last: exact } : null;
}

function yearOf(words: string, from: number): number | null {
  if (/解放|建国/.test(words)) return 1949;
  const digits = words.replace(/〇/g, "零");
  const value = /^\d+$/.test(digits) ? Number(digits) : chineseNumber(digits);
  return value === null ? null : from + value;
}

function found(match: RegExpMatchArray, year: number | null, born: Born | null, today: Day): BirthFound[] {
  if (year === null || born === null) return [];
  const age = ageOn(today, born.first);
  if (age < ELDERS.from || age > ELDERS.to) return [];
  const start = match.index ?? 0;
  return [{ ...born, start, end: start + match[0].length, year }];
}

function chinese(reading: Reading, answers: boolean, today: Day): BirthFound[] {
  const patterns = answers ? [...PATTERNS, ...ALONE] : PATTERNS;
  return patterns.flatMap(({ words, from }) =>
    [...reading.text.matchAll(words)].flatMap((match) => {
      const [, said = "", old, month, day] = match;
      const year = yearOf(said, from);
      return found(match, year, year === null ? null : within(year, month, day, old !== undefined), today);
    }),
  );
}

function dates(reading: Reading, answers: boolean, today: Day): BirthFound[] {
  return [...reading.text.matchAll(DATE)].flatMap((match) => {
    const [whole, year = "", month, day] = match;
    const meant =
      answers ||
      /生$/.test(whole) ||
      /(?:生日|出生|身份证)[^，。]{0,6}$/.test(reading.text.slice(0, match.index));
    return meant ? found(match, Number(year), within(Number(year), month, day, false), today) : [];
  });
}

function english(reading: Reading, today: Day): BirthFound[] {
  return [...reading.text.matchAll(ENGLISH)].flatMap((match) => {
    const [, dayBefore, monthAfter, monthFirst, dayAfter, year = ""] = match;
    const name = monthAfter ?? monthFirst;
    const month = name === undefined ? undefined : String(ENGLISH_MONTHS.indexOf(name) + 1);
    return found(match, Number(year), within(Number(year), month, dayBefore ?? dayAfter, false), today);
  });
}

/**
 * When people were born, as a text tells it; of overlapping readings the longest. A bare year or date counts only as the
 * answer to the question how old somebody is (`answers`).
 */
export function findBirths(reading: Reading, answers: boolean, today: Day): readonly BirthFound[] {
  const all = [
    ...dates(reading, answers, today),
    ...chinese(reading, answers, today),
    ...english(reading, today),
  ];
  const longestFirst = [...all].sort((one, other) => other.end - other.start - (one.end - one.start));
  const kept: BirthFound[] = [];
  for (const one of longestFirst)
    if (!kept.some(({ start, end }) => one.start < end && start < one.end)) kept.push(one);
  return kept.sort((one, other) => one.start - other.start);
}

/** A birth as an age found: exact when every day it may have been gives the same age. */
export function ageOfBirth(born: BirthFound, today: Day): AgeFound {
  const { from, to } = rangeOf(born, today);
  return { start: born.start, end: born.end, value: to, kind: from === to ? "exact" : "about" };
}

/** The ages that a birth leaves possible. */
export function agesOfBirth(born: BirthFound, today: Day): AgeRange {
  return { ...rangeOf(born, today), year: born.year };
}

const PASSED =
  /(?:刚过|上个?月|过了|过完|过啦|过去|过过)|^(?:是|对|嗯)的?[。！]?$|already|\byes\b|has passed|had (?:it|her|his|my)/;
const UNSURE = /不知|不清|不晓|不确|忘|记不|不记|sure|know|idea/;
const NOT_YET =
  /没(?:有)?(?:过|到)|还没|未过|未到|不到|无过|下个?月|年底|下半年底|\bnot yet\b|\bnot\b|\bno\b|hasn.?t|later this year|next month/;
const WHEN = new RegExp(
  `(农历|阴历|旧历|古历)?(${NUMERAL})月份?(?:(?:初|廿)?(\\d{1,2}|[一二三四五六七八九十廿]{1,3})[日号]?)?`,
);

/**
 * The exact age of somebody born in `year` by what is said of the birthday: 过了, 还没, 十二月的, 农历正月. Null when it
 * still leaves both.
 */
export function ageByBirthday({ text }: Pick<Reading, "text">, year: number, today: Day): number | null {
  if (UNSURE.test(text)) return null;
  const full = Number(today.slice(0, 4)) - year;
  const [, old, month, day] = WHEN.exec(text) ?? [];
  const english = new RegExp(`\\b${ENGLISH_MONTH}`).exec(text)?.[1];
  const said = month ?? (english === undefined ? undefined : String(ENGLISH_MONTHS.indexOf(english) + 1));
  const born = said === undefined ? null : within(year, said, day, old !== undefined);
  if (born) {
    const { from, to } = rangeOf(born, today);
    if (from === to) return from;
  }
  if (NOT_YET.test(text)) return full - 1;
  return PASSED.test(text) ? full : null;
}
