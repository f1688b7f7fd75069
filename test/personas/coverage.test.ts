import { describe, expect, it } from "vitest";
import type { FactValue } from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";
import { type Persona, readPersonas } from "./persona.ts";

/** The edges that the personas must cover, read off the personas themselves: one that is dropped leaves a hole here. */
const bundle = realBundle();
const personas = readPersonas("test/personas");
const expectations = personas.flatMap((persona) => persona.expect.map((expected) => ({ persona, expected })));

const has = (persona: Persona, fact: string, value: FactValue): boolean => persona.facts[fact] === value;
const told = (persona: Persona): readonly string[] => Object.keys(persona.facts);
const ABOUT = ["age", "hukou", "residence", "area", "role"];

/** What the persona is, besides age and place, when all else is answered with no. */
function alone(persona: Persona): readonly string[] {
  if (persona.others !== "no") return [];
  const special = told(persona).filter((fact) => !ABOUT.includes(fact));
  return special.length === 1 ? special.map((fact) => `${fact}=${persona.facts[fact]}`) : [];
}

function holes<T>(wanted: readonly T[], isCovered: (one: T, persona: Persona) => boolean): readonly T[] {
  return wanted.filter((one) => !personas.some((persona) => isCovered(one, persona)));
}

describe("the personas", () => {
  it("are all there, each with a name and a case of its own", () => {
    expect(personas.length).toBeGreaterThanOrEqual(139);
    const cases = personas.map(({ facts, others, "as-of": day }) => JSON.stringify({ facts, others, day }));
    expect(new Set(personas.map(({ name }) => name)).size).toBe(personas.length);
    expect(cases.filter((one, index) => cases.indexOf(one) !== index)).toEqual([]);
  });

  it("say why, and know only benefits and documents that exist", () => {
    const benefits = new Set(bundle.benefits.map(({ id }) => id));
    const documents = new Set(bundle.documents.map(({ id }) => id));
    expect(expectations.length).toBeGreaterThan(250);
    expect(
      expectations.filter(({ expected }) => !benefits.has(expected.benefit) || expected.why.length < 2),
    ).toEqual([]);
    const cited = expectations.flatMap(({ expected }) => expected.source?.split(" ")[0] ?? []);
    expect(cited.length).toBeGreaterThan(200);
    expect(cited.filter((document) => !documents.has(document))).toEqual([]);
    const keys = ["benefit", "provision", "outcome", "amount", "missing", "state", "source", "why"];
    expect(
      expectations.flatMap(({ expected }) => Object.keys(expected).filter((key) => !keys.includes(key))),
    ).toEqual([]);
  });

  it("stand on both sides of every age edge", () => {
    expect(holes([59, 60, 64, 65, 79, 80, 89, 90, 98, 99, 100], (age, one) => has(one, "age", age))).toEqual(
      [],
    );
  });

  it("are of each group alone", () => {
    const groups = bundle.facts.filter((fact) => fact.category !== null);
    expect(groups.length).toBeGreaterThan(10);
    const wanted = groups.map((fact) => `${fact.id}=${fact.category?.value}`);
    expect(holes(wanted, (group, one) => alone(one).includes(group))).toEqual([]);
    const more = [
      "care-need=partial",
      "disability-level=1",
      "disability-level=2",
      "disability-level=3",
      "in-institution=true",
    ];
    expect(
      holes([...more, "only-child-parent=true", "registered-left-behind=true"], (one, persona) =>
        alone(persona).includes(one),
      ),
    ).toEqual([]);
  });

  it("tell every fact that may be told, and every yes-or-no fact both ways", () => {
    const choices = bundle.facts.flatMap((fact) =>
      fact.kind === "boolean"
        ? [[fact.id, true] as const]
        : fact.choices.map(({ value }) => [fact.id, value] as const),
    );
    const rare = choices.filter(
      ([fact, value]) =>
        holes([[fact, value] as const], ([id, one], persona) => has(persona, id, one)).length > 0,
    );
    expect(rare).toEqual([
      ["area", "urban"],
      ["assessed-care-need", "none"],
      ["role", "elder"],
    ]);
    expect(personas.filter(({ others }) => others === "no").length).toBeGreaterThan(50);
  });

  it("belong to each county and zone", () => {
    const counties = bundle.places.filter(({ level }) => level === "county").map(({ code }) => code);
    expect(counties.length).toBe(13);
    expect(
      holes(counties, (county, one) => has(one, "hukou", county) && has(one, "residence", county)),
    ).toEqual([]);
  });

  it("live elsewhere than their hukou within Quanzhou and outside, or tell one of the two, or only the city", () => {
    const pairs = personas.map(({ facts }) => [facts.hukou, facts.residence] as const);
    expect(
      pairs.filter(
        ([hukou, home]) =>
          hukou !== home &&
          hukou !== "elsewhere" &&
          home !== "elsewhere" &&
          hukou !== undefined &&
          home !== undefined,
      ).length,
    ).toBeGreaterThanOrEqual(5);
    for (const wanted of [
      ["350582", "elsewhere"],
      ["elsewhere", "350582"],
      ["elsewhere", "elsewhere"],
      ["350582", undefined],
      [undefined, "350582"],
      ["350500", "350500"],
    ] as const) {
      expect(pairs).toContainEqual(wanted);
    }
  });

  it.each([
    ["quanzhou-2021-56", "2021-12-19", "2021-12-20", "2025-12-31", "2026-01-01"],
    ["quanzhou-2022-57", "2022-12-28", "2022-12-29", "2025-12-31", "2026-01-01"],
    ["jinjiang-2022-8", "2022-03-08", "2022-03-09", "2024-12-31", "2025-01-01"],
    ["anxi-2022-14", "2022-02-20", "2022-02-21", "2025-12-31", "2026-01-01"],
  ])("stand at the edges of %s: the same person on the day before, the first, the last and the day after", (id, ...days) => {
    const document = bundle.documents.find((one) => one.id === id);
    expect([document?.period.from, document?.period.to]).toEqual([days[1], days[2]]);
    const people = new Map<string, Set<string>>();
    for (const { facts, "as-of": day } of personas) {
      const key = JSON.stringify(facts);
      people.set(key, (people.get(key) ?? new Set()).add(day));
    }
    expect([...people.values()].some((seen) => days.every((day) => seen.has(day)))).toBe(true);
    const states = expectations
      .filter(({ expected }) => expected.source?.startsWith(`${id} `))
      .map(({ expected }) => expected.state);
    expect(states).toEqual(expect.arrayContaining(["in-force", "ended"]));
  });

  it("see the undated text of 2017 as undated on every day", () => {
    const undated = expectations.filter(({ expected }) =>
      expected.source?.startsWith("quanzhou-2017-homecare "),
    );
    expect(new Set(undated.map(({ persona }) => persona["as-of"])).size).toBeGreaterThan(6);
    expect(undated.filter(({ expected }) => expected.outcome === "yes")).toEqual([]);
    expect(personas.map((persona) => persona["as-of"])).toEqual(
      expect.arrayContaining(["2016-12-31", "2017-01-01", "2020-12-31", "2021-01-01"]),
    );
  });

  it("know nothing, only an age, only a place, or answer everything with no", () => {
    expect(personas.filter((one) => told(one).length === 0).length).toBe(2);
    expect(personas.some((one) => told(one).join() === "age")).toBe(true);
    expect(personas.some((one) => told(one).join() === "hukou,residence")).toBe(true);
    expect(
      personas.filter((one) => one.others === "no" && told(one).join() === "age,hukou,residence").length,
    ).toBeGreaterThan(1);
  });

  it("combine groups, and are operators as well as elders", () => {
    const groups = new Set(bundle.facts.filter((fact) => fact.category !== null).map(({ id }) => id));
    const combined = personas.filter(
      (one) =>
        told(one).filter(
          (fact) => groups.has(fact) && one.facts[fact] !== false && one.facts[fact] !== "none",
        ).length >= 2,
    );
    expect(combined.length).toBeGreaterThan(8);
    expect(personas.filter((one) => has(one, "role", "operator")).map(({ facts }) => facts.age)).toEqual([
      45, 82,
    ]);
  });

  it("expect every outcome, every receiver, every bound and the sums of every way of support", () => {
    expect(new Set(expectations.map(({ expected }) => expected.outcome))).toEqual(
      new Set(["yes", "no", "unknown", "confirm", "absent"]),
    );
    const amounts = expectations.map(({ expected }) => expected.amount ?? "");
    for (const word of [
      "person",
      "organisation",
      "insurer",
      "exact",
      "at-least",
      "up-to",
      "yuan/month",
      "yuan/year",
      "days/year",
      "times/month",
      "percent",
      "none",
    ]) {
      expect(amounts.filter((amount) => amount.split(" ").includes(word))).not.toEqual([]);
    }
    for (const value of [1390, 1719, 2268, 2084, 2578, 3401])
      expect(amounts.join()).toContain(`${value} yuan/month`);
  });
});

describe("what is certain today", () => {
  it("is nothing but the standing support of people in extreme poverty", () => {
    const today = personas.filter((one) => one["as-of"] === "2026-11-22" && one["only-yes"] !== undefined);
    expect(today.length).toBeGreaterThan(30);
    expect(new Set(today.flatMap((one) => one["only-yes"] ?? []))).toEqual(
      new Set(["extreme-poverty-support"]),
    );
  });
});
