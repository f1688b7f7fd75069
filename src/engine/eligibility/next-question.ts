import { countyOf, isElsewhere, type Knowledge } from "../knowledge/index.ts";
import type { BenefitKind, FactDefinition, Facts, FactValue } from "../knowledge/types.ts";
import { evaluate } from "./evaluate.ts";
import { impliedFacts } from "./implied.ts";
import type { Decision } from "./types.ts";

/** How much deciding a benefit of this kind is worth to the person. */
const KIND_WEIGHT: Readonly<Record<BenefitKind, number>> = {
  cash: 4,
  voucher: 4,
  service: 3,
  insurance: 3,
  "care-place": 3,
  equipment: 2,
  discount: 2,
  right: 1,
};

/** What only promotes, or is no longer in force, can at best become “confirm”. */
const WEAK = 0.25;
const NOT_IN_FORCE = 0.5;
/** A fact on which only the sum depends, beside one on which the benefit itself depends. */
const AMOUNT_ONLY = 0.5;
/** What a fact is worth in a decision that it cannot settle alone. */
const CONTRIBUTES = 0.2;
/** Categories are rare: a “no” to a yes-or-no question is the likelier answer. */
const LIKELY_NO = 0.75;

/**
 * A person's patience, in questions: so many are asked whatever they are worth, and never more than the most.
 * In between, a question must be worth as much as settling one or two benefits in money. Over a made-up population
 * this asks 6 questions (median; 8 at most) and finds nine tenths of what all answers together would.
 */
const PATIENCE = { free: 4, worth: 6, most: 12 };

/** What the conversation already knows when it looks for its next question. */
export interface Asked {
  /** Facts the person does not know or will not tell. */
  readonly declined: readonly string[];
  readonly facts: Facts;
  /** How many questions this person has answered in this round; absent: ask until nothing is missing. */
  readonly questionsAsked?: number;
}

/**
 * The missing fact that decides most among what is still open; null when there is nothing left worth asking.
 * Where the person lives and how old they are come first, since nearly everything hangs on them. After that each
 * open decision adds its worth to the facts it waits for: more when the fact alone would settle it, more for
 * money and services than for what is merely promoted. What is already “no” adds nothing. Ties go by the facts' order.
 *
 * @example nextQuestion(knowledge, decide(knowledge, {}, day), { declined: [], facts: {} }) // "hukou"
 */
export function nextQuestion(
  knowledge: Knowledge,
  decisions: readonly Decision[],
  asked: Asked,
): string | null {
  const open = decisions.filter((decision) => decision.outcome !== "no");
  const scores = new Map<string, number>();
  for (const decision of open) addWorth(knowledge, decision, asked, scores);
  const ranked = [...scores].flatMap(([id, score]) => {
    const fact = knowledge.facts.get(id);
    return fact !== undefined && mayAsk(knowledge, fact, asked)
      ? [{ fact, score: comesFirst(fact) ? Infinity : score }]
      : [];
  });
  ranked.sort((left, right) => byScore(left, right) || left.fact.order - right.fact.order);
  const best = ranked[0];
  return best !== undefined && isWorthAsking(best.score, asked.questionsAsked) ? best.fact.id : null;
}

function isWorthAsking(score: number, questionsAsked: number | undefined): boolean {
  if (questionsAsked === undefined || questionsAsked < PATIENCE.free) return true;
  return questionsAsked < PATIENCE.most && score >= PATIENCE.worth;
}

function byScore(left: { readonly score: number }, right: { readonly score: number }): number {
  return left.score === right.score ? 0 : right.score - left.score;
}

function comesFirst(fact: FactDefinition): boolean {
  return fact.kind === "place" || fact.id === "age";
}

/** A fact already told is not asked again, except a place that was told more coarsely than a county. */
function mayAsk(knowledge: Knowledge, fact: FactDefinition, { declined, facts }: Asked): boolean {
  if (!fact.askable || declined.includes(fact.id)) return false;
  const told = facts[fact.id];
  if (told === undefined) return true;
  if (fact.kind !== "place" || typeof told !== "string" || isElsewhere(knowledge, told)) return false;
  return countyOf(knowledge, told) === null;
}

function addWorth(
  knowledge: Knowledge,
  decision: Decision,
  { facts }: Asked,
  scores: Map<string, number>,
): void {
  const worth = worthOf(decision);
  const add = (fact: string, more: number): void => void scores.set(fact, (scores.get(fact) ?? 0) + more);
  if (decision.outcome === "unknown") {
    for (const fact of decision.evaluation.missing) {
      add(fact, worth * (CONTRIBUTES + chanceToSettle(knowledge, decision, facts, fact)));
    }
  }
  for (const fact of decision.amountMissing) add(fact, worth * AMOUNT_ONLY);
}

function worthOf({ benefit, provision, periodState }: Decision): number {
  const firm = provision.force === "grant" || provision.force === "duty" ? 1 : WEAK;
  return KIND_WEIGHT[benefit.kind] * firm * (periodState === "in-force" ? 1 : NOT_IN_FORCE);
}

/** How likely it is, 0…1, that the answer alone settles the decision. Places and ages, which come first anyway, count as 0. */
function chanceToSettle(knowledge: Knowledge, decision: Decision, facts: Facts, id: string): number {
  const fact = knowledge.facts.get(id);
  if (fact === undefined || comesFirst(fact)) return 0;
  const answers = answersOf(fact);
  return answers.reduce((chance: number, value) => {
    const settled = evaluate(
      decision.provision.who,
      impliedFacts(knowledge, { ...facts, [id]: value }),
      knowledge,
    );
    return settled.verdict === "unknown" ? chance : chance + likelihood(value, answers.length);
  }, 0);
}

/** The answers a closed question may get. @example answersOf(minimumLiving) // [true, false] */
function answersOf(fact: FactDefinition): readonly FactValue[] {
  return fact.kind === "boolean" ? [true, false] : fact.choices.map((choice) => choice.value);
}

function likelihood(value: FactValue, answers: number): number {
  if (typeof value !== "boolean") return 1 / answers;
  return value ? 1 - LIKELY_NO : LIKELY_NO;
}
