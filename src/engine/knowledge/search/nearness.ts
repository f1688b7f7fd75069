import type { Knowledge } from "../knowledge.ts";
import { isWithin, jurisdictionRank } from "../places.ts";
import type { Benefit, PlaceCode, Provision } from "../types.ts";

/** What a rule of the county itself gains over the city's, the province's and the country's, which still apply. */
const OWN = 1.15;
const ABOVE = 1;
/** Rules of other counties, when the words name a county. */
const OTHER = 0.7;

/** How much a rule of the jurisdiction counts to somebody who asks for the county; 1 where none is asked for. */
export function nearness(
  knowledge: Knowledge,
  jurisdiction: PlaceCode,
  county: PlaceCode | undefined,
): number {
  if (county === undefined) return ABOVE;
  if (isWithin(knowledge, jurisdiction, county)) return OWN;
  if (!isWithin(knowledge, county, jurisdiction)) return OTHER;
  return ABOVE + jurisdictionRank(knowledge, jurisdiction) / 100;
}

/**
 * The provision of the benefit that speaks for the county: of the most specific jurisdiction that it lies in, the one
 * that began last. Null without a county, unless there is only one.
 */
export function speakingFor(
  knowledge: Knowledge,
  { provisions }: Benefit,
  county: PlaceCode | undefined,
): Provision | null {
  if (county === undefined) return provisions.length === 1 ? (provisions[0] ?? null) : null;
  const applying = provisions.filter(({ jurisdiction }) => isWithin(knowledge, county, jurisdiction));
  applying.sort(
    (left, right) =>
      jurisdictionRank(knowledge, right.jurisdiction) - jurisdictionRank(knowledge, left.jurisdiction) ||
      (right.period.from ?? "").localeCompare(left.period.from ?? ""),
  );
  return applying[0] ?? null;
}
