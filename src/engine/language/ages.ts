import { markAfter, markBefore, markBetween } from "./marks.ts";
import type { NumberFound } from "./numbers.ts";
import { clauseAt, type Reading } from "./reading.ts";

/**
 * An age said in a text. Only `exact` is somebody's age: `full` (满80岁) may stand for one when a group is asked
 * about, while thresholds, bands, nominal ages (虚岁) and guesses (快80) are never stored.
 */
export interface AgeFound {
  readonly start: number;
  readonly end: number;
  readonly value: number;
  readonly kind: "exact" | "full" | "threshold" | "band" | "nominal" | "about";
}

const YOUNGEST_BARE = 18;
/** A number without any word for age is only taken for an elder's. */
const YOUNGEST_ALONE = 50;
const OLDEST = 125;

function isBand(reading: Reading, number: NumberFound, end: number): boolean {
  const after = markAfter(reading, "mark:band", end, 1) ?? markAfter(reading, "mark:band", number.end, 1);
  const before = markBefore(reading, "mark:band", number.start, 1);
  const startsAt = (position: number) =>
    reading.numbers.some((other) => other.start === position || other.start === position + 1);
  const endsAt = (position: number) =>
    reading.numbers.some((other) => other.end === position || other.end === position - 1);
  return (!!after && startsAt(after.end)) || (!!before && endsAt(before.start));
}

function kindOfAge(reading: Reading, number: NumberFound, end: number): AgeFound["kind"] {
  if (
    markBefore(reading, "mark:nominal", number.start, 1) ||
    markAfter(reading, "mark:nominal", number.end)
  ) {
    return "nominal";
  }
  if (isBand(reading, number, end)) return "band";
  if (markAfter(reading, "mark:threshold", end) || markAfter(reading, "mark:threshold", number.end))
    return "threshold";
  if (markBefore(reading, "mark:over", number.start, 1)) return "threshold";
  const reached = markBefore(reading, "mark:reached", number.start);
  if (number.vague || (!reached && markBefore(reading, "mark:about", number.start, 1))) return "about";
  if (markAfter(reading, "mark:vague", number.end) || markAfter(reading, "mark:vague", end)) return "about";
  if (markBetween(reading, "mark:to-come", clauseAt(reading, number.start).start, number.start))
    return "about";
  if (markBefore(reading, "mark:full", number.start)) return "full";
  return reading.text.slice(number.start, end).startsWith("百岁") ? "full" : "exact";
}

function followsPerson(reading: Reading, start: number): boolean {
  const before = reading.text.slice(Math.max(0, start - 2), start).replace(/[，、： ]/g, "");
  const kin = reading.things.some(
    (match) =>
      match.concepts.some((concept) => concept.startsWith("kin:")) &&
      match.end <= start &&
      match.end >= start - 2 &&
      reading.text.slice(match.end, start).replace(/[，、： ]/g, "") === "",
  );
  return (
    kin ||
    before.endsWith("我") ||
    !!markBefore(reading, "mark:self", start, 1) ||
    !!markBefore(reading, "mark:age-before", start, 1)
  );
}

function bareAge(reading: Reading, number: NumberFound): boolean {
  if (number.value < YOUNGEST_BARE || number.value >= OLDEST || !Number.isInteger(number.value)) return false;
  if (markAfter(reading, "mark:unit", number.end)) return false;
  const next = reading.text[number.end] ?? "";
  if (standsAlone(reading, number)) return true;
  return followsPerson(reading, number.start) && !/[a-z0-9%/.年月日号点块元]/.test(next);
}

/** “我爸，75，丰泽的”: a clause of nothing but a number, in a text of several, is an age. */
function standsAlone(reading: Reading, { start, end, value }: NumberFound): boolean {
  const alone = reading.clauses.some(
    (clause) => clause.start === start && end >= clause.end - 1 && end <= clause.end,
  );
  const told = reading.things.some((match) =>
    match.concepts.some((concept) => /^(?:kin|fact|place):/.test(concept)),
  );
  return alone && told && reading.clauses.length > 1 && value >= YOUNGEST_ALONE;
}

/** Every age of a text with its kind; numbers that are no ages (money, dates, house numbers) are left out. */
export function findAges(reading: Reading): AgeFound[] {
  const ages: AgeFound[] = [];
  for (const number of reading.numbers) {
    const vagueTail = /^(?:多|几|来|好几)/.exec(reading.text.slice(number.end))?.[0].length ?? 0;
    const unit = markAfter(reading, "mark:age-unit", number.end + vagueTail, 1);
    const marked =
      unit ??
      markBefore(reading, "mark:nominal", number.start, 1) ??
      (markAfter(reading, "mark:threshold", number.end) &&
        markBefore(reading, "mark:age-before", number.start));
    if (
      !marked &&
      !bareAge(reading, number) &&
      !(isBand(reading, number, number.end) && unitLater(reading, number))
    ) {
      continue;
    }
    if (number.value < 1 || number.value >= OLDEST) continue;
    const end = unit?.end ?? number.end;
    ages.push({ start: number.start, end, value: number.value, kind: kindOfAge(reading, number, end) });
  }
  return ages;
}

/** 80到89岁: the unit stands only after the second number. */
function unitLater(reading: Reading, number: NumberFound): boolean {
  return !!markAfter(reading, "mark:age-unit", number.end, 6);
}
