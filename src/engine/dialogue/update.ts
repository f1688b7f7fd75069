/** What a reading changes in the state: whose facts, which facts, which matter. Pure; says nothing. */

import { countyOf, isWithin, type Knowledge, townOf } from "../knowledge/index.ts";
import type { Intent } from "../knowledge/intents.ts";
import type { FactDefinition, Facts, FactValue, PlaceCode } from "../knowledge/types.ts";
import type { Slots, Understanding } from "../language/types.ts";
import {
  goesOn,
  interrupted,
  isFacilityIntent,
  isOfPersons,
  mattersOf,
  resolveIntent,
  returned,
} from "./matter.ts";
import { inRange } from "./moves.ts";
import { agesAfter } from "./possible-ages.ts";
import { agesOf, factsOf, type State } from "./state.ts";
import { peopleAfter } from "./whose.ts";

/** Letters of what was said that are kept for look-ups; a long story names its matter in far fewer. */
const WORDS_KEPT = 200;

/** A smaller number after “那…呢” counts something else than years of age. */
const YOUNGEST_ASKED_FOR = 40;

/** The value a text gives to the fact just asked for; undefined when it gives none. */
export function answerFor(definition: FactDefinition, reading: Understanding): FactValue | undefined {
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

function isCoarser(knowledge: Knowledge, home: FactValue | undefined, place: PlaceCode): boolean {
  return typeof home === "string" && home !== place && isWithin(knowledge, place, home);
}

/**
 * The home that a mere place tells while a person's matter goes on: “石井镇” after “户口在南安” is the same home told
 * more finely, “那石狮有吗” another one to answer for. Nothing where the text tells of homes itself or of somebody.
 */
function homes(knowledge: Knowledge, state: State, reading: Understanding): Facts {
  const { place } = reading.answer;
  const told = Object.entries(reading.people).some(
    ([ref, { hukou, residence }]) => ref !== "unnamed" || hukou !== undefined || residence !== undefined,
  );
  if (place === undefined || told || reading.about !== null) return {};
  if (reading.slots.county !== countyOf(knowledge, place)) return {};
  const facts = factsOf(state);
  const coarser = Object.keys(facts).filter(
    (fact) => knowledge.facts.get(fact)?.kind === "place" && isCoarser(knowledge, facts[fact], place),
  );
  const changed = coarser.length > 0 ? coarser : ["hukou", "residence"];
  return Object.fromEntries(changed.map((fact) => [fact, place]));
}

/** “那64呢”, “要是到了八十呢”: another age to answer for, while a person's matter goes on. */
function otherAge(knowledge: Knowledge, reading: Understanding, intent: Intent): Facts {
  const { number } = reading.answer;
  const age = knowledge.facts.get("age");
  const turns = (reading.ellipsis || reading.hypothetical) && isOfPersons(intent);
  const names = reading.slots.age !== undefined || reading.slots.benefit !== undefined;
  if (!turns || names || number === undefined || number < YOUNGEST_ASKED_FOR) return {};
  return age && inRange(age, number) ? { age: number } : {};
}

function hear(knowledge: Knowledge, state: State, reading: Understanding, about: string): Heard {
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

/** “那石狮呢” after “哪里有食堂” is where to look, not where somebody lives; of a named person it is told. */
function withoutPlaces(knowledge: Knowledge, people: Understanding["people"]): Understanding["people"] {
  const { unnamed, ...named } = people;
  const kept = Object.entries(unnamed ?? {}).filter(([id]) => knowledge.facts.get(id)?.kind !== "place");
  return kept.length > 0 ? { ...named, unnamed: Object.fromEntries(kept) } : named;
}

/** Whom the talk is about now: the one named, the other one of two, or still the same. */
function whom(state: State, reading: Understanding): string {
  const tellsNothing = Object.values(reading.people).every((facts) => Object.keys(facts).length === 0);
  if (reading.command !== null && tellsNothing) return state.about;
  const others = Object.keys(state.people).filter((ref) => ref !== state.about && ref !== "unnamed");
  const other = reading.otherPerson ? (state.waiting?.[0] ?? others.at(-1)) : undefined;
  return reading.about ?? other ?? state.about;
}

/** Relatives that are mentioned in passing and asked about by nobody. */
const IN_PASSING: ReadonlySet<string> = new Set(["self", "unnamed", "child", "grandchild", "others"]);

/** Elders told of in one breath with the one answered about, whose turn comes next: 公公79婆婆76. */
function waitingFor({ waiting = [] }: State, { people }: Understanding, about: string): readonly string[] {
  const told = Object.entries(people).filter(([ref, { age }]) => !IN_PASSING.has(ref) && age !== undefined);
  const refs = told.map(([ref]) => ref);
  return (refs.length > 1 && refs.includes(about) ? refs : waiting).filter((ref) => ref !== about);
}

/** What is hinted at is worth a question of its own; of whom the talk is about. */
function hinting({ hinted = {} }: State, { hints, command }: Understanding, about: string): State["hinted"] {
  if (hints.length === 0 || command !== null) return hinted;
  return { ...hinted, [about]: [...new Set([...(hinted[about] ?? []), ...hints])] };
}

/** The fact told without being asked for (“他有二级残疾证”), which a correction may mean as well. */
function volunteered({ people }: Understanding, about: string): string | undefined {
  const facts = Object.keys({ ...people.unnamed, ...people[about] });
  return facts.filter((fact) => fact !== "age" && fact !== "hukou" && fact !== "residence").at(-1);
}

/** What of the state is about people: whose turn it is, what is asked of them and what was answered last. */
function peopleState(state: State, reading: Understanding, about: string, heard: Heard): Partial<State> {
  const { asked, answer, unsure } = heard;
  const isAnother = about !== state.about && state.about !== "unnamed";
  const told = asked && answer[asked.id] !== undefined ? asked.id : volunteered(reading, about);
  return {
    about,
    waiting: waitingFor(state, reading, about),
    hinted: hinting(state, reading, about),
    declined: unsure && asked ? declining(state, asked.id) : state.declined,
    last: isAnother ? null : (told ?? state.last ?? null),
    ...(isAnother ? { questionsAsked: 0 } : {}),
  };
}

/** “周末开不开” is about the places shown; looked up by its words it would find something else. */
function isShortOfPlaces({ intent: before }: State, intent: Intent, continues: boolean): boolean {
  return continues && intent === "facility_info" && isFacilityIntent(before);
}

/** Whether a text tells the age itself of a person; what it tells of nobody by name is of whom the talk is about. */
function tellsAge({ people }: Understanding, ref: string, about: string): boolean {
  return people[ref]?.age !== undefined || (ref === about && people.unnamed?.age !== undefined);
}

/** Puts a reading into the state: whose facts, which facts, which matter. */
export function update(
  knowledge: Knowledge,
  before: State,
  reading: Understanding,
  words: string | null,
): Updated {
  const open = returned(before, reading);
  const about = whom(open, reading);
  const heard = hear(knowledge, open, reading, about);
  const { asked, answered } = heard;
  const state = answered ? { ...open, ...open.interview, interview: null } : open;
  const continues = goesOn(state, reading, answered);
  const intent = resolveIntent(state, reading, continues, answered);
  const isMoved = continues && !answered && !reading.emergency && isOfPersons(intent);
  const turned = { ...homes(knowledge, state, reading), ...otherAge(knowledge, reading, intent) };
  const answer = isMoved ? { ...turned, ...heard.answer } : heard.answer;
  const isWhere = isFacilityIntent(intent) && (continues || asked !== undefined);
  const people = isWhere ? withoutPlaces(knowledge, reading.people) : reading.people;
  const telling = { reading: { ...reading, people }, before: state.about, about, answer };
  const told = peopleAfter(knowledge, state, answered, telling);
  const isTold = (ref: string) =>
    tellsAge(reading, ref, about) || (ref === about && answer.age !== undefined);
  const next: State = {
    ...state,
    language: reading.language,
    ...told,
    ...agesAfter(state, reading, { about, people: told.people, isTold }),
    ...peopleState(state, reading, about, heard),
    words: isShortOfPlaces(state, intent, continues) ? null : (words?.slice(0, WORDS_KEPT) ?? state.words),
    asked: null,
    interview: answered ? null : interrupted(knowledge, state, reading, intent),
    ...whereabouts(knowledge, reading.slots, asked?.kind === "place" ? undefined : reading.answer.place),
    ...mattersOf(knowledge, state, { ...reading, ellipsis: continues }, intent),
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

/** “她没吃低保” names the benefit that the fact asked for is called by, and is an answer all the same. A new matter said in the same breath is a new matter, not only an answer: a kind of place to look for, or a confident one. */
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
