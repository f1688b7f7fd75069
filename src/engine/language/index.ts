/** The door of language understanding: text in, `Understanding` out. */
import type { Intent } from "../knowledge/intents.ts";
import type { Bundle } from "../knowledge/types.ts";
import { findAnswer, findCorrection, findTold } from "./answer.ts";
import { asksByWord } from "./asked.ts";
import { FLOOR } from "./classifier.ts";
import { findCommand, findSmalltalk } from "./commands.ts";
import { findElsewhere, homesAway, placesAway } from "./elsewhere.ts";
import { soundAlarm, URGENT } from "./emergency.ts";
import {
  asksMeaning,
  asksSum,
  followUp,
  goesBackTo,
  meansOther,
  onlyNames,
  takesBack,
  turningTo,
} from "./follow-up.ts";
import { findIntent, type IntentFound } from "./intents.ts";
import { createLexicon, type Lexicon } from "./lexicon.ts";
import { findPlaces, placeMatches } from "./places.ts";
import { has, marked, type Reading, read } from "./reading.ts";
import { type PlaceSaid, roleOf } from "./residence.ts";
import { type AgesSaid, agesIn, agesLeftOpen } from "./rough-ages.ts";
import { type FactSaid, findFacts } from "./said.ts";
import { slotsOf } from "./slots.ts";
import { attribute, factsByPerson, hintsOf } from "./statements.ts";
import type { ReadingContext, Slots, Understanding } from "./types.ts";

export { FLOOR } from "./classifier.ts";

/** Reads texts with one bundle's words. */
export interface Reader {
  /** What one text means by itself; never throws, whatever the text. */
  understand(text: string, context: ReadingContext): Understanding;
}

interface Pieces extends AgesSaid {
  readonly reading: Reading;
  readonly facts: readonly FactSaid[];
  readonly places: readonly PlaceSaid[];
  /** Homes outside Quanzhou that people are said to have. */
  readonly away: readonly PlaceSaid[];
  readonly elsewhere: string | null;
  /** Places outside Quanzhou are named, but no question and no home is there. */
  readonly beside: boolean;
}

function takeApart(text: string, lexicon: Lexicon, context: ReadingContext): Pieces {
  const reading = read(text, lexicon, context.language);
  const named = findPlaces(placeMatches(reading.things, reading.all), reading.text, lexicon);
  const places = named.map((place) => ({ ...place, role: roleOf(reading, place) }));
  const away = placesAway(reading);
  return {
    reading,
    places,
    facts: findFacts(reading, lexicon),
    ...agesIn(reading, context),
    away: homesAway(reading, away, lexicon),
    beside: away.length > 0 && away.every(({ role }) => /^(?:hukou|passing|dismissed)$/.test(role)),
    elsewhere: findElsewhere(reading, away, places.length > 0),
  };
}

/** 如果是低保呢 supposes; such facts hold for the answer and are marked so. */
function isHypothetical(reading: Reading): boolean {
  return has(reading, "mark:suppose") && reading.text.length <= 24;
}

/** 那安溪呢: short, a turning word, and nothing that asks by itself. */
function isEllipsis(reading: Reading): boolean {
  if (marked(reading, "mark:back-to")) return true;
  if (reading.text.length > 18) return false;
  const turning = reading.found
    .of("mark:what-about")
    .some(({ word, end }) => !(word === "那" && /^[边里]/.test(reading.text.slice(end))));
  const thing = reading.things.some((match) => /^(?:type|benefit):/.test(match.concepts[0] ?? ""));
  return turning && !asksByWord(reading) && !(thing && reading.things.length > 1);
}

function ambiguous(places: readonly PlaceSaid[]): readonly string[] {
  return (
    places.find((place) => place.codes.length > 1 && !/^(?:passing|dismissed)$/.test(place.role))?.codes ?? []
  );
}

/** What the words decide before anything is put to people: alarm, steering, small talk, intent. */
function decide(
  { reading, ages, births, elsewhere, beside }: Pieces,
  lexicon: Lexicon,
  bundle: Bundle,
  { asked, matter = null }: ReadingContext,
) {
  const alarm = soundAlarm(reading, lexicon.signs, bundle.alarmModel);
  const command = findCommand(reading);
  const smalltalk = findSmalltalk(reading);
  const aged = ages.some(({ kind }) => kind === "exact" || kind === "full");
  const away = { elsewhere, beside: beside || births.length > 0 };
  const evidence = {
    alarm,
    command,
    smalltalk,
    ...away,
    asked: asked !== null,
    aged,
    continues: matter === "entitlements",
  };
  const found = findIntent(reading, evidence, bundle.intentModel);
  return { found, command, smalltalk, emergency: alarm.score >= URGENT ? alarm.kind : null };
}

/** What the text means because of the talk before it. */
function afterTalk(
  reading: Reading,
  facts: readonly FactSaid[],
  lexicon: Lexicon,
  { asked, last = null, matter = null }: ReadingContext,
): Partial<Understanding> {
  const told = findTold(reading, asked, lexicon);
  const returns = goesBackTo(reading);
  const of = returns === "place" ? "facility_nearest" : matter;
  return {
    corrects: { ...told, ...findCorrection(reading, last, facts, lexicon) },
    follows: followUp(reading, of),
    returns,
    onlyNames: onlyNames(reading),
    asksMeaning: asksMeaning(reading),
    asksSum: asksSum(reading),
    turning: turningTo(reading),
    takesBack: takesBack(reading),
    otherPerson: meansOther(reading),
  };
}

function understandWith(
  lexicon: Lexicon,
  bundle: Bundle,
  text: string,
  context: ReadingContext,
): Understanding {
  const pieces = takeApart(text, lexicon, context);
  const { reading, facts, ages, places } = pieces;
  const { found, ...decided } = decide(pieces, lexicon, bundle, context);
  const statements = attribute(reading, pieces);
  const people = factsByPerson(statements, found.intent);
  const slots = slotsOf(reading, statements, people, found.intent, lexicon);
  return {
    language: reading.language,
    ...found,
    confidence: namedSureness(found, slots),
    ...decided,
    slots,
    people,
    ages: agesLeftOpen(pieces, statements, context.today),
    about: slots.person ?? null,
    hints: hintsOf(reading, statements, lexicon),
    elsewhere: pieces.elsewhere,
    ellipsis: pieces.elsewhere === null && isEllipsis(reading),
    hypothetical: isHypothetical(reading),
    ambiguousPlaces: ambiguous(places),
    answer: findAnswer(reading, context.asked, facts, ages, places, lexicon),
    ...afterTalk(reading, facts, lexicon, context),
  };
}

/** Intents that a named matter answers, whichever of them was meant. */
const ABOUT_MATTERS: ReadonlySet<Intent> = new Set([
  "policy_lookup",
  "provider_subsidy",
  "benefit_info",
  "apply_howto",
]);

/** Who names a benefit or a topic gets told about it: asking back what is meant would help nobody. */
function namedSureness({ intent, confidence }: IntentFound, { benefit, topic }: Slots): number {
  return ABOUT_MATTERS.has(intent) && (benefit || topic) ? Math.max(confidence, FLOOR) : confidence;
}

/** Builds a reader for a bundle; do it once, it indexes all words. */
export function createReader(bundle: Bundle): Reader {
  const lexicon = createLexicon(bundle);
  return { understand: (text, context) => understandWith(lexicon, bundle, text, context) };
}
