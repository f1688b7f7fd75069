import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Decision, decide } from "../../src/engine/eligibility/index.ts";
import { indexKnowledge } from "../../src/engine/knowledge/index.ts";
import type { Benefit, Provision } from "../../src/engine/knowledge/types.ts";
import { benefit, provision, smallBundle } from "../knowledge/small-bundle.ts";
import { anyFacts, anyTree, without } from "./generated-cases.ts";

const DAY = "2023-06-01";
const RUNS = { numRuns: 2000 };

/** A benefit with up to five provisions of any place, rule, date and doubt. */
const anyBenefit: fc.Arbitrary<Benefit> = fc
  .array(
    fc.record({
      place: fc.constantFrom("350582", "350524", "TIA-QZ", "350500", "350000", "100000"),
      who: anyTree,
      from: fc.constantFrom(null, "2018-01-01", "2022-01-01", "2024-01-01"),
      assessed: fc.boolean(),
      floor: fc.boolean(),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((rows) =>
    benefit(
      "any",
      rows.map((row, at) => anyProvision(row, at)),
    ),
  );

function anyProvision(
  row: { place: string; who: Provision["who"]; from: string | null; assessed: boolean; floor: boolean },
  at: number,
): Provision {
  const { place, who, from, assessed, floor } = row;
  return provision(`p${at}`, place, who, { period: { from, to: null, basis: "stated" }, assessed, floor });
}

/** The person's answer for the whole benefit: hope if any provision gives it, no only if all say so. */
function answer(decisions: readonly Decision[]): "yes" | "no" | "unknown" | "absent" {
  if (decisions.length === 0) return "absent";
  if (decisions.some((one) => one.outcome === "yes" || one.outcome === "confirm")) return "yes";
  return decisions.every((one) => one.outcome === "no") ? "no" : "unknown";
}

describe("for any benefit and any person", () => {
  it("forgetting a fact, the place too, never turns a yes into no or a no into yes", () => {
    fc.assert(
      fc.property(anyBenefit, anyFacts, fc.nat(), (one, facts, pick) => {
        const knowledge = indexKnowledge(smallBundle({ benefits: [one] }));
        const before = answer(decide(knowledge, facts, DAY));
        const after = answer(decide(knowledge, without(facts, pick), DAY));
        if (before === "yes") expect(["yes", "unknown"]).toContain(after);
        if (before === "no" || before === "absent") expect(after).not.toBe("yes");
      }),
      { numRuns: 5000 },
    );
  });

  it("one provision never says yes with fewer facts and no with more, nor the other way", () => {
    fc.assert(
      fc.property(anyBenefit, anyFacts, fc.nat(), (one, facts, pick) => {
        const knowledge = indexKnowledge(smallBundle({ benefits: [one] }));
        const fewer = new Map(
          decide(knowledge, without(facts, pick), DAY).map((each) => [each.provision.id, each.outcome]),
        );
        for (const {
          provision: { id },
          outcome,
        } of decide(knowledge, facts, DAY)) {
          const opposite =
            outcome === "no" ? ["yes", "confirm"] : outcome === "unknown" ? ["yes", "confirm", "no"] : ["no"];
          expect(opposite).not.toContain(fewer.get(id));
        }
      }),
      { numRuns: 5000 },
    );
  });

  it("each provision is decided once, and only an unknown one is missing facts", () => {
    fc.assert(
      fc.property(anyBenefit, anyFacts, (one, facts) => {
        const decisions = decide(indexKnowledge(smallBundle({ benefits: [one] })), facts, DAY);
        const ids = decisions.map((each) => each.provision.id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const { outcome, evaluation } of decisions) {
          if (outcome !== "unknown") expect(evaluation.missing).toEqual([]);
        }
      }),
      RUNS,
    );
  });

  it("the order of the facts does not matter", () => {
    fc.assert(
      fc.property(anyBenefit, anyFacts, (one, facts) => {
        const knowledge = indexKnowledge(smallBundle({ benefits: [one] }));
        const reversed = Object.fromEntries(Object.entries(facts).reverse());
        expect(decide(knowledge, reversed, DAY)).toEqual(decide(knowledge, facts, DAY));
      }),
      RUNS,
    );
  });
});
