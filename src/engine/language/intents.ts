import { INTENTS, type Intent } from "../knowledge/intents.ts";
import type { Bundle } from "../knowledge/types.ts";
import { classify } from "./classifier.ts";
import { type Alarm, URGENT } from "./emergency.ts";
import { featuresOf } from "./features.ts";
import { conceptsOf, has, type Reading } from "./reading.ts";
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
}

const SURE = 0.95;
const UNSURE = 0.3;
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
  if (!any("type")) boost.facility_info = -1;
  if (any("document")) boost.policy_lookup = 1.5;
  if (has(reading, "cue:provider")) boost.provider_subsidy = 2;
  if (any("benefit") || any("type") || any("topic")) boost.out_of_scope = -1.5;
  else if (has(reading, "cue:off-topic")) boost.out_of_scope = 2.5;
  return boost;
}

/** Only a place, a number or a fact: an answer to something, but no question by itself. */
function asksNothing(reading: Reading): boolean {
  const known = [...reading.things, ...reading.numbers].reduce((sum, { start, end }) => sum + end - start, 0);
  const asks = reading.cues.some((match) => match.concepts.some((concept) => concept.startsWith("cue:")));
  const names = ["type", "benefit", "topic", "document"].some((kind) => conceptsOf(reading, kind).length > 0);
  return !asks && !names && reading.text.length - known <= 2;
}

/** Decides what is wanted: rules where they are certain, otherwise the trained model with what rules know added. */
export function findIntent(reading: Reading, evidence: Evidence, model: Bundle["intentModel"]): IntentFound {
  const ranking = classify(model, featuresOf(reading), boosts(reading, evidence.alarm)).filter(
    ({ intent }) => intent !== "emergency" || evidence.alarm.score > 0,
  );
  const known = (name: string | undefined) => INTENTS.find((intent) => intent === name) ?? null;
  const first = known(ranking[0]?.intent) ?? "out_of_scope";
  const rule = certain(evidence);
  if (rule) return { intent: rule, confidence: SURE, second: first === rule ? null : first };
  const sure = Math.round((ranking[0]?.probability ?? 0) * 1000) / 1000;
  const confidence = asksNothing(reading) ? Math.min(sure, UNSURE) : sure;
  return { intent: first, confidence, second: known(ranking[1]?.intent) };
}
