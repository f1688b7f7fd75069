import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decide, nextQuestion } from "../../src/engine/eligibility/index.ts";
import { indexKnowledge } from "../../src/engine/knowledge/index.ts";
import type { Benefit, Facts } from "../../src/engine/knowledge/types.ts";
import { benefit, provision, smallBundle } from "../knowledge/small-bundle.ts";
import { anyFacts, anyTree } from "./generated-cases.ts";

const DAY = "2023-06-01";
const HOME = { hukou: "350582", residence: "350582" };

function next(benefits: readonly Benefit[], facts: Facts, declined: readonly string[] = []): string | null {
  const knowledge = indexKnowledge(smallBundle({ benefits }));
  return nextQuestion(knowledge, decide(knowledge, facts, DAY), { declined, facts });
}

const alone = provision("p", "350500", { fact: "lives-alone", is: true });
const poor = provision("p", "350500", { fact: "minimum-living", is: true });
const anywhere = provision("p", "350500", {
  all: [{ belongs: "350500" }, { fact: "age", "at-least": 60 }, { fact: "lives-alone", is: true }],
});

describe("the next question", () => {
  it("is where the person belongs, then the age, then the rest", () => {
    const list = [benefit("a", [anywhere])];
    expect(next(list, {})).toBe("hukou");
    expect(next(list, { hukou: "350582" })).toBe("residence");
    expect(next(list, HOME)).toBe("age");
    expect(next(list, { ...HOME, age: 70 })).toBe("lives-alone");
    expect(next(list, { ...HOME, age: 70, "lives-alone": true })).toBeNull();
  });

  it("is not the same place again once it is outside Quanzhou", () => {
    const fujian = provision("p", "350000", { fact: "hukou", within: "350000" });
    expect(next([benefit("a", [fujian])], { hukou: "elsewhere" })).toBe("residence");
    expect(next([benefit("a", [fujian])], { hukou: "elsewhere", residence: "elsewhere" })).toBeNull();
    const jinjiang = provision("p", "350582", { fact: "hukou", within: "350582" });
    expect(next([benefit("a", [jinjiang])], { hukou: "350500", residence: "elsewhere" })).toBe("hukou");
  });

  it("is nothing that no longer matters", () => {
    expect(next([benefit("a", [anywhere])], { ...HOME, age: 50 })).toBeNull();
  });

  it("is the fact that most benefits wait for", () => {
    const list = [benefit("a", [poor]), benefit("b", [alone]), benefit("c", [alone])];
    expect(next(list, HOME)).toBe("lives-alone");
  });

  it("prefers money for the person to what is only promoted", () => {
    const promoted = { ...poor, force: "promote" } as const;
    const list = [benefit("a", [promoted]), benefit("b", [promoted]), benefit("c", [alone])];
    expect(next(list, HOME)).toBe("lives-alone");
  });

  it("prefers the fact that settles a benefit alone to one of several it waits for", () => {
    const several = provision("p", "350500", {
      any: [
        { fact: "minimum-living", is: true },
        {
          all: [
            { fact: "care-need", is: "severe" },
            { fact: "severe-disability", is: true },
          ],
        },
      ],
    });
    expect(next([benefit("a", [several]), benefit("b", [alone])], HOME)).toBe("lives-alone");
  });

  it("is never one that was declined, is told already, or may not be asked", () => {
    const list = [
      benefit("a", [alone]),
      benefit("b", [provision("p", "350500", { fact: "role", is: "family" })]),
    ];
    expect(next(list, HOME, ["lives-alone"])).toBeNull();
    const torn = { ...HOME, "disability-level": "1", "severe-disability": false };
    expect(
      next([benefit("a", [provision("p", "350500", { fact: "severe-disability", is: true })])], torn),
    ).toBeNull();
  });

  it("asks for the county when only the city was told", () => {
    const local = benefit("a", [provision("p", "350582", { fact: "hukou", within: "350582" })]);
    expect(next([local], { hukou: "350500" })).toBe("hukou");
  });

  it("asks what only the sum depends on", () => {
    const amounts = [
      {
        when: { fact: "minimum-living", is: true },
        value: 200,
        unit: "yuan/month",
        bound: "exact",
        goesTo: "person",
        label: null,
      },
    ] as const;
    expect(
      next([benefit("a", [provision("p", "350500", { fact: "age", "at-least": 60 }, { amounts })])], {
        ...HOME,
        age: 70,
      }),
    ).toBe("minimum-living");
  });

  it("ends: answering what is asked leaves nothing to ask, for any rules and any person", () => {
    const answers = { age: 82, "minimum-living": false, "lives-alone": true, "care-need": "none", ...HOME };
    fc.assert(
      fc.property(fc.array(anyTree, { maxLength: 4 }), anyFacts, (trees, facts) => {
        const list = trees.map((who, at) => benefit(`b${at}`, [provision("p", "350500", who)]));
        let known: Facts = facts;
        for (let asked = 0; asked < 8; asked += 1) {
          const fact = next(list, known);
          if (fact === null) return;
          known = { ...known, [fact]: answers[fact as keyof typeof answers] };
        }
        expect(next(list, known)).toBeNull();
      }),
      { numRuns: 300 },
    );
  });
});
