import type { Day } from "../engine/index.ts";

/** Where the present comes from; a test passes a fixed one. */
export type Clock = () => Date;

/** The machine's own clock. */
export const systemClock: Clock = () => new Date();

/** China keeps one time zone and no summer time, so a fixed offset is exact and needs no zone data. */
const OFFSET_MS = 8 * 60 * 60 * 1000;

/**
 * An instant as ISO 8601 in Asia/Shanghai, whatever zone the machine is in.
 *
 * @example instantOf(new Date("2026-11-22T02:30:00Z")) // "2026-11-22T10:30:00+08:00"
 */
export function instantOf(date: Date): string {
  return `${new Date(date.getTime() + OFFSET_MS).toISOString().slice(0, 19)}+08:00`;
}

/**
 * The calendar day in Asia/Shanghai.
 *
 * @example dayOf(new Date("2026-11-22T20:00:00Z")) // "2026-11-23"
 */
export function dayOf(date: Date): Day {
  return instantOf(date).slice(0, 10);
}
