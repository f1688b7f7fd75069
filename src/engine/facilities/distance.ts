import type { Facility } from "../knowledge/types.ts";

/** A point on the map, WGS-84 degrees, and how finely it is known. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
  readonly precision: NonNullable<Facility["precision"]>;
}

const EARTH_RADIUS = 6_371_008.8;
/** Steps in metres: a distance is never told finer than the coarser of its two points. */
const STEP = { address: 100, village: 500, town: 1000 } as const;
/** Village and town points stand for areas, so below this no difference can be told. */
const LEAST = { address: 100, village: 1000, town: 1000 } as const;
const FINEST_FIRST = ["address", "village", "town"] as const;

/** How far elders walk at all, and how fast: metres and metres a minute. */
const WALKABLE = 3000;
const WALK_SPEED = 70;
/** Village points allow no finer walking time than this many minutes. */
const WALK_STEP = { address: 1, village: 5 } as const;

/** Great-circle distance in metres (haversine, mean Earth radius). */
export function metresBetween(from: Omit<Point, "precision">, to: Omit<Point, "precision">): number {
  const radians = (degrees: number): number => (degrees * Math.PI) / 180;
  const north = Math.sin(radians(to.latitude - from.latitude) / 2) ** 2;
  const east = Math.sin(radians(to.longitude - from.longitude) / 2) ** 2;
  const around = north + Math.cos(radians(from.latitude)) * Math.cos(radians(to.latitude)) * east;
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(around)));
}

/** The distance as it may be told: rounded to 100 m between addresses, 500 m (at least about 1 km) between villages, 1 km between towns. */
export function honestDistance(metres: number, from: Point, to: Point): number {
  const precision = coarser(from, to);
  return Math.max(LEAST[precision], Math.round(metres / STEP[precision]) * STEP[precision]);
}

/** Minutes on foot at an elder's pace; null when too far to walk or the points are too coarse to tell. */
export function walkMinutes(distance: number, from: Point, to: Point): number | null {
  const precision = coarser(from, to);
  if (precision === "town" || distance > WALKABLE) return null;
  return Math.ceil(distance / WALK_SPEED / WALK_STEP[precision]) * WALK_STEP[precision];
}

/** The facility's point; null when its source gives none that can be trusted. */
export function pointOf({ latitude, longitude, precision }: Facility): Point | null {
  return latitude === null || longitude === null || precision === null
    ? null
    : { latitude, longitude, precision };
}

function coarser(from: Point, to: Point): Point["precision"] {
  const at = Math.max(FINEST_FIRST.indexOf(from.precision), FINEST_FIRST.indexOf(to.precision));
  return FINEST_FIRST[at] ?? "town";
}
