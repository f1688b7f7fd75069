import type { Knowledge } from "../knowledge/index.ts";
import type { Facts, Provision } from "../knowledge/types.ts";
import { evaluate } from "./evaluate.ts";
import { PLACE_FACTS } from "./provisions.ts";
import type { Decision } from "./types.ts";

/**
 * Whether the person's places alone rule the provision out, whatever else is true of them: it is another county's.
 *
 * @example isForeign(knowledge, jinjiang, { age: 85, hukou: "350583" }) // true when it asks for a hukou in Jinjiang
 */
export function isForeign(knowledge: Knowledge, provision: Provision, facts: Facts): boolean {
  const places = Object.fromEntries(
    PLACE_FACTS.flatMap((fact) => {
      const value = facts[fact];
      return value === undefined ? [] : [[fact, value]];
    }),
  );
  return evaluate(provision.who, places, knowledge).verdict === "no";
}

/**
 * A benefit's decisions without those of places that are not the person's, as long as another one is left; else the
 * first alone, for its reason. Why: beside the right county's answer, “no, not here” reads as a contradiction.
 */
export function dropForeign(
  knowledge: Knowledge,
  decisions: readonly Decision[],
  facts: Facts,
): readonly Decision[] {
  const own = decisions.filter(
    ({ outcome, provision }) => outcome !== "no" || !isForeign(knowledge, provision, facts),
  );
  return own.length > 0 ? own : decisions.slice(0, 1);
}
