import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  checkFacts,
  type Decision,
  decide,
  decideBenefit,
  nextQuestion,
} from "../../src/engine/eligibility/index.ts";
import { findPlaces, searchKnowledge, sourceOf } from "../../src/engine/knowledge/index.ts";
import type { Example, FactDefinition, Facts, FactValue } from "../../src/engine/knowledge/types.ts";
import { realKnowledge } from "../knowledge/real-knowledge.ts";
import { without } from "./generated-cases.ts";
import personas from "./personas.json" with { type: "json" };

// One file for all that needs the real knowledge, since compiling it takes seconds.
const knowledge = realKnowledge();
const TODAY = "2026-11-22";

/** What an example pins down, of the decision that it is about: the named provision's, else the first. */
function pinned(example: Example, decisions: readonly Decision[]) {
  const { provision, amount, missing } = example;
  const decision = decisions.find((one) => provision === null || one.provision.id === provision);
  return {
    outcome: decision?.outcome ?? "absent",
    ...(provision === null ? {} : { provision: decision?.provision.id ?? null }),
    ...(amount === null ? {} : { amount: decision?.amount?.value ?? null }),
    ...(missing === null ? {} : { missing: [...(decision?.evaluation.missing ?? [])].sort() }),
  };
}

function expected({ outcome, provision, amount, missing }: Example) {
  return {
    outcome,
    ...(provision === null ? {} : { provision }),
    ...(amount === null ? {} : { amount }),
    ...(missing === null ? {} : { missing: [...missing].sort() }),
  };
}

describe.each(knowledge.bundle.benefits.map((one) => [one.id, one] as const))("benefit %s", (id, benefit) => {
  it.each(benefit.examples.map((example) => [example.name, example] as const))("%s", (_, example) => {
    expect(pinned(example, decideBenefit(knowledge, id, example.facts, example.asOf))).toEqual(
      expected(example),
    );
  });
});

/** What the person is told on the strength of that clause; absent when nothing rests on it. */
function outcomesOf(decisions: readonly Decision[], document: string, clause: string): readonly string[] {
  const resting = decisions.filter((one) =>
    one.citations.some((citation) => citation.document === document && citation.clause === clause),
  );
  return resting.length === 0 ? ["absent"] : resting.map((one) => one.outcome);
}

describe.each(personas)("persona $id on $asOf", ({ facts, asOf, expect: expectations }) => {
  const known: Facts = Object.fromEntries(Object.entries(facts));

  it("is made of facts that may be told", () => {
    expect(checkFacts(knowledge, known)).toEqual([]);
  });

  it.each(expectations)("is told of $benefit by $document $clause one of $outcomes", (expectation) => {
    const { benefit, document, clause, outcomes } = expectation;
    expect(knowledge.benefits.has(benefit)).toBe(true);
    const told = outcomesOf(decideBenefit(knowledge, benefit, known, asOf), document, clause);
    const fitting = told.filter((outcome) => outcomes.includes(outcome));
    // With hukou and residence in two counties one of them may refuse; what must not be promised, none may promise.
    if (outcomes.includes("no")) expect(fitting).toEqual(told);
    else expect(fitting).not.toEqual([]);
  });
});

const COUNTIES = knowledge.bundle.places
  .filter((place) => place.level === "county")
  .map((place) => place.code);

function anyValue(fact: FactDefinition): fc.Arbitrary<FactValue> {
  if (fact.kind === "number") return fc.integer({ min: 50, max: 105 });
  if (fact.kind === "place") return fc.constantFrom("350500", "350582101", "elsewhere", ...COUNTIES);
  return fact.kind === "boolean"
    ? fc.boolean()
    : fc.constantFrom(...fact.choices.map((choice) => choice.value));
}

/** Only what is told: an absent fact is unknown. */
function told(facts: Readonly<Record<string, FactValue | undefined>>): Facts {
  const known: Record<string, FactValue> = {};
  for (const [fact, value] of Object.entries(facts)) if (value !== undefined) known[fact] = value;
  return known;
}

/** Any person that the real facts can describe, each fact known or not, none contradicting another. */
const anyPerson: fc.Arbitrary<Facts> = fc
  .record(Object.fromEntries(knowledge.bundle.facts.map((fact) => [fact.id, anyValue(fact)])), {
    requiredKeys: [],
  })
  .map(told)
  .filter((facts) => checkFacts(knowledge, facts).length === 0);

const anyDay = fc.constantFrom("2021-06-01", "2023-06-01", "2025-06-01", TODAY);

/** The person's answer for each benefit: hope if any provision gives it, no only if all say so; absent counts as no. */
function answers(facts: Facts, asOf: string): ReadonlyMap<string, "hope" | "no" | "unknown"> {
  const told = new Map<string, "hope" | "no" | "unknown">();
  for (const { benefit, outcome } of decide(knowledge, facts, asOf)) {
    const answer = outcome === "yes" || outcome === "confirm" ? "hope" : outcome;
    const before = told.get(benefit.id) ?? "no";
    told.set(benefit.id, before === "no" ? answer : answer === "hope" ? "hope" : before);
  }
  return told;
}

describe("for any person and the real benefits", () => {
  it("forgetting a fact never turns a yes into no or a no into yes", () => {
    fc.assert(
      fc.property(anyPerson, fc.nat(), anyDay, (facts, pick, day) => {
        const before = answers(facts, day);
        const after = answers(without(facts, pick), day);
        for (const { id } of knowledge.bundle.benefits) {
          const pair = `${id}: ${before.get(id) ?? "no"} then ${after.get(id) ?? "no"}`;
          expect([`${id}: hope then no`, `${id}: no then hope`]).not.toContain(pair);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("every decision cites documents we hold and promises nothing without a known reason", () => {
    fc.assert(
      fc.property(anyPerson, anyDay, (facts, day) => {
        for (const { outcome, citations, evaluation, confirm } of decide(knowledge, facts, day)) {
          expect(citations.map((citation) => sourceOf(knowledge, citation).title.length > 0)).not.toContain(
            false,
          );
          expect(evaluation.because).not.toEqual([]);
          expect(confirm.length > 0).toBe(outcome === "confirm" || confirm.includes("residence-differs"));
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe("the questions asked of a person who knows all answers", () => {
  /** A made-up old person; categories are rare, as they are. */
  const anyElder: fc.Arbitrary<Facts> = fc.record(
    Object.fromEntries(
      knowledge.bundle.facts.map((fact) => {
        if (fact.id === "age") return [fact.id, fc.integer({ min: 60, max: 101 })];
        if (fact.kind === "place") return [fact.id, fc.constantFrom(...COUNTIES)];
        const rare = fc.integer({ min: 0, max: 99 }).map((percent): FactValue => percent < 8);
        return [
          fact.id,
          fact.kind === "boolean" ? rare : fc.constantFrom(...fact.choices.map((one) => one.value)),
        ];
      }),
    ),
  );

  function questions(person: Facts): readonly string[] {
    const asked: string[] = [];
    let known: Facts = {};
    for (;;) {
      const decisions = decide(knowledge, known, TODAY);
      const fact = nextQuestion(knowledge, decisions, {
        declined: [],
        facts: known,
        questionsAsked: asked.length,
      });
      const answer = fact === null ? undefined : person[fact];
      if (fact === null || answer === undefined) return asked;
      asked.push(fact);
      known = { ...known, [fact]: answer };
    }
  }

  it("are at most twelve, six in the median, and none comes twice", () => {
    const asked = fc.sample(anyElder, { numRuns: 60, seed: 7 }).map(questions);
    const lengths = asked.map((list) => list.length).sort((left, right) => left - right);
    expect(lengths.at(-1)).toBeLessThanOrEqual(12);
    expect(lengths[30]).toBeLessThanOrEqual(6);
    expect(asked.every((list) => new Set(list).size === list.length)).toBe(true);
  });
});

describe("the real knowledge is found", () => {
  it.each([
    ["高龄津贴", "old-age-allowance"],
    ["高令津贴", "old-age-allowance"],
    ["高齡津貼", "old-age-allowance"],
    ["老人坐公交免费", "elder-concessions-65"],
    ["长期护理保险", "long-term-care-insurance"],
    ["百岁老人慰问金", "centenarian-gift"],
    ["装感烟报警器", "smoke-alarm"],
  ])("by %s: %s", (q, id) => {
    const found = searchKnowledge(knowledge, { q, limit: 1 }, "zh-Hans").map((hit) => hit.id);
    expect(found).toEqual([id]);
  });

  it("by the number of a document", () => {
    const [hit] = searchKnowledge(knowledge, { q: "泉政办〔2021〕56号", kind: "document" }, "zh-Hans");
    expect(hit?.id).toBe("quanzhou-2021-56");
  });

  it.each([
    ["安海", "350582101"],
    ["南安官桥", "350583118"],
    ["安溪官桥", "350524103"],
    ["洛阳镇", "350521104"],
    ["台商区", "TIA-QZ"],
    ["Jinjiang", "350582"],
  ])("and the place by %s: %s", (name, code) => {
    expect(findPlaces(knowledge, name, 1).map((place) => place.code)).toEqual([code]);
  });
});
