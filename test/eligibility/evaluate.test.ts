import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/eligibility/index.ts";
import { indexKnowledge } from "../../src/engine/knowledge/index.ts";
import type { Condition, Facts } from "../../src/engine/knowledge/types.ts";
import { smallBundle } from "../knowledge/small-bundle.ts";

const knowledge = indexKnowledge(smallBundle());
const JINJIANG = "350582";

function verdict(condition: Condition, facts: Facts): string {
  return evaluate(condition, facts, knowledge).verdict;
}

function missing(condition: Condition, facts: Facts): readonly string[] {
  return evaluate(condition, facts, knowledge).missing;
}

describe("a single condition", () => {
  it.each<[Condition, Facts, string]>([
    [{ fact: "age", "at-least": 80 }, { age: 80 }, "yes"],
    [{ fact: "age", "at-least": 80 }, { age: 79 }, "no"],
    [{ fact: "age", "at-least": 60, below: 80 }, { age: 80 }, "no"],
    [{ fact: "age", "at-least": 60, below: 80 }, { age: 79 }, "yes"],
    [{ fact: "age", "at-least": 80 }, {}, "unknown"],
    [{ fact: "minimum-living", is: true }, { "minimum-living": false }, "no"],
    [{ fact: "minimum-living", is: false }, {}, "unknown"],
    [{ fact: "care-need", "one-of": ["partial", "severe"] }, { "care-need": "severe" }, "yes"],
    [{ fact: "care-need", "one-of": ["partial", "severe"] }, { "care-need": "none" }, "no"],
    [{ fact: "hukou", within: JINJIANG }, { hukou: "350582101201" }, "yes"],
    [{ fact: "hukou", within: JINJIANG }, { hukou: "350524" }, "no"],
    [{ fact: "hukou", within: JINJIANG }, { hukou: "350500" }, "unknown"],
    [{ fact: "hukou", within: "350582101" }, { hukou: JINJIANG }, "unknown"],
    [{ fact: "hukou", within: "350500" }, { hukou: "TIA-QZ" }, "yes"],
    [{ fact: "hukou", within: JINJIANG }, { hukou: "nowhere" }, "unknown"],
    [{ fact: "hukou", within: JINJIANG }, { hukou: "elsewhere" }, "no"],
    [{ fact: "hukou", within: "350582101" }, { hukou: "elsewhere" }, "no"],
    [{ fact: "hukou", within: "350500" }, { hukou: "elsewhere" }, "no"],
    [{ fact: "hukou", within: "350000" }, { hukou: "elsewhere" }, "unknown"],
    [{ fact: "hukou", within: "100000" }, { hukou: "elsewhere" }, "unknown"],
  ])("%j with %j is %s", (condition, facts, expected) => {
    expect(verdict(condition, facts)).toBe(expected);
  });

  it("never reads an unknown fact as no nor as zero", () => {
    expect(verdict({ fact: "age", below: 60 }, {})).toBe("unknown");
    expect(verdict({ not: { fact: "lives-alone", is: true } }, {})).toBe("unknown");
  });
});

describe("belonging, where the text is silent on hukou or residence", () => {
  const belongs: Condition = { belongs: JINJIANG };
  it.each<[Facts, string, string[]]>([
    [{ hukou: JINJIANG, residence: "350582101" }, "yes", []],
    [{ hukou: "350524", residence: "TIA-QZ" }, "no", []],
    [{ hukou: JINJIANG, residence: "350524" }, "unknown", []],
    [{ hukou: JINJIANG }, "unknown", ["residence"]],
    [{ residence: "350524" }, "unknown", ["hukou"]],
    [{ hukou: JINJIANG, residence: "350500" }, "unknown", ["residence"]],
    [{}, "unknown", ["hukou", "residence"]],
    [{ hukou: "elsewhere", residence: "elsewhere" }, "no", []],
    [{ hukou: "elsewhere", residence: JINJIANG }, "unknown", []],
    [{ hukou: "elsewhere" }, "unknown", ["residence"]],
  ])("%j is %s and waits for %j", (facts, expected, waits) => {
    expect(verdict(belongs, facts)).toBe(expected);
    expect(missing(belongs, facts)).toEqual(waits);
  });
});

describe("outside Quanzhou", () => {
  it("leaves Fujian open, and asking again for the same place would not tell", () => {
    const facts = { hukou: "elsewhere", residence: "elsewhere" };
    for (const leaf of [{ fact: "hukou", within: "350000" }, { belongs: "350000" }]) {
      expect([verdict(leaf, facts), missing(leaf, facts)]).toEqual(["unknown", []]);
    }
    expect(missing({ belongs: "350000" }, { hukou: "elsewhere" })).toEqual([]);
  });
});

describe("what is missing", () => {
  const category: Condition = {
    any: [
      { fact: "minimum-living", is: true },
      { fact: "lives-alone", is: true },
    ],
  };

  it("leaves out alternatives that no longer matter", () => {
    expect(missing({ any: [{ fact: "age", "at-least": 80 }, category] }, { age: 82 })).toEqual([]);
  });

  it("leaves out everything once one condition fails", () => {
    expect(missing({ all: [{ fact: "age", "at-least": 60 }, category] }, { age: 50 })).toEqual([]);
  });

  it("names the rest in the order of the tree, once each", () => {
    const tree: Condition = {
      all: [{ any: [{ fact: "age", "at-least": 80 }, category] }, { fact: "age", "at-least": 60 }],
    };
    expect(missing(tree, {})).toEqual(["age", "minimum-living", "lives-alone"]);
  });

  it("does not name a fact that cannot change the answer because hukou and residence differ", () => {
    const facts = { hukou: JINJIANG, residence: "350524" };
    const both: Condition = {
      any: [{ all: [{ belongs: JINJIANG }, { fact: "lives-alone", is: true }] }, { belongs: JINJIANG }],
    };
    expect(missing(both, facts)).toEqual([]);
  });

  it("still names a fact that could end it with no", () => {
    const facts = { hukou: JINJIANG, residence: "350524" };
    expect(missing({ all: [{ belongs: JINJIANG }, { fact: "age", "at-least": 60 }] }, facts)).toEqual([
      "age",
    ]);
  });
});

describe("the reasons", () => {
  it("of a no are all the conditions that stand in the way, and only they", () => {
    const tree: Condition = {
      all: [
        { fact: "hukou", within: JINJIANG },
        { fact: "age", "at-least": 60 },
        { fact: "minimum-living", is: true },
      ],
    };
    const { because } = evaluate(tree, { hukou: JINJIANG, age: 59, "minimum-living": false }, knowledge);
    expect(because.map(({ fact, holds }) => [fact, holds])).toEqual([
      ["age", "no"],
      ["minimum-living", "no"],
    ]);
  });

  it("of a yes carry the value and the leaf, so that words can be made of them", () => {
    const { because } = evaluate(
      {
        any: [
          { fact: "age", "at-least": 80 },
          { fact: "lives-alone", is: true },
        ],
      },
      { age: 82 },
      knowledge,
    );
    expect(because).toEqual([
      { fact: "age", holds: "yes", value: 82, leaf: { kind: "number", atLeast: 80 }, negated: false },
    ]);
  });

  it("say when they stand under a not", () => {
    const { verdict: outcome, because } = evaluate(
      { not: { fact: "lives-alone", is: true } },
      { "lives-alone": true },
      knowledge,
    );
    expect([outcome, because[0]?.holds, because[0]?.negated]).toEqual(["no", "yes", true]);
  });
});
