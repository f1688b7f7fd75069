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
  return Math.min((0.5 - mark * EDGE) / east, (ratio / 2 - mark * EDGE) / north, least);
}

function ringFor(scale: number, { ratio }: Frame): Ring {
  const fitting = ROUND.filter((round) => round * scale <= ratio * 0.42);
  const metres = fitting.at(-1) ?? ROUND[0];
  return { metres, across: metres * scale, down: (metres * scale) / ratio };
}

/** The mark of here is so much larger than the others that marks keep further from it. */
const HERE = 1.3;
/** The corner at the top left in which the word for north stands, in diameters of a mark. */
const NORTH = { wide: 1.65, high: 0.95 };
/** Marks stand at least this many diameters apart, centre to centre. */
const CLEAR = 1.06;
/** A mark stays so many of its diameters from the edge. */
const EDGE = 0.53;
/** How far and in how many directions a free spot is looked for, in parts of the width. */
const STEP = 0.02;
const FARTHEST = 1;
const DIRECTIONS_TRIED = 24;

/** Puts each mark on its place or, where it would cover another one or here, on the nearest free spot. */
function apart(marks: readonly Mark[], frame: Frame): readonly Mark[] {
  const placed: Mark[] = [];
  for (const mark of marks) placed.push({ ...mark, ...freeSpot(mark, placed, frame) });
  return placed;
}

interface Spot {
  readonly x: number;
  readonly y: number;
}

function freeSpot(mark: Mark, placed: readonly Mark[], frame: Frame): Spot {
  for (let away = 0; away <= FARTHEST; away += STEP)
    for (let turn = 0; turn < DIRECTIONS_TRIED; turn += 1) {
      const angle = (turn / DIRECTIONS_TRIED) * 2 * Math.PI;
      const x = mark.pointX + Math.cos(angle) * away;
      const y = mark.pointY + (Math.sin(angle) * away) / frame.ratio;
      if (isFree({ x, y }, placed, frame)) return { x, y };
    }
  return { x: mark.pointX, y: mark.pointY };
}

function isFree({ x, y }: Spot, placed: readonly Mark[], { ratio, mark: size }: Frame): boolean {
  const side = size * EDGE - 1e-9;
  const inside = x >= side && x <= 1 - side && y * ratio >= side && (1 - y) * ratio >= side;
  const clearOf = (other: Spot, least: number): boolean =>
    Math.hypot(x - other.x, (y - other.y) * ratio) >= least;
  return (
    inside &&
    clearOf({ x: 0.5, y: 0.5 }, size * CLEAR * HERE) &&
    (x >= (NORTH.wide + EDGE) * size || y * ratio >= (NORTH.high + EDGE) * size) &&
    placed.every((other) => clearOf(other, size * CLEAR))
  );
}
