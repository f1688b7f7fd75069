import type { Decision } from "../eligibility/types.ts";
import { isWithin, type Knowledge, officeFor } from "../knowledge/index.ts";
import type { Facts, Office, PlaceCode } from "../knowledge/types.ts";

/** The office that confirms a benefit at a place; every benefit names a known role (the compiler checks it). */
export function officeOf(knowledge: Knowledge, role: string, place: PlaceCode | null): Office {
  const office = officeFor(knowledge, role, place);
  if (!office) throw new Error(`unknown office role ${role}`);
  return office;
}

/**
 * Where a person goes for a decided benefit: the home that the rule is of; where it is of both, the hukou for
 * money and the residence for anything else. Null when neither is known.
 */
export function homeFor(knowledge: Knowledge, decision: Decision, facts: Facts): PlaceCode | null {
  const { hukou, residence } = facts;
  const homes = decision.benefit.kind === "cash" ? [hukou, residence] : [residence, hukou];
  const known = homes.filter((home) => typeof home === "string");
  return known.find((home) => isWithin(knowledge, home, decision.jurisdiction)) ?? known[0] ?? null;
}

/** People to turn to, nearest first: village committee, town civil affairs, county, then the 12345 line. */
export function peopleToAsk(knowledge: Knowledge, place: PlaceCode | null): readonly Office[] {
  return ["village-committee", "town-civil-affairs", "county-civil-affairs", "hotline-12345"].map((role) =>
    officeOf(knowledge, role, place),
  );
}
