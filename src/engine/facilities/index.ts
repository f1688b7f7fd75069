import type { Knowledge } from "../knowledge/index.ts";
import { type Arranged, arrange } from "./arrange.ts";
import { calendarToday, type Today } from "./calendar.ts";
import { answerable, candidatesAround, orderingPoint, originOf } from "./candidates.ts";
import { honestDistance, type Point, pointOf, walkMinutes } from "./distance.ts";
import { mustConfirm, openingOf } from "./opening.ts";
import { type InstantParts, instantParts } from "./time.ts";
import type { FacilityQuery, RankedFacility } from "./types.ts";

export { isInReach } from "./candidates.ts";
export type * from "./types.ts";

/**
 * Real places to go to, best first: the asked type in the place, then related types there; where the place has none
 * of the asked type, the nearest of it: all within 15 km, else one alone, marked as far. Places that are only planned
 * come alone, when nothing else is known; closed ones never. Nearer first, and of those about as near (up to 1, 3, 5,
 * 10, 15 km) the better vouched for. Throws a RangeError when `at` is no instant; an unknown type or place, elsewhere,
 * and a point out of reach (see `isInReach`) without a place find nothing.
 *
 * @example findFacilities(knowledge, { type: "canteen", place: "350582", near: null, at, openOnly: false, limit: 3 })
 */
export function findFacilities(knowledge: Knowledge, asked: FacilityQuery): readonly RankedFacility[] {
  const at = instantParts(asked.at);
  const query = answerable(knowledge, asked);
  if (query === null) return [];
  const today = calendarToday(knowledge.bundle.holidays, at);
  const told = originOf(knowledge, query);
  const origin = told ?? (query.place === null ? null : orderingPoint(knowledge, query.place));
  const all = candidatesAround(knowledge, query, origin);
  const running = all.filter(({ facility }) => facility.status !== "planned");
  const arrangement = { placeNamed: query.place !== null, distancesTold: told !== null, origin, at };
  return arrange(knowledge, running.length > 0 ? running : all, arrangement)
    .map((arranged) => ranked(knowledge, arranged, told, { at, today }))
    .filter(({ openState }) => !query.openOnly || openState === "open")
    .slice(0, Math.max(0, query.limit));
}

function ranked(
  knowledge: Knowledge,
  { candidate, far }: Arranged,
  told: Point | null,
  { at, today }: { readonly at: InstantParts; readonly today: Today },
): RankedFacility {
  const { facility, metres, match } = candidate;
  const point = pointOf(facility);
  const from = told !== null && point !== null && metres !== null ? { told, point, metres } : null;
  const distance = from === null ? null : honestDistance(from.metres, from.told, from.point);
  return {
    facility,
    distance,
    walkMinutes: from === null || distance === null ? null : walkMinutes(distance, from.told, from.point),
    ...openingOf(facility, today),
    confirmFirst: mustConfirm(knowledge, facility, at),
    match,
    far,
  };
}
