import type { Determination, Engine, FacilitySearch, SearchHit, Turn, TurnContext } from "./api.ts";
import {
  conversationSlots,
  factsOf,
  homeFor,
  initialState,
  inReadingOrder,
  officeOf,
  readChoice,
  type Setting,
  type Step,
  step,
  stepWhyNot,
} from "./dialogue/index.ts";
import { emptyReading } from "./dialogue/moves.ts";
import { agesOf, type State } from "./dialogue/state.ts";
import { checkFacts, decide, determinationId, nextQuestion } from "./eligibility/index.ts";
import type { Decision } from "./eligibility/types.ts";
import { findFacilities } from "./facilities/index.ts";
import { today } from "./facilities/time.ts";
import { indexKnowledge, type Knowledge, searchKnowledge } from "./knowledge/index.ts";
import type { Bundle, Day, Facts, Language } from "./knowledge/types.ts";
import { createReader, FLOOR } from "./language/index.ts";
import type { Understanding } from "./language/types.ts";
import { choicesOf } from "./message/text.ts";
import type { Block, Entitlement, Input, Source } from "./message/types.ts";
import { createPhrases, render, toEntitlement, toHit, type Voice } from "./speech/index.ts";

/** The parts of one engine, made once from a bundle. */
interface Parts {
  readonly knowledge: Knowledge;
  readonly reader: ReturnType<typeof createReader>;
  readonly voice: (language: Language) => Voice;
}

/** The choice that shows refusals; it is offered by the entitlements reply only. */
const WHY_NOT = "why-not";

function settingOf({ knowledge }: Parts, context: TurnContext): Setting {
  const site = context.site === undefined ? null : (knowledge.sites.get(context.site) ?? null);
  return { knowledge, asOf: context.asOf ?? today(context.now), now: context.now, site, floor: FLOOR };
}

/** A number as people pick one from a list: 2, 2., ２、, 第2个, 选2. */
const PICKED = /^(?:选)?(?:第)?\s*(\d{1,2})\s*(?:个|项)?\s*[.。)、]?$/;

/** The words of an offered choice, or its number, choose it. */
function offeredChoice(state: State, text: string): string | null {
  const said = text.trim();
  const number = Number(PICKED.exec(said.normalize("NFKC"))?.[1]);
  const chosen = state.offered.find((choice) => choice.text === said || choice.number === number);
  return chosen?.id ?? null;
}

function readInput(
  { knowledge, reader }: Parts,
  state: State,
  input: Input,
  language: Language | null,
  asOf: Day,
): Understanding {
  if (input.kind === "text")
    return reader.understand(input.text, {
      asked: state.asked,
      language: language ?? state.language,
      matter: state.intent,
      last: state.last ?? null,
      today: asOf,
      bornIn: agesOf(state)?.year ?? null,
    });
  const base = emptyReading(language ?? state.language);
  const unknown: Understanding = { ...base, confidence: 0, ellipsis: false };
  if (input.kind === "location") return isOnEarth(input) ? base : unknown;
  const lookup = {
    fact: (id: string) => knowledge.facts.get(id),
    isPlace: (code: string) => knowledge.places.has(code),
    isBenefit: (id: string) => knowledge.benefits.has(id),
    isTopic: (id: string) => knowledge.topics.has(id),
    isFacilityType: (id: string) => knowledge.types.has(id),
    isPerson: (ref: string) =>
      ref === "self" || Object.hasOwn(knowledge.bundle.vocabulary.concepts, `kin:${ref}`),
  };
  return readChoice(input.id, language ?? state.language, lookup) ?? unknown;
}

/** A position in degrees; anything else is not one. */
function isOnEarth({
  latitude,
  longitude,
}: {
  readonly latitude: number;
  readonly longitude: number;
}): boolean {
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
}

/** A shared position is where to look from now on; alone it asks for the nearest of what was talked about. */
function located(state: State, input: Input): State {
  if (input.kind !== "location" || !isOnEarth(input)) return state;
  const facilityType = state.facilityType ?? "canteen";
  return {
    ...state,
    intent: "facility_nearest",
    facilityType,
    county: null,
    town: null,
    location: { latitude: input.latitude, longitude: input.longitude },
    shown: 0,
  };
}

function takeStep(
  parts: Parts,
  setting: Setting,
  state: State,
  input: Input,
  language: Language | null,
): { readonly step: Step; readonly reading: Understanding } {
  if (input.kind === "text") {
    const chosen = offeredChoice(state, input.text);
    if (chosen !== null) return takeStep(parts, setting, state, { kind: "choice", id: chosen }, language);
  }
  const reading = readInput(parts, state, input, language, setting.asOf);
  const spoken = { ...reading, language: language ?? reading.language };
  if (input.kind === "choice" && input.id === WHY_NOT)
    return { step: stepWhyNot(setting, state), reading: { ...spoken, confidence: 1, ellipsis: true } };
  return {
    step: step(setting, located(state, input), spoken, input.kind === "text" ? input.text : null),
    reading: spoken,
  };
}

function entitlementsOf(voice: Voice, decisions: readonly Decision[], facts: Facts): readonly Entitlement[] {
  const { knowledge } = voice;
  return inReadingOrder(decisions).map((decision) => {
    const home = homeFor(knowledge, decision, facts);
    return toEntitlement(voice, decision, officeOf(knowledge, decision.benefit.apply.office, home));
  });
}

/** Every source the reply shows, once. */
function sourcesOf(blocks: readonly Block[]): readonly Source[] {
  const all = blocks.flatMap((block) => ("sources" in block ? block.sources : []));
  return [...new Map(all.map((source) => [`${source.document} ${source.clause}`, source])).values()];
}

function turn(parts: Parts, before: State | null, input: Input, context: TurnContext): Turn {
  const state = before ?? initialState(context.language ?? "zh-Hans");
  const setting = settingOf(parts, context);
  const { step: taken, reading } = takeStep(parts, setting, state, input, context.language ?? null);
  const voice = parts.voice(taken.state.language);
  const reply = render(voice, taken.answer.drafts, setting.asOf);
  const facts = factsOf(taken.state);
  return {
    state: { ...taken.state, offered: choicesOf(reply.blocks) },
    reply,
    understanding: {
      ...reading,
      intent: taken.intent,
      slots: conversationSlots(parts.knowledge, taken.state, reading.slots),
    },
    facts,
    asks: taken.state.asked,
    entitlements: taken.answer.decisions ? entitlementsOf(voice, taken.answer.decisions, facts) : null,
    determination: taken.answer.decisions
      ? determinationId(facts, parts.knowledge.bundle.version, setting.asOf)
      : null,
    facilities: taken.answer.ranked ? taken.answer.ranked.map((ranked) => toHit(voice, ranked)) : null,
    sources: sourcesOf(reply.blocks),
    unanswered: taken.answer.unanswered ?? false,
  };
}

function determine(parts: Parts, facts: Facts, asOf: string, language: Language): Determination {
  const { knowledge } = parts;
  const decisions = decide(knowledge, facts, asOf);
  return {
    determination: determinationId(facts, knowledge.bundle.version, asOf),
    knowledgeVersion: knowledge.bundle.version,
    asOf,
    entitlements: entitlementsOf(parts.voice(language), decisions, facts),
    nextQuestion: nextQuestion(knowledge, decisions, { declined: [], facts }),
  };
}

function facilities(
  parts: Parts,
  search: FacilitySearch,
  language: Language,
): ReturnType<Engine["facilities"]> {
  const { type = null, place = null, near = null, at, openOnly = false, limit = 10 } = search;
  const ranked = findFacilities(parts.knowledge, { type, place, near, at, openOnly, limit });
  return ranked.map((one) => toHit(parts.voice(language), one));
}

/**
 * The engine over one bundle. Everything it needs comes in as arguments: no clock, no network, no Node,
 * so the server, the bot, the kiosk's page and a test get the same answer from the same words.
 */
export function createEngine(bundle: Bundle): Engine {
  const knowledge = indexKnowledge(bundle);
  const say = createPhrases(bundle.phrases);
  const voice = (language: Language): Voice => ({ language, say: say(language), knowledge });
  const parts: Parts = { knowledge, reader: createReader(bundle), voice };
  return {
    bundle,
    turn: (state, input, context) => turn(parts, state, input, context),
    determine: (facts, asOf, language) => determine(parts, facts, asOf, language),
    checkFacts: (facts) => checkFacts(knowledge, facts),
    facilities: (search, language) => facilities(parts, search, language),
    search: (query, language): readonly SearchHit[] => searchKnowledge(knowledge, query, language),
    understand: (text, language) => parts.reader.understand(text, { asked: null, language }),
  };
}
