import { isWithin, jurisdictionRank } from "./places.ts";
import type {
  Benefit,
  Bundle,
  Citation,
  Day,
  DocumentKind,
  Facility,
  FacilityType,
  FactDefinition,
  Office,
  Place,
  PlaceCode,
  PolicyDocument,
  Provision,
  Site,
  Topic,
} from "./types.ts";

/**
 * A citation with the words an adviser looks it up by. The same shape as `Source` of the messages;
 * written out here because knowledge knows nothing of messages.
 */
export interface CitedSource {
  readonly document: string;
  readonly number: string | null;
  readonly title: string;
  readonly clause: string;
  readonly issued: string | null;
  readonly url: string | null;
  readonly checked: string;
  readonly kind: DocumentKind;
}

/**
 * The bundle with everything by id. Made once per bundle by `indexKnowledge`, read-only from then on,
 * and passed first to every look-up (`countyOf(knowledge, code)`).
 */
export interface Knowledge {
  readonly bundle: Bundle;
  readonly documents: ReadonlyMap<string, PolicyDocument>;
  readonly benefits: ReadonlyMap<string, Benefit>;
  /** Provisions by benefit and jurisdiction, the one that began last first: a determination looks at its own places only. */
  readonly provisions: ReadonlyMap<string, ReadonlyMap<PlaceCode, readonly Provision[]>>;
  readonly topics: ReadonlyMap<string, Topic>;
  readonly places: ReadonlyMap<PlaceCode, Place>;
  readonly facts: ReadonlyMap<string, FactDefinition>;
  readonly offices: ReadonlyMap<string, Office>;
  /** Facility types. */
  readonly types: ReadonlyMap<string, FacilityType>;
  readonly facilities: ReadonlyMap<string, Facility>;
  readonly sites: ReadonlyMap<string, Site>;
}

/** Indexes a bundle; cheap (a few milliseconds) and without copying. @example indexKnowledge(bundle).benefits.get("smoke-alarm") */
export function indexKnowledge(bundle: Bundle): Knowledge {
  const documents = byId(bundle.documents);
  return {
    bundle,
    documents,
    benefits: byId(bundle.benefits),
    provisions: new Map(
      bundle.benefits.map(({ id, provisions }) => [id, byJurisdiction(provisions, documents)]),
    ),
    topics: byId(bundle.topics),
    places: new Map(bundle.places.map((place) => [place.code, place])),
    facts: byId(bundle.facts),
    offices: byId(bundle.offices),
    types: byId(bundle.facilityTypes),
    facilities: byId(bundle.facilities),
    sites: byId(bundle.sites),
  };
}

function byId<T extends { readonly id: string }>(items: readonly T[]): ReadonlyMap<string, T> {
  return new Map(items.map((item) => [item.id, item]));
}

function byJurisdiction(
  provisions: readonly Provision[],
  documents: ReadonlyMap<string, PolicyDocument>,
): ReadonlyMap<PlaceCode, readonly Provision[]> {
  /** An undated one begins on the day its document was issued. */
  const start = ({ period, sources }: Provision): Day =>
    period.from ?? documents.get(sources[0]?.document ?? "")?.issued ?? "";
  const grouped = new Map<PlaceCode, Provision[]>();
  for (const provision of provisions) {
    const group = grouped.get(provision.jurisdiction);
    if (group === undefined) grouped.set(provision.jurisdiction, [provision]);
    else group.push(provision);
  }
  for (const group of grouped.values())
    group.sort((left, right) => Number(start(right) > start(left)) - Number(start(right) < start(left)));
  return grouped;
}

/**
 * The concrete office that fills a role for the place (of its own town before its county before the city);
 * the role itself where none is known; null when there is no such role. Why: an elder is better served by a
 * door and a number, but only where a source vouches for them.
 *
 * @example officeFor(knowledge, "county-civil-affairs", "350582101") // Jinjiang's civil affairs bureau
 */
export function officeFor(knowledge: Knowledge, role: string, place: PlaceCode | null): Office | null {
  let best = knowledge.offices.get(role) ?? null;
  let bestRank = -1;
  for (const office of knowledge.bundle.offices) {
    if (place === null || office.role !== role || office.place === null) continue;
    if (!isWithin(knowledge, place, office.place)) continue;
    const rank = jurisdictionRank(knowledge, office.place);
    if (rank > bestRank) [best, bestRank] = [office, rank];
  }
  return best;
}

/** The citation made readable. Throws when the document is not in the bundle, which the compiler rules out. */
export function sourceOf(knowledge: Knowledge, citation: Citation): CitedSource {
  const document = knowledge.documents.get(citation.document);
  if (document === undefined)
    throw new Error(`the knowledge cites "${citation.document}", which it does not hold`);
  const { id, number, title, issued, url, checked, kind } = document;
  return { document: id, number, title, clause: citation.clause, issued, url, checked, kind };
}
