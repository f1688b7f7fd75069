import type { Bundle, Day } from "../../engine/knowledge/types.ts";
import { missingYears } from "./calendar.ts";
import { type StaleFacility, staleFacilities } from "./facilities.ts";
import { type EndingRule, endingRules } from "./rules.ts";
import { type StaleDocument, type StaleLink, staleDocuments, staleLinks } from "./sources.ts";

/** Everything in the knowledge that somebody should look at again by a day. */
export interface Stale {
  readonly asOf: Day;
  /** How many days ahead the end of a period counts. */
  readonly within: number;
  readonly rules: readonly EndingRule[];
  readonly facilities: readonly StaleFacility[];
  readonly documents: readonly StaleDocument[];
  readonly links: readonly StaleLink[];
  readonly years: readonly number[];
}

/** What is stale in the knowledge as of a day; the same knowledge and day always give the same list in the same order. */
export function findStale(bundle: Bundle, asOf: Day, within: number): Stale {
  return {
    ...{ asOf, within },
    rules: endingRules(bundle, asOf, within),
    facilities: staleFacilities(bundle, asOf),
    documents: staleDocuments(bundle, asOf),
    links: staleLinks(bundle, asOf),
    years: missingYears(bundle, asOf),
  };
}
