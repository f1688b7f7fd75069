import type { Knowledge } from "../knowledge/index.ts";
import type { AmountRule, Day, Facts, Provision } from "../knowledge/types.ts";
import { evaluate } from "./evaluate.ts";
import { doubtsOf } from "./outcome.ts";

/** The amount that holds for the person, or the facts it depends on. Both empty when the text states none. */
export interface AmountFound {
  readonly amount: AmountRule | null;
  readonly missing: readonly string[];
}

/**
 * The first amount whose `when` holds. One that depends on an unknown fact hides all after it:
 * a sum is told only when it is surely the person's.
 */
export function amountOf(provision: Provision, facts: Facts, knowledge: Knowledge): AmountFound {
  for (const rule of provision.amounts) {
    if (rule.when === null) return { amount: rule, missing: [] };
    const { verdict, missing } = evaluate(rule.when, facts, knowledge);
    if (verdict === "yes") return { amount: rule, missing: [] };
    if (verdict === "unknown") return { amount: null, missing };
  }
  return { amount: null, missing: [] };
}

/**
 * Raises the decider's amount to the floors that hold for the person, or fills it where the decider states none.
 * A floor counts only when it is as firm as the decider, so that a plain yes never carries a doubtful sum;
 * sums for different receivers or periods are left alone, and an “up to” is no promise to raise.
 */
export function withFloors(
  knowledge: Knowledge,
  decider: Provision,
  found: AmountFound,
  floors: readonly Provision[],
  facts: Facts,
  asOf: Day,
): AmountRule | null {
  if (found.missing.length > 0) return null;
  const doubtful = doubtsOf(knowledge, decider, asOf).length > 0;
  let amount = found.amount;
  for (const floor of floors) {
    if (!doubtful && doubtsOf(knowledge, floor, asOf).length > 0) continue;
    if (evaluate(floor.who, facts, knowledge).verdict !== "yes") continue;
    const least = amountOf(floor, facts, knowledge).amount;
    if (least !== null && (amount === null || fallsBelow(amount, least)))
      amount = { ...least, bound: "at-least" };
  }
  return amount;
}

function fallsBelow(amount: AmountRule, least: AmountRule): boolean {
  const comparable = amount.unit === least.unit && amount.goesTo === least.goesTo && amount.bound !== "up-to";
  return comparable && least.bound !== "up-to" && amount.value < least.value;
}
