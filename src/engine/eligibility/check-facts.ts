import type { Knowledge } from "../knowledge/index.ts";
import type { FactDefinition, FactValue } from "../knowledge/types.ts";
import { contradictedFacts } from "./implied.ts";

/** What is wrong with one fact from outside; the same shape as the engine's `FactFault`. */
export interface FactProblem {
  readonly field: string;
  readonly problem: string;
}

/**
 * Faults of facts from outside, one per field: unknown facts, wrong kinds, values out of range, null, unknown places,
 * and facts that contradict what follows from others. Empty when all may be decided on. Never throws.
 *
 * @example checkFacts(knowledge, { age: "82" }) // [{ field: "age", problem: "must be a whole number from 0 to 130" }]
 */
export function checkFacts(knowledge: Knowledge, facts: unknown): readonly FactProblem[] {
  if (typeof facts !== "object" || facts === null || Array.isArray(facts)) {
    return [{ field: "facts", problem: "must be an object of facts" }];
  }
  const clean: Record<string, FactValue> = {};
  const problems: FactProblem[] = [];
  for (const [field, value] of Object.entries(facts)) {
    const problem = problemOf(knowledge, field, value);
    if (problem !== null) problems.push({ field, problem });
    else if (isFactValue(value)) clean[field] = value;
  }
  for (const field of contradictedFacts(knowledge, clean)) {
    problems.push({ field, problem: "contradicts what follows from the other facts; leave one of them out" });
  }
  return problems;
}

function problemOf(knowledge: Knowledge, field: string, value: unknown): string | null {
  const fact = knowledge.facts.get(field);
  if (fact === undefined) return `is not a known fact; facts are ${[...knowledge.facts.keys()].join(", ")}`;
  if (value === null || value === undefined)
    return "must not be empty; leave the fact out when it is unknown";
  return allowed(knowledge, fact, value) ? null : `must be ${allowedValues(fact)}`;
}

function allowed(knowledge: Knowledge, fact: FactDefinition, value: unknown): boolean {
  switch (fact.kind) {
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" && Number.isInteger(value) && inRange(fact, value);
    case "place":
      return typeof value === "string" && knowledge.places.has(value);
    case "choice":
      return fact.choices.some((choice) => choice.value === value);
  }
}

function inRange(fact: FactDefinition, value: number): boolean {
  return (
    value >= (fact.minimum ?? Number.NEGATIVE_INFINITY) && value <= (fact.maximum ?? Number.POSITIVE_INFINITY)
  );
}

function allowedValues(fact: FactDefinition): string {
  switch (fact.kind) {
    case "boolean":
      return "true or false";
    case "number":
      return `a whole number from ${fact.minimum ?? "any"} to ${fact.maximum ?? "any"}`;
    case "place":
      return "the code of a known place, as text";
    case "choice":
      return `one of ${fact.choices.map((choice) => String(choice.value)).join(", ")}`;
  }
}

function isFactValue(value: unknown): value is FactValue {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean";
}
