/** A point on earth in degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const METRES_PER_DEGREE = 111_320;

/** Metres east and north from one point to another; exact enough within a county. */
export function offset(from: Point, to: Point): { readonly east: number; readonly north: number } {
  const shrink = Math.cos((from.latitude * Math.PI) / 180);
  return {
    east: (to.longitude - from.longitude) * METRES_PER_DEGREE * shrink,
    north: (to.latitude - from.latitude) * METRES_PER_DEGREE,
  };
}

/** The eight directions, clockwise from north. */
export const DIRECTIONS = ["n", "ne", "e", "se", "s", "sw", "w", "nw"] as const;
export type Direction = (typeof DIRECTIONS)[number];

/** The direction of an offset. @example directionOf({ east: 0, north: -5 }) // "s" */
export function directionOf({ east, north }: { readonly east: number; readonly north: number }): Direction {
  const eighths = Math.round((Math.atan2(east, north) / Math.PI) * 4 + 8) % 8;
  return DIRECTIONS[eighths] ?? "n";
}
