/** What a reading does to the question that is open: answers it, passes it over, or leaves it for a new matter. */
import type { Knowledge } from "../knowledge/index.ts";
import type { FactDefinition, Facts, FactValue, PlaceCode } from "../knowledge/types.ts";
import type { Understanding } from "../language/types.ts";
import { isFacilityIntent } from "./matter.ts";
import { inRange } from "./moves.ts";
import { agesOf, factsOf, type State } from "./state.ts";

/** What a reading does to the open question. */
export interface Heard {
  /** The fact asked for, the answer to it, and whether it was passed over. */
  readonly asked: FactDefinition | undefined;
  readonly answer: Facts;
  readonly unsure: boolean;
  /** Whether the question is dealt with, one way or the other. */
  readonly answered: boolean;
}

/** The value a text gives to the fact just asked for; undefined when it gives none. */
function answerFor(definition: FactDefinition, reading: Understanding): FactValue | undefined {
  const { answer } = reading;
  const stated = Object.values(reading.people)
    .map((facts) => facts[definition.id])
    .find((value) => value !== undefined);
  if (stated !== undefined) return stated;
  switch (definition.kind) {
    case "boolean":
      if (typeof answer.value === "boolean") return answer.value;
      return answer.polarity === "yes" ? true : answer.polarity === "no" ? false : undefined;
    case "number":
      return answer.number !== undefined && inRange(definition, answer.number) ? answer.number : undefined;
    case "place":
      return answer.place;
    case "choice":
      return definition.choices.find((choice) => choice.value === answer.value)?.value;
  }
}

/** “和户口一样”, “跟我爸一样”: the place told before, of this person or of the only other one. */
function sameAs(asked: FactDefinition, state: State, { answer }: Understanding): PlaceCode | undefined {
  if (asked.kind !== "place" || answer.place) return undefined;
  const own = asked.id === "residence" ? factsOf(state).hukou : undefined;
  const agrees = answer.same || (own !== undefined && answer.polarity === "yes");
  if (!agrees) return undefined;
  const others = Object.values(state.people).flatMap(({ hukou }) =>
    typeof hukou === "string" ? [hukou] : [],
  );
  const place = own ?? (new Set(others).size === 1 ? others[0] : undefined);
  return typeof place === "string" ? place : undefined;
}

/**
 * A new matter said in the same breath is a new matter, not only an answer: a kind of place to look for, or a confident
 * one. “她没吃低保” names the benefit that the fact asked for is called by, and is an answer all the same.
 */
function changesTheMatter(reading: Understanding, asked: FactDefinition | undefined): boolean {
  const { benefit, topic, document, facilityType } = reading.slots;
  const isOwn = asked !== undefined && benefit?.startsWith(`${asked.id}-`) && !reading.asksSum;
  const names = (isOwn ? undefined : benefit) ?? topic ?? document ?? facilityType;
  if (reading.ellipsis || (names === undefined && reading.answer.polarity !== undefined)) return false;
  if (isFacilityIntent(reading.intent) && reading.slots.facilityType !== undefined) return true;
  return (
    reading.confidence >= 0.8 &&
    reading.intent !== "smalltalk" &&
    reading.intent !== "entitlements" &&
    reading.intent !== "out_of_scope"
  );
}

/** Not known, skipped, or wanting the answer at once: the open question is not asked again. */
function passes({ answer, command }: Understanding): boolean {
  return (
    answer.polarity === "unsure" || command === "dont-know" || command === "skip" || command === "just-answer"
  );
}

/** Reads the text as what it does to the open question; of somebody else than before it answers nothing. */
export function hear(knowledge: Knowledge, state: State, reading: Understanding, about: string): Heard {
  const asked = state.asked === null ? undefined : knowledge.facts.get(state.asked);
  const same = about === state.about;
  const value = asked && same ? (answerFor(asked, reading) ?? sameAs(asked, state, reading)) : undefined;
  const isAnswer = value !== undefined && !changesTheMatter(reading, asked);
  const roughly = same && asked?.id === "age" ? Object.values(reading.ages ?? {}).at(-1) : undefined;
  const again =
    roughly !== undefined && agesOf(state)?.from === roughly.from && agesOf(state)?.to === roughly.to;
  const unsure = asked !== undefined && (passes(reading) || again);
  const corrects = same && value === undefined && !unsure ? (reading.corrects ?? {}) : {};
  const corrected = Object.keys(corrects).length > 0 && !reading.emergency;
  const answer = asked && isAnswer ? { ...reading.answer.also, [asked.id]: value } : corrects;
  return {
    asked,
    answer,
    unsure,
    answered: unsure || isAnswer || corrected || roughly !== undefined || reading.command === "just-answer",
  };
}
