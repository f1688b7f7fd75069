/** Where a tap landed against the middle of its target: millimetres to the right and down. */
export interface Landing {
  readonly right: number;
  readonly down: number;
}

/** Radius of a target in millimetres: the smallest button one answers with is 20 mm high. */
export const TARGET_MM = 10;

/** How far taps land from the middle in millimetres, and how many missed the target. */
export interface Landed {
  readonly mean: number;
  readonly most: number;
  readonly missed: number;
}

/**
 * Sums up the taps of a test; nothing landed is no distance.
 * @example landed([{ right: 3, down: 4 }]) // { mean: 5, most: 5, missed: 0 }
 */
export function landed(landings: readonly Landing[]): Landed {
  const distances = landings.map(({ right, down }) => Math.hypot(right, down));
  const sum = distances.reduce((all, distance) => all + distance, 0);
  return {
    mean: sum / Math.max(1, distances.length),
    most: Math.max(0, ...distances),
    missed: distances.filter((distance) => distance > TARGET_MM).length,
  };
}
