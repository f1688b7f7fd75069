import { toSimplified } from "../../../compiler/traditional.ts";
import { type Clock, chineseNumber, type Label, labelOf } from "./clock.ts";

/** A calendar day as written; the year only where it is said. */
export interface WrittenDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number;
}

/** One word of a text about opening hours. */
export type Word =
  | { readonly is: "days"; readonly days: readonly number[]; readonly workdays: boolean }
  | { readonly is: "label"; readonly label: Label }
  | { readonly is: "time"; readonly time: Clock }
  | { readonly is: "date"; readonly date: WrittenDay }
  | { readonly is: "all-year" | "not-on-holidays" | "also-on-holidays" | "all-day" }
  | { readonly is: "holidays" | "festival" | "rest" | "usual" | "to" | "comma" | "stop" };

type Reader = (match: RegExpMatchArray) => Word | null;

const WEEK = "(?:周|星期|礼拜)";
const FIRST_DAY = "(?:[一二三四五六日天]|[1-7](?![0-9:点时月]))";
/** A further day; 周一七点 goes on with a time, not with a day. */
const NEXT_DAY = "(?:[一二三四五六日天](?![点时月十])|(?<=[-、,和及与周期拜])[1-7](?![0-9:点时月号]))";
/** 周一至周五, 周一、三、五, 周六日, 星期1-5; a number that belongs to a time or a date is left for it. */
const WEEKDAYS = `每?逢?${WEEK}${FIRST_DAY}(?:(?:[-、,和及与]${WEEK}?|${WEEK}|)${NEXT_DAY})*`;
const HOUR = "\\d{1,2}|[一二两三四五六七八九十]{1,3}";
const MINUTE = "\\d{1,2}|[一二三四五]?十[一二三四五六七八九]?|五";

/** What a text may consist of, tried in this order at each place; null reads as nothing. */
const WORDS: readonly (readonly [string, Reader])[] = [
  ["(?:营业|开放|供餐|服务|用餐|就餐|供应|运营|开餐|助餐)?时[间段](?:为|是)?:?", () => null],
  ["(?:全天)?(?:24|二十四)小时", () => ({ is: "all-day" })],
  ["全年无休", () => ({ is: "all-year" })],
  [
    "每天|每日|天天|全周|每周[7七]天|一周[7七]天",
    () => ({ is: "days", days: [1, 2, 3, 4, 5, 6, 7], workdays: false }),
  ],
  ["每?(?:个)?工作日", () => ({ is: "days", days: [1, 2, 3, 4, 5], workdays: true })],
  ["每?(?:周末|双休日)", () => ({ is: "days", days: [6, 7], workdays: false })],
  [WEEKDAYS, ([text]) => weekdays(text)],
  ["除(?:国家)?(?:法定)?节?假日(?:以)?外", () => ({ is: "not-on-holidays" })],
  ["[含包括]+(?:国家)?(?:法定)?节?假日", () => ({ is: "also-on-holidays" })],
  ["(?:国家)?法定节?假日|节假日|公众假期", () => ({ is: "holidays" })],
  ["国庆节?|元旦|春节|中秋节?|端午节?|清明节?|劳动节|五一(?:劳动节)?", () => ({ is: "festival" })],
  ["不休息?|无休|照常(?:营业|开放|供餐)?|正常(?:营业|开放|供餐)", () => ({ is: "usual" })],
  [
    "休息|休业|停业|闭馆|休馆|关门|不营业|不开放|不供餐|不开餐|不开|停餐|停止供餐|暂停(?:营业|供餐|开放)|除外",
    () => ({ is: "rest" }),
  ],
  ["(?:(\\d{4})[年/.-])?(\\d{1,2})月(\\d{1,2})[日号]", ([, year, month, day]) => date(year, month, day)],
  ["(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})", ([, year, month, day]) => date(year, month, day)],
  ["(\\d{1,2})[日号]", ([, day]) => date(undefined, undefined, day)],
  [
    "凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|晚间|夜间|早餐|早饭|早点|午餐|中餐|午饭|中饭|晚餐|晚饭",
    ([text]) => label(text),
  ],
  [
    "(\\d{1,2}):(\\d{2})(?!\\d)",
    ([text, hour, minute]) => clock(hour, minute, text?.startsWith("0") ?? false),
  ],
  [`(${HOUR})[点时](?:(半)|(一刻)|(三刻)|整|钟|(${MINUTE})分?)?`, (match) => spokenTime(match)],
  ["(\\d{1,2})(?=-\\d{1,2}[点时])", ([, hour]) => clock(hour, "0", false)],
  ["-", () => ({ is: "to" })],
  ["[、,和及与]|以及", () => ({ is: "comma" })],
  ["[;。/|!]", () => ({ is: "stop" })],
  ["营业|开放|供餐|供应|供|提供|用餐|就餐|开餐|服务|期间|放假|均|都|为|[:()\\[\\]【】\\s]", () => null],
];
const READERS = WORDS.map(([source, read]) => [new RegExp(source, "uy"), read] as const);

/** The words of a text about opening hours, or the first piece that cannot be read. */
export function hoursWords(text: string): readonly Word[] | { readonly unread: string } {
  const plain = toSimplified(text.normalize("NFKC"))
    .replace(/[—–−~～〜]+|-{2,}/gu, "-")
    .replace(/\s*(?:-|至|到)\s*/gu, "-");
  const words: Word[] = [];
  for (let at = 0; at < plain.length; ) {
    const found = wordAt(plain, at);
    if (found === null) return { unread: plain.slice(at, at + 8) };
    if (found.word !== null) words.push(found.word);
    at = found.next;
  }
  return words;
}

function wordAt(text: string, at: number): { word: Word | null; next: number } | null {
  for (const [pattern, read] of READERS) {
    pattern.lastIndex = at;
    const match = text.match(pattern);
    if (match === null) continue;
    return { word: read(match), next: at + match[0].length };
  }
  return null;
}

function weekdays(text: string): Word {
  const days = new Set<number>();
  let last = 0;
  let span = false;
  for (const character of text.replace(/^每?逢?/u, "")) {
    const day = dayNumber(character);
    if (character === "-") span = true;
    if (day === 0) continue;
    for (let one = span ? last + 1 : day; one <= day; one++) days.add(one);
    if (span && day <= last) return { is: "days", days: [], workdays: false };
    [last, span] = [day, false];
  }
  return { is: "days", days: [...days].sort(), workdays: false };
}

/** 1 for 一, 7 for 日; 0 for what is no day. */
function dayNumber(character: string): number {
  const at = "一二三四五六日".indexOf(character.replace("天", "日"));
  return /[1-7]/u.test(character) ? Number(character) : at + 1;
}

function label(text: string): Word {
  return { is: "label", label: labelOf(text) };
}

function clock(hour: string | undefined, minute: string | undefined, exact: boolean): Word {
  return { is: "time", time: { hour: Number(hour), minute: Number(minute), exact } };
}

function spokenTime([, hour = "", half, quarter, threeQuarters, minutes]: RegExpMatchArray): Word {
  const minute = half ? 30 : quarter ? 15 : threeQuarters ? 45 : chineseNumber(minutes ?? "0");
  return { is: "time", time: { hour: chineseNumber(hour), minute, exact: false } };
}

function date(year: string | undefined, month: string | undefined, day: string | undefined): Word {
  const part = (text: string | undefined) => (text === undefined ? null : Number(text));
  return { is: "date", date: { year: part(year), month: part(month), day: Number(day) } };
}
