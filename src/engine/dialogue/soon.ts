/** What comes with an age not reached yet: who is 79 hears what there is from eighty on, as the rules say it. */
import { decide, decideBenefit } from "../eligibility/index.ts";
import type { Decision, Reason } from "../eligibility/types.ts";
import type { Facts } from "../knowledge/types.ts";
import type { Draft } from "../speech/draft.ts";
import { inReadingOrder } from "./order.ts";
import type { Scene } from "./scene.ts";
import { agesOf, factsOf } from "./state.ts";

/** Names in the line on what is to come; the rest can be asked for. */
const NAMED = 4;

/** Refused for nothing but an age of exactly one year more. */
function lacksOneYear({ outcome, evaluation }: Decision, age: number): boolean {
  const failing = evaluation.because.filter(({ holds }) => holds === "no");
  const isNext = ({ fact, leaf, negated }: Reason) =>
    fact === "age" && !negated && leaf.kind === "number" && leaf.atLeast === age + 1;
  return outcome === "no" && failing.length > 0 && failing.every(isNext);
}

/** The same person one year older than they are, or than they can be at most; null when nothing is known of the age. */
function nextYear({ facts, state }: Scene): { readonly age: number; readonly facts: Facts } | null {
  const age = facts.age ?? agesOf(state)?.to;
  return typeof age === "number" ? { age: age + 1, facts: { ...facts, age: age + 1 } } : null;
}

/** Money and help that this person may have from the next birthday on, named in a line; nothing where there is none. */
export function comingSoon(scene: Scene, refused: readonly Decision[]): readonly Draft[] {
  const next = nextYear(scene);
  const lacking = next ? refused.filter((one) => lacksOneYear(one, next.age - 1)) : [];
  if (next === null || lacking.length === 0) return [];
  const lacks = new Set(lacking.map(({ benefit }) => benefit.id));
  const then = decide(scene.knowledge, next.facts, scene.asOf);
  const open = inReadingOrder(
    then.filter(({ benefit, outcome }) => lacks.has(benefit.id) && outcome !== "no"),
  );
  if (open.length === 0) return [];
  const list = open.slice(0, NAMED).map(({ benefit }) => benefit.name);
  return [{ kind: "say", key: "soon.list", parameters: { age: next.age, names: { list } } }];
}

/** One benefit that fails by one year of age: what is said of it, and how it is decided from that birthday on. */
export function soonDecided(
  scene: Scene,
  decisions: readonly Decision[],
): { readonly say: Draft; readonly decisions: readonly Decision[] } | null {
  const next = nextYear(scene);
  const [first] = decisions;
  if (next === null || first === undefined) return null;
  if (!decisions.every((one) => lacksOneYear(one, next.age - 1))) return null;
  const then = decideBenefit(scene.knowledge, first.benefit.id, next.facts, scene.asOf).filter(
    ({ outcome }) => outcome !== "no",
  );
  if (then.length === 0) return null;
  return { say: { kind: "say", key: "soon.one", parameters: { age: next.age } }, decisions: then };
}

/** What is answered for an age not reached yet is said to be so: nobody is to take it for what they have now. */
export function supposedAge({ state }: Scene): readonly Draft[] {
  const now = state.actual?.[state.about]?.age;
  const { age } = factsOf(state);
  if (typeof age !== "number" || typeof now !== "number" || age <= now) return [];
  return [{ kind: "say", key: "soon.supposed", parameters: { age } }];
}
