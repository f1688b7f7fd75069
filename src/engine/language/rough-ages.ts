/** Ages not told to the year (虚岁八十三, 八十多, 属猴的八十几): what full years they may mean today. */
import type { Day } from "../knowledge/types.ts";
import { type AgeFound, findAges } from "./ages.ts";
import {
  ageByBirthday,
  ageOfBirth,
  agesOfBirth,
  type BirthFound,
  ELDERS,
  findBirths,
  lunarYear,
  NEW_YEAR,
  rangeOf,
} from "./birth.ts";
import type { Reading } from "./reading.ts";
import type { Statements } from "./statements.ts";
import type { AgeRange, ReadingContext, Understanding } from "./types.ts";

/** The ages of a text and the births among them. */
export interface AgesSaid {
  readonly ages: readonly AgeFound[];
  /** When people were born; among `ages` as well. */
  readonly births: readonly BirthFound[];
}

/** The animals in the order of the years, from one that divides by twelve. */
const ANIMALS = [
  /属猴/,
  /属鸡/,
  /属狗/,
  /属猪/,
  /属(?:老?鼠)/,
  /属牛/,
  /属(?:老?虎)/,
  /属兔/,
  /属龙/,
  /属(?:小龙|蛇)/,
  /属马/,
  /属羊/,
];
const OWN_ANIMAL = /本命年/;

/** 虚岁 counts lunar years, the one of birth included. */
function nominalRange(value: number, today: Day): AgeRange {
  const year = Number(today.slice(0, 4));
  const month = today.slice(5);
  const begun = month > NEW_YEAR.last ? [year] : month < NEW_YEAR.first ? [year - 1] : [year - 1, year];
  const first = Math.min(...begun) - value + 1;
  const last = Math.max(...begun) - value + 1;
  return rangeOf({ first: lunarYear(first).first, last: lunarYear(last).last }, today);
}

/** 八十多, 八十出头, 快八十, 差两个月八十: the full years meant; null where the words set no bounds. */
function vagueRange({ text }: Reading, { start, end, value }: AgeFound): AgeRange | null {
  const before = text.slice(Math.max(0, start - 8), start);
  const after = text.slice(Math.max(start, end - 2), end + 4);
  const years = (from: number, to: number): AgeRange => ({ from, to, year: null });
  if (
    /(?:再?过[一两二三四五六七八九十\d]+个月|差[一两二三四五六七八九十几\d]+个月|下个?月|月底|年底前?)[^，。]{0,4}$/.test(
      before,
    )
  )
    return years(value - 1, value - 1);
  if (
    /(?:过完?了?年|明年|过了年|翻过年|开年|年后)[^，。]{0,4}$/.test(before) ||
    /^(?: years old)? next year/.test(text.slice(end))
  )
    return years(value - 2, value - 1);
  if (
    /(?:快|快要|将近|接近|不到|差一点|马上|就要|即将|almost|nearly|close to|not quite|just under)(?:到|满|是|有)? ?$/.test(
      before,
    )
  )
    return years(value - 4, value - 1);
  if (value % 10 !== 0) return null;
  if (/出头|early/.test(text.slice(start, end + 4))) return years(value, value + 4);
  return /[多几来]|odd|ish|something|s$|ties$|\+/.test(text.slice(start, end) + after)
    ? years(value, value + 9)
    : null;
}

/** Of several years of the same animal the one that fits the decade; null where none or more than one does. */
function byAnimal(reading: Reading, decade: AgeRange, today: Day): AgeRange | null {
  const thisYear = Number(today.slice(0, 4));
  const named = ANIMALS.findIndex((animal) => animal.test(reading.text));
  const animal = named < 0 && OWN_ANIMAL.test(reading.text) ? thisYear % ANIMALS.length : named;
  if (animal < 0) return null;
  const fits: AgeRange[] = [];
  for (let year = thisYear - ELDERS.to; year <= thisYear - ELDERS.from; year++) {
    if (year % ANIMALS.length !== animal) continue;
    const ages = rangeOf(lunarYear(year), today);
    if (ages.to >= decade.from && ages.from <= decade.to)
      fits.push({ from: Math.max(ages.from, decade.from), to: Math.min(ages.to, decade.to), year: null });
  }
  return fits.length === 1 ? (fits[0] ?? null) : null;
}

/** The full years that an age told as 虚岁 or not to the year may mean; null where it sets no bounds. */
function agesMeant(reading: Reading, age: AgeFound, today: Day): AgeRange | null {
  if (age.kind === "nominal") return nominalRange(age.value, today);
  if (age.kind !== "about") return null;
  const range = vagueRange(reading, age);
  return range && (byAnimal(reading, range, today) ?? range);
}

/** 八十多了, 八十出头的老人 need no word for years: what follows counts nothing else. */
const ALONE_ROUGHLY = /^(?:好几|[多几来]|出头)(?:的?老|了|的?(?=$|[，。！？ ]))/;
const DECADE = /\bin (?:her|his|my|their|our|the) (?:early |mid |late )?(six|seven|eigh|nine)ties\b/;
const DECADES: Readonly<Record<string, number>> = { six: 60, seven: 70, eigh: 80, nine: 90 };

/**
 * 八十多, 快八十了 where no word for years of age stands by: in answer to the question how old somebody is (`answers`), beside
 * the animal of the year, or where nothing else can be counted. Null when there is none, or several.
 */
function roughAge(reading: Reading, answers: boolean): AgeFound | null {
  const decade = DECADE.exec(reading.text);
  if (decade)
    return {
      start: decade.index,
      end: decade.index + decade[0].length,
      value: DECADES[decade[1] ?? ""] ?? 0,
      kind: "about",
    };
  const [number, ...others] = reading.numbers.filter(
    ({ value }) => value >= ELDERS.from && value <= ELDERS.to,
  );
  if (number === undefined || others.length > 0) return null;
  const sure =
    answers || /属|本命年/.test(reading.text) || ALONE_ROUGHLY.test(reading.text.slice(number.end));
  const age: AgeFound = { start: number.start, end: number.end, value: number.value, kind: "about" };
  return sure && vagueRange(reading, age) !== null ? age : null;
}

/** 比他小三岁 is how far two ages lie apart. */
function isDifference({ text }: Reading, { start, value }: AgeFound): boolean {
  return value < ELDERS.from && /(?:大|小|差|长|年轻)(?:了|我|他|她)?$/.test(text.slice(0, start));
}

/** 跟六十八岁的女儿一起住: the age of whoever somebody lives with. */
function isCompanions({ text, things }: Reading, { start, end }: AgeFound): boolean {
  if (
    things.some(
      (one) => one.start < start && one.end >= end && one.concepts.includes("fact:lives-alone=false"),
    )
  )
    return true;
  return (
    /(?:跟|和|与|同)(?:她|他|我)?$/.test(text.slice(0, start)) &&
    /^的(?:儿子|女儿|媳妇|孙|侄|外甥)/.test(text.slice(end))
  );
}

/** The ages of a text, those told by a birth or a birthday instead of the numbers in them. */
export function agesIn(reading: Reading, { asked, today, bornIn = null }: ReadingContext): AgesSaid {
  const found = findAges(reading).filter((age) => !isCompanions(reading, age));
  if (today === undefined) return { ages: found, births: [] };
  const births = findBirths(reading, asked === "age", today);
  const said = births.map((birth) => ageOfBirth(birth, today));
  const free = found.filter(
    (age) =>
      births.every(({ start, end }) => age.end <= start || age.start >= end) && !isDifference(reading, age),
  );
  const isBirthday = asked === "age" && bornIn !== null && free.length + said.length === 0;
  const value = isBirthday ? ageByBirthday(reading, bornIn, today) : null;
  if (value !== null) return { ages: [{ start: 0, end: 0, value, kind: "exact" }], births };
  const rough =
    births.length + free.length === 0 || asked === "age" ? roughAge(reading, asked === "age") : null;
  if (rough !== null && births.length === 0) return { ages: [rough], births };
  return { ages: [...free, ...said].sort((one, other) => one.start - other.start), births };
}

/** Ages that leave more than one number of years, by person. */
export function agesLeftOpen(
  { reading, births }: { readonly reading: Reading } & Pick<AgesSaid, "births">,
  { ages }: Pick<Statements, "ages">,
  today: Day | undefined,
): Understanding["ages"] {
  if (today === undefined) return {};
  const open = ages.flatMap((age) => {
    if (age.kind === "exact" || age.kind === "full") return [];
    const birth = births.find(({ start }) => start === age.start);
    const range = birth ? agesOfBirth(birth, today) : agesMeant(reading, age, today);
    return range ? [[age.ref, range] as const] : [];
  });
  return Object.fromEntries(open);
}
