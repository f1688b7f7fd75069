import { INTENTS, type Intent } from "../knowledge/intents.ts";
import type { Bundle } from "../knowledge/types.ts";
import { classify } from "./classifier.ts";
import { type Alarm, URGENT } from "./emergency.ts";
import { featuresOf } from "./features.ts";
import type { NumberFound } from "./numbers.ts";
import { conceptsOf, has, type Reading } from "./reading.ts";
import { meansBenefit } from "./said.ts";
import type { Command } from "./types.ts";

/** What is wanted, how sure that is, and the runner-up. */
export interface IntentFound {
  readonly intent: Intent;
  /** 0…1 */
  readonly confidence: number;
  readonly second: Intent | null;
}

/** What the rules already know about a text. */
export interface Evidence {
  readonly alarm: Alarm;
  readonly command: Command | null;
  readonly smalltalk: string | null;
  readonly elsewhere: string | null;
  /** Places outside Quanzhou are named, but only as where somebody is from or registered, or where the speaker is. */
  readonly beside: boolean;
  /** A question is open, so that yes and no are its answer. */
  readonly asked: boolean;
  /** Ages were found. */
  readonly aged: boolean;
}

const SURE = 0.95;
const UNSURE = 0.3;
/** Who only tells of a person (我妈82岁) is asked on, but does not leave the matter talked about. */
const TOLD = { from: 0.6, to: 0.7 };
/** How much likelier it then is that all one is entitled to is meant, in logits. */
const TELLS = 2;
/** How much telling words weigh against places, where a benefit or a person's own due is named, in logits. */
const NAMED = 2.5;
/** How much a sentence without any known word leans to another subject, in logits. */
const STRANGE = 0.7;
/** How much less likely another subject is when an elder or an elder's age is spoken of, in logits. */
const ELDERS_MENTIONED = 0.7;
/** Particles and words that make any sentence a question. */
const QUESTION = /[吗么]|多少|什么|哪|怎|几|(.)[不没]\1|有没有|是否/;
/** 我, 她: somebody is spoken of. */
const SPOKEN_OF = /^mark:(?:self|she|he)$/;
const AGES = { from: 60, to: 110 };
/** Shorter texts are mostly sounds of assent and the like. */
const LONG_ENOUGH = 4;
const STEERING_INTENT: Partial<Record<Command, Intent>> = {
  human: "handoff",
  back: "smalltalk",
  restart: "smalltalk",
  repeat: "smalltalk",
  skip: "smalltalk",
  "dont-know": "smalltalk",
  slower: "smalltalk",
  larger: "smalltalk",
  forget: "smalltalk",
  yes: "smalltalk",
  no: "smalltalk",
  more: "smalltalk",
  thanks: "smalltalk",
  "just-answer": "smalltalk",
};

function certain({ alarm, command, smalltalk, elsewhere }: Evidence): Intent | null {
  if (alarm.score >= URGENT) return "emergency";
  if (command) return STEERING_INTENT[command] ?? null;
  if (elsewhere) return "out_of_scope";
  return smalltalk ? "smalltalk" : null;
}

/** What the words make likely or unlikely beyond what examples teach, in logits. */
function boosts(reading: Reading, alarm: Alarm): Record<string, number> {
  const boost: Record<string, number> = { emergency: alarm.score >= 1 ? 0.5 : -2.5 };
  const any = (kind: string) => conceptsOf(reading, kind).length > 0;
  if (!any("type") && !has(reading, "cue:where") && !has(reading, "cue:nearest")) boost.facility_nearest = -1;
  const detail = has(reading, "cue:facility-detail") && !any("benefit") && !any("topic");
  if (!any("type")) boost.facility_info = detail ? -0.5 : -1;
  if (any("document")) boost.policy_lookup = 1.5;
  if (has(reading, "cue:provider")) boost.provider_subsidy = 2;
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
  const named = reading.all.some(({ concepts }) => concepts.includes("mark:benefit-word"));
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
  const benefit = conceptsOf(reading, "benefit").some(({ match }) => match.concepts.length === 1);
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
  if (has(reading, "cue:opened") && /type:/.test(reading.all.flatMap((one) => one.concepts).join(" ")))
    add("facility_info", NAMED);
  return boost;
}

/** A relative or an age, with something more of the person, and nothing that asks: 我妈82岁. To a question a fact does. */
function tells(reading: Reading, { alarm, aged, asked }: Evidence): boolean {
  const any = (...kinds: string[]) => kinds.some((kind) => conceptsOf(reading, kind).length > 0);
  const asks = reading.cues.some((match) => match.concepts.some((concept) => concept.startsWith("cue:")));
  if (asks || QUESTION.test(reading.text) || alarm.score > 0 || any("type", "topic", "document", "elsewhere"))
    return false;
  const named = conceptsOf(reading, "benefit").some(({ match }) => meansBenefit(reading, match));
  if (named) return false;
  const spoken =
    any("kin") || reading.all.some(({ concepts }) => concepts.some((one) => SPOKEN_OF.test(one)));
  const pieces = [spoken, aged, any("place"), any("fact", "hint", "category")];
  return (asked && any("fact")) || ((spoken || aged) && pieces.filter(Boolean).length > 1);
}

function isAge({ value }: NumberFound): boolean {
  return value >= AGES.from && value <= AGES.to;
}

/** A sentence in which no word of the trade, of steering or of politeness stands is about something else. */
function talksOfOtherThings(reading: Reading): boolean {
  const ours = reading.cues.some((match) =>
    match.concepts.some((concept) => /^(?:cue|command|smalltalk|answer):(?!off-topic)/.test(concept)),
  );
  const nothing = reading.things.length === 0 && reading.numbers.length === 0;
  return !ours && nothing && reading.text.length >= LONG_ENOUGH;
}

/** Only a place, a number or a fact: an answer to something, but no question by itself. */
function asksNothing(reading: Reading): boolean {
  const known = [...reading.things, ...reading.numbers].reduce((sum, { start, end }) => sum + end - start, 0);
  const asks = reading.cues.some((match) => match.concepts.some((concept) => concept.startsWith("cue:")));
  const names = ["type", "benefit", "topic", "document"].some((kind) => conceptsOf(reading, kind).length > 0);
  return !asks && !names && reading.text.length - known <= 2;
}

function between(sure: number): number {
  return Math.min(TOLD.to, Math.max(TOLD.from, sure));
}

/** Yes and no to an open question are no matter of their own. */
function answers({ alarm, command }: Evidence): boolean {
  return alarm.score < URGENT && (command === "yes" || command === "no");
}

/** Decides what is wanted: rules where they are certain, otherwise the trained model with what rules know added. */
export function findIntent(reading: Reading, evidence: Evidence, model: Bundle["intentModel"]): IntentFound {
  const telling = tells(reading, evidence);
  const boost = boosts(reading, evidence.alarm);
  if (evidence.beside) boost.out_of_scope = (boost.out_of_scope ?? 0) - NAMED;
  if (evidence.aged || conceptsOf(reading, "place").length > 0)
    boost.smalltalk = (boost.smalltalk ?? 0) - NAMED;
  if (telling) boost.entitlements = (boost.entitlements ?? 0) + TELLS;
  const ranking = classify(model, featuresOf(reading), boost).filter(
    ({ intent }) => intent !== "emergency" || evidence.alarm.score > 0,
  );
  const known = (name: string | undefined) => INTENTS.find((intent) => intent === name) ?? null;
  const first = known(ranking[0]?.intent) ?? "out_of_scope";
  const rule = certain(evidence);
  if (rule) {
    const confidence = evidence.asked && answers(evidence) ? UNSURE : SURE;
    return { intent: rule, confidence, second: first === rule ? null : first };
  }
  const sure = Math.round((ranking[0]?.probability ?? 0) * 1000) / 1000;
  if (telling && (first === "entitlements" || asksNothing(reading)))
    return { intent: "entitlements", confidence: between(sure), second: null };
  const confidence = asksNothing(reading) ? Math.min(sure, UNSURE) : sure;
  return { intent: first, confidence, second: known(ranking[1]?.intent) };
}
