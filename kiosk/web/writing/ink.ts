/** A place in the writing field; x to the right, y downwards, in any unit. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What one finger drew from touching to lifting. */
export type Stroke = readonly Point[];

/** Strokes as points at equal steps along the line: where, in which direction, and how much line each stands for. */
export interface Ink {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Direction of the pen at the point, a unit vector; (0, 0) for a dot. */
  readonly dx: Float32Array;
  readonly dy: Float32Array;
}

/** Side of the square that ink is brought to. */
export const SIDE = 1;
/** How far the ink spreads to either side of its middle, in standard deviations, before it fills the square. */
const SPREAD = 2.1;
/** A side shorter than this share of the other is kept short: 一 is a line, not a square. */
const THIN = 0.35;

/** How often a line is steadied. */
const STEADYING = 1;

/** Length of all lines; a dot counts as nothing. */
function lengthOf(strokes: readonly Stroke[]): number {
  return strokes.reduce(
    (sum, stroke) =>
      sum + stroke.reduce((own, point, at) => own + (at === 0 ? 0 : distance(stroke[at - 1], point)), 0),
    0,
  );
}

function distance(from: Point | undefined, to: Point): number {
  return from === undefined ? 0 : Math.hypot(to.x - from.x, to.y - from.y);
}

/**
 * Points at equal steps over all strokes, about `wanted` of them; every stroke has at least two, so that a dot
 * is not lost beside long lines.
 */
export function sampled(strokes: readonly Stroke[], wanted: number): Ink {
  const step = Math.max(lengthOf(strokes) / wanted, 1e-6);
  const lines = strokes.map((stroke) => steadied(atEqualSteps(stroke, step)));
  const points = lines.flat();
  const directions = lines.flatMap(directionsOf);
  return {
    count: points.length,
    x: Float32Array.from(points, ({ x }) => x),
    y: Float32Array.from(points, ({ y }) => y),
    dx: Float32Array.from(directions, ({ x }) => x),
    dy: Float32Array.from(directions, ({ y }) => y),
  };
}

/** Points in the middle of equal pieces of the stroke, each about `step` long; at least two. */
function atEqualSteps(stroke: Stroke, step: number): Stroke {
  const length = lengthOf([stroke]);
  if (length === 0) return stroke.slice(0, 1);
  const piece = length / Math.max(2, Math.round(length / step));
  const points: Point[] = [];
  let walked = 0;
  for (let at = 1; at < stroke.length; at += 1) {
    const from = stroke[at - 1] as Point;
    const to = stroke[at] as Point;
    const own = distance(from, to);
    for (let next = (points.length + 0.5) * piece; own > 0 && next <= walked + own; next += piece) {
      const share = (next - walked) / own;
      points.push({ x: from.x + share * (to.x - from.x), y: from.y + share * (to.y - from.y) });
    }
    walked += own;
  }
  return points;
}

/** A trembling hand's line made steadier: each point moves towards the middle of its neighbours. */
function steadied(points: Stroke): Stroke {
  let line = points;
  for (let round = 0; round < STEADYING; round += 1) {
    const before = line;
    line = before.map((point, at) => {
      const previous = before[at - 1];
      const next = before[at + 1];
      if (previous === undefined || next === undefined) return point;
      return { x: (previous.x + 2 * point.x + next.x) / 4, y: (previous.y + 2 * point.y + next.y) / 4 };
    });
  }
  return line;
}

function directionsOf(points: Stroke): readonly Point[] {
  return points.map((point, at) => {
    const from = points[at - 1] ?? point;
    const to = points[at + 1] ?? point;
    const length = distance(from, to);
    return length === 0 ? { x: 0, y: 0 } : { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  });
}

/**
 * The ink brought to the unit square by its middle and its spread instead of its outermost points: one stroke
 * that shot too far must not squeeze the rest. Each half has its own spread, as characters are seldom even.
 */
export function normalised(ink: Ink): Ink {
  const across = spreadOf(ink.x);
  const down = spreadOf(ink.y);
  const longer = Math.max(across.before + across.after, down.before + down.after, 1e-6);
  const x = brought(ink.x, across, longer);
  const y = brought(ink.y, down, longer);
  const dx = new Float32Array(ink.count);
  const dy = new Float32Array(ink.count);
  const wide = scaleOf(across, longer);
  const high = scaleOf(down, longer);
  for (let at = 0; at < ink.count; at += 1) {
    const alongX = (ink.dx[at] ?? 0) * wide;
    const alongY = (ink.dy[at] ?? 0) * high;
    const length = Math.hypot(alongX, alongY);
    dx[at] = length === 0 ? 0 : alongX / length;
    dy[at] = length === 0 ? 0 : alongY / length;
  }
  return { count: ink.count, x, y, dx, dy };
}

interface Spread {
  readonly middle: number;
  readonly before: number;
  readonly after: number;
}

function spreadOf(values: Float32Array): Spread {
  let sum = 0;
  for (const value of values) sum += value;
  const middle = sum / Math.max(1, values.length);
  const half = (side: number): number => {
    let squares = 0;
    let count = 0;
    for (const value of values) {
      if ((value - middle) * side <= 0) continue;
      squares += (value - middle) ** 2;
      count += 1;
    }
    return SPREAD * Math.sqrt(squares / Math.max(1, count));
  };
  return { middle, before: half(-1), after: half(1) };
}

/** Scale from the ink's unit to the square's along one axis, as used for directions. */
function scaleOf(spread: Spread, longer: number): number {
  return 1 / Math.max(spread.before + spread.after, THIN * longer);
}

function brought(values: Float32Array, spread: Spread, longer: number): Float32Array {
  const least = (THIN * longer) / 2;
  const before = Math.max(spread.before, least);
  const after = Math.max(spread.after, least);
  return values.map((value) => {
    const away = value - spread.middle;
    return SIDE * (0.5 + 0.5 * (away < 0 ? away / before : away / after));
  });
}
