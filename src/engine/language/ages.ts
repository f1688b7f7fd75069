import { isOf } from "./concepts.ts";
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

/** Below this no age matters here; it is a grandchild's, or a difference (小他三岁). */
const YOUNGEST_BARE = 18;
/** A number without any word for age is only taken for an elder's. */
const YOUNGEST_ALONE = 50;
const OLDEST = 125;
/** A longer text is no fragment. */
const TOKENS = 24;

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
  if (isRule(reading, number, end)) return "threshold";
  const reached = markBefore(reading, "mark:reached", number.start);
  if (number.vague || (!reached && markBefore(reading, "mark:about", number.start, 1))) return "about";
  const vague = markAfter(reading, "mark:vague", number.end) ?? markAfter(reading, "mark:vague", end);
  if (vague && !MORE.test(reading.text.slice(vague.start))) return "about";
  if (markBetween(reading, "mark:to-come", clauseAt(reading, number.start).start, number.start))
    return "about";
  if (markBefore(reading, "mark:full", number.start) && !justTurned(reading, number, end)) return "full";
  return reading.text.slice(number.start, end).startsWith("百岁") ? "full" : "exact";
}

/** 今年刚满八十, 我已经满80了: somebody's own age, while 满80岁的老人 are many. */
function justTurned({ text }: Reading, { start }: NumberFound, end: number): boolean {
  return (
    /(?:今年|[我她他]|刚刚?|已经?)(?:刚|已经?|才)?满$/.test(text.slice(0, start)) &&
    !/^[的就才]/.test(text.slice(end))
  );
}

/** 八十岁多拿多少: more money, not more years. */
const MORE = /^多(?:拿|领|给|补|发|加|少|出)/;

const RULE_AFTER =
  /^(?:岁)?(?:了)?(?:的)?(?:就|才|开始|起)?(?:能|可以|有|给|会有|发)(?:领|拿|高龄|补|钱|津贴|一点|多少)/;

/** 65岁免费乘车卡: an age before the benefit, and nobody's (今年65岁) before that. */
function namesBenefit(reading: Reading, { start, value }: NumberFound, end: number): boolean {
  const joined = reading.text[end] === "的" ? 1 : 0;
  const next = reading.things.some(
    (match) => match.start >= end && match.start <= end + joined && isOf(match, "benefit"),
  );
  return next && !followsPerson(reading, start) && !isSomebodys(reading, start, value);
}

/** Ages at which benefits begin or grow. */
const STEPS: ReadonlySet<number> = new Set([60, 65, 70, 75, 80, 90, 95, 100]);

/** 问她八十三岁高龄津贴多少: no benefit begins at such an age, and a person is spoken of. */
function isSomebodys(reading: Reading, start: number, value: number): boolean {
  if (STEPS.has(value)) return false;
  return reading.all.some(
    (match) =>
      match.end <= start &&
      (isOf(match, "kin") || match.concepts.includes("mark:she") || match.concepts.includes("mark:he")),
  );
}

/** 听说80岁有高龄补贴, 80岁才能领: what is said of everybody is nobody's age. */
function isRule(reading: Reading, number: NumberFound, end: number): boolean {
  const clause = clauseAt(reading, number.start);
  const told = reading.things.some(
    (match) => match.start >= clause.start && match.end <= number.start && isOf(match, "kin"),
  );
  if (told) return false;
  const heard = markBetween(reading, "mark:hearsay", clause.start, number.start);
  const others = reading.numbers.some(
    (other) => other.start !== number.start && other.value >= YOUNGEST_ALONE,
  );
  const after = reading.text.slice(end, clause.end + 1);
  return heard || namesBenefit(reading, number, end) || (others && RULE_AFTER.test(after));
}

function followsPerson(reading: Reading, start: number): boolean {
  const before = reading.text.slice(Math.max(0, start - 2), start).replace(/[，、： ]/g, "");
  const kin = reading.things.some(
    (match) =>
      isOf(match, "kin") &&
      match.end <= start &&
      match.end >= start - 2 &&
      reading.text.slice(match.end, start).replace(/[，、： ]/g, "") === "",
  );
  return (
    kin ||
    before.endsWith("我") ||
    !!markBefore(reading, "mark:self", start, 1) ||
    !!markBefore(reading, "mark:correction", start, 2) ||
    !!markBefore(reading, "mark:age-before", start, 1)
  );
}

function bareAge(reading: Reading, number: NumberFound): boolean {
  if (number.value < YOUNGEST_BARE || number.value >= OLDEST || !Number.isInteger(number.value)) return false;
  if (markAfter(reading, "mark:unit", number.end)) return false;
  const next = reading.text[number.end] ?? "";
  if (standsAlone(reading, number) || isToken(reading, number) || putsRight(reading, number)) return true;
  return followsPerson(reading, number.start) && !/[a-z0-9%/.年月日号点块元]/.test(next);
}

/** 不是八十二，是七十二; 说错了，七十二: the second number puts the first right. */
function putsRight(reading: Reading, { start, end, value }: NumberFound): boolean {
  if (value < YOUNGEST_ALONE || !/^(?:岁|了|才对|呢)*[，。！？]?$/.test(reading.text.slice(end)))
    return false;
  const before = reading.text.slice(0, start);
  const other = reading.numbers.find((number) => number.end <= start);
  if (!other)
    return /^(?:我|刚才|刚刚|哦|啊|，)*(?:说|讲|记|打|写|弄|搞)错了?[，。！]?(?:应该)?是?$/.test(before);
  const between = /^岁?了?[，。]?(?:[她他我])?(?:其实|应该|而)?是$/.test(
    reading.text.slice(other.end, start),
  );
  return between && /不是$/.test(reading.text.slice(0, other.start));
}

/** 86 独居 惠安: among words set apart by spaces that tell of a person. */
function isToken({ text, things }: Reading, { start, end, value }: NumberFound): boolean {
  const apart = /^ ?$/.test(text.slice(start - 1, start)) && /^ ?$/.test(text.slice(end, end + 1));
  const told = things.some((one) => isOf(one, "kin", "fact"));
  return apart && told && value >= YOUNGEST_ALONE && text.length <= TOKENS && !/[a-z]/.test(text);
}

/** “我爸，75，丰泽的”: a clause of nothing but a number, in a text of several, is an age. */
function standsAlone(reading: Reading, { start, end, value }: NumberFound): boolean {
  const alone = reading.clauses.some(
    (clause) => clause.start === start && end >= clause.end - 1 && end <= clause.end,
  );
  const told = reading.things.some((match) => isOf(match, "kin", "fact", "place"));
  return alone && told && reading.clauses.length > 1 && value >= YOUNGEST_ALONE;
}

/** 85，说错了，是84: what is said before a correction is taken back by the age after it. */
function withoutCorrected(reading: Reading, ages: readonly AgeFound[]): AgeFound[] {
  return ages.filter(
    (age, i) =>
      !ages.slice(i + 1).some((next) => markBetween(reading, "mark:correction", age.end, next.start + 1)),
  );
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
    if (number.value < YOUNGEST_BARE || number.value >= OLDEST) continue;
    const end = unit?.end ?? number.end;
    ages.push({ start: number.start, end, value: number.value, kind: kindOfAge(reading, number, end) });
  }
  return withoutCorrected(reading, ages);
}

/** 80到89岁: the unit stands only after the second number. */
function unitLater(reading: Reading, number: NumberFound): boolean {
  return !!markAfter(reading, "mark:age-unit", number.end, 6);
}
