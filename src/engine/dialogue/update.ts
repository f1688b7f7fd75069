/** What a reading changes in the state: whose facts, which facts, which matter. Pure; says nothing. */

import { countyOf, type Knowledge, townOf } from "../knowledge/index.ts";
import type { Intent } from "../knowledge/intents.ts";
import type { FactDefinition, Facts, FactValue, PlaceCode } from "../knowledge/types.ts";
import type { Slots, Understanding } from "../language/types.ts";
import { factsOf, type State } from "./state.ts";

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

function inRange(definition: FactDefinition, value: number): boolean {
  return value >= (definition.minimum ?? 0) && value <= (definition.maximum ?? Number.MAX_SAFE_INTEGER);
}

/** Facts said of nobody in particular belong to the one we talk about; named ones to the named. */
function mergePeople(state: State, reading: Understanding, about: string): Record<string, Facts> {
  const people: Record<string, Facts> = { ...state.people };
  if (
    state.about === "unnamed" &&
    about !== "unnamed" &&
    agrees(people.unnamed ?? {}, people[about] ?? {}, reading.people[about] ?? {})
  ) {
    people[about] = { ...people.unnamed, ...people[about] };
    delete people.unnamed;
  }
  for (const [ref, facts] of Object.entries(reading.people)) {
    const owner = ref === "unnamed" ? about : ref;
    people[owner] = { ...people[owner], ...facts };
  }
  return people;
}

/** Facts of nobody may move to a person only where they contradict nothing said of that person. */
function agrees(loose: Facts, ...known: readonly Facts[]): boolean {
  return Object.entries(loose).every(([id, value]) =>
    known.every((facts) => facts[id] === undefined || facts[id] === value),
  );
}

/** What the talk turns to. Emergencies, small talk and hand-offs leave it as it was. */
function mattersOf(state: State, reading: Understanding, intent: Intent): Partial<State> {
  if (!LASTING.includes(intent)) return {};
  const { slots } = reading;
  const continues = intent === state.intent && reading.ellipsis;
  const kept = continues || staysOnBenefit(state, intent);
  return {
    intent,
    benefit: slots.benefit ?? (kept && !slots.topic ? state.benefit : null),
    topic: slots.topic ?? (continues && !slots.benefit ? state.topic : null),
    facilityType: slots.facilityType ?? (continues || isFacilityIntent(intent) ? state.facilityType : null),
    ...(continues ? {} : { questionsAsked: 0, quiet: false, shown: 0 }),
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

/** The intent this turn is about: an answer or an ellipsis takes the matter from before. */
export function resolveIntent(state: State, reading: Understanding, answered: boolean): Intent {
  if (reading.emergency) return "emergency";
  if (state.intent === null) return reading.intent;
  if (answered) return state.intent;
  if (!reading.ellipsis) return reading.intent;
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

/** The state after a reading, and whether it answered the open question. */
export function update(
  knowledge: Knowledge,
  state: State,
  reading: Understanding,
  words: string | null,
): { readonly state: State; readonly intent: Intent } {
  const asked = state.asked === null ? undefined : knowledge.facts.get(state.asked);
  const about = reading.about ?? state.about;
  const value = asked && about === state.about ? answerFor(asked, reading) : undefined;
  const unsure = asked !== undefined && passes(reading);
  const answered =
    unsure || reading.command === "just-answer" || (value !== undefined && !changesTheMatter(reading));
  const people = mergePeople(state, reading, about);
  if (reading.hypothetical) people[about] = { ...people[about], ...supposed(knowledge, reading.slots) };
  if (asked && value !== undefined) people[about] = { ...people[about], [asked.id]: value };
  const intent = resolveIntent(state, reading, answered);
  const declined = unsure && asked ? [...new Set([...state.declined, asked.id])] : state.declined;
  const next: State = {
    ...state,
    language: reading.language,
    people,
    about,
    declined,
    words: words ?? state.words,
    asked: null,
    quiet: state.quiet || reading.command === "just-answer",
    ...whereabouts(knowledge, reading.slots, asked?.kind === "place" ? undefined : reading.answer.place),
    ...mattersOf(state, { ...reading, ellipsis: reading.ellipsis || answered }, intent),
  };
  return { state: reading.command === "just-answer" ? { ...next, quiet: true } : next, intent };
}

/** “如果是低保呢” is answered as if it were so, until something else is said. */
function supposed(knowledge: Knowledge, slots: Slots): Facts {
  const named = [...knowledge.facts.values()].filter(
    ({ category }) => category && slots.categories?.includes(category.slot),
  );
  return Object.fromEntries(named.flatMap(({ id, category }) => (category ? [[id, category.value]] : [])));
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
  const home = state.town ?? state.county ?? placeFact(facts.residence) ?? placeFact(facts.hukou);
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
  return typeof value === "string" ? value : undefined;
}

function withCategories(categories: readonly string[]): Slots {
  return categories.length > 0 ? { categories: [...new Set(categories)] } : {};
}
