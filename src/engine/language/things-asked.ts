/** Which facility type, benefit, topic and document a question is about. */
import type { Intent } from "../knowledge/intents.ts";
import { askingClause, benefitAsked } from "./asked.ts";
import { longest, type Match } from "./automaton.ts";
import { isBothAtOnce, meansBenefit, PERSON_WORD } from "./benefit-words.ts";
import { idOf, isOf, kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { markBefore } from "./marks.ts";
import { intentIsPlace } from "./place-asked.ts";
import { conceptsOf, has, type Reading } from "./reading.ts";
import type { Slots } from "./types.ts";

/** Intents that are about no benefit, facility or document in particular. */
const BARE_INTENTS: readonly Intent[] = ["smalltalk"];

const ABOUT_BENEFIT: readonly Intent[] = ["benefit_info", "apply_howto"];

function lastOf(reading: Reading, kind: string, from = 0): string | undefined {
  const found = conceptsOf(reading, kind).filter(
    ({ match }) =>
      match.start >= from && (kind !== "benefit" || isBothAtOnce(match) || meansBenefit(reading, match)),
  );
  const named = found.filter(({ match }) => !match.concepts.includes("mark:service"));
  const pure = (named.length > 0 ? named : found).filter(
    ({ match }) => match.concepts.filter((one) => kindOf(one) !== "mark").length === 1,
  );
  return pure.at(-1)?.concept ?? found.at(-1)?.concept;
}

/**
 * 幸福院运营补贴 is one topic and 我们养老院 one word for who asks; both are about a facility all the same. Of
 * 我开养老院的，办长者食堂 it is the last.
 */
function typeInsideWords(reading: Reading): string | undefined {
  const topics = reading.things.filter(
    (match) => isOf(match, "topic") || match.concepts.includes("fact:role=operator"),
  );
  const inside = reading.found
    .ofKind("type")
    .filter((match) => topics.some((one) => one.start <= match.start && one.end >= match.end));
  return longest(inside)
    .flatMap((match) => match.concepts)
    .filter((concept) => kindOf(concept) === "type")
    .at(-1);
}

/** 老年大学 is a benefit and a place; who looks for a place means the place. */
function isFacilityToo(reading: Reading, benefit: string): boolean {
  return conceptsOf(reading, "benefit").some(
    ({ concept, match }) => concept === benefit && isOf(match, "type"),
  );
}

const NOT_PAID = "topic:money-not-come";

/** 我吃低保的，这个月的钱还没下来: asks about the money of the benefit that is said of the person. */
export function isUnpaid(reading: Reading): boolean {
  return has(reading, "cue:stopped");
}

/** 低保 儿子有车: a question on a benefit that names none but this word, which elsewhere is said of a person. */
export function standIn(
  reading: Reading,
  intent: Intent,
): { readonly concept: string; readonly match: Match } | undefined {
  const topic = lastOf(reading, "topic");
  if (!ABOUT_BENEFIT.includes(intent) || lastOf(reading, "benefit") || (topic && topic !== NOT_PAID))
    return undefined;
  return conceptsOf(reading, "benefit").find(
    ({ match }) =>
      isOf(match, "fact") &&
      !PERSON_WORD.test(match.word) &&
      (isUnpaid(reading) || !markBefore(reading, "mark:copula", match.start)) &&
      !markBefore(reading, "mark:negation", match.start, 1) &&
      !markBefore(reading, "mark:polar", match.start, 1),
  );
}

/** The benefit that is asked about: of the asking clause, or else the last one named. */
function benefitNamed(reading: Reading, intent: Intent): string | undefined {
  const here = lastOf(reading, "benefit", askingClause(reading).start);
  const alone = ABOUT_BENEFIT.includes(intent) && !lastOf(reading, "topic");
  const asked = here ?? (alone ? benefitAsked(reading) : undefined);
  return asked ?? lastOf(reading, "benefit") ?? standIn(reading, intent)?.concept;
}

/** 医生, 医院诊断: a hospital that merely comes up in the story. */
const HOSPITAL = /医院$|^hospitals?$/;

/** The kind of facility spoken of; a hospital only where nothing else is, and somebody looks for a place. */
function typeNamed(reading: Reading, intent: Intent): string | undefined {
  const found = conceptsOf(reading, "type");
  const hospital = found.filter(({ match }) => HOSPITAL.test(match.word));
  if (hospital.length === 0) return lastOf(reading, "type") ?? typeInsideWords(reading);
  const other = found.filter((one) => !hospital.includes(one)).at(-1)?.concept ?? typeInsideWords(reading);
  return other ?? (intentIsPlace(intent) ? hospital.at(-1)?.concept : undefined);
}

/** What is asked about: facility type, benefit, topic and document. */
export function thingSlots(reading: Reading, intent: Intent): Partial<Slots> {
  if (BARE_INTENTS.includes(intent)) return {};
  const facilityType = typeNamed(reading, intent);
  const named = intent === "entitlements" ? undefined : benefitNamed(reading, intent);
  const benefit = intent.startsWith("facility") && named && isFacilityToo(reading, named) ? undefined : named;
  const topic = lastOf(reading, "topic");
  const document = lastOf(reading, "document");
  return {
    ...(facilityType ? { facilityType: idOf(facilityType) } : {}),
    ...(benefit ? { benefit: idOf(benefit) } : {}),
    ...(topic ? { topic: idOf(topic) } : {}),
    ...(document ? { document: idOf(document) } : {}),
  };
}

/** The county of the document asked about, for questions that name no other place. */
export function documentCounty(reading: Reading, lexicon: Lexicon): Pick<Slots, "county"> {
  const document = lastOf(reading, "document");
  const county = document
    ? lexicon.places.county(lexicon.jurisdictions.get(idOf(document)) ?? "")
    : undefined;
  return county ? { county } : {};
}
