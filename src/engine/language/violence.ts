import type { Match } from "./automaton.ts";
import { isOf } from "./concepts.ts";
import { markBetween } from "./marks.ts";
import type { Reading } from "./reading.ts";

/** So far apart 被 and the deed may stand: 被养老院那个新来的护工打了. */
const REACH = 16;
const REACH_LATIN = 40;

function within(reading: Reading, mark: string, start: number, end: number): Match[] {
  return reading.found.of(mark).filter((match) => match.start >= start && match.end <= end);
}

/** 打电话, 打针, 打扰: the word of the deed is part of a harmless one. */
function isHarmless(reading: Reading, { start, end }: Match): boolean {
  return reading.found.of("mark:not-harm").some((match) => match.start <= start && match.end >= end);
}

/** Somebody who can suffer it: a relative, the speaker, an elder. */
function namesVictim(reading: Reading, start: number, end: number): boolean {
  const kin = reading.things.some((match) => match.start >= start && match.end <= end && isOf(match, "kin"));
  return (
    kin || markBetween(reading, "mark:self", start, end) || markBetween(reading, "mark:victim", start, end)
  );
}

function suffers(reading: Reading, start: number, end: number): boolean {
  const reach = /[a-z]/.test(reading.text.slice(start, end)) ? REACH_LATIN : REACH;
  return within(reading, "mark:passive", start, end).some((passive) =>
    within(reading, "mark:harm", passive.end, Math.min(end, passive.end + reach)).some(
      (deed) => !isHarmless(reading, deed) && namesVictim(reading, start, passive.start),
    ),
  );
}

/** 护工打老人, 媳妇骂我妈: who does it, the deed, and directly after it whom. */
function doneTo(reading: Reading, start: number, end: number): boolean {
  return within(reading, "mark:harm", start, end).some(
    (deed) =>
      !isHarmless(reading, deed) &&
      markBetween(reading, "mark:doer", start, deed.start) &&
      namesVictim(reading, deed.end, Math.min(end, deed.end + 4)),
  );
}

/** Whether a clause tells that somebody is beaten, abused or locked up: 被…打, with anything between. */
export function tellsOfViolence(reading: Reading, start: number, end: number): boolean {
  return suffers(reading, start, end) || doneTo(reading, start, end);
}
