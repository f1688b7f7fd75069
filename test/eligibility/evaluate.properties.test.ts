import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { verdictOf } from "../../src/engine/eligibility/evaluate.ts";
import { evaluate } from "../../src/engine/eligibility/index.ts";
import { ELSEWHERE, indexKnowledge } from "../../src/engine/knowledge/index.ts";
import type { Condition, Facts, FactValue } from "../../src/engine/knowledge/types.ts";
import { smallBundle } from "../knowledge/small-bundle.ts";
import { anyFacts, anyTree, DOMAINS, without } from "./generated-cases.ts";

const knowledge = indexKnowledge(smallBundle());
const RUNS = { numRuns: 2000 };

/** Every way of filling in the facts, at most a few hundred. */
function completions(facts: Facts, open: readonly string[]): readonly Facts[] {
  return open.reduce<readonly Facts[]>(
    (all, fact) =>
      all.flatMap((one) => (DOMAINS[fact] ?? []).map((value: FactValue) => ({ ...one, [fact]: value }))),
    [facts],
  );
}

/** Trees in which no fact occurs twice: there, a missing fact must really be able to decide. */
function readOnce(condition: Condition, seen = new Set<string>()): boolean {
  if ("all" in condition) return condition.all.every((part) => readOnce(part, seen));
  if ("any" in condition) return condition.any.every((part) => readOnce(part, seen));
  if ("not" in condition) return readOnce(condition.not, seen);
  const facts = "belongs" in condition ? ["hukou", "residence"] : [condition.fact];
  return facts.every((fact) => !seen.has(fact) && seen.add(fact).has(fact));
}

describe("for any rule and any person", () => {
  it("taking a fact away never turns yes into no or no into yes", () => {
    fc.assert(
      fc.property(anyTree, anyFacts, fc.nat(), (tree, facts, pick) => {
        const before = evaluate(tree, facts, knowledge).verdict;
        const after = evaluate(tree, without(facts, pick), knowledge).verdict;
        expect([before, "unknown"]).toContain(before === "unknown" ? "unknown" : after);
        if (before === "unknown") expect(after).toBe("unknown");
      }),
      RUNS,
    );
  });

  it("the verdict alone is the verdict with its reasons", () => {
    fc.assert(
      fc.property(anyTree, anyFacts, (tree, facts) => {
        expect(verdictOf(tree, facts, knowledge)).toBe(evaluate(tree, facts, knowledge).verdict);
      }),
      RUNS,
    );
  });

  it("the order of the facts does not matter", () => {
    fc.assert(
      fc.property(anyTree, anyFacts, (tree, facts) => {
        const reversed = Object.fromEntries(Object.entries(facts).reverse());
        expect(evaluate(tree, reversed, knowledge)).toEqual(evaluate(tree, facts, knowledge));
      }),
      RUNS,
    );
  });

  it("not (not x) is x", () => {
    fc.assert(
      fc.property(anyTree, anyFacts, (tree, facts) => {
        expect(evaluate({ not: { not: tree } }, facts, knowledge)).toEqual(evaluate(tree, facts, knowledge));
      }),
      RUNS,
    );
  });

  it("a decided verdict is missing nothing, and no missing fact is already known", () => {
    fc.assert(
      fc.property(anyTree, anyFacts, (tree, facts) => {
        const { verdict, missing } = evaluate(tree, facts, knowledge);
        if (verdict !== "unknown") expect(missing).toEqual([]);
        const coarse = missing.filter(
          (fact) => facts[fact] !== undefined && facts[fact] !== "350500" && facts[fact] !== "350582",
        );
        expect(coarse).toEqual([]);
      }),
      RUNS,
    );
  });

  it("facts that are not missing cannot change the verdict", () => {
    fc.assert(
      fc.property(
        anyTree.filter((tree) => readOnce(tree)),
        anyFacts,
        (tree, facts) => {
          const { verdict, missing } = evaluate(tree, facts, knowledge);
          const idle = Object.keys(DOMAINS).filter(
            (fact) => facts[fact] === undefined && !missing.includes(fact),
          );
          for (const completed of completions(facts, idle.slice(0, 3))) {
            expect(evaluate(tree, completed, knowledge).verdict).toBe(verdict);
          }
        },
      ),
      RUNS,
    );
  });

  it("some answer to the missing facts decides, where any are missing", () => {
    fc.assert(
      fc.property(
        anyTree.filter((tree) => readOnce(tree)),
        anyFacts,
        (tree, facts) => {
          const { verdict, missing } = evaluate(tree, facts, knowledge);
          if (verdict !== "unknown" || missing.length === 0) return;
          // Outside Quanzhou a province's rule stays open for good, and no home there can turn it into a no.
          if (Object.values(facts).includes(ELSEWHERE)) return;
          const verdicts = completions(facts, missing).map((one) => evaluate(tree, one, knowledge).verdict);
          expect(verdicts.some((one) => one !== "unknown")).toBe(true);
        },
      ),
      RUNS,
    );
  });

  it("when nothing is missing and it is still unknown, no answer at all decides", () => {
    fc.assert(
      fc.property(
        anyTree.filter((tree) => readOnce(tree)),
        anyFacts,
        (tree, facts) => {
          const { verdict, missing } = evaluate(tree, facts, knowledge);
          if (verdict !== "unknown" || missing.length > 0) return;
          const open = Object.keys(DOMAINS).filter((fact) => facts[fact] === undefined);
          const verdicts = completions(facts, open).map((one) => evaluate(tree, one, knowledge).verdict);
          expect(new Set(verdicts)).toEqual(new Set(["unknown"]));
        },
      ),
      RUNS,
    );
  });
});
