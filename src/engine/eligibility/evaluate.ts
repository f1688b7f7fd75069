import type { Knowledge } from "../knowledge/index.ts";
import type { Condition, Facts } from "../knowledge/types.ts";
import { factsOfLeaf, type LeafResult, testLeaf } from "./leaves.ts";
import type { Evaluation, Reason, Verdict } from "./types.ts";

/** What a part of the tree came to; `toYes` and `toNo` as in a leaf. */
interface Part extends Pick<LeafResult, "verdict" | "toYes" | "toNo"> {
  readonly because: readonly Reason[];
}

/**
 * Evaluates a condition tree with strong three-valued logic: a part that decides makes the unknown rest irrelevant.
 *
 * `because` keeps the leaves that made the verdict: of a list that one part decides, every part that decides it
 * alone (so a “no” names all that stands in the way); otherwise all parts, known and still open.
 * `missing` names only facts that could still turn the verdict; it is empty for an unknown verdict that only a person can settle.
 * The facts are taken as they are: see `impliedFacts` for what follows from them.
 *
 * @example evaluate({ fact: "age", "at-least": 80 }, {}, knowledge) // unknown, missing ["age"]
 */
export function evaluate(condition: Condition, facts: Facts, knowledge: Knowledge): Evaluation {
  const part = weigh(condition, facts, knowledge, false);
  const open = new Set(part.verdict === "unknown" ? [...(part.toYes ?? []), ...(part.toNo ?? [])] : []);
  const missing = open.size === 0 ? [] : factsOf(condition).filter((fact) => open.has(fact));
  return { verdict: part.verdict, because: part.because, missing };
}

/** Whether anything the person can still tell could make the condition hold; true when it holds already. */
export function canHold(condition: Condition, facts: Facts, knowledge: Knowledge): boolean {
  return weigh(condition, facts, knowledge, false).toYes !== null;
}

/** The verdict of `evaluate` alone, for where there are many conditions and the reasons of one are wanted. */
export function verdictOf(condition: Condition, facts: Facts, knowledge: Knowledge): Verdict {
  const verdict = (part: Condition): Verdict => verdictOf(part, facts, knowledge);
  if ("all" in condition) return strongest(condition.all, "no", verdict);
  if ("any" in condition) return strongest(condition.any, "yes", verdict);
  if ("not" in condition) return OPPOSITE[verdict(condition.not)];
  return testLeaf(condition, facts, knowledge).verdict;
}

/** One part that decides is enough; otherwise one that is unknown leaves it open. */
function strongest(
  parts: readonly Condition[],
  decides: Verdict,
  verdict: (part: Condition) => Verdict,
): Verdict {
  let open = false;
  for (const part of parts) {
    const one = verdict(part);
    if (one === decides) return one;
    open ||= one === "unknown";
  }
  return open ? "unknown" : OPPOSITE[decides];
}

/** Every fact the condition looks at, in tree order, once each. @example factsOf({ belongs: "350500" }) // ["hukou", "residence"] */
function factsOf(condition: Condition): readonly string[] {
  if ("all" in condition) return [...new Set(condition.all.flatMap(factsOf))];
  if ("any" in condition) return [...new Set(condition.any.flatMap(factsOf))];
  if ("not" in condition) return factsOf(condition.not);
  return factsOfLeaf(condition);
}

function weigh(condition: Condition, facts: Facts, knowledge: Knowledge, negated: boolean): Part {
  if ("all" in condition) {
    return both(condition.all.map((part) => weigh(part, facts, knowledge, negated)));
  }
  if ("any" in condition) {
    return swap(both(condition.any.map((part) => swap(weigh(part, facts, knowledge, negated)))));
  }
  if ("not" in condition) return swap(weigh(condition.not, facts, knowledge, !negated));
  const { verdict, reason, toYes, toNo } = testLeaf(condition, facts, knowledge);
  return { verdict, toYes, toNo, because: [{ ...reason, negated }] };
}

/** Strong conjunction. One part that fails decides; all must hold for it to hold. */
function both(parts: readonly Part[]): Part {
  const failing = parts.filter((part) => part.verdict === "no");
  if (failing.length > 0) return { verdict: "no", because: reasonsOf(failing), toYes: null, toNo: [] };
  if (parts.every((part) => part.verdict === "yes")) {
    return { verdict: "yes", because: reasonsOf(parts), toYes: [], toNo: null };
  }
  const toNo = parts.flatMap((part) => (part.toNo === null ? [] : [part.toNo]));
  return {
    verdict: "unknown",
    because: reasonsOf(parts),
    toYes: parts.some((part) => part.toYes === null) ? null : parts.flatMap((part) => part.toYes ?? []),
    toNo: toNo.length === 0 ? null : toNo.flat(),
  };
}

const OPPOSITE: Readonly<Record<Verdict, Verdict>> = { yes: "no", no: "yes", unknown: "unknown" };

/** The same part seen from the other side: “any” is “not all not”. */
function swap(part: Part): Part {
  return { verdict: OPPOSITE[part.verdict], because: part.because, toYes: part.toNo, toNo: part.toYes };
}

function reasonsOf(parts: readonly Part[]): readonly Reason[] {
  return parts.flatMap((part) => part.because);
}
