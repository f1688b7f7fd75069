import type { Match } from "./automaton.ts";
import type { Reading } from "./reading.ts";

/** The place of the first of the matches, which are in text order, that begins at `position` or later. */
function firstFrom(matches: readonly Match[], position: number): number {
  let low = 0;
  let high = matches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((matches[middle]?.start ?? 0) < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The nearest word of a concept that ends at `position`, at most `gap` characters before it. */
export function markBefore(reading: Reading, concept: string, position: number, gap = 0): Match | undefined {
  for (const match of reading.found.of(concept)) {
    if (match.start > position) return undefined;
    if (match.end <= position && match.end >= position - gap) return match;
  }
  return undefined;
}

/** The nearest word of a concept that begins at `position`, at most `gap` characters after it. */
export function markAfter(reading: Reading, concept: string, position: number, gap = 0): Match | undefined {
  const matches = reading.found.of(concept);
  const next = matches[firstFrom(matches, position)];
  return next && next.start <= position + gap ? next : undefined;
}

/** Whether a word of the concept stands anywhere between two positions. */
export function markBetween(reading: Reading, concept: string, start: number, end: number): boolean {
  const matches = reading.found.of(concept);
  for (let at = firstFrom(matches, start); at < matches.length; at += 1) {
    const match = matches[at];
    if (!match || match.start >= end) return false;
    if (match.end <= end) return true;
  }
  return false;
}
