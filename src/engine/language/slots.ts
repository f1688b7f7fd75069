import type { Intent } from "../knowledge/intents.ts";
import type { FactValue, PlaceCode } from "../knowledge/types.ts";
import { askingClause, benefitAsked } from "./asked.ts";
import { longest, type Match } from "./automaton.ts";
import { idOf, isOf, kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { markBefore } from "./marks.ts";
import { conceptsOf, has, type Reading } from "./reading.ts";
import { type PlaceSaid, settled } from "./residence.ts";
import { type FactSaid, isBothAtOnce, meansBenefit, PERSON_WORD } from "./said.ts";
import type { Slots } from "./types.ts";

const ABOUT_PEOPLE: readonly Intent[] = ["entitlements", "benefit_info", "apply_howto"];
const ABOUT_PLACES: readonly Intent[] = [
  "facility_nearest",
  "facility_info",
  "policy_lookup",
  "provider_subsidy",
];
/** Intents that are about no benefit, facility or document in particular. */
const BARE_INTENTS: readonly Intent[] = ["smalltalk"];

const ABOUT_BENEFIT: readonly Intent[] = ["benefit_info", "apply_howto"];

/** Whether a bare place (晋江的) says something of a person rather than where to look. */
export function tellsOfPerson(intent: Intent): boolean {
  return ABOUT_PEOPLE.includes(intent);
}

/** Which of several places is meant, the likeliest first. */
const WHERE_TO_GO: readonly PlaceSaid["role"][][] = [
  ["bare", "at", "visited", "both"],
  ["residence"],
  ["hukou"],
];
const WHERE_MONEY_IS: readonly PlaceSaid["role"][][] = [
  ["hukou", "both"],
  ["residence"],
  ["bare"],
  ["at"],
  ["visited"],
];

/** The place a question is about: where to look for facilities, where registered for money. */
export function placeAskedFor(
  places: readonly PlaceSaid[],
  intent: Intent,
  lexicon: Lexicon,
): PlaceSaid | undefined {
  const toGo = ABOUT_PLACES.includes(intent);
  for (const roles of toGo ? WHERE_TO_GO : WHERE_MONEY_IS) {
    const chosen = places.filter(({ role }) => roles.includes(role)).at(-1);
    const here = toGo && roles.includes("hukou") ? places.find(isWhereabouts) : undefined;
    if (chosen) return finest(here ?? chosen, places, lexicon);
  }
  return undefined;
}

/** 户口在安溪，人在晋江: nearby means where one is, not where one is registered. */
function isWhereabouts({ role }: PlaceSaid): boolean {
  return role === "passing";
}

/** 泉港 said after 泉港涂岭 is still 涂岭. */
function finest(chosen: PlaceSaid, places: readonly PlaceSaid[], lexicon: Lexicon): PlaceSaid {
  const code = settled(chosen);
  const within = places.find((place) => {
    const other = settled(place);
    return (
      other !== undefined &&
      code !== undefined &&
      other !== code &&
      lexicon.places.ancestors(other).includes(code)
    );
  });
  return code !== undefined && lexicon.places.get(code)?.level === "county" && within ? within : chosen;
}

/** County and town of a place code; a town brings its county along. */
export function placeSlots(code: PlaceCode | undefined, lexicon: Lexicon): Pick<Slots, "county" | "town"> {
  if (!code) return {};
  const county = lexicon.places.county(code);
  const town = lexicon.places.town(code);
  return { ...(county ? { county } : {}), ...(town ? { town } : {}) };
}

/** The category a fact value counts as (失能 → care-severe), following what it implies. */
export function categoriesOf(fact: string, value: FactValue, lexicon: Lexicon): string[] {
  const definition = lexicon.facts.get(fact);
  if (!definition) return value === true ? [fact] : [];
  const own = definition.category && definition.category.value === value ? [definition.category.slot] : [];
  const implied = definition.implies
    .filter((rule) => rule.when === value)
    .flatMap((rule) => {
      const category = lexicon.facts.get(rule.fact)?.category;
      return category && category.value === rule.value ? [category.slot] : [];
    });
  return [...own, ...implied];
}

type Whose = FactSaid & { readonly ref: string };

/** 生活能自理跟不能自理: both are only compared. */
function isCompared({ fact, value, start, end }: Whose, facts: readonly Whose[], text: string): boolean {
  return facts.some((one) => {
    if (one.fact !== fact || one.value === value) return false;
    const between = one.start > start ? text.slice(end, one.start) : text.slice(one.end, start);
    return /^(?:的|老人)*(?:跟|和|与|或|还是|或者|、)(?:生活|的|是)*$/.test(between);
  });
}

/** 听说低保户不用钱，我们不是低保: said first and denied later, of the same person or of nobody by name. */
function takenBackLater({ fact, start, ref }: Whose, facts: readonly Whose[]): boolean {
  const same = (other: string) =>
    other === ref || [other, ref].some((one) => one === "unnamed" || one === "self");
  return facts.some(
    (one) => one.manner === "denied" && one.fact === fact && one.start > start && same(one.ref),
  );
}

/** Categories the question is about: said of its person or of people in general, never denied ones. */
export function categorySlots(
  reading: Reading,
  facts: readonly Whose[],
  about: string | null,
  lexicon: Lexicon,
): string[] {
  const wanted = facts.filter(
    (said) =>
      /^(?:stated|heard|group)$/.test(said.manner) &&
      !takenBackLater(said, facts) &&
      !isCompared(said, facts, reading.text),
  );
  const theirs = wanted.filter(({ ref }) => ref === "unnamed" || about === null || ref === about);
  const found = theirs.flatMap(({ fact, value }) => categoriesOf(fact, value, lexicon));
  const grouped = conceptsOf(reading, "category").map(({ concept }) => idOf(concept));
  return [...new Set([...found, ...grouped])].sort();
}

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
  return other ?? (ABOUT_PLACES.includes(intent) ? hospital.at(-1)?.concept : undefined);
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

/** Where the question is about, as slots; a name that is several places gives only what they share. */
export function whereSlots(place: PlaceSaid | undefined, lexicon: Lexicon): Pick<Slots, "county" | "town"> {
  const code = settled(place);
  if (code) return placeSlots(code, lexicon);
  const counties = new Set(place?.codes.map((one) => lexicon.places.county(one)));
  const [county] = counties.size === 1 ? counties : [];
  return county ? { county } : {};
}
