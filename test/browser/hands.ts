import type { Point, Stroke } from "../../kiosk/web/writing/ink.ts";

/** How somebody writes, as standard deviations in shares of the character's size unless said otherwise. */
export interface Hand {
  /** How far the character leans, is stretched and is turned (radians). */
  readonly lean: number;
  readonly stretch: number;
  readonly turn: number;
  /** How far its parts are out of place, smoothly, and each stroke by itself, and how much longer strokes are. */
  readonly warp: number;
  readonly shift: number;
  readonly length: number;
  /** Trembling. */
  readonly tremor: number;
  /** Chance of a stroke to be joined to the one before, forgotten, drawn from its other end; and of one too many. */
  readonly joined: number;
  readonly forgotten: number;
  readonly backwards: number;
  readonly extra: number;
  readonly anyOrder: boolean;
  /** Pixels. */
  readonly size: number;
  /** The bars: share of characters that must come first, and be among ten. */
  readonly first: number;
  readonly among: number;
}

const BY_THE_BOOK: Hand = {
  lean: 0,
  stretch: 0,
  turn: 0,
  warp: 0,
  shift: 0,
  length: 0,
  tremor: 0,
  joined: 0,
  forgotten: 0,
  backwards: 0,
  extra: 0,
  anyOrder: false,
  size: 400,
  first: 0.96,
  among: 0.98,
};
const CALM: Hand = {
  ...BY_THE_BOOK,
  lean: 0.1,
  stretch: 0.1,
  turn: 0.04,
  warp: 0.02,
  shift: 0.012,
  length: 0.06,
  tremor: 0.008,
  first: 0.94,
  among: 0.98,
};
const SHAKY: Hand = {
  ...CALM,
  lean: 0.18,
  stretch: 0.18,
  turn: 0.08,
  warp: 0.04,
  shift: 0.025,
  length: 0.12,
  tremor: 0.014,
  first: 0.9,
  among: 0.96,
};

/** The hands that are tried, with bars a little under what is reached. */
export const HANDS: Readonly<Record<string, Hand>> = {
  "by the book": BY_THE_BOOK,
  calm: CALM,
  "in any order": { ...CALM, anyOrder: true, first: 0.94 },
  "joining strokes": { ...CALM, joined: 0.35, first: 0.9, among: 0.96 },
  "joining strokes in any order": { ...CALM, joined: 0.2, anyOrder: true, first: 0.94, among: 0.97 },
  "forgetting strokes": { ...CALM, forgotten: 0.08, first: 0.8, among: 0.93 },
  "drawing a stroke too many": { ...CALM, extra: 1, first: 0.93, among: 0.97 },
  "drawing from the other end": { ...CALM, backwards: 0.15, first: 0.95, among: 0.98 },
  small: { ...CALM, size: 60 },
  shaky: SHAKY,
  "shaky, in any order": { ...SHAKY, anyOrder: true },
  "shaky, joining, forgetting, and more": {
    ...SHAKY,
    joined: 0.3,
    forgotten: 0.04,
    backwards: 0.05,
    extra: 0.2,
    first: 0.65,
    among: 0.85,
  },
};

/** Even numbers from 0 to 1, the same for the same seed. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** The character as that hand would write it. */
export function writtenBy(strokes: readonly Stroke[], hand: Hand, next: () => number): readonly Stroke[] {
  const normal = (): number => Math.sqrt(-2 * Math.log(next() + 1e-12)) * Math.cos(2 * Math.PI * next());
  const whole = wholeCharacter(hand, normal);
  const drawn = strokes.map((stroke) => {
    const own = oneStroke(dense(stroke), hand, normal).map(whole);
    return next() < hand.backwards ? [...own].reverse() : own;
  });
  const ordered = hand.anyOrder ? shuffled(drawn, next) : drawn;
  const kept = ordered.length > 2 ? ordered.filter(() => next() >= hand.forgotten) : ordered;
  const lines = joined(kept, hand, next);
  if (next() < hand.extra) lines.push(slip(normal));
  return lines.map((line) => line.map(({ x, y }) => ({ x: 300 + x * hand.size, y: 300 + y * hand.size })));
}

/** What happens to the character as a whole, brought to its middle. */
function wholeCharacter(hand: Hand, normal: () => number): (point: Point) => Point {
  const lean = normal() * hand.lean;
  const stretch = Math.exp(normal() * hand.stretch);
  const turn = normal() * hand.turn;
  const waves = Array.from({ length: 4 }, () => ({ by: normal() * hand.warp, at: normal() * 3 }));
  const wave = (which: number, along: number): number => {
    const { by, at } = waves[which] ?? { by: 0, at: 0 };
    return by * Math.sin(4 * along + at);
  };
  return (point) => {
    const across = point.x + wave(0, point.y) + wave(1, point.x);
    const down = point.y + wave(2, point.x) + wave(3, point.y);
    const y = (down - 0.5) / stretch;
    const x = (across - 0.5) * stretch - lean * y;
    return { x: x * Math.cos(turn) - y * Math.sin(turn), y: x * Math.sin(turn) + y * Math.cos(turn) };
  };
}

function oneStroke(stroke: Stroke, hand: Hand, normal: () => number): Stroke {
  const middle = {
    x: stroke.reduce((sum, { x }) => sum + x, 0) / stroke.length,
    y: stroke.reduce((sum, { y }) => sum + y, 0) / stroke.length,
  };
  const longer = Math.exp(normal() * hand.length);
  const shift = { x: normal() * hand.shift, y: normal() * hand.shift };
  const sway = normal() * hand.tremor;
  const start = normal() * 3;
  return stroke.map(({ x, y }, at) => ({
    x:
      middle.x +
      (x - middle.x) * longer +
      shift.x +
      sway * Math.sin(0.9 * at + start) +
      normal() * 0.4 * hand.tremor,
    y:
      middle.y +
      (y - middle.y) * longer +
      shift.y +
      sway * Math.cos(0.8 * at + start) +
      normal() * 0.4 * hand.tremor,
  }));
}

/** The stroke with a point at least every thirtieth of the character. */
function dense(stroke: Stroke): Stroke {
  return stroke.flatMap((to, at) => {
    const from = stroke[at - 1];
    if (from === undefined) return [to];
    const steps = Math.max(1, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 0.03));
    return Array.from({ length: steps }, (_, step) => ({
      x: from.x + ((to.x - from.x) * (step + 1)) / steps,
      y: from.y + ((to.y - from.y) * (step + 1)) / steps,
    }));
  });
}

function shuffled<T>(list: readonly T[], next: () => number): readonly T[] {
  return list
    .map((item) => ({ item, at: next() }))
    .sort((one, other) => one.at - other.at)
    .map(({ item }) => item);
}

function joined(strokes: readonly Stroke[], hand: Hand, next: () => number): Point[][] {
  const lines: Point[][] = [];
  for (const stroke of strokes) {
    const last = lines.at(-1);
    const end = last?.at(-1);
    const start = stroke[0];
    if (last && end && start && next() < hand.joined) last.push(...dense([end, start]), ...stroke);
    else lines.push([...stroke]);
  }
  return lines;
}

function slip(normal: () => number): Point[] {
  const from = { x: normal() * 0.3, y: normal() * 0.3 };
  return [...dense([from, { x: from.x + normal() * 0.1, y: from.y + normal() * 0.1 }])];
}
