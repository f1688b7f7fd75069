import { type Knowledge, officeFor } from "../knowledge/index.ts";
import type { Office, PlaceCode } from "../knowledge/types.ts";

/** The office that confirms a benefit at a place; every benefit names a known role (the compiler checks it). */
export function officeOf(knowledge: Knowledge, role: string, place: PlaceCode | null): Office {
  const office = officeFor(knowledge, role, place);
  if (!office) throw new Error(`unknown office role ${role}`);
  return office;
}

/** People to turn to, nearest first: village committee, town civil affairs, county, then the 12345 line. */
export function peopleToAsk(knowledge: Knowledge, place: PlaceCode | null): readonly Office[] {
  return ["village-committee", "town-civil-affairs", "county-civil-affairs", "hotline-12345"].map((role) =>
    officeOf(knowledge, role, place),
  );
}
