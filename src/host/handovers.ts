import { randomInt } from "node:crypto";
import type { Facts, Language, Outcome } from "../engine/index.ts";
import type { ShortLived } from "./short-lived/port.ts";

/** How long a number is good, in seconds: long enough to queue at the desk, too short to be found later. */
export const HANDOVER_TTL_SECONDS = 30 * 60;
/** Wrong numbers that the desks of one site may try in a minute; after that everybody there waits. */
const WRONG_PER_MINUTE = 5;
const MINUTE_SECONDS = 60;
/** Numbers from here on have four digits without a zero in front, which people leave out when they say it. */
const LOWEST = 1_000;
const HIGHEST = 9_999;
/** Draws until a free number is found; with half of all numbers taken, all of them miss once in a million times. */
const MOST_DRAWS = 20;

/** A card that the visitor was shown. */
export interface HandedAnswer {
  readonly kind: "benefit" | "facility" | "topic" | "why";
  /** Id of the benefit, facility or topic; empty for reasons. */
  readonly id: string;
  readonly title: string;
  readonly outcome: Outcome | "info" | null;
  /** The verdict, state or first sentence, as it was shown. */
  readonly said: string;
  readonly sources: readonly { readonly document: string; readonly clause: string }[];
}

/** What the desk needs to go on where the kiosk stopped. Holds nothing that says who the visitor is. */
export interface Handover {
  readonly site: string;
  readonly language: Language;
  /** What was asked, oldest first, in the words of the screen. */
  readonly questions: readonly string[];
  readonly facts: Facts;
  readonly answers: readonly HandedAnswer[];
  /** Instant at which it was handed over. */
  readonly at: string;
}

/** What came of a number: the hand-over, nothing, or that too many were wrong. */
export type PickUp =
  | { readonly kind: "found"; readonly handover: Handover }
  | { readonly kind: "none" }
  | { readonly kind: "wait"; readonly seconds: number };

/** Four-digit numbers by which a desk takes over what a visitor asked at the kiosk of the same site. */
export interface Handovers {
  /** Gives out a number that nobody at this site holds; null when none is free. */
  give(handover: Handover): Promise<string | null>;
  /** Opens a number once; then it is gone. */
  pickUp(site: string, number: string): Promise<PickUp>;
}

/**
 * Numbers are few, so they count per site, are drawn at random, and wrong ones are counted: five tries a minute
 * for half an hour find one of ten live numbers in about one of six cases, and need the desk's secret besides.
 *
 * @param draw gives a number from 1000 to 9999; tests hand in their own
 * @example const number = await createHandovers(memoryShortLived()).give(handover); // "4821"
 */
export function createHandovers(
  store: ShortLived,
  draw: () => number = () => randomInt(LOWEST, HIGHEST + 1),
): Handovers {
  const keyOf = (site: string, number: string): string => `handover:${site}:${number}`;
  const give = async (handover: Handover): Promise<string | null> => {
    const text = JSON.stringify(handover);
    for (let tries = 0; tries < MOST_DRAWS; tries += 1) {
      const number = String(draw());
      if (await store.add(keyOf(handover.site, number), text, HANDOVER_TTL_SECONDS)) return number;
    }
    return null;
  };
  const pickUp = async (site: string, number: string): Promise<PickUp> => {
    const wrong = `handover-wrong:${site}`;
    // Counted before looking, so that many tries at the same moment are all counted.
    if ((await store.count(wrong, 1, MINUTE_SECONDS)) > WRONG_PER_MINUTE)
      return { kind: "wait", seconds: MINUTE_SECONDS };
    const text = await store.take(keyOf(site, number));
    if (text === null) return { kind: "none" };
    await store.count(wrong, -1, MINUTE_SECONDS);
    return { kind: "found", handover: JSON.parse(text) as Handover };
  };
  return { give, pickUp };
}
