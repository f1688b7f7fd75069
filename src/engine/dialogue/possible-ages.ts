/**
 * People whose age is not told to the year: decided for each age they may have. What comes out the same is told;
 * the rest stays open until the age, or whether the birthday has passed, is asked.
 */
import { decide, decideBenefit } from "../eligibility/index.ts";
import type { Decision, Reason } from "../eligibility/types.ts";
import type { Facts } from "../knowledge/types.ts";
import type { AgeRange, Understanding } from "../language/types.ts";
import type { Scene } from "./scene.ts";
import { agesOf, type State } from "./state.ts";

const AGE = "age";
/** More ages than this are not worth trying one by one; the ends and the age itself are asked for. */
const MOST_TRIED = 12;

type DecideFor = (facts: Facts) => readonly Decision[];

/** 81–82, or 79 where only one is left: how a range stands in a sentence. */
function shown({ from, to }: AgeRange): string {
  return from === to ? String(from) : `${from}–${to}`;
}

function keyOf({ benefit, provision }: Decision): string {
  return `${benefit.id}/${provision.id}`;
}

/** What a person would be told: the same for two ages when this is. */
function tenor({ outcome, amount, amountMissing, evaluation, confirm }: Decision): string {
  return JSON.stringify([outcome, amount, amountMissing, evaluation.missing, confirm]);
}

function withRange(reason: Reason, range: AgeRange): Reason {
  return reason.fact === AGE && reason.value !== undefined ? { ...reason, value: shown(range) } : reason;
}

/** A decision that holds for all ages, with the ages instead of the one it was tried with. */
function forRange(decision: Decision, range: AgeRange): Decision {
  const because = decision.evaluation.because.map((reason) => withRange(reason, range));
  return { ...decision, evaluation: { ...decision.evaluation, because } };
}

/** Each decision that all ages agree on; those that they do not agree on without an age. */
function merged(range: AgeRange, facts: Facts, decideFor: DecideFor): readonly Decision[] {
  const { [AGE]: _, ...ageless } = facts;
  const open = decideFor(ageless);
  if (range.to - range.from >= MOST_TRIED) return open;
  const tried = Array.from({ length: range.to - range.from + 1 }, (_one, i) =>
    decideFor({ ...ageless, [AGE]: range.from + i }),
  );
  const told = tried.map((decisions) => new Map(decisions.map((one) => [keyOf(one), tenor(one)])));
  const agreed = (one: Decision) => told.every((other) => other.get(keyOf(one)) === tenor(one));
  const [first = []] = tried;
  const sure = first.filter(agreed);
  const named = new Set(sure.map(({ benefit }) => benefit.id));
  return [
    ...sure.map((decision) => forRange(decision, range)),
    ...open.filter(({ benefit }) => !named.has(benefit.id)),
  ];
}

function decided(scene: Pick<Scene, "state" | "facts">, decideFor: DecideFor): readonly Decision[] {
  const range = agesOf(scene.state);
  if (range === null) return decideFor(scene.facts);
  const decisions = merged(range, scene.facts, decideFor);
  return isSettled(range, decisions) ? decideFor({ ...scene.facts, [AGE]: range.to }) : decisions;
}

/** Whether an open decision, or its sum, hangs on the age. */
function needsAge({ outcome, evaluation, amountMissing }: Decision): boolean {
  return outcome !== "no" && [...evaluation.missing, ...amountMissing].includes(AGE);
}

/** Every benefit decided for the person the answers are about. */
export function decideAll({ knowledge, state, facts, asOf }: Scene): readonly Decision[] {
  return decided({ state, facts }, (known) => decide(knowledge, known, asOf));
}

/** One benefit decided for that person. */
export function decideNamed({ knowledge, state, facts, asOf }: Scene, benefit: string): readonly Decision[] {
  return decided({ state, facts }, (known) => decideBenefit(knowledge, benefit, known, asOf));
}

/** The birthday makes no difference to anything decided, so that the year of birth is age enough. */
function isSettled(range: AgeRange, decisions: readonly Decision[]): boolean {
  return (range.year !== null || range.from === range.to) && !decisions.some(needsAge);
}

/** What is known of the person, to be read out; an age not known to the year as what it may be. */
export function knownFacts(
  { state, facts }: Pick<Scene, "state" | "facts">,
  decisions: readonly Decision[],
): Facts {
  const range = agesOf(state);
  if (range === null) return facts;
  return { ...facts, [AGE]: isSettled(range, decisions) ? range.to : shown(range) };
}

/** Whether anything is known of the age. */
export function knowsAge({ state, facts }: Pick<Scene, "state" | "facts">): boolean {
  return facts[AGE] !== undefined || agesOf(state) !== null;
}

/**
 * The year of birth told, once all that was decided is the same before and after the birthday: the age is then what
 * the year makes it. Otherwise it is left out, and asked where it matters.
 */
export function withSettledAge(state: State, decisions: readonly Decision[] | undefined): State {
  const range = agesOf(state);
  if (range === null || decisions === undefined) return state;
  const { [AGE]: _, ...facts } = state.people[state.about] ?? {};
  const known = isSettled(range, decisions) ? { ...facts, [AGE]: range.to } : facts;
  return { ...state, people: { ...state.people, [state.about]: known } };
}

/** Possible ages after a text: those told now, until the age itself is told; they go with the person they are of. */
export function agesAfter(
  { ages = {}, about: was, asked }: State,
  reading: Understanding,
  { about, people, isTold }: Pick<State, "about" | "people"> & { readonly isTold: (ref: string) => boolean },
): Pick<State, "ages" | "people"> {
  const next: Record<string, AgeRange> = { ...ages };
  const facts: Record<string, Facts> = { ...people };
  if (was === "unnamed" && about !== was && next.unnamed && !next[about] && !facts.unnamed) {
    next[about] = next.unnamed;
    delete next.unnamed;
  }
  for (const [ref, range] of Object.entries(reading.ages ?? {})) {
    const owner = ref === "unnamed" ? about : ref;
    const { [AGE]: age, ...others } = facts[owner] ?? {};
    const ofGroup =
      ref === "unnamed" && range.year === null && reading.intent !== "entitlements" && asked !== AGE;
    const fits = typeof age === "number" && age >= range.from && age <= range.to && !next[owner];
    const isAhead = typeof age === "number" && (reading.turning ?? null) !== null;
    if (fits || isAhead || ofGroup || reading.hypothetical || isTold(owner)) continue;
    next[owner] = range;
    facts[owner] = others;
  }
  for (const ref of Object.keys(next)) if (isTold(ref) || !facts[ref]) delete next[ref];
  return { ages: next, people: facts };
}
