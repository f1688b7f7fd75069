import { type Direction, directionOf, offset, type Point } from "./bearings.ts";

/** A place to draw: its number on the page, where it lies, and how far as the answer says it. */
export interface Place extends Point {
  readonly number: number;
  /** Metres as the engine tells them, as coarse as the coordinates. */
  readonly distance: number;
  /** Known only to its village or town. */
  readonly coarse: boolean;
}

/** A numbered mark; all measures are parts of the drawing's width or height, from its upper left corner. */
export interface Mark {
  readonly number: number;
  readonly x: number;
  readonly y: number;
  /** Where the place itself lies; the mark stands aside where marks would cover each other. */
  readonly pointX: number;
  readonly pointY: number;
  readonly coarse: boolean;
  readonly direction: Direction;
  readonly distance: number;
}

/** A circle of equal distance around here, drawn to read distances from. */
export interface Ring {
  readonly metres: number;
  /** Radius as part of the width and of the height. */
  readonly across: number;
  readonly down: number;
}

export interface Drawing {
  readonly marks: readonly Mark[];
  readonly ring: Ring | null;
}

/** Round distances for the ring, in metres. */
const ROUND = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000] as const;
/** Places whose coordinates and stated distance differ by more than this many metres, and a third, are left out. */
const DOUBT = 1500;
/** Tries to move marks apart; enough for six marks. */
const TRIES = 200;

interface Frame {
  /** Height of the drawing against its width. */
  readonly ratio: number;
  /** Diameter of a mark as part of the width. */
  readonly mark: number;
}

/**
 * Draws where places lie from `here`: here in the middle, north up, one scale in all directions. Only what is as
 * certain as it looks is drawn: a place without a distance, or whose distance is measured from elsewhere, is left out.
 */
export function drawMap(here: Point, places: readonly Place[], frame: Frame): Drawing {
  const lying = places
    .map((place) => ({ place, ...offset(here, place) }))
    .filter(({ place, east, north }) => agrees(Math.hypot(east, north), place.distance));
  const scale = scaleFor(lying, frame);
  const marks = lying.map(({ place, east, north }) => {
    const pointX = 0.5 + east * scale;
    const pointY = 0.5 - (north * scale) / frame.ratio;
    const direction = directionOf({ east, north });
    const { number, coarse, distance } = place;
    return { number, x: pointX, y: pointY, pointX, pointY, coarse, direction, distance };
  });
  return { marks: apart(marks, frame), ring: lying.length === 0 ? null : ringFor(scale, frame) };
}

function agrees(measured: number, told: number): boolean {
  return Math.abs(measured - told) <= Math.max(DOUBT, told / 3);
}

/** Parts of the width per metre, so that every place keeps a mark's room from the edge. */
function scaleFor(
  lying: readonly { readonly east: number; readonly north: number }[],
  { ratio, mark }: Frame,
): number {
  const east = Math.max(1, ...lying.map((one) => Math.abs(one.east)));
  const north = Math.max(1, ...lying.map((one) => Math.abs(one.north)));
  const least = 0.5 / ROUND[2];
  return Math.min((0.5 - mark) / east, (ratio / 2 - mark) / north, least);
}

function ringFor(scale: number, { ratio }: Frame): Ring {
  const fitting = ROUND.filter((round) => round * scale <= ratio * 0.42);
  const metres = fitting.at(-1) ?? ROUND[0];
  return { metres, across: metres * scale, down: (metres * scale) / ratio };
}

type Movable = { -readonly [K in keyof Mark]: Mark[K] };

/** Moves marks that would cover each other, or here, apart, and keeps them inside. */
function apart(marks: readonly Mark[], frame: Frame): readonly Mark[] {
  const moved: Movable[] = marks.map((mark) => ({ ...mark }));
  for (let time = 0; time < TRIES; time += 1) {
    for (const [index, one] of moved.entries()) {
      pushFrom(one, 0.5, 0.5, { ...frame, mark: frame.mark * HERE }, index);
      for (const other of moved.slice(index + 1)) pushBoth(one, other, frame, index);
    }
    for (const mark of moved) keepInside(mark, frame);
  }
  return moved;
}

/** The mark of here is so much larger than the others that marks keep further from it. */
const HERE = 1.3;
/** Marks stand at least this many diameters apart, centre to centre. */
const CLEAR = 1.12;

function pushBoth(one: Movable, other: Movable, frame: Frame, turn: number): void {
  pushFrom(one, other.x, other.y, frame, turn, 0.5);
  pushFrom(other, one.x, one.y, frame, turn + 4, 0.5);
}

/** Moves a mark away from a point until it is clear of it; from the very point, to a side of its own. */
function pushFrom(
  mark: Movable,
  x: number,
  y: number,
  { ratio, mark: size }: Frame,
  turn: number,
  share = 1,
): void {
  const right = mark.x - x;
  const down = (mark.y - y) * ratio;
  const away = Math.hypot(right, down);
  const lacking = size * CLEAR - away;
  if (lacking <= 0) return;
  const angle = away < 1e-6 ? turn * 0.9 : Math.atan2(down, right);
  mark.x += Math.cos(angle) * lacking * share;
  mark.y += (Math.sin(angle) * lacking * share) / ratio;
}

function keepInside(mark: Movable, { ratio, mark: size }: Frame): void {
  const side = size * 0.55;
  mark.x = Math.min(1 - side, Math.max(side, mark.x));
  mark.y = Math.min(1 - side / ratio, Math.max(side / ratio, mark.y));
}
