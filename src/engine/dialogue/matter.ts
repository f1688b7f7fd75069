/** What the talk is about, and whether a text goes on with it or starts something else. Pure. */
import type { TopicId } from "../knowledge/ids.generated.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { Intent } from "../knowledge/intents.ts";
import type { Understanding } from "../language/types.ts";
import type { Matter, State } from "./state.ts";

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

/** Places are looked for or asked about. */
export function isFacilityIntent(intent: Intent | null): boolean {
  return intent === "facility_nearest" || intent === "facility_info";
}

/** One benefit, or a topic about a claim to it. */
function isBenefitIntent(intent: Intent | null): boolean {
  return intent === "benefit_info" || intent === "apply_howto";
}

/** Asked for a person, so that a place is where that person is at home. */
export function isOfPersons(intent: Intent): boolean {
  return intent === "entitlements" || isBenefitIntent(intent);
}

/** Asked in between, these leave the interview open: answered, the question still open comes again. */
const IN_BETWEEN: readonly Intent[] = ["policy_lookup", "provider_subsidy"];

/** The interview that a text of this intent interrupts; null when there is none, or when it is given up. */
export function interrupted(
  knowledge: Knowledge,
  state: State,
  { slots, asksMeaning = false }: Understanding,
  intent: Intent,
): Matter | null {
  if (!isLasting(intent)) return state.interview ?? null;
  const isBetween = IN_BETWEEN.includes(intent) || asksMeaning;
  if (state.asked === null || !isBetween || isAboutClaims(knowledge, slots.topic)) return null;
  const { benefit, topic, facilityType, words, questionsAsked } = state;
  const before = state.intent !== null && isOfPersons(state.intent) ? state.intent : null;
  const own = before && { intent: before, benefit, topic, facilityType, words, questionsAsked };
  return state.interview ?? own;
}

/** What documents and operators' money are asked about keeps the kind of place it is about. */
function isOfDocuments(intent: Intent | null): boolean {
  return intent === "policy_lookup" || intent === "provider_subsidy";
}

/** The topic on money that does not come; whoever is in it stays in it until something else is named. */
export const CLAIM: TopicId = "money-not-come";

/** “为什么没发” is about the benefit talked of: the claim has its own answer and the benefit stays. */
function isAboutClaims(knowledge: Knowledge, topic: string | undefined): boolean {
  const kind = topic === undefined ? undefined : knowledge.topics.get(topic)?.kind;
  return kind === "right" || kind === "not-decided";
}

/** Below this confidence “要找谁” asks for no new matter but for the claim talked about. */
const SURE_OF_HOW = 0.8;

/** Who asks why money does not come goes on with that until another matter is named: 高龄的那个, 能补吗, 谁定的. */
function staysWithClaim(
  knowledge: Knowledge,
  state: State,
  { slots, onlyNames, asksSum }: Understanding,
): boolean {
  if (state.topic === null || !isAboutClaims(knowledge, state.topic) || slots.topic) return false;
  return slots.benefit === undefined || slots.benefit === state.benefit ? !asksSum : onlyNames === true;
}

/** What of the matter before is kept by a text of this intent. */
interface Kept {
  /** The same matter goes on. */
  readonly continues: boolean;
  readonly benefit: boolean;
  readonly topic: boolean;
  readonly type: boolean;
}

function keeps(knowledge: Knowledge, state: State, reading: Understanding, intent: Intent): Kept {
  const { slots } = reading;
  const continues = intent === state.intent && reading.ellipsis;
  const named = slots.benefit ?? slots.topic ?? slots.document ?? slots.facilityType;
  const refers = intent === "policy_lookup" && named === undefined && state.intent !== "entitlements";
  const stays = isBenefitIntent(intent) && isBenefitIntent(state.intent);
  const unsure = state.benefit === null || reading.confidence < SURE_OF_HOW;
  const claims = stays && staysWithClaim(knowledge, state, reading);
  const complains = isBenefitIntent(state.intent) && isAboutClaims(knowledge, slots.topic);
  return {
    continues,
    benefit:
      complains ||
      ((continues || refers || stays) && (!slots.topic || isAboutClaims(knowledge, slots.topic))),
    topic:
      claims || ((continues || refers || (stays && intent === "apply_howto" && unsure)) && !slots.benefit),
    type:
      continues ||
      refers ||
      isFacilityIntent(intent) ||
      (isOfDocuments(intent) && isOfDocuments(state.intent)),
  };
}

/** What the talk turns to. Emergencies, small talk and hand-offs leave it as it was. */
export function mattersOf(
  knowledge: Knowledge,
  state: State,
  reading: Understanding,
  intent: Intent,
): Partial<State> {
  if (!isLasting(intent)) return {};
  const { slots } = reading;
  const kept = keeps(knowledge, state, reading, intent);
  const places = isFacilityIntent(intent);
  const before = places && isFacilityIntent(state.intent) ? (state.groups ?? []) : [];
  const isClaim = intent === "policy_lookup" && slots.topic === CLAIM;
  return {
    intent: isClaim ? "benefit_info" : intent,
    benefit: (places ? null : slots.benefit) ?? (kept.benefit ? state.benefit : null),
    topic: slots.topic ?? (kept.topic ? state.topic : null),
    facilityType: slots.facilityType ?? (kept.type ? state.facilityType : null),
    groups: places ? [...new Set([...before, ...(slots.categories ?? [])])] : [],
    shown: 0,
    ...(kept.continues ? {} : { questionsAsked: 0, quiet: false }),
  };
}

/** Below this confidence, words that only tell something of the person go on with the matter. */
const SURE_OF_A_NEW_MATTER = 0.75;

/** Below this confidence a mere supposition (“要是90岁”) asks nothing new. */
const SURE_SUPPOSING = 0.9;

/** Tells or hints at something of the person or the place: 晋江的, 她一个人住, 他当过兵. */
function informs(reading: Understanding): boolean {
  const { age, county, town, categories } = reading.slots;
  return (
    Object.keys(reading.people).length > 0 ||
    reading.hints.length > 0 ||
    [age, county, town, categories].some((slot) => slot !== undefined)
  );
}

/** Whether there is a thing talked about that a short question can mean: 多少钱 after a place, 要带什么 after a benefit. */
function follows(state: State, { follows: intent, command, smalltalk, elsewhere }: Understanding): boolean {
  if (!intent || command !== null || smalltalk !== null || elsewhere !== null) return false;
  return isFacilityIntent(intent)
    ? state.facilityType !== null
    : state.benefit !== null || state.topic !== null;
}

/** Whether a text goes on with the matter instead of starting one: an answer, an ellipsis, a mere addition. */
export function goesOn(state: State, reading: Understanding, answered: boolean): boolean {
  if (state.intent === null || reading.emergency) return false;
  if (answered || reading.ellipsis || reading.returns || follows(state, reading)) return true;
  if (reading.takesBack && state.actual !== null) return true;
  const { benefit, topic, facilityType } = reading.slots;
  if (reading.hypothetical && !benefit && !topic && !facilityType && reading.confidence < SURE_SUPPOSING)
    return true;
  if (turnsToKnown(state, reading)) return true;
  return informs(reading) && reading.confidence < SURE_OF_A_NEW_MATTER;
}

/** “好，再说我妈”: names somebody talked about before and wants nothing else by itself. */
function turnsToKnown({ people, about }: State, reading: Understanding): boolean {
  const { intent, command, smalltalk, elsewhere } = reading;
  if (reading.about === null || reading.about === about || people[reading.about] === undefined) return false;
  return intent === "smalltalk" && command === null && smalltalk === null && elsewhere === null;
}

/** The intent this turn is about; what goes on keeps the matter, unless it names another thing. */
export function resolveIntent(
  state: State,
  reading: Understanding,
  continues: boolean,
  answered: boolean,
): Intent {
  if (reading.emergency) return "emergency";
  if (!continues || state.intent === null)
    return reading.command === "just-answer" && informs(reading) ? "entitlements" : reading.intent;
  if (answered) return state.intent;
  if (reading.follows && follows(state, reading)) return reading.follows;
  if (reading.slots.facilityType) return "facility_nearest";
  if (reading.slots.benefit) return state.intent === "apply_howto" ? "apply_howto" : "benefit_info";
  const elsewhere = reading.slots.county !== undefined || reading.slots.town !== undefined;
  return state.intent === "facility_info" && elsewhere ? "facility_nearest" : state.intent;
}

/** “刚才那个补贴再说一下”: the state with the earlier matter of that kind taken up again, if there was one. */
export function returned(state: State, { returns }: Understanding): State {
  if (!returns) return state;
  const isWanted = ({ intent }: State) =>
    returns === "place" ? isFacilityIntent(intent) : intent === "entitlements" || isBenefitIntent(intent);
  const earlier = isWanted(state) ? undefined : [...state.history].reverse().find(isWanted);
  if (!earlier) return state;
  const { intent, benefit, topic, facilityType, county, town, groups = [] } = earlier;
  const where = returns === "place" ? { county, town } : {};
  return { ...state, intent, benefit, topic, facilityType, groups, ...where };
}
