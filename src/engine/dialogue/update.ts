/** What a reading changes in the state: whose facts, which facts, which matter. Pure; says nothing. */

import { countyOf, ELSEWHERE, type Knowledge, townOf } from "../knowledge/index.ts";
import type { Intent } from "../knowledge/intents.ts";
import type { FactDefinition, Facts, FactValue, PlaceCode } from "../knowledge/types.ts";
import type { Slots, Understanding } from "../language/types.ts";
import { inRange } from "./moves.ts";
import { factsOf, type State } from "./state.ts";
import { peopleAfter } from "./whose.ts";

/** Letters of what was said that are kept for look-ups; a long story names its matter in far fewer. */
const WORDS_KEPT = 200;

/** Matters that last: a later “那安溪呢” or “继续” means them. */
const LASTING: readonly Intent[] = [
  "entitlements",
  "benefit_info",
  "apply_howto",
  "facility_nearest",
  "facility_info",
  "policy_lookup",
  "provider_subsidy",
];

/** Whether an intent is a matter that later turns go on with. */
export function isLasting(intent: Intent): boolean {
  return LASTING.includes(intent);
}

/** The value a text gives to the fact just asked for; undefined when it gives none. */
export function answerFor(definition: FactDefinition, reading: Understanding): FactValue | undefined {
  const { answer } = reading;
  const stated = Object.values(reading.people)
    .map((facts) => facts[definition.id])
    .find((value) => value !== undefined);
  if (stated !== undefined) return stated;
  switch (definition.kind) {
    case "boolean":
      return answer.polarity === "yes" ? true : answer.polarity === "no" ? false : undefined;
    case "number":
      return answer.number !== undefined && inRange(definition, answer.number) ? answer.number : undefined;
    case "place":
      return answer.place;
    case "choice":
      return definition.choices.find((choice) => choice.value === answer.value)?.value;
  }
}

/** What the talk turns to. Emergencies, small talk and hand-offs leave it as it was. */
function mattersOf(state: State, reading: Understanding, intent: Intent): Partial<State> {
  if (!isLasting(intent)) return {};
  const { slots } = reading;
  const continues = intent === state.intent && reading.ellipsis;
  const kept = continues || staysOnBenefit(state, intent);
  return {
    intent,
    benefit: slots.benefit ?? (kept && !slots.topic ? state.benefit : null),
    topic: slots.topic ?? (continues && !slots.benefit ? state.topic : null),
    facilityType: slots.facilityType ?? (continues || isFacilityIntent(intent) ? state.facilityType : null),
    shown: 0,
    ...(continues ? {} : { questionsAsked: 0, quiet: false }),
  };
}

/** “怎么办理？” after a benefit means that benefit. */
function staysOnBenefit(state: State, intent: Intent): boolean {
  return (
    state.benefit !== null &&
    (intent === "apply_howto" || intent === "benefit_info") &&
    (state.intent === "benefit_info" || state.intent === "apply_howto")
  );
}

function isFacilityIntent(intent: Intent): boolean {
  return intent === "facility_nearest" || intent === "facility_info";
}

/** Below this confidence, words that only tell something of the person go on with the matter. */
const SURE_OF_A_NEW_MATTER = 0.75;

/** Tells something of the person or the place: 晋江的, 她一个人住. */
function informs(reading: Understanding): boolean {
  const { age, county, town, categories } = reading.slots;
  return (
    Object.keys(reading.people).length > 0 ||
    [age, county, town, categories].some((slot) => slot !== undefined)
  );
}

/** Whether a text goes on with the matter instead of starting one: an answer, an ellipsis, a mere addition. */
function goesOn(state: State, reading: Understanding, answered: boolean): boolean {
  if (state.intent === null || reading.emergency) return false;
  return answered || reading.ellipsis || (informs(reading) && reading.confidence < SURE_OF_A_NEW_MATTER);
}

/** The intent this turn is about; what goes on keeps the matter, unless it names another thing. */
function resolveIntent(state: State, reading: Understanding, continues: boolean, answered: boolean): Intent {
  if (reading.emergency) return "emergency";
  if (!continues || state.intent === null) return reading.intent;
  if (answered) return state.intent;
  if (reading.slots.facilityType) return isFacilityIntent(state.intent) ? state.intent : "facility_nearest";
  if (reading.slots.benefit) return state.intent === "apply_howto" ? "apply_howto" : "benefit_info";
  return state.intent;
}

/** Where the person wants to look; a new place replaces the old one and a shared position. */
function whereabouts(knowledge: Knowledge, slots: Slots, said: PlaceCode | undefined): Partial<State> {
  const town = said ? townOf(knowledge, said) : (slots.town ?? null);
  const county = said
    ? countyOf(knowledge, said)
    : (slots.county ?? (town ? countyOf(knowledge, town) : null));
  return county === null ? {} : { county, town, location: null };
}

/** The state after a reading. */
export interface Updated {
  readonly state: State;
  readonly intent: Intent;
  /** The reading goes on with the matter of before, however little it says by itself. */
  readonly continues: boolean;
}

/** What a reading does to the open question. */
interface Heard {
  /** The fact asked for, the answer to it, and whether it was passed over. */
  readonly asked: FactDefinition | undefined;
  readonly answer: Facts;
  readonly unsure: boolean;
  /** Whether the question is dealt with, one way or the other. */
  readonly answered: boolean;
}

function hear(knowledge: Knowledge, state: State, reading: Understanding, about: string): Heard {
  const asked = state.asked === null ? undefined : knowledge.facts.get(state.asked);
  const value = asked && about === state.about ? answerFor(asked, reading) : undefined;
  const isAnswer = value !== undefined && !changesTheMatter(reading);
  const unsure = asked !== undefined && passes(reading);
  return {
    asked,
    answer: asked && isAnswer ? { [asked.id]: value } : {},
    unsure,
    answered: unsure || isAnswer || reading.command === "just-answer",
  };
}

/** “那石狮呢” after “哪里有食堂” is where to look, not where somebody lives; of a named person it is told. */
function withoutPlaces(knowledge: Knowledge, people: Understanding["people"]): Understanding["people"] {
  const { unnamed, ...named } = people;
  const kept = Object.entries(unnamed ?? {}).filter(([id]) => knowledge.facts.get(id)?.kind !== "place");
  return kept.length > 0 ? { ...named, unnamed: Object.fromEntries(kept) } : named;
}

/** Puts a reading into the state: whose facts, which facts, which matter. */
export function update(
  knowledge: Knowledge,
  state: State,
  reading: Understanding,
  words: string | null,
): Updated {
  const about = reading.about ?? state.about;
  const { asked, answer, unsure, answered } = hear(knowledge, state, reading, about);
  const continues = goesOn(state, reading, answered);
  const intent = resolveIntent(state, reading, continues, answered);
  const isWhere = continues && isFacilityIntent(intent);
  const people = isWhere ? withoutPlaces(knowledge, reading.people) : reading.people;
  const telling = { reading: { ...reading, people }, before: state.about, about, answer };
  const isAnother = about !== state.about && state.about !== "unnamed";
  const next: State = {
    ...state,
    language: reading.language,
    ...peopleAfter(knowledge, state, answered, telling),
    about,
    declined: unsure && asked ? declining(state, asked.id) : state.declined,
    ...(isAnother ? { questionsAsked: 0 } : {}),
    words: words?.slice(0, WORDS_KEPT) ?? state.words,
    asked: null,
    ...whereabouts(knowledge, reading.slots, asked?.kind === "place" ? undefined : reading.answer.place),
    ...mattersOf(state, { ...reading, ellipsis: continues }, intent),
  };
  const quiet = next.quiet || reading.command === "just-answer";
  return { state: { ...next, quiet }, intent, continues };
}

/** The open question is not asked of this person again. */
function declining({ declined, about }: State, fact: string): State["declined"] {
  return { ...declined, [about]: [...new Set([...(declined[about] ?? []), fact])] };
}

/** Not known, skipped, or wanting the answer at once: the open question is not asked again. */
function passes({ answer, command }: Understanding): boolean {
  return (
    answer.polarity === "unsure" || command === "dont-know" || command === "skip" || command === "just-answer"
  );
}

/** A confident new matter said in the same breath is a new matter, not only an answer. */
function changesTheMatter(reading: Understanding): boolean {
  return (
    !reading.ellipsis &&
    reading.confidence >= 0.8 &&
    reading.intent !== "smalltalk" &&
    reading.intent !== "entitlements" &&
    reading.intent !== "out_of_scope"
  );
}

/** Slots of the conversation after this turn: what is known of the person, overridden by what this text named. */
export function conversationSlots(knowledge: Knowledge, state: State, said: Slots): Slots {
  const facts = factsOf(state);
  const belongs = placeFact(facts.hukou) ?? placeFact(facts.residence);
  const looks = state.town ?? state.county;
  const isWhere = state.intent !== null && isFacilityIntent(state.intent);
  const home = isWhere ? (looks ?? belongs) : (belongs ?? looks);
  const categories = [...knowledge.facts.values()].flatMap((fact) =>
    fact.category && facts[fact.id] === fact.category.value ? [fact.category.slot] : [],
  );
  const town = home ? townOf(knowledge, home) : null;
  const county = home ? countyOf(knowledge, home) : null;
  return {
    ...(typeof facts.age === "number" ? { age: facts.age } : {}),
    ...(county ? { county } : {}),
    ...(town ? { town } : {}),
    ...(state.facilityType ? { facilityType: state.facilityType } : {}),
    ...(state.benefit ? { benefit: state.benefit } : {}),
    ...(state.topic ? { topic: state.topic } : {}),
    ...(state.about === "unnamed" ? {} : { person: state.about }),
    ...said,
    ...withCategories([...categories, ...(said.categories ?? [])]),
  };
}

function placeFact(value: FactValue | undefined): PlaceCode | undefined {
  return typeof value === "string" && value !== ELSEWHERE ? value : undefined;
}

function withCategories(categories: readonly string[]): Slots {
  return categories.length > 0 ? { categories: [...new Set(categories)] } : {};
}
