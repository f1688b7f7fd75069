import type { AmountRule, Benefit, FactValue, Outcome, PlaceCode, Provision } from "../knowledge/types.ts";

/** Three-valued: an unknown fact is neither yes nor no. */
export type Verdict = "yes" | "no" | "unknown";

/** One leaf of the condition tree as it came out. `value` is what is known, absent when nothing is. */
export interface Reason {
  readonly fact: string;
  readonly holds: Verdict;
  readonly value?: FactValue;
  /** The leaf itself, so that speech can say the threshold or the place. */
  readonly leaf:
    | { readonly kind: "number"; readonly atLeast?: number; readonly below?: number }
    | { readonly kind: "is"; readonly is: FactValue }
    | { readonly kind: "one-of"; readonly values: readonly string[] }
    | { readonly kind: "within"; readonly place: PlaceCode }
    | { readonly kind: "belongs"; readonly place: PlaceCode };
  /** Whether the leaf stands under an odd number of `not`. */
  readonly negated: boolean;
}

export interface Evaluation {
  readonly verdict: Verdict;
  /** The leaves that made the verdict (short-circuited ones left out), in tree order. */
  readonly because: readonly Reason[];
  /** Facts that could still change an unknown verdict, in tree order, no duplicates. Empty when decided, or when only a person can tell. */
  readonly missing: readonly string[];
}

export type PeriodState = "in-force" | "ended" | "undated" | "planned";

/** Why a holding rule is not a plain yes. */
export type ConfirmReason =
  | "ended"
  | "undated"
  | "weak-force"
  | "assessed"
  | "news-source"
  | "residence-differs"
  /** What decides is a condition only the person and an office can tell: nothing “fits” yet. */
  | "self-check";

/** One benefit decided for one person under one jurisdiction chain. No words yet: speech makes them. */
export interface Decision {
  readonly benefit: Benefit;
  readonly provision: Provision;
  readonly jurisdiction: PlaceCode;
  readonly outcome: Outcome;
  readonly evaluation: Evaluation;
  readonly periodState: PeriodState;
  readonly confirm: readonly ConfirmReason[];
  /** The person's amount, or the floor that still holds; null when none is stated or it depends on unknown facts. */
  readonly amount: AmountRule | null;
  /** Facts on which only the amount depends. */
  readonly amountMissing: readonly string[];
  /** The deciding provision's sources, then those of superiors' floors that hold. */
  readonly citations: readonly { readonly document: string; readonly clause: string }[];
}
