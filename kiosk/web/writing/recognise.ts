import { normalised, type Stroke, sampled } from "./ink.ts";
import type { Template } from "./packed.ts";

/** Finds the characters that strokes may mean. */
export interface Recogniser {
  /** The likeliest characters, best first, at most `wanted`; none for no strokes. */
  recognise(strokes: readonly Stroke[], wanted: number): readonly string[];
}

/** Cells a side of the coarse picture, and directions told apart in it. */
const CELLS = 8;
const DIRECTIONS = 8;
const FEATURES = CELLS * CELLS * DIRECTIONS;
/** Points taken of a character for the coarse picture, and for comparing in detail. */
const COARSE_POINTS = 120;
const FINE_POINTS = 64;
/** Share of ink that also counts for the opposite direction: some write a stroke from its other end. */
const OPPOSITE = 0.3;
/** How far, in share of their height, characters lean that are looked at upright as well. */
const LEANS = [0, -0.2, 0.2] as const;
/** Characters that are compared leaning, too. */
const LEANING_LIST = 1200;
/** Characters of the coarse look that are compared in detail. */
const SHORTLIST = 120;
/** Weight of the difference of directions beside that of places, and the most one point may cost. */
const TURN = 0.05;
/** Share of the cost of a turn that is spared when the line is the same but was drawn from its other end. */
const BACKWARDS = 0.5;
const WORST = 0.09;
/** What one stroke more or less than by the book costs: little, strokes are joined and forgotten. */
const STROKE_COST = 0.0012;
/** How much dearer a character is that nobody needs here: of two alike, the more needed one comes first. */
const RARE_COST = 0.006;
/** Need of the most everyday character that is in none of our words. */
const NEED_OF_EVERYDAY = 0.4;

/** Whole numbers that stand for a share of one: places and directions as -127…127, pictures as 0…255. */
const FINE_STEPS = 127;
const PICTURE_STEPS = 510;

/** All characters in few bytes: a community centre's board has little memory. */
interface Known {
  readonly characters: readonly string[];
  /** How needed each is, 1 for the most needed. */
  readonly need: Float32Array;
  readonly strokes: Uint8Array;
  readonly pictures: Uint8Array;
  /** x, y, dx, dy of each character's points, from `starts[index]` to `starts[index + 1]`. */
  readonly points: Int8Array;
  readonly starts: Uint32Array;
}

/**
 * Prepares the characters, most everyday first; takes a second or more on a slow board, so do it in a worker.
 * `need` tells how often each character is in the words people write here; those come first among alike ones.
 */
export function createRecogniser(
  templates: readonly Template[],
  need: ReadonlyMap<string, number> = new Map(),
): Recogniser {
  const known = compact(templates, need);
  return {
    recognise: (strokes, wanted) => {
      const drawn = strokes.filter((stroke) => stroke.length > 0);
      if (drawn.length === 0) return [];
      const leaning = LEANS.map((lean) => picture(leant(drawn, lean)));
      const ink = fineOf(drawn);
      return shortlist(leaning, known.pictures, known.characters.length)
        .map((index) => ({ index, cost: costOf(ink, drawn.length, known, index) }))
        .sort((one, other) => one.cost - other.cost || one.index - other.index)
        .slice(0, wanted)
        .map(({ index }) => known.characters[index] ?? "");
    },
  };
}

function compact(templates: readonly Template[], need: ReadonlyMap<string, number>): Known {
  const starts = new Uint32Array(templates.length + 1);
  const pictures = new Uint8Array(templates.length * FEATURES);
  const points: number[] = [];
  for (const [index, { strokes }] of templates.entries()) {
    pictures.set(
      picture(strokes).map((share) => Math.round(Math.min(0.5, share) * PICTURE_STEPS)),
      index * FEATURES,
    );
    for (const value of fineOf(strokes)) points.push(value);
    starts[index + 1] = points.length;
  }
  return {
    characters: templates.map(({ character }) => character),
    need: Float32Array.from(templates, ({ character }, index) =>
      Math.max(needOf(need.get(character) ?? 0), NEED_OF_EVERYDAY * (1 - index / templates.length)),
    ),
    strokes: Uint8Array.from(templates, ({ strokes }) => strokes.length),
    pictures,
    points: Int8Array.from(points),
    starts,
  };
}

/** 0 for a character in none of our words, near 1 for one in many. */
function needOf(times: number): number {
  return times === 0 ? 0 : 1 - 0.5 / Math.sqrt(times);
}

/** x, y, dx, dy of each point as small whole numbers. */
function fineOf(strokes: readonly Stroke[]): Int8Array {
  const { count, x, y, dx, dy } = normalised(sampled(strokes, FINE_POINTS));
  const fine = new Int8Array(count * 4);
  const kept = (share: number): number =>
    Math.max(-FINE_STEPS, Math.min(FINE_STEPS, Math.round(share * FINE_STEPS)));
  for (let at = 0; at < count; at += 1) {
    fine[at * 4] = kept((x[at] ?? 0) - 0.5);
    fine[at * 4 + 1] = kept((y[at] ?? 0) - 0.5);
    fine[at * 4 + 2] = kept(dx[at] ?? 0);
    fine[at * 4 + 3] = kept(dy[at] ?? 0);
  }
  return fine;
}

function costOf(ink: Int8Array, strokes: number, known: Known, index: number): number {
  const own = known.points.subarray(known.starts[index], known.starts[index + 1]);
  const more = Math.abs(strokes - (known.strokes[index] ?? 0));
  const rare = 1 - (known.need[index] ?? 0);
  return between(ink, own) + between(own, ink) + STROKE_COST * more + RARE_COST * rare;
}

/** Mean cost of finding for each point of one ink the nearest like-directed point of the other. */
function between(from: Int8Array, to: Int8Array): number {
  const unit = FINE_STEPS * FINE_STEPS;
  const worst = WORST * unit;
  let sum = 0;
  for (let at = 0; at < from.length; at += 4) {
    const x = from[at] ?? 0;
    const y = from[at + 1] ?? 0;
    const dx = from[at + 2] ?? 0;
    const dy = from[at + 3] ?? 0;
    let least = worst;
    for (let other = 0; other < to.length; other += 4) {
      const across = x - (to[other] ?? 0);
      const down = y - (to[other + 1] ?? 0);
      const away = across * across + down * down;
      if (away >= least) continue;
      const along = (dx * (to[other + 2] ?? 0) + dy * (to[other + 3] ?? 0)) / unit;
      const cost = away + TURN * unit * (along < 0 ? 1 + BACKWARDS * along : 1 - along);
      if (cost < least) least = cost;
    }
    sum += least;
  }
  return sum / unit / Math.max(1, from.length / 4);
}

/**
 * Positions of the pictures most like one of those drawn. All are compared with the upright one, and only the
 * nearest of them with the leaning ones, as comparing is what takes the time.
 */
function shortlist(
  [upright, ...leaning]: readonly Float32Array[],
  pictures: Uint8Array,
  count: number,
): readonly number[] {
  const likeness = new Float32Array(count);
  if (upright === undefined) return [];
  for (let index = 0; index < count; index += 1) likeness[index] = likenessOf(upright, pictures, index);
  const nearest = ranked([...likeness.keys()], likeness).slice(0, LEANING_LIST);
  for (const index of nearest)
    for (const one of leaning)
      likeness[index] = Math.max(likeness[index] ?? 0, likenessOf(one, pictures, index));
  return ranked(nearest, likeness).slice(0, SHORTLIST);
}

function likenessOf(drawn: Float32Array, pictures: Uint8Array, index: number): number {
  const start = index * FEATURES;
  let sum = 0;
  for (let at = 0; at < FEATURES; at += 1) sum += (drawn[at] ?? 0) * (pictures[start + at] ?? 0);
  return sum;
}

function ranked(indexes: readonly number[], likeness: Float32Array): readonly number[] {
  return [...indexes].sort((one, other) => (likeness[other] ?? 0) - (likeness[one] ?? 0));
}

/** The strokes leaning by `lean` of their height: many hands lean, and upright they are compared best. */
function leant(strokes: readonly Stroke[], lean: number): readonly Stroke[] {
  return lean === 0 ? strokes : strokes.map((stroke) => stroke.map(({ x, y }) => ({ x: x + lean * y, y })));
}

/**
 * The coarse picture: how much line runs in which direction through which part of the square. It knows nothing
 * of order or number of strokes, so neither wrong order nor joined strokes change it much.
 */
function picture(strokes: readonly Stroke[]): Float32Array {
  const ink = normalised(sampled(strokes, COARSE_POINTS));
  const cells = new Float32Array(FEATURES);
  for (let at = 0; at < ink.count; at += 1) {
    const turn =
      ((Math.atan2(ink.dy[at] ?? 0, ink.dx[at] ?? 0) / (2 * Math.PI) + 1) * DIRECTIONS) % DIRECTIONS;
    const lower = Math.floor(turn);
    const share = turn - lower;
    const x = ink.x[at] ?? 0;
    const y = ink.y[at] ?? 0;
    for (const [direction, weight] of [
      [lower, 1 - share],
      [lower + 1, share],
    ] as const) {
      spread(cells, direction % DIRECTIONS, x, y, weight);
      spread(cells, (direction + DIRECTIONS / 2) % DIRECTIONS, x, y, weight * OPPOSITE);
    }
  }
  return unit(cells);
}

/** Shares a point's ink among the four cells around it. */
function spread(cells: Float32Array, direction: number, x: number, y: number, weight: number): void {
  const column = Math.max(0, Math.min(CELLS - 1, x * CELLS - 0.5));
  const row = Math.max(0, Math.min(CELLS - 1, y * CELLS - 0.5));
  const left = Math.floor(column);
  const top = Math.floor(row);
  for (const [r, down] of [
    [top, 1 - (row - top)],
    [top + 1, row - top],
  ] as const) {
    for (const [c, across] of [
      [left, 1 - (column - left)],
      [left + 1, column - left],
    ] as const) {
      if (r >= CELLS || c >= CELLS) continue;
      const cell = (direction * CELLS + r) * CELLS + c;
      cells[cell] = (cells[cell] ?? 0) + weight * down * across;
    }
  }
}

/** Square roots, so that long lines do not drown short ones, then length 1. */
function unit(cells: Float32Array): Float32Array {
  const roots = cells.map(Math.sqrt);
  const length = Math.sqrt(roots.reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? roots : roots.map((value) => value / length);
}
