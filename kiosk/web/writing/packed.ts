import type { Stroke } from "./ink.ts";

/** A character and how it is written by the book, its strokes in a square of side 1. */
export interface Template {
  readonly character: string;
  readonly strokes: readonly Stroke[];
}

/** Positions are kept as whole numbers of this many steps across the square. */
export const STEPS = 128;

/**
 * Packs characters for the way to the kiosk: their text, how many strokes each has, how many points each stroke
 * has, then all x and all y as differences from the point before. Columns of small numbers compress best.
 * Throws when a character has more than 255 strokes or points in one.
 */
export function packed(templates: readonly Template[]): Uint8Array {
  const text = new TextEncoder().encode(templates.map(({ character }) => character).join(""));
  const strokes = templates.flatMap((template) => template.strokes);
  const counts = [...templates.map((template) => template.strokes.length), ...strokes.map((s) => s.length)];
  if (counts.some((count) => count > 255)) throw new Error("more strokes or points than fit into a byte");
  const head = new Uint8Array(8);
  new DataView(head.buffer).setUint32(0, text.length);
  new DataView(head.buffer).setUint32(4, strokes.length);
  const parts = [head, text, counts, differences(strokes, "x"), differences(strokes, "y")];
  return Uint8Array.from(parts.flatMap((part) => [...part]));
}

function differences(strokes: readonly Stroke[], axis: "x" | "y"): readonly number[] {
  return strokes.flatMap((stroke) => {
    const steps = stroke.map((point) => Math.max(0, Math.min(STEPS - 1, Math.round(point[axis] * STEPS))));
    return steps.map((step, at) => (step - (steps[at - 1] ?? 0)) & 255);
  });
}

/** The characters again, in the order they were packed in. Throws when the data is cut off. */
export function unpacked(data: Uint8Array): readonly Template[] {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const textLength = view.getUint32(0);
  const strokeCount = view.getUint32(4);
  const characters = [...new TextDecoder().decode(data.subarray(8, 8 + textLength))];
  const perCharacter = 8 + textLength;
  const perStroke = perCharacter + characters.length;
  const firstX = perStroke + strokeCount;
  const points = data.subarray(perStroke, firstX).reduce((sum, count) => sum + count, 0);
  if (data.length !== firstX + 2 * points) throw new Error("the packed characters are cut off");
  let stroke = perStroke;
  let at = firstX;
  return characters.map((character, index) => ({
    character,
    strokes: Array.from({ length: data[perCharacter + index] ?? 0 }, () => {
      const length = data[stroke] ?? 0;
      stroke += 1;
      at += length;
      return strokeAt(data, at - length, length, points);
    }),
  }));
}

function strokeAt(data: Uint8Array, at: number, length: number, points: number): Stroke {
  let x = 0;
  let y = 0;
  return Array.from({ length }, (_, index) => {
    x = (x + (data[at + index] ?? 0)) & 255;
    y = (y + (data[at + points + index] ?? 0)) & 255;
    return { x: x / STEPS, y: y / STEPS };
  });
}
