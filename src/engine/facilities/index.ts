import type { Knowledge } from "../knowledge/index.ts";
import { arrange } from "./arrange.ts";
import { type Candidate, candidatesAround, orderingPoint, originOf } from "./candidates.ts";
import { honestDistance, type Point, pointOf, walkMinutes } from "./distance.ts";
import { mustConfirm, openStateOf } from "./opening.ts";
import { type InstantParts, instantParts } from "./time.ts";
import type { FacilityQuery, RankedFacility } from "./types.ts";

export { daysBetween, type InstantParts, instantParts, today } from "./time.ts";
export type * from "./types.ts";

/**
 * Real places to go to, best first: the asked type in the place, then related types there; where the place has none
 * of the asked type, the nearest of it. Places that are only planned come alone, when nothing else is known;
 * closed ones never. Nearest first, the better vouched for first where no distance is known.
 * Throws a RangeError when `at` is no instant; an unknown type or place finds nothing.
 *
 * @example findFacilities(knowledge, { type: "canteen", place: "350582", near: null, at, openOnly: false, limit: 3 })
 */
export function findFacilities(knowledge: Knowledge, query: FacilityQuery): readonly RankedFacility[] {
  const at = instantParts(query.at);
  if (query.place !== null && !knowledge.places.has(query.place)) return [];
  if (query.type !== null && !knowledge.types.has(query.type)) return [];
  const told = originOf(knowledge, query);
  const origin = told ?? (query.place === null ? null : orderingPoint(knowledge, query.place));
  const all = candidatesAround(knowledge, query, origin);
  const running = all.filter(({ facility }) => facility.status !== "planned");
  const arrangement = { placeNamed: query.place !== null, distancesTold: told !== null, at };
  return arrange(knowledge, running.length > 0 ? running : all, arrangement)
    .map((candidate) => ranked(knowledge, candidate, told, at))
    .filter(({ openState }) => !query.openOnly || openState === "open")
    .slice(0, Math.max(0, query.limit));
}

function ranked(
  knowledge: Knowledge,
  candidate: Candidate,
  told: Point | null,
  at: InstantParts,
): RankedFacility {
  const { facility, metres, match } = candidate;
  const point = pointOf(facility);
  const from = told !== null && point !== null && metres !== null ? { told, point, metres } : null;
  const distance = from === null ? null : honestDistance(from.metres, from.told, from.point);
  return {
    facility,
    distance,
    walkMinutes: from === null || distance === null ? null : walkMinutes(distance, from.told, from.point),
    openState: openStateOf(facility, at),
    confirmFirst: mustConfirm(knowledge, facility, at),
    match,
  };
}
