import type { Decision } from "../../eligibility/types.ts";
import type { Draft, DraftChoice } from "../../speech/draft.ts";
import { homeFor, officeOf } from "../offices.ts";
import { inReadingOrder } from "../order.ts";
import { decideAll, knownFacts, knowsAge } from "../possible-ages.ts";
import { askDrafts, questionFor } from "../questions.ts";
import { type Answer, placeOf, type Scene } from "../scene.ts";
import { comingSoon, supposedAge } from "../soon.ts";

/** Cards in one reply; the rest is named in a line and comes with “more”. */
const CARDS = 6;
/** Names in that line; more than a handful is a wall. */
const NAMED = 6;

/** Nothing about the person is known: ask before listing forty things that depend. */
function knowsNobody(scene: Scene): boolean {
  return !knowsAge(scene) && scene.facts.hukou === undefined && scene.facts.residence === undefined;
}

/** How many fit, must be confirmed, or depend; what only a person can check depends too. */
function summary(scene: Scene, decisions: readonly Decision[]): Draft {
  const isOpen = ({ outcome, confirm }: Decision) => outcome === "unknown" || confirm.includes("self-check");
  const yes = decisions.filter(({ outcome }) => outcome === "yes").length;
  const confirm = decisions.filter((decision) => decision.outcome === "confirm" && !isOpen(decision)).length;
  const unknown = decisions.filter(isOpen).length;
  const known = knownFacts(scene, decisions);
  if (Object.keys(known).length === 0) return { kind: "say", key: "entitlements.summary-nobody" };
  const key = yes > 0 ? "entitlements.summary-yes" : "entitlements.summary";
  return { kind: "say", key, parameters: { known: { facts: known }, yes, confirm, unknown } };
}

function furtherChoices(
  { state }: Scene,
  rest: readonly Decision[],
  refused: readonly Decision[],
): readonly DraftChoice[] {
  const next = (state.waiting ?? []).slice(0, 1);
  return [
    ...next.map((ref) => ({ id: `about:${ref}`, label: { key: "people.other-one" as const } })),
    ...(rest.length > 0 ? [{ id: "more", label: { key: "entitlements.more" as const } }] : []),
    ...(refused.length > 0 ? [{ id: "why-not", label: { key: "entitlements.why-not" as const } }] : []),
  ];
}

function card(scene: Scene, decision: Decision): Draft {
  const home = homeFor(scene.knowledge, decision, scene.facts) ?? placeOf(scene);
  const office = officeOf(scene.knowledge, decision.benefit.apply.office, home);
  return { kind: "benefit", detail: "brief", decision, office };
}

/** What did not fit into this reply, named in a line and one tap away. */
function furtherDrafts(
  scene: Scene,
  rest: readonly Decision[],
  refused: readonly Decision[],
): readonly Draft[] {
  const choices = furtherChoices(scene, rest, refused);
  const list = rest.slice(0, NAMED).map((decision) => decision.benefit.name);
  const others: Draft = {
    kind: "say",
    key: "entitlements.others",
    parameters: { count: rest.length, names: { list } },
  };
  return [
    ...(rest.length > 0 ? [others] : []),
    ...(choices.length > 0
      ? [{ kind: "choices" as const, key: "entitlements.further" as const, choices }]
      : []),
  ];
}

/** Everything that may be received, each with its outcome and source, then the question that decides most. */
export function entitlements(scene: Scene): Answer {
  const { state } = scene;
  const decisions = decideAll(scene);
  const question = questionFor(scene, decisions);
  if (knowsNobody(scene) && question !== null) {
    return { drafts: [{ kind: "say", key: "entitlements.start" }, ...askDrafts(scene, question)], decisions };
  }
  const open = inReadingOrder(decisions.filter((decision) => decision.outcome !== "no"));
  const refused = decisions.filter((decision) => decision.outcome === "no");
  const cards = open.slice(state.shown, state.shown + CARDS).map((decision) => card(scene, decision));
  const further = furtherDrafts(scene, open.slice(state.shown + CARDS), refused);
  return {
    drafts: [
      ...oneByOne(scene),
      ...supposedAge(scene),
      summary(scene, decisions),
      ...cards,
      ...(state.shown === 0 ? comingSoon(scene, refused) : []),
      ...further,
      ...askDrafts(scene, question),
    ],
    decisions,
  };
}

/** Two elders in one question are answered one after the other, which is said; the other one is a tap away. */
function oneByOne({ state, facts }: Scene): readonly Draft[] {
  if ((state.waiting ?? []).length === 0 || typeof facts.age !== "number") return [];
  return [{ kind: "say", key: "people.one-by-one", parameters: { age: facts.age } }];
}
