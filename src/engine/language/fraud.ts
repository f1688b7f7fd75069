import type { Match } from "./automaton.ts";
import { idOf, isOf } from "./concepts.ts";
import { conceptsOf, marked, type Reading } from "./reading.ts";

/** What insured people do pay for: a sum asked for these is no sign of fraud unless it is called a fee. */
const CONTRIBUTORY: ReadonlySet<string> = new Set([
  "long-term-care-insurance",
  "medical-insurance-premium",
  "basic-pension",
  "accident-insurance",
]);
const MONEY = /^ ?(?:多|几)?(?:元|块|万|千|百|yuan|rmb|cny)/;
const MONEY_BEFORE = /(?:¥|￥|\$|rmb ?)$/;

/** So far apart the paying and the money may stand: 先交了两千块的保证金. */
const REACH = 8;
const REACH_LATIN = 24;

interface Span {
  readonly start: number;
  readonly end: number;
}

function names(reading: Reading, kind: string): boolean {
  return reading.things.some((thing) => isOf(thing, kind));
}

function sumsIn({ text, numbers }: Reading): Span[] {
  return numbers.filter(
    ({ start, end }) =>
      MONEY.test(text.slice(end)) || MONEY_BEFORE.test(text.slice(Math.max(0, start - 4), start)),
  );
}

function isContribution(reading: Reading): boolean {
  return conceptsOf(reading, "benefit").some(({ concept }) => CONTRIBUTORY.has(idOf(concept)));
}

/** 交 may stand a little apart from the money (交给他五百块); 要 and 收 mean paying only right before it. */
function pays({ text }: Reading, { start, end, word, concepts }: Match, money: Span): boolean {
  if (concepts.includes("mark:pay-close") && end === money.start) return true;
  const between = text.slice(Math.min(end, money.end), Math.max(start, money.start));
  const reach = /[a-z]/.test(word) ? REACH_LATIN : REACH;
  return concepts.includes("mark:pay") && between.length <= reach && !/[，。；！？]/.test(between);
}

/** A word of paying close to a fee or a sum, in either order: 要交500块, 押金要先交. */
function asksMoney(reading: Reading): boolean {
  const fees = reading.found.of("mark:fee");
  const money: Span[] = [...fees, ...(isContribution(reading) ? [] : sumsIn(reading))];
  return reading.all.some((pay) => money.some((one) => pays(reading, pay, one)));
}

/**
 * Somebody who calls, writes or stands at the door wants money for a benefit, or money is the price of getting it:
 * no benefit costs anything, so both are fraud. Merely asking whether it costs something (要手续费吗) is not, nor is
 * what a care home or canteen takes (要交押金才能住).
 */
export function soundsLikeFraud(reading: Reading): boolean {
  if (!asksMoney(reading)) return false;
  const benefit = marked(reading, "mark:benefit-word") || names(reading, "benefit");
  const price = marked(reading, "mark:payoff") && !names(reading, "type");
  return benefit && (marked(reading, "mark:caller") || price);
}
