import { INTENTS, type Intent } from "../knowledge/intents.ts";
import type { Bundle } from "../knowledge/types.ts";
import { askingClause, asksByWord, QUESTION } from "./asked.ts";
import { meansBenefit } from "./benefit-words.ts";
import { classify, type Ranking } from "./classifier.ts";
import { type Alarm, URGENT } from "./emergency.ts";
import { featuresOf } from "./features.ts";
import { leanings, NAMED } from "./leanings.ts";
import { conceptsOf, has, marked, type Reading } from "./reading.ts";
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
  /** The talk is about all that somebody is entitled to. */
  readonly continues: boolean;
}

const SURE = 0.95;
/** So many times likelier than `benefit_info` the way to apply must be where no word for applying stands in the question. */
const CLEARLY = 4;
const UNSURE = 0.3;
/** Who only tells of a person (我妈82岁) is asked on, but does not leave the matter talked about. */
const TOLD = { from: 0.6, to: 0.7 };
/** How much likelier it then is that all one is entitled to is meant, in logits. */
const TELLS = 2;
/** 我, 她: somebody is spoken of. */
const SPOKEN_OF = ["mark:self", "mark:she", "mark:he"];
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

/** A relative or an age, with something more of the person, and nothing that asks: 我妈82岁. To a question a fact does. */
function tells(reading: Reading, { alarm, aged, asked }: Evidence): boolean {
  const any = (...kinds: string[]) => kinds.some((kind) => conceptsOf(reading, kind).length > 0);
  if (
    asksByWord(reading) ||
    QUESTION.test(reading.text) ||
    alarm.score > 0 ||
    any("type", "topic", "document", "elsewhere")
  )
    return false;
  const named = conceptsOf(reading, "benefit").some(({ match }) => meansBenefit(reading, match));
  if (named) return false;
  const spoken = any("kin") || SPOKEN_OF.some((mark) => marked(reading, mark));
  const pieces = [spoken, aged, any("place"), any("fact", "hint", "category")];
  return (asked && any("fact")) || ((spoken || aged) && pieces.filter(Boolean).length > 1);
}

/** Intents that a mere fact is taken for by its words. */
const BY_WORDS: ReadonlySet<Intent> = new Set(["benefit_info", "apply_howto", "smalltalk"]);

/** 那不算特困，只是一个人住, 要是他评上特困呢: in a talk about what somebody is entitled to, a fact told or supposed. */
function tellsMore(reading: Reading, { continues, alarm }: Evidence, first: Intent): boolean {
  if (!continues || alarm.score > 0 || !BY_WORDS.has(first)) return false;
  const turns = /呢[？。]?$/.test(reading.text) && !has(reading, "mark:suppose");
  if (asksByWord(reading) || turns || QUESTION.test(reading.text.replace(/^(?:有|是|对|应该)吧/, "")))
    return false;
  return conceptsOf(reading, "fact").length > 0;
}

/** Only a place, a number or a fact: an answer to something, but no question by itself. */
function asksNothing(reading: Reading): boolean {
  const known = [...reading.things, ...reading.numbers].reduce((sum, { start, end }) => sum + end - start, 0);
  const names = ["type", "benefit", "topic", "document"].some((kind) => conceptsOf(reading, kind).length > 0);
  return !asksByWord(reading) && !names && reading.text.length - known <= 2;
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
  const boost = leanings(reading, evidence.alarm);
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
  if (tellsMore(reading, evidence, first))
    return { intent: "entitlements", confidence: between(sure), second: null };
  const confidence = asksNothing(reading) ? Math.min(sure, UNSURE) : sure;
  const told = tellRather(reading, ranking);
  if (told !== null) return { intent: "benefit_info", confidence: told, second: "apply_howto" };
  return { intent: first, confidence, second: known(ranking[1]?.intent) };
}

/**
 * The answer on a benefit tells how to apply as well, while the way to apply does not tell what the benefit is. So
 * without a word for applying in the question, `apply_howto` must be clearly likelier. Gives the sureness of
 * `benefit_info` then, otherwise null.
 */
function tellRather(reading: Reading, ranking: Ranking): number | null {
  const [first, second] = ranking;
  if (first?.intent !== "apply_howto" || second?.intent !== "benefit_info") return null;
  const last = askingClause(reading).start;
  const how = reading.cues.some(({ start, concepts }) => start >= last && concepts.includes("cue:howto"));
  if (how || first.probability > CLEARLY * second.probability) return null;
  return Math.round(Math.min(SURE, first.probability + second.probability) * 1000) / 1000;
}
