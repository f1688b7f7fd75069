import { isElsewhere, isWithin, type Knowledge, placePath } from "../knowledge/index.ts";
import type { Facility, PlaceCode } from "../knowledge/types.ts";
import { metresBetween, type Point, pointOf } from "./distance.ts";
import type { FacilityQuery } from "./types.ts";

/** Metres from the nearest place of ours beyond which a point lies outside what we know. */
const REACH = 25_000;

/** A facility that may be offered. `inPlace`: whether it stands in the place asked for. */
export interface Candidate {
  readonly facility: Facility;
  /** How far it really is; null when its own point is unknown. */
  readonly metres: number | null;
  /** The same, else by the point of the county or town it stands in: good enough to tell near from far, never told. */
  readonly roughly: number | null;
  readonly inPlace: boolean;
  readonly match: "asked" | "related";
}

/**
 * Facilities of the asked and related types that are not closed, with their distance from the origin, unordered.
 * The seam for size: everything is looked at, which takes well under a millisecond for hundreds and is the one
 * function to put a spatial index behind when there are hundreds of thousands.
 */
export function candidatesAround(
  knowledge: Knowledge,
  query: FacilityQuery,
  origin: Point | null,
): readonly Candidate[] {
  const related = query.type === null ? [] : (knowledge.types.get(query.type)?.related ?? []);
  return knowledge.bundle.facilities.flatMap((facility): readonly Candidate[] => {
    const asked = query.type === null || facility.type === query.type;
    if (facility.status === "closed" || !(asked || related.includes(facility.type))) return [];
    const point = pointOf(facility);
    const metres = origin === null || point === null ? null : metresBetween(origin, point);
    const around = facility.place === null ? null : orderingPoint(knowledge, facility.place);
    const roughly = metres ?? (origin === null || around === null ? null : metresBetween(origin, around));
    return [
      {
        facility,
        metres,
        roughly,
        inPlace: liesIn(knowledge, facility, query.place),
        match: asked ? "asked" : "related",
      },
    ];
  });
}

/**
 * Where distances are measured from: the point given, else that of the village or town named. A county's or the
 * city's own point says nothing about where the person is: it serves for ordering only, see `orderingPoint`.
 */
export function originOf(knowledge: Knowledge, { near, place }: FacilityQuery): Point | null {
  if (near !== null) return { ...near, precision: "address" };
  const found = place === null ? undefined : knowledge.places.get(place);
  if (found === undefined || (found.level !== "town" && found.level !== "village")) return null;
  return found.latitude === null || found.longitude === null
    ? null
    : { latitude: found.latitude, longitude: found.longitude, precision: found.level };
}

/** The nearest point known at or above a place, to find what is near when the place itself has nothing; never told. */
export function orderingPoint(knowledge: Knowledge, place: PlaceCode): Point | null {
  for (const { latitude, longitude } of placePath(knowledge, place)) {
    if (latitude !== null && longitude !== null) return { latitude, longitude, precision: "town" };
  }
  return null;
}

/**
 * Whether a point is in or around Quanzhou: within 25 km of a place of ours. From farther away nothing here is near.
 *
 * @example isInReach(knowledge, { latitude: 31.23, longitude: 121.47 }) // false: Shanghai
 */
export function isInReach(knowledge: Knowledge, near: Pick<Point, "latitude" | "longitude">): boolean {
  return knowledge.bundle.places.some(
    ({ latitude, longitude }) =>
      latitude !== null && longitude !== null && metresBetween(near, { latitude, longitude }) <= REACH,
  );
}

/**
 * The query as it can be answered: null where nothing can be near, for a place or type that we do not know and for a
 * point out of reach. Beside a named place such a point is merely left out of account.
 */
export function answerable(knowledge: Knowledge, query: FacilityQuery): FacilityQuery | null {
  const { type, place, near } = query;
  if (place !== null && (!knowledge.places.has(place) || isElsewhere(knowledge, place))) return null;
  if (type !== null && !knowledge.types.has(type)) return null;
  if (near === null || isInReach(knowledge, near)) return query;
  return place === null ? null : { ...query, near: null };
}

function liesIn(knowledge: Knowledge, facility: Facility, place: PlaceCode | null): boolean {
  return place === null || (facility.place !== null && isWithin(knowledge, facility.place, place));
}
