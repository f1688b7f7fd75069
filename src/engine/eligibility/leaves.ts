import {
  isElsewhere,
  isWithin,
  jurisdictionRank,
  type Knowledge,
  NATION,
  PROVINCE,
} from "../knowledge/index.ts";
import type { Condition, Facts, FactValue, PlaceCode } from "../knowledge/types.ts";
import type { Reason, Verdict } from "./types.ts";

/** A condition without parts. */
export type Leaf = Exclude<
  Condition,
  { readonly all: unknown } | { readonly any: unknown } | { readonly not: unknown }
>;

/**
 * A leaf as it came out. `toYes` and `toNo` name the facts that, once known, could make it so;
 * null where nothing the person can say would.
 */
export interface LeafResult {
  readonly verdict: Verdict;
  readonly reason: Omit<Reason, "negated">;
  readonly toYes: readonly string[] | null;
  readonly toNo: readonly string[] | null;
}

/** Tests one leaf against the facts. A fact that is absent, or of another kind than the leaf needs, is unknown. */
export function testLeaf(leaf: Leaf, facts: Facts, knowledge: Knowledge): LeafResult {
  if ("belongs" in leaf) return testBelongs(leaf.belongs, facts, knowledge);
  const value = facts[leaf.fact];
  if ("within" in leaf) {
    const verdict = placeVerdict(value, leaf.within, knowledge);
    const reason = {
      fact: leaf.fact,
      holds: verdict,
      ...known(value),
      leaf: { kind: "within", place: leaf.within },
    } as const;
    if (verdict === "unknown" && saysElsewhere(value, knowledge))
      return { verdict, reason, toYes: null, toNo: null };
    return settle(verdict, reason);
  }
  if ("is" in leaf) {
    const verdict = value === undefined ? "unknown" : verdictOf(value === leaf.is);
    return settle(verdict, {
      fact: leaf.fact,
      holds: verdict,
      ...known(value),
      leaf: { kind: "is", is: leaf.is },
    });
  }
  if ("one-of" in leaf) {
    const values = leaf["one-of"];
    const verdict = typeof value === "string" ? verdictOf(values.includes(value)) : "unknown";
    return settle(verdict, {
      fact: leaf.fact,
      holds: verdict,
      ...known(value),
      leaf: { kind: "one-of", values },
    });
  }
  return testNumber(leaf, value);
}

/** Facts a leaf looks at, in the order they are asked. */
export function factsOfLeaf(leaf: Leaf): readonly string[] {
  return "belongs" in leaf ? ["hukou", "residence"] : [leaf.fact];
}

/**
 * Whether a known place lies within the named one: a coarser place that contains it, or one not in the table, leaves it
 * open. Elsewhere lies in no place of ours, but perhaps in Fujian or the country: nobody said where it is.
 */
function placeVerdict(value: FactValue | undefined, place: PlaceCode, knowledge: Knowledge): Verdict {
  if (saysElsewhere(value, knowledge)) return place === PROVINCE || place === NATION ? "unknown" : "no";
  if (typeof value !== "string" || jurisdictionRank(knowledge, value) < 0) return "unknown";
  if (isWithin(knowledge, value, place)) return "yes";
  return isWithin(knowledge, place, value) ? "unknown" : "no";
}

/** “Outside Quanzhou” is a full answer: what it leaves open no further question settles. */
function saysElsewhere(value: FactValue | undefined, knowledge: Knowledge): value is PlaceCode {
  return typeof value === "string" && isElsewhere(knowledge, value);
}

function testNumber(
  leaf: Extract<Leaf, { readonly below?: number }>,
  value: FactValue | undefined,
): LeafResult {
  const atLeast = leaf["at-least"];
  const below = leaf.below;
  const verdict =
    typeof value !== "number"
      ? "unknown"
      : verdictOf((atLeast === undefined || value >= atLeast) && (below === undefined || value < below));
  const bounds = { ...(atLeast === undefined ? {} : { atLeast }), ...(below === undefined ? {} : { below }) };
  return settle(verdict, {
    fact: leaf.fact,
    holds: verdict,
    ...known(value),
    leaf: { kind: "number", ...bounds },
  });
}

/** The text names neither 户籍 nor residence: both must agree; when they are known to differ, nothing more can be asked. */
function testBelongs(place: PlaceCode, facts: Facts, knowledge: Knowledge): LeafResult {
  const hukou = placeVerdict(facts.hukou, place, knowledge);
  const residence = placeVerdict(facts.residence, place, knowledge);
  const isOpen = (fact: string, part: Verdict): boolean =>
    part === "unknown" && !saysElsewhere(facts[fact], knowledge);
  const open = [
    ...(isOpen("hukou", hukou) ? ["hukou"] : []),
    ...(isOpen("residence", residence) ? ["residence"] : []),
  ];
  const verdict = hukou === residence ? hukou : "unknown";
  const fact = verdict === "unknown" && hukou !== "unknown" ? "residence" : "hukou";
  const told = open.includes(fact) ? undefined : facts[fact];
  const reason = { fact, holds: verdict, ...known(told), leaf: { kind: "belongs", place } } as const;
  if (verdict !== "unknown") return settle(verdict, reason);
  const reachable = (target: Verdict): boolean =>
    (hukou === target || open.includes("hukou")) && (residence === target || open.includes("residence"));
  return { verdict, reason, toYes: reachable("yes") ? open : null, toNo: reachable("no") ? open : null };
}

function settle(verdict: Verdict, reason: Omit<Reason, "negated">): LeafResult {
  if (verdict === "yes") return { verdict, reason, toYes: [], toNo: null };
  if (verdict === "no") return { verdict, reason, toYes: null, toNo: [] };
  return { verdict, reason, toYes: [reason.fact], toNo: [reason.fact] };
}

function verdictOf(holds: boolean): Verdict {
  return holds ? "yes" : "no";
}

function known(value: FactValue | undefined): { readonly value?: FactValue } {
  return value === undefined ? {} : { value };
}
