import { isWithin, type Knowledge, placePath } from "../knowledge/index.ts";
import type { Facility, PlaceCode } from "../knowledge/types.ts";
import { metresBetween, type Point, pointOf } from "./distance.ts";
import type { FacilityQuery } from "./types.ts";

/** A facility that may be offered: how far it really is (null when unknown) and whether it stands in the place asked for. */
export interface Candidate {
  readonly facility: Facility;
  readonly metres: number | null;
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
    return [
      {
        facility,
        metres,
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
  for (const { level, latitude, longitude } of placePath(knowledge, place)) {
    if (level !== "city" && latitude !== null && longitude !== null)
      return { latitude, longitude, precision: "town" };
  }
  return null;
}

function liesIn(knowledge: Knowledge, facility: Facility, place: PlaceCode | null): boolean {
  return place === null || (facility.place !== null && isWithin(knowledge, facility.place, place));
}
