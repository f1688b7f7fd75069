import { indexKnowledge, type Knowledge } from "../../src/engine/knowledge/index.ts";
import type { AmountRule, Bound, GoesTo, Language, Unit } from "../../src/engine/knowledge/types.ts";
import { createPhrases, type Voice } from "../../src/engine/speech/index.ts";
import { realBundle } from "../real-bundle.ts";

/** The real knowledge, whose phrases and facts are what people read. */
export const knowledge: Knowledge = indexKnowledge(realBundle());

const say = createPhrases(knowledge.bundle.phrases);

/** A voice of one language over the real knowledge, or over another with the real phrases. */
export function voiceOf(language: Language, over: Knowledge = knowledge): Voice {
  return { language, say: say(language), knowledge: over };
}

/** All units; a new one that is not here does not compile. */
export const UNITS = Object.keys({
  "yuan/month": true,
  "yuan/year": true,
  "yuan/day": true,
  "yuan/meal": true,
  "yuan/once": true,
  "yuan/bed": true,
  percent: true,
  "days/year": true,
  "times/month": true,
} satisfies Record<Unit, true>) as Unit[];

/** All bounds, in the same way. */
export const BOUNDS = Object.keys({
  "at-least": true,
  exact: true,
  "up-to": true,
} satisfies Record<Bound, true>) as Bound[];

/** All receivers, in the same way. */
export const RECEIVERS = Object.keys({
  person: true,
  organisation: true,
  insurer: true,
} satisfies Record<GoesTo, true>) as GoesTo[];

/** An amount of 20 yuan a month or more for the person, changed as the test wants. */
export function amount(changes: Partial<AmountRule> = {}): AmountRule {
  return {
    when: null,
    value: 20,
    unit: "yuan/month",
    bound: "at-least",
    goesTo: "person",
    label: null,
    ...changes,
  };
}
