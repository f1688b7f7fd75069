import {
  CITY,
  countyOf,
  isElsewhere,
  jurisdictionRank,
  type Knowledge,
  NATION,
  PROVINCE,
} from "../knowledge/index.ts";
import type { Benefit, Day, Facts, PlaceCode, Provision } from "../knowledge/types.ts";

/** The facts that say where a person belongs. */
export const PLACE_FACTS = ["hukou", "residence"] as const;

const ABOVE_COUNTIES: readonly PlaceCode[] = [CITY, PROVINCE, NATION];
/** What may reach a person outside Quanzhou. */
const ABOVE_CITY: readonly PlaceCode[] = [PROVINCE, NATION];

/** The provisions that may speak for a person. */
export interface Candidates {
  /** Of the counties that are known, without duplicates: hukou's first. */
  readonly known: readonly Provision[];
  /**
   * Those that might speak too because hukou or residence is unknown or only the city: first that of the city or
   * above, then each county's own, then the one for people outside Quanzhou. Why: until the place is told, none of
   * them may be left out of account. Found one by one, as the first often settles what is shown.
   */
  readonly possible: Iterable<Provision>;
  /**
   * That of the province or the country, where hukou or residence is outside Quanzhou and both places are told. It
   * speaks when none of the known does: a person of one of our counties goes by that county's list first.
   */
  readonly outside: Provision | null;
}

/**
 * Which provisions of a benefit may speak for the person on that day; all empty when none does. For somebody with
 * hukou and home outside Quanzhou where neither province nor country has one, the city's is known: it says why not.
 */
export function candidatesFor(knowledge: Knowledge, benefit: Benefit, facts: Facts, asOf: Day): Candidates {
  const pick = (jurisdictions: readonly PlaceCode[]): Provision | null =>
    chooseProvision(knowledge, benefit, jurisdictions, asOf);
  const counties = PLACE_FACTS.map((fact) => countyOfFact(knowledge, facts, fact));
  const known = present(
    counties.map((county) => (county === null ? null : pick([county, ...ABOVE_COUNTIES]))),
  );
  const away = pick(ABOVE_CITY);
  if (!PLACE_FACTS.some((fact) => isUntold(knowledge, facts, fact))) {
    const ours = counties.some((county) => county !== null);
    if (!ours) return { known: present([away ?? pick([CITY])]), possible: [], outside: null };
    return { known: [...new Set(known)], possible: [], outside: counties.includes(null) ? away : null };
  }
  const possible = function* (): Generator<Provision | null> {
    yield pick(ABOVE_COUNTIES);
    for (const county of countiesWith(knowledge, benefit)) yield pick([county]);
    yield away;
  };
  const settled = [...new Set(known)];
  return { known: settled, possible: eachOnce(possible, settled), outside: null };
}

/** What a source yields, each once and without those left out; it may be gone through several times. */
function eachOnce(
  source: () => Iterable<Provision | null>,
  leftOut: readonly Provision[],
): Iterable<Provision> {
  return {
    *[Symbol.iterator]() {
      const seen = new Set(leftOut);
      for (const provision of source()) {
        if (provision === null || seen.has(provision)) continue;
        seen.add(provision);
        yield provision;
      }
    },
  };
}

/** Superiors' provisions marked as floor that stand above the deciding one, most specific first. */
export function floorsAbove(
  knowledge: Knowledge,
  benefit: Benefit,
  decider: Provision,
  asOf: Day,
): readonly Provision[] {
  const rank = jurisdictionRank(knowledge, decider.jurisdiction);
  const superiors = ABOVE_COUNTIES.filter((place) => jurisdictionRank(knowledge, place) < rank);
  return present(superiors.map((place) => chooseProvision(knowledge, benefit, [place], asOf))).filter(
    (provision) => provision.floor,
  );
}

/** Whether a place fact still leaves open which county's list counts: unknown, or coarser than a county. */
export function isUntold(knowledge: Knowledge, facts: Facts, fact: string): boolean {
  const value = facts[fact];
  return typeof value !== "string" || (countyOf(knowledge, value) === null && !isElsewhere(knowledge, value));
}

/** The county a place fact tells; null when it is unknown, coarser than a county or outside Quanzhou. */
export function countyOfFact(knowledge: Knowledge, facts: Facts, fact: string): PlaceCode | null {
  const value = facts[fact];
  return typeof value === "string" ? countyOf(knowledge, value) : null;
}

/**
 * Of the first jurisdiction that has a provision begun by that day, the one that began last
 * (an undated one by the day its document was issued; of two that began together, the one listed first).
 */
function chooseProvision(
  knowledge: Knowledge,
  benefit: Benefit,
  jurisdictions: readonly PlaceCode[],
  asOf: Day,
): Provision | null {
  const own = knowledge.provisions.get(benefit.id);
  for (const place of jurisdictions) {
    const begun = own?.get(place)?.find((provision) => hasBegun(provision, asOf));
    if (begun !== undefined) return begun;
  }
  return null;
}

function hasBegun(provision: Provision, asOf: Day): boolean {
  return provision.period.from === null || provision.period.from <= asOf;
}

function* countiesWith(knowledge: Knowledge, benefit: Benefit): Generator<PlaceCode> {
  for (const place of knowledge.provisions.get(benefit.id)?.keys() ?? [])
    if (knowledge.places.get(place)?.level === "county") yield place;
}

function present<T>(items: readonly (T | null)[]): readonly T[] {
  return items.filter((item) => item !== null);
}
