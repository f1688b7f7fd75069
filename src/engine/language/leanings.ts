/** What the words of a text make likelier or unlikelier than the examples alone teach. */
import type { Intent } from "../knowledge/intents.ts";
import { askingClause, benefitAsked } from "./asked.ts";
import { isOf, kindOf } from "./concepts.ts";
import type { Alarm } from "./emergency.ts";
import type { NumberFound } from "./numbers.ts";
import { conceptsOf, has, marked, type Reading } from "./reading.ts";

/** How much telling words weigh against places, where a benefit or a person's own due is named, in logits. */
export const NAMED = 2.5;
/** How much a sentence without any known word leans to another subject, in logits. */
const STRANGE = 0.7;
/** How much less likely another subject is when an elder or an elder's age is spoken of, in logits. */
const ELDERS_MENTIONED = 0.7;
const AGES = { from: 60, to: 110 };
/** Shorter texts are mostly sounds of assent and the like. */
const LONG_ENOUGH = 4;

/** What the words make likely or unlikely beyond what examples teach, in logits. */
export function leanings(reading: Reading, alarm: Alarm): Record<string, number> {
  const boost: Record<string, number> = { emergency: alarm.score >= 1 ? 0.5 : -2.5 };
  const any = (kind: string) => conceptsOf(reading, kind).length > 0;
  if (!any("type") && !has(reading, "cue:where") && !has(reading, "cue:nearest")) boost.facility_nearest = -1;
  const detail = has(reading, "cue:facility-detail") && !any("benefit") && !any("topic");
  if (!any("type")) boost.facility_info = detail ? -0.5 : -1;
  if (any("document")) boost.policy_lookup = 1.5;
  if (has(reading, "cue:provider")) boost.provider_subsidy = seeksPlace(reading) ? -1 : 2;
  if (any("benefit") || any("type") || any("topic")) boost.out_of_scope = -1.5;
  else if (has(reading, "cue:off-topic")) boost.out_of_scope = speaksOfMoney(reading) ? -1.5 : 2.5;
  else if (any("fact") || any("kin") || reading.numbers.some(isAge)) boost.out_of_scope = -ELDERS_MENTIONED;
  if (talksOfOtherThings(reading)) {
    boost.out_of_scope = (boost.out_of_scope ?? 0) + STRANGE;
    boost.smalltalk = -STRANGE;
  }
  return refine(reading, boost);
}

/** 九十岁生日过了，镇上说有补贴: who speaks of an elder's age and of money for it means us. */
function speaksOfMoney(reading: Reading): boolean {
  const named = marked(reading, "mark:benefit-word");
  return named && reading.numbers.some(isAge);
}

/** 有没有 before the benefit (有没有高龄补贴) looks for no facility. */
function looksFor(reading: Reading, cue: string): boolean {
  const benefits = conceptsOf(reading, "benefit").map(({ match }) => match.start);
  return reading.cues.some(
    ({ end, concepts }) =>
      concepts.includes(cue) && !benefits.some((start) => start >= end && start <= end + 1),
  );
}

/** 养老院入住补贴 names a benefit, not a home to look for; 个人有没有补贴 asks for oneself, not for the operator. */
function refine(reading: Reading, boost: Record<string, number>): Record<string, number> {
  const add = (intent: string, value: number) => {
    boost[intent] = (boost[intent] ?? 0) + value;
  };
  const benefit = conceptsOf(reading, "benefit").some(({ match }) =>
    match.concepts.every((one) => /^(?:benefit|mark)$/.test(kindOf(one))),
  );
  const looks = ["cue:where", "cue:nearest", "cue:is-there", "cue:opening", "cue:opened"].some((cue) =>
    looksFor(reading, cue),
  );
  if (benefit && conceptsOf(reading, "type").length > 0 && !looks) {
    add("facility_nearest", -NAMED);
  }
  if (conceptsOf(reading, "topic").length > 0 && !has(reading, "cue:entitled")) add("entitlements", -1);
  if (has(reading, "cue:personal")) {
    add("provider_subsidy", -2 * NAMED);
    add("entitlements", 2 * NAMED);
  }
  if (has(reading, "cue:opened") && reading.found.ofKind("type").length > 0) add("facility_info", NAMED);
  for (const [intent, value] of named(reading)) add(intent, value);
  return boost;
}

/** What naming a thing makes likely or unlikely, beside everything else. */
function named(reading: Reading): readonly (readonly [Intent, number])[] {
  const any = (kind: string) => conceptsOf(reading, kind).length > 0;
  const entitled = has(reading, "cue:entitled");
  // 老人食堂 is a place to go to as well as the meals there.
  const matter = any("topic") || conceptsOf(reading, "benefit").some(({ match }) => !isOf(match, "type"));
  const person = any("kin") || any("fact") || any("category") || reading.numbers.some(isAge);
  const found: [Intent, number][] = [];
  if (matter || any("type")) found.push(["smalltalk", -NAMED]);
  if (any("type") && !matter && !entitled) found.push(["entitlements", -NAMED]);
  if (any("type") && !person && SERVICES.test(reading.text)) found.push(["facility_info", 2 * NAMED]);
  if (any("type") && !has(reading, "cue:person")) found.push(["handoff", -NAMED]);
  if (asksForBenefit(reading)) found.push(["benefit_info", 1], ["entitlements", -2 * NAMED]);
  return found;
}

/** 区域性养老服务中心有哪些服务: what a place offers. */
const SERVICES = /(?:哪些|什么|啥)(?:服务|项目|活动|课程|设施)/;

/** 老人会的人说那里办了幸福院，在哪一个村: who hears of operators and looks for the place wants no money. */
function seeksPlace(reading: Reading): boolean {
  const looks = has(reading, "cue:where") || has(reading, "cue:nearest");
  return looks && conceptsOf(reading, "type").length > 0 && !MONEY.test(reading.text);
}

const MONEY = /[补助贴奖资费]|经费|多少|优惠|申请|扶持/;

/** 有什么可以照顾到他的，比如装个报警器: all there is, with an example. */
const ANYTHING = /(?:什么|哪些|啥)[^，。！？]{0,6}(?:照顾|可以|能|补|待遇|享受|帮助|政策|优惠|领)/;

/** 能拿多少高龄津贴 asks for the amount of what it names, though 能拿多少 alone asks for everything. */
function asksHowMuch(reading: Reading): boolean {
  return reading.cues.every(({ word, concepts }) => !concepts.includes("cue:entitled") || /多少$/.test(word));
}

/** 儿子有房贷，低保看不看儿子的: the clause that asks names a benefit, and not as what somebody is. */
function asksForBenefit(reading: Reading): boolean {
  const from = askingClause(reading).start;
  const besides = reading.cues.some(
    ({ start, concepts }) => start >= from && concepts.includes("cue:besides"),
  );
  if (besides || has(reading, "cue:personal") || (has(reading, "cue:entitled") && !asksHowMuch(reading)))
    return false;
  const before = reading.text.slice(0, from);
  const sentence = Math.max(...["。", "！", "？"].map((sign) => before.lastIndexOf(sign))) + 1;
  return !ANYTHING.test(reading.text.slice(sentence)) && benefitAsked(reading) !== undefined;
}

/** A sentence in which no word of the trade, of steering or of politeness stands is about something else. */
function talksOfOtherThings(reading: Reading): boolean {
  const ours = reading.cues.some((match) =>
    match.concepts.some((concept) => /^(?:cue|command|smalltalk|answer):(?!off-topic)/.test(concept)),
  );
  const nothing = reading.things.length === 0 && reading.numbers.length === 0;
  return !ours && nothing && reading.text.length >= LONG_ENOUGH;
}

function isAge({ value }: NumberFound): boolean {
  return value >= AGES.from && value <= AGES.to;
}
