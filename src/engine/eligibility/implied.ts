import type { Knowledge } from "../knowledge/index.ts";
import type { Facts, FactValue } from "../knowledge/types.ts";

/**
 * The facts and all that follows from them (level 1 disability → severe disability).
 * Where what is given and what follows disagree, the fact becomes unknown: neither is then safe to decide on,
 * and `checkFacts` names the contradiction.
 *
 * @example impliedFacts(knowledge, { "disability-level": "1" }) // { "disability-level": "1", "severe-disability": true }
 */
export function impliedFacts(knowledge: Knowledge, facts: Facts): Facts {
  const certain: Record<string, FactValue> = {};
  for (const [fact, values] of assertions(knowledge, facts)) {
    const [value] = values;
    if (values.size === 1 && value !== undefined) certain[fact] = value;
  }
  return certain;
}

/** Facts for which different values are given or follow. Empty when all agree. */
export function contradictedFacts(knowledge: Knowledge, facts: Facts): readonly string[] {
  return [...assertions(knowledge, facts)].flatMap(([fact, values]) => (values.size > 1 ? [fact] : []));
}

/** Everything said or following about each fact; the same whatever the order of the facts. */
function assertions(knowledge: Knowledge, facts: Facts): ReadonlyMap<string, ReadonlySet<FactValue>> {
  const asserted = new Map<string, Set<FactValue>>();
  const waiting: [string, FactValue][] = Object.entries(facts);
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [fact, value] = next;
    const values = asserted.get(fact) ?? new Set();
    asserted.set(fact, values);
    if (values.has(value)) continue;
    values.add(value);
    for (const rule of knowledge.facts.get(fact)?.implies ?? []) {
      if (rule.when === value) waiting.push([rule.fact, rule.value]);
    }
  }
  return asserted;
}
