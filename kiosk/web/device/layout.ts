import type { Profile } from "./profile.ts";

/** Everyone, seated or standing, reaches a touch between these heights above the floor, in millimetres. */
export const LOWEST_TOUCH = 380;
export const HIGHEST_TOUCH = 1200;

/** Where on the panel buttons may lie, in millimetres of its height. */
export interface Zones {
  /** At the top: only to read. */
  readonly aboveReach: number;
  /** Between: buttons. */
  readonly reach: number;
  /** At the bottom of a panel that hangs low: only to read, so the bar moves up. */
  readonly belowReach: number;
}

/**
 * The zones of a panel by how high it hangs. Together they are its height.
 * @example zonesOf(profile of 21.5 inch at 900 mm) // { aboveReach: 176, reach: 300, belowReach: 0 }
 */
export function zonesOf({ heightMm, mountMm }: Pick<Profile, "heightMm" | "mountMm">): Zones {
  const within = (mm: number): number => Math.min(heightMm, Math.max(0, mm));
  const aboveReach = within(mountMm + heightMm - HIGHEST_TOUCH);
  const belowReach = within(LOWEST_TOUCH - mountMm);
  return { aboveReach, reach: Math.max(0, heightMm - aboveReach - belowReach), belowReach };
}

/** How much room a line has: `wide` 18 or more characters, `narrow`, and `tight` under 14. */
export type Room = "wide" | "narrow" | "tight";

/** Sizes of type and of what grows with it, in millimetres. */
export interface Sizes {
  readonly room: Room;
  readonly text: number;
  readonly head: number;
  readonly giant: number;
  readonly gap: number;
  readonly margin: number;
  /** Least height of the buttons one answers with. */
  readonly row: number;
  /** Least height of the others. */
  readonly smallRow: number;
  /** Width between the margins. */
  readonly inner: number;
}

/** Least sizes of text: read at 60 cm and at 40 cm; 大字 is a third larger. */
const LEAST_TEXT = { wall: 12, tablet: 8 } as const;
const LARGER = 4 / 3;
/** No line of an answer has more Chinese characters than this. */
const LONGEST_LINE = 20;
/** Text grows with the panel until so many lines of it fill the panel's height. */
const LINES_HIGH = 36;
/** Headings and amounts against text. */
const HEADING = 1.5;
/** Least sides of buttons: 20 mm and 16 mm, and as much more as a shaking finger needs to land. */
const LEAST_ROW = 22;
const LEAST_SMALL_ROW = 18;

/** Type for a panel, in normal type or 大字: at least what an elder can read there, larger on a larger panel. */
export function sizesOf(profile: Profile, large: boolean): Sizes {
  const { widthMm, heightMm, reading } = profile;
  const margin = reading === "tablet" ? 4 : widthMm * 0.035;
  const inner = widthMm - 2 * margin;
  const fitting = Math.min(inner / LONGEST_LINE, heightMm / LINES_HIGH);
  const text = Math.ceil(Math.max(LEAST_TEXT[reading], fitting) * (large ? LARGER : 1) * 50) / 50;
  const across = widthMm / text;
  const room = across >= 18 ? "wide" : across >= 14 ? "narrow" : "tight";
  const line = text * 1.5;
  return {
    room,
    text,
    head: text * HEADING,
    giant: text * (room === "wide" ? 2 : HEADING),
    gap: room === "wide" && reading === "wall" ? text * 0.4 : 4.2,
    margin,
    row: Math.max(LEAST_ROW, line + 4),
    smallRow: Math.max(LEAST_SMALL_ROW, line + 3),
    inner,
  };
}

/** The page's measures as CSS variables in pixels: `--mm`, `--text` … `--above-reach`, `--below-reach`. */
export function cssVariables(profile: Profile, large: boolean): ReadonlyMap<string, string> {
  const { room: _room, ...sizes } = sizesOf(profile, large);
  const { aboveReach, belowReach } = zonesOf(profile);
  const mm = { mm: 1, ...sizes, aboveReach, belowReach };
  return new Map(
    Object.entries(mm).map(([name, value]) => [
      `--${name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`)}`,
      `${(value * profile.pixelsPerMm).toFixed(3)}px`,
    ]),
  );
}
