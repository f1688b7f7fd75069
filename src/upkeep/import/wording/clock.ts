/** A time as written. `exact`: with a leading zero, so that it is surely counted to 24. */
export interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly exact: boolean;
}

/** The part of the day, or the meal, that a time belongs to. */
export type Label = "morning" | "noon" | "afternoon" | "evening" | "breakfast" | "lunch" | "dinner";

/** From when to when, in minutes after midnight. */
export interface Span {
  readonly opens: number;
  readonly closes: number;
  /** Whether words, a leading zero or the number itself leave no doubt about morning or evening. */
  readonly sure: boolean;
}

const LABELS: readonly (readonly [RegExp, Label])[] = [
  [/早餐|早饭|早点/u, "breakfast"],
  [/午餐|中餐|午饭|中饭/u, "lunch"],
  [/晚餐|晚饭/u, "dinner"],
  [/中午/u, "noon"],
  [/下午|傍晚/u, "afternoon"],
  [/晚|夜/u, "evening"],
];

/** Hours to which a label adds twelve when they are counted to twelve, and the hours it can mean at all. */
const MEANING: Readonly<Record<Label, { later: readonly [number, number]; from: number; to: number }>> = {
  morning: { later: [0, -1], from: 0, to: 24 },
  noon: { later: [1, 3], from: 10, to: 15 },
  afternoon: { later: [1, 8], from: 12, to: 24 },
  evening: { later: [4, 11], from: 16, to: 24 },
  breakfast: { later: [0, -1], from: 4, to: 11 },
  lunch: { later: [1, 3], from: 10, to: 15 },
  dinner: { later: [3, 9], from: 15, to: 22 },
};

const NOON = 12 * 60;
const MIDNIGHT = 24 * 60;

/** What a word such as 下午 or 晚餐 says. */
export function labelOf(word: string): Label {
  return LABELS.find(([pattern]) => pattern.test(word))?.[1] ?? "morning";
}

/** A number up to 99 in digits or Chinese characters; not a number for anything else. */
export function chineseNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const digit = (character: string) => "零一二三四五六七八九".indexOf(character.replace("两", "二"));
  const [tens, ones, more] = text.split("十");
  if (more !== undefined) return Number.NaN;
  if (ones === undefined) return text.length === 1 ? digit(text) : Number.NaN;
  return (tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0);
}

/**
 * When it opens and closes, from two written times and what stands before each; null when morning or evening is
 * in doubt (8:00-5:00), or when the times contradict their words.
 */
export function span(opens: Clock, first: Label | null, closes: Clock, second: Label | null): Span | null {
  const from = minutes(opens, first);
  const to = second === null ? endOf(closes, first, from) : minutes(closes, second);
  if (from === null || to === null || from >= to || to > MIDNIGHT) return null;
  if (first === null && from < 6 * 60 && !opens.exact && !(from === 0 && to === MIDNIGHT)) return null;
  return { opens: from, closes: to, sure: first !== null || opens.exact || from >= 8 * 60 || to >= 10 * 60 };
}

/** An end without a word of its own goes on from the word before the beginning: 中午11:30-1:00, 上午8:00-12:00. */
function endOf(closes: Clock, label: Label | null, from: number | null): number | null {
  const meals = label === "lunch" || label === "dinner" || label === "breakfast";
  if (label === null || label === "morning") return minutes(closes, null);
  const end = minutes(closes, label);
  if (end !== null || meals || from === null) return end;
  const plain = minutes(closes, null);
  return plain !== null && plain > from && closes.hour >= 13 ? plain : null;
}

function minutes({ hour, minute }: Clock, label: Label | null): number | null {
  const plain = hour * 60 + minute;
  if (!(hour >= 0 && minute < 60 && plain <= MIDNIGHT)) return null;
  if (label === null) return plain;
  const { later, from, to } = MEANING[label];
  if (label === "evening" && plain === NOON) return MIDNIGHT;
  const meant = hour >= later[0] && hour <= later[1] ? plain + NOON : plain;
  return meant >= from * 60 && meant <= to * 60 ? meant : null;
}
