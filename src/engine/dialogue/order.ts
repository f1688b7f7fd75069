/**
 * The order in which decided benefits are read out. It is a judgement, so it is in one place: what is surest,
 * what is meant for exactly this person, and what is worth most to them comes first.
 */
import type { Decision, Reason } from "../eligibility/types.ts";
import type { BenefitKind, Force } from "../knowledge/types.ts";

/** Points against a benefit: the fewer, the earlier. Money and care weigh more than rights everyone has. */
const BY_KIND: Readonly<Record<BenefitKind, number>> = {
  cash: 0,
  service: 2,
  insurance: 2,
  voucher: 2,
  equipment: 4,
  "care-place": 6,
  discount: 6,
  right: 12,
};

/** A text that only encourages or tries comes after one that grants. */
const BY_FORCE: Readonly<Record<Force, number>> = { grant: 0, duty: 0, promote: 15, explore: 15, target: 15 };

const PLACES: readonly string[] = ["hukou", "residence"];

/** A special group (minimum living, disability …) most people do not belong to. */
function needsAGroup(decision: Decision): boolean {
  return decision.evaluation.missing.some((fact) => !PLACES.includes(fact) && fact !== "age");
}

function outcomePoints(decision: Decision): number {
  if (decision.outcome === "yes") return 0;
  if (decision.outcome === "confirm") return decision.confirm.includes("self-check") ? 25 : 10;
  if (decision.outcome === "no") return 1000;
  return 20 + 5 * decision.evaluation.missing.length + (needsAGroup(decision) ? 15 : -5);
}

/** How exactly a reason that holds fits this person: great age and special groups more than “over 60”. */
function fit({ holds, leaf, negated }: Reason): number {
  if (holds !== "yes" || negated) return 0;
  if (leaf.kind === "is" || leaf.kind === "one-of") return 20;
  if (leaf.kind === "number") return (leaf.atLeast ?? 0) >= 80 ? 8 : (leaf.atLeast ?? 0) >= 65 ? 3 : 0;
  return 0;
}

function points(decision: Decision): number {
  const fits = Math.max(0, ...decision.evaluation.because.map(fit));
  return outcomePoints(decision) + BY_KIND[decision.benefit.kind] + BY_FORCE[decision.provision.force] - fits;
}

/** Decisions in the order in which a person should hear of them; equal ones keep their order. */
export function inReadingOrder(decisions: readonly Decision[]): readonly Decision[] {
  return decisions
    .map((decision) => ({ decision, points: points(decision) }))
    .sort((one, other) => one.points - other.points)
    .map(({ decision }) => decision);
}
