/** A touchscreen as it hangs: what a site says of it. */
export interface PanelSize {
  /** Diagonal of the visible area in inches. */
  readonly inches: number;
  /** Pixels across and down; only their ratio counts, so a browser's own scale does no harm. */
  readonly width: number;
  readonly height: number;
  /** Millimetres from the floor to the lower edge. */
  readonly mount: number;
}

/** What a screen needs to show things in real millimetres where people can reach them. */
export interface Profile {
  /** CSS pixels per millimetre. */
  readonly pixelsPerMm: number;
  /** `wall`: read standing at about 60 cm, text from 12 mm. `tablet`: read at about 40 cm, text from 8 mm. */
  readonly reading: "wall" | "tablet";
  /** The window in millimetres. */
  readonly widthMm: number;
  readonly heightMm: number;
  /** Millimetres from the floor to the lower edge. */
  readonly mountMm: number;
}

/** The window in CSS pixels. */
export interface WindowSize {
  readonly width: number;
  readonly height: number;
}

/** Usual panels by the name they have in an address (`?panel=21.5`), at the height they usually hang. */
const PANELS: ReadonlyMap<string, PanelSize> = new Map([
  ["10.1", { inches: 10.1, width: 800, height: 1280, mount: 900 }],
  ["15.6", { inches: 15.6, width: 1080, height: 1920, mount: 850 }],
  ["21.5", { inches: 21.5, width: 1080, height: 1920, mount: 900 }],
  ["27", { inches: 27, width: 1080, height: 1920, mount: 750 }],
  ["32", { inches: 32, width: 1080, height: 1920, mount: 600 }],
]);

/** Below this many CSS pixels on the short side an unknown screen is taken for a tablet. */
const SMALLEST_WALL = 900;
/** Screens up to 11 inches (28 cm) are held or stand close: they are read at 40 cm. */
const LARGEST_TABLET = 11;
const MM_PER_INCH = 25.4;

/** The usual panel of that name; null when none is named or nobody knows it. */
export function panelNamed(name: string | null): PanelSize | null {
  return name === null ? null : (PANELS.get(name) ?? null);
}

/**
 * The profile of a panel in a window. Of an unknown one the guess is careful: a tablet when the window is small,
 * otherwise the usual 21.5 inch panel, which asks for the largest sizes and hangs high.
 * @example profileFor(panelNamed("21.5"), { width: 1080, height: 1920 }).pixelsPerMm // 4.03
 */
export function profileFor(panel: PanelSize | null, window: WindowSize): Profile {
  const known = panel ?? guess(window);
  const diagonal = Math.hypot(known.width, known.height);
  const mm = (pixels: number): number => (known.inches * MM_PER_INCH * pixels) / diagonal;
  const sides = [mm(known.width), mm(known.height)] as const;
  const across = window.width <= window.height ? Math.min(...sides) : Math.max(...sides);
  const pixelsPerMm = Math.max(1, window.width) / across;
  return {
    pixelsPerMm,
    reading: known.inches <= LARGEST_TABLET ? "tablet" : "wall",
    widthMm: across,
    heightMm: Math.max(1, window.height) / pixelsPerMm,
    mountMm: known.mount,
  };
}

function guess({ width, height }: WindowSize): PanelSize {
  const panel = PANELS.get(Math.min(width, height) < SMALLEST_WALL ? "10.1" : "21.5");
  if (panel === undefined) throw new Error("no usual panel");
  return panel;
}
