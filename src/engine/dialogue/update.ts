/** What a reading changes in the state: whose facts, which facts, which matter. Pure; says nothing. */
import { countyOf, type Knowledge, townOf } from "../knowledge/index.ts";
import type { Intent } from "../knowledge/intents.ts";
import type { PlaceCode } from "../knowledge/types.ts";
import type { Slots, Understanding } from "../language/types.ts";
import { peopleState, tellsAge, whom } from "./about-whom.ts";
import { hear } from "./heard.ts";
import {
  goesOn,
  interrupted,
  isFacilityIntent,
  isOfPersons,
  mattersOf,
  resolveIntent,
  returned,
} from "./matter.ts";
import { homes, otherAge } from "./other-case.ts";
import { agesAfter } from "./possible-ages.ts";
import type { State } from "./state.ts";
import { peopleAfter } from "./whose.ts";

/** Letters of what was said that are kept for look-ups; a long story names its matter in far fewer. */
const WORDS_KEPT = 200;

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

/** “那石狮呢” after “哪里有食堂” is where to look, not where somebody lives; of a named person it is told. */
function withoutPlaces(knowledge: Knowledge, people: Understanding["people"]): Understanding["people"] {
  const { unnamed, ...named } = people;
  const kept = Object.entries(unnamed ?? {}).filter(([id]) => knowledge.facts.get(id)?.kind !== "place");
  return kept.length > 0 ? { ...named, unnamed: Object.fromEntries(kept) } : named;
}

/** “周末开不开” is about the places shown; looked up by its words it would find something else. */
function isShortOfPlaces({ intent: before }: State, intent: Intent, continues: boolean): boolean {
  return continues && intent === "facility_info" && isFacilityIntent(before);
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
