import type { Match } from "./automaton.ts";
import type { Reading } from "./reading.ts";

/** The nearest word of a concept that ends at `position`, at most `gap` characters before it. */
export function markBefore(reading: Reading, concept: string, position: number, gap = 0): Match | undefined {
  return reading.all.find(
    (match) => match.end <= position && match.end >= position - gap && match.concepts.includes(concept),
  );
}

/** The nearest word of a concept that begins at `position`, at most `gap` characters after it. */
export function markAfter(reading: Reading, concept: string, position: number, gap = 0): Match | undefined {
  return reading.all.find(
    (match) => match.start >= position && match.start <= position + gap && match.concepts.includes(concept),
  );
}

/** Whether a word of the concept stands anywhere between two positions. */
export function markBetween(reading: Reading, concept: string, start: number, end: number): boolean {
  return reading.all.some(
    (match) => match.start >= start && match.end <= end && match.concepts.includes(concept),
  );
}
