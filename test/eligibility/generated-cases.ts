import fc from "fast-check";
import type { Condition, Facts, FactValue } from "../../src/engine/knowledge/types.ts";

const COUNTIES = ["350582", "350524", "TIA-QZ"];

/** The answers that tell all rules below apart. */
export const DOMAINS: Readonly<Record<string, readonly FactValue[]>> = {
  age: [59, 65, 79, 82],
  "minimum-living": [true, false],
  "lives-alone": [true, false],
  "care-need": ["none", "partial", "severe"],
  hukou: ["350582101", "350524", "TIA-QZ", "elsewhere"],
  residence: ["350582101", "350524", "TIA-QZ", "elsewhere"],
};

const leaf: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { fact: "age", "at-least": 60 },
    { fact: "age", "at-least": 80 },
    { fact: "age", "at-least": 60, below: 80 },
    { fact: "minimum-living", is: true },
    { fact: "minimum-living", is: false },
    { fact: "lives-alone", is: true },
    { fact: "care-need", "one-of": ["partial", "severe"] },
    { fact: "care-need", is: "none" },
  ),
  fc.constantFrom(...COUNTIES, "350500", "350000").map((place): Condition => ({ belongs: place })),
  fc
    .tuple(
      fc.constantFrom("hukou", "residence"),
      fc.constantFrom(...COUNTIES, "350582101", "350500", "350000"),
    )
    .map(([fact, within]): Condition => ({ fact, within })),
);

/** Any rule: up to four levels of all, any and not over the facts above. */
export const anyTree: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: "small", maxDepth: 4 },
    leaf,
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie("tree"), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie("tree").map((part): Condition => ({ not: part })),
  ),
})).tree;

const anyPlace = fc.constantFrom("350500", "350582", "350582101201", "350524", "TIA-QZ", "elsewhere");

/** Any person: each fact known or not, places sometimes only as finely as the county or the city, or outside it. */
export const anyFacts: fc.Arbitrary<Facts> = fc.record(
  {
    age: fc.constantFrom(...(DOMAINS.age ?? [])),
    "minimum-living": fc.boolean(),
    "lives-alone": fc.boolean(),
    "care-need": fc.constantFrom("none", "partial", "severe"),
    hukou: anyPlace,
    residence: anyPlace,
  },
  { requiredKeys: [] },
);

/** The same person with one known fact forgotten. */
export function without(facts: Facts, pick: number): Facts {
  const known = Object.keys(facts);
  const gone = known[pick % Math.max(1, known.length)];
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => fact !== gone));
}
