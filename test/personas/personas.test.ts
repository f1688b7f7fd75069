import { describe, expect, it } from "vitest";
import { createEngine, type Entitlement, type FactValue } from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";
import {
  amountInWords,
  citedClauses,
  type Expected,
  factsOf,
  type Persona,
  readPersonas,
} from "./persona.ts";

const bundle = realBundle();
const engine = createEngine(bundle);
const personas = readPersonas("test/personas");

/** What “no” is called by each fact that can be answered so. */
const ANSWERS_OF_NO: readonly (readonly [string, FactValue])[] = [
  ...bundle.facts.filter((fact) => fact.kind === "boolean").map((fact) => [fact.id, false] as const),
  ["care-need", "none"],
  ["disability-level", "none"],
];

function allFacts(persona: Persona) {
  return factsOf(persona, ANSWERS_OF_NO, (facts) => engine.checkFacts(facts).length === 0);
}

function entitlementsOf(persona: Persona): readonly Entitlement[] {
  return engine.determine(allFacts(persona), persona["as-of"], "zh-Hans").entitlements;
}

/** What was told of one benefit, in the words of the expectation. */
function told(expected: Expected, entitlements: readonly Entitlement[]): Omit<Expected, "why"> {
  const { benefit, provision } = expected;
  const [one, ...others] = entitlements.filter(
    (told) => told.benefit === benefit && (provision === undefined || told.provision === provision),
  );
  const named = { benefit, ...(provision === undefined ? {} : { provision }) };
  if (one === undefined) return { ...named, outcome: "absent" };
  expect(others.map((other) => other.provision)).toEqual([]);
  const cited = citedClauses(one);
  return {
    ...named,
    outcome: one.outcome,
    ...(expected.amount === undefined ? {} : { amount: amountInWords(one.amount) }),
    ...(expected.missing === undefined ? {} : { missing: [...one.missing].sort() }),
    ...(expected.state === undefined ? {} : { state: one.validity.state }),
    ...(expected.source === undefined
      ? {}
      : { source: cited.includes(expected.source) ? expected.source : cited.join(" | ") }),
  };
}

function wanted({ why: _, ...expected }: Expected): Omit<Expected, "why"> {
  return expected.missing === undefined ? expected : { ...expected, missing: [...expected.missing].sort() };
}

const named = (persona: Persona) => [persona.file, persona.name, persona] as const;

describe("each persona", () => {
  it.each(personas.map(named))("%s: %s is made of facts that may be told", (_file, _name, persona) => {
    expect(engine.checkFacts(allFacts(persona))).toEqual([]);
    expect(persona.expect.length).toBeGreaterThan(0);
  });

  it.each(personas.map(named))("%s: %s is told what the documents say", (_file, _name, persona) => {
    const entitlements = entitlementsOf(persona);
    expect(persona.expect.map((one) => told(one, entitlements))).toEqual(persona.expect.map(wanted));
  });

  const certain = personas.filter((persona) => persona["only-yes"] !== undefined);
  it.each(certain.map(named))("%s: %s is told a plain yes of nothing else", (_file, _name, persona) => {
    const yes = entitlementsOf(persona).filter(({ outcome }) => outcome === "yes");
    expect(yes.map(({ benefit }) => benefit).sort()).toEqual([...(persona["only-yes"] ?? [])].sort());
  });

  const uniform = personas.filter((persona) => persona.outcomes !== undefined);
  it.each(uniform.map(named))("%s: %s is told no other outcome", (_file, _name, persona) => {
    expect([...new Set(entitlementsOf(persona).map(({ outcome }) => outcome))].sort()).toEqual(
      persona.outcomes,
    );
  });
});
