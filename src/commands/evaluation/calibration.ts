import { FLOOR } from "../../engine/index.ts";

/** A reading as calibration sees it. */
export interface Judged {
  /** 0…1 */
  readonly confidence: number;
  readonly right: boolean;
}

/** Readings of like confidence. */
export interface Band {
  /** The confidence from which the band reaches, to `below`; the last one includes 1. */
  readonly from: number;
  readonly below: number;
  readonly count: number;
  /** Share of them that was right, 0…1. */
  readonly right: number;
  /** Their mean confidence, 0…1. */
  readonly confidence: number;
}

/** How far confidence can be believed. */
export interface Calibration {
  /** Bands with readings in them, lowest first. */
  readonly bands: readonly Band[];
  /** Expected calibration error, 0…1: how far confidence and share right lie apart, weighted by the bands' counts. */
  readonly error: number;
  /** Readings below the floor, which the dialogue asks about, and how many of them were right after all. */
  readonly below: { readonly count: number; readonly right: number };
  /** Readings that are answered, and how many of them were right. */
  readonly answered: { readonly count: number; readonly right: number };
}

const BANDS = 10;

function counted(readings: readonly Judged[]) {
  return { count: readings.length, right: readings.filter(({ right }) => right).length };
}

function bandOf(confidence: number): number {
  return Math.min(BANDS - 1, Math.floor(confidence * BANDS));
}

/** Compares confidence with how often readings are right, in ten bands. The error of no readings is 0. */
export function calibrate(readings: readonly Judged[]): Calibration {
  const bands = Array.from({ length: BANDS }, (_, band) => {
    const own = readings.filter(({ confidence }) => bandOf(confidence) === band);
    const { count, right } = counted(own);
    const sum = own.reduce((total, { confidence }) => total + confidence, 0);
    const edges = { from: band / BANDS, below: (band + 1) / BANDS };
    return { ...edges, count, right: right / count, confidence: sum / count };
  }).filter(({ count }) => count > 0);
  const gaps = bands.reduce(
    (sum, { count, right, confidence }) => sum + count * Math.abs(right - confidence),
    0,
  );
  return {
    bands,
    error: gaps / Math.max(1, readings.length),
    below: counted(readings.filter(({ confidence }) => confidence < FLOOR)),
    answered: counted(readings.filter(({ confidence }) => confidence >= FLOOR)),
  };
}
