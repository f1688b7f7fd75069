import { idOf, kindOf } from "./lexicon.ts";
import type { Reading } from "./reading.ts";
import type { EmergencyKind } from "./types.ts";

/** How sure a text is an emergency happening now, and which. */
export interface Alarm {
  readonly kind: EmergencyKind | null;
  /** Points from danger words and signs of “now”; `URGENT` and more is an emergency. */
  readonly score: number;
}

/** From this score on a text is answered as an emergency first. */
export const URGENT = 2;

const POINTS: Readonly<Record<string, number>> = { emergency: 2, danger: 1 };

/** Asked about in the calmest words, and still to be answered at once. */
const ALWAYS: ReadonlySet<string> = new Set(["fraud", "self-harm"]);

interface Danger {
  readonly kind: string;
  readonly points: number;
}

/** A clause that tells of the past, a fear or an insurance question (上个月摔了, 怕她走丢) raises no alarm. */
function dangersIn(reading: Reading, start: number, end: number, calm: boolean): Danger[] {
  return reading.cues
    .filter((match) => match.start >= start && match.end <= end)
    .flatMap((match) => match.concepts)
    .filter((concept) => kindOf(concept) in POINTS)
    .map((concept) => ({ kind: idOf(concept), points: POINTS[kindOf(concept)] ?? 0 }))
    .filter(({ kind }) => !calm || ALWAYS.has(kind));
}

function holds(reading: Reading, kind: string, start: number, end: number): boolean {
  return reading.all.some(
    (match) => match.start >= start && match.end <= end && match.concepts.some((c) => kindOf(c) === kind),
  );
}

/** Adds up the danger of a text clause by clause; the past colours the clauses after it until something is “now”. */
export function soundAlarm(reading: Reading): Alarm {
  const dangers: Danger[] = [];
  let past = false;
  let now = 0;
  for (const { start, end } of reading.clauses) {
    if (holds(reading, "now", start, end)) {
      past = false;
      now = 1;
    }
    if (holds(reading, "past", start, end)) past = true;
    dangers.push(...dangersIn(reading, start, end, past || holds(reading, "calm", start, end)));
  }
  const over = reading.cues.some((match) => match.concepts.some((concept) => kindOf(concept) === "over"));
  const top = [...dangers].sort((a, b) => b.points - a.points)[0];
  if (!top || over) return { kind: null, score: 0 };
  const distinct = dangers.reduce((sum, danger) => sum + danger.points, 0);
  return { kind: top.kind as EmergencyKind, score: distinct + now };
}
