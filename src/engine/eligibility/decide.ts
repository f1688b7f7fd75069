import type { Knowledge } from "../knowledge/index.ts";
import type { Benefit, BenefitKind, Day, Facts, Outcome, Provision } from "../knowledge/types.ts";
import { amountOf, withFloors } from "./amount.ts";
import { canHold, evaluate } from "./evaluate.ts";
import { dropForeign, isForeign } from "./foreign.ts";
import { impliedFacts } from "./implied.ts";
import { doubtsOf, outcomeOf, periodStateOf, residenceDiffers } from "./outcome.ts";
import { type Candidates, candidatesFor, countyOfFact, floorsAbove, PLACE_FACTS } from "./provisions.ts";
import type { Decision, Evaluation } from "./types.ts";
import { decideWithoutPlace } from "./undecided-place.ts";

const OUTCOME_ORDER: readonly Outcome[] = ["yes", "confirm", "unknown", "no"];
const KIND_ORDER: readonly BenefitKind[] = [
  "cash",
  "voucher",
  "service",
  "insurance",
  "care-place",
  "equipment",
  "discount",
  "right",
];

/**
 * Decides every benefit for one person on one day: yes first, then confirm, unknown and no; money before
 * services before rights. A benefit no provision of which speaks for the person is left out.
 *
 * @example decide(knowledge, { age: 82, hukou: "350582", residence: "350582" }, "2023-06-01")
 */
export function decide(knowledge: Knowledge, facts: Facts, asOf: Day): readonly Decision[] {
  const certain = impliedFacts(knowledge, facts);
  const decisions = knowledge.bundle.benefits.flatMap((benefit) =>
    decideOne(knowledge, benefit, certain, asOf),
  );
  return decisions.sort(byUsefulness);
}

/** Decides one benefit; empty for an unknown id or when no provision speaks. Two entries when hukou and residence lie in counties with different provisions that both may be the person's. */
export function decideBenefit(
  knowledge: Knowledge,
  benefitId: string,
  facts: Facts,
  asOf: Day,
): readonly Decision[] {
  const benefit = knowledge.benefits.get(benefitId);
  if (benefit === undefined) return [];
  return [...decideOne(knowledge, benefit, impliedFacts(knowledge, facts), asOf)].sort(byUsefulness);
}

function decideOne(knowledge: Knowledge, benefit: Benefit, facts: Facts, asOf: Day): readonly Decision[] {
  const candidates = candidatesFor(knowledge, benefit, facts, asOf);
  const decided = (provision: Provision, evaluation: Evaluation): Decision =>
    toDecision(knowledge, benefit, provision, evaluation, facts, asOf);
  const { possible, outside } = candidates;
  const reach = (provision: Provision): boolean => !isForeign(knowledge, provision, facts);
  const speaking =
    outside === null || candidates.known.some(reach) ? candidates.known : [...candidates.known, outside];
  const known = [...new Set(speaking)].map((provision) =>
    decided(provision, evaluate(provision.who, facts, knowledge)),
  );
  if (!stillOpen(knowledge, facts, candidates, known)) return dropForeign(knowledge, known, facts);
  const { provision, evaluation } = decideWithoutPlace(possible, facts, knowledge);
  return dropForeign(knowledge, [...known, decided(provision, evaluation)], facts);
}

/**
 * A place not told matters while no known county's provision gives hope and another could still hold.
 * With no county known at all, one provision is shown even when all fail, so that a “no” has its reason.
 */
function stillOpen(
  knowledge: Knowledge,
  facts: Facts,
  { possible }: Candidates,
  known: readonly Decision[],
): boolean {
  if (known.some((decision) => decision.outcome !== "no")) return false;
  const told = PLACE_FACTS.some((fact) => countyOfFact(knowledge, facts, fact) !== null);
  for (const provision of possible) if (!told || canHold(provision.who, facts, knowledge)) return true;
  return false;
}

function toDecision(
  knowledge: Knowledge,
  benefit: Benefit,
  provision: Provision,
  evaluation: Evaluation,
  facts: Facts,
  asOf: Day,
): Decision {
  const doubts = doubtsOf(knowledge, provision, asOf);
  const outcome = outcomeOf(evaluation, doubts);
  const floors = heldFloors(knowledge, benefit, provision, facts, asOf);
  const found = outcome === "no" ? { amount: null, missing: [] } : amountOf(provision, facts, knowledge);
  return {
    benefit,
    provision,
    jurisdiction: provision.jurisdiction,
    outcome,
    evaluation,
    periodState: periodStateOf(provision, asOf),
    confirm:
      outcome === "confirm" ? doubts : residenceDiffers(evaluation, facts) ? ["residence-differs"] : [],
    amount: outcome === "no" ? null : withFloors(knowledge, provision, found, floors, facts, asOf),
    amountMissing: found.missing,
    citations: [...provision.sources, ...floors.flatMap((floor) => floor.sources)],
  };
}

/** Floors whose conditions do not fail. One that has ended is gone, unless the decider itself has ended too. */
function heldFloors(
  knowledge: Knowledge,
  benefit: Benefit,
  provision: Provision,
  facts: Facts,
  asOf: Day,
): readonly Provision[] {
  const ended = periodStateOf(provision, asOf) === "ended";
  return floorsAbove(knowledge, benefit, provision, asOf).filter(
    (floor) =>
      (ended || periodStateOf(floor, asOf) !== "ended") &&
      evaluate(floor.who, facts, knowledge).verdict !== "no",
  );
}

function byUsefulness(left: Decision, right: Decision): number {
  return (
    OUTCOME_ORDER.indexOf(left.outcome) - OUTCOME_ORDER.indexOf(right.outcome) ||
    KIND_ORDER.indexOf(left.benefit.kind) - KIND_ORDER.indexOf(right.benefit.kind) ||
    compareText(left.benefit.id, right.benefit.id) ||
    compareText(left.provision.id, right.provision.id)
  );
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
