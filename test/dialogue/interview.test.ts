import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { FactDefinition, FactValue } from "../../src/engine/knowledge/types.ts";
import { engine, tap, turn } from "./talk.ts";

type Person = Readonly<Record<string, FactValue>>;

const COUNTIES = engine.bundle.places.filter(({ level }) => level === "county").map(({ code }) => code);

/** Categories are rare; most people can look after themselves and live where their hukou is. */
function likely(fact: FactDefinition): fc.Arbitrary<FactValue> {
  if (fact.kind === "number") return fc.integer({ min: 60, max: 101 });
  if (fact.kind === "place") return fc.constantFrom(...COUNTIES);
  if (fact.kind === "boolean") return fc.integer({ min: 0, max: 99 }).map((percent) => percent < 8);
  return fc.constantFrom(...fact.choices.map(({ value }) => value));
}

/** A made-up elder who knows every answer; four of five live in the county of their hukou. */
const anyElder: fc.Arbitrary<Person> = fc
  .record(Object.fromEntries(engine.bundle.facts.map((fact) => [fact.id, likely(fact)])))
  .chain((person) =>
    fc
      .integer({ min: 0, max: 4 })
      .map((moved): Person => (moved === 0 ? person : { ...person, residence: person.hukou ?? "350582" })),
  );

interface Interview {
  readonly asked: readonly string[];
  readonly outcomes: readonly string[];
}

/** The questions a person is asked who starts at the first button and answers each with a button. */
function interview(person: Person): Interview {
  const asked: string[] = [];
  let taken = turn(null, tap("intent:entitlements"));
  while (taken.asks !== null && asked.length < 30) {
    asked.push(taken.asks);
    const id = `fact:${taken.asks}=${person[taken.asks]}`;
    if (taken.asks !== "age") expect(taken.state.offered.map((choice) => choice.id)).toContain(id);
    taken = turn(taken.state, tap(id));
  }
  return { asked, outcomes: (taken.entitlements ?? []).map(({ outcome }) => outcome) };
}

describe("what an interview costs", () => {
  let interviews: readonly Interview[] = [];

  beforeAll(() => {
    interviews = fc.sample(anyElder, { numRuns: 200, seed: 20261122 }).map(interview);
  });

  it("at most twelve questions, and six in the median, over 200 made-up elders", () => {
    const counts = interviews.map(({ asked }) => asked.length).sort((left, right) => left - right);
    expect(counts).toHaveLength(200);
    expect(counts.at(-1)).toBeLessThanOrEqual(12);
    expect(counts[100]).toBeLessThanOrEqual(6);
  });

  it("never the same question twice", () => {
    for (const { asked } of interviews) expect(new Set(asked).size).toBe(asked.length);
  });

  it("ends with something for everybody over sixty", () => {
    for (const { outcomes } of interviews)
      expect(outcomes.some((outcome) => outcome === "yes" || outcome === "confirm")).toBe(true);
  });
});

describe("an interview in which nothing is known", () => {
  it("ends too, within twelve questions, and still shows what there is", () => {
    let taken = turn(null, tap("intent:entitlements"));
    const asked: string[] = [];
    while (taken.asks !== null && asked.length < 30) {
      asked.push(taken.asks);
      taken = turn(taken.state, tap(`fact:${taken.asks}=?`));
    }
    expect(asked.length).toBeLessThanOrEqual(12);
    expect(new Set(asked).size).toBe(asked.length);
    expect(taken.reply.blocks.some(({ kind }) => kind === "benefit")).toBe(true);
  });
});
