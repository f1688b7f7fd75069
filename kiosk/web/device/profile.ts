/** What a screen needs to show things in real millimetres. */
export interface Profile {
  /** CSS pixels per millimetre. */
  readonly pixelsPerMm: number;
  /** `wall`: read standing at about 60 cm, text from 12 mm. `tablet`: read at about 40 cm, text from 8 mm. */
  readonly reading: "wall" | "tablet";
}

/** Short side of the visible area in mm by nominal panel size (16:9; the 10.1 inch tablet is 16:10). */
const PANELS: Readonly<Record<string, { readonly shortSide: number; readonly reading: Profile["reading"] }>> =
  {
    "10.1": { shortSide: 136, reading: "tablet" },
    "15.6": { shortSide: 194, reading: "wall" },
    "21.5": { shortSide: 268, reading: "wall" },
    "27": { shortSide: 336, reading: "wall" },
    "32": { shortSide: 398, reading: "wall" },
  };

/** Below this many CSS pixels on the short side an unnamed screen is taken for a tablet. */
const SMALLEST_WALL = 900;

/**
 * The profile of the panel named (`?panel=21.5`), or, when none or an unknown one is named, a careful guess
 * from the window: a tablet when it is small, otherwise the usual 21.5 inch panel.
 */
export function profileFor(panel: string | null, width: number, height: number): Profile {
  const short = Math.max(1, Math.min(width, height));
  const guess = short < SMALLEST_WALL ? "10.1" : "21.5";
  const known = PANELS[panel ?? guess] ?? PANELS[guess];
  if (known === undefined) throw new Error(`no panel ${guess}`);
  return { pixelsPerMm: short / known.shortSide, reading: known.reading };
}
