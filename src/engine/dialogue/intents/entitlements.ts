import { decide } from "../../eligibility/index.ts";
import type { Decision } from "../../eligibility/types.ts";
import type { Draft, DraftChoice } from "../../speech/draft.ts";
import { officeOf } from "../offices.ts";
import { inReadingOrder } from "../order.ts";
import { askDrafts, questionFor } from "../questions.ts";
import { type Answer, placeOf, type Scene } from "../scene.ts";

/** Cards in one reply; the rest is named in a line and comes with “more”. */
const CARDS = 6;
/** Names in that line; more than a handful is a wall. */
const NAMED = 6;

/** Nothing about the person is known: ask before listing forty things that depend. */
function knowsNobody(scene: Scene): boolean {
  return (
    scene.facts.age === undefined && scene.facts.hukou === undefined && scene.facts.residence === undefined
  );
}

/** How many fit, must be confirmed, or depend; a count of none is left out. */
function summary(scene: Scene, decisions: readonly Decision[]): Draft {
  const count = (outcome: string) => decisions.filter((decision) => decision.outcome === outcome).length;
  const counts = { yes: count("yes"), confirm: count("confirm"), unknown: count("unknown") };
  if (Object.keys(scene.facts).length === 0) return { kind: "say", key: "entitlements.summary-nobody" };
  const key = counts.yes > 0 ? "entitlements.summary-yes" : "entitlements.summary";
  return { kind: "say", key, parameters: { known: { facts: scene.facts }, ...counts } };
}

function furtherChoices(rest: readonly Decision[], refused: readonly Decision[]): readonly DraftChoice[] {
  return [
    ...(rest.length > 0 ? [{ id: "more", label: { key: "entitlements.more" as const } }] : []),
    ...(refused.length > 0 ? [{ id: "why-not", label: { key: "entitlements.why-not" as const } }] : []),
  ];
}

/** Everything that may be received, each with its outcome and source, then the question that decides most. */
export function entitlements(scene: Scene): Answer {
  const decisions = decide(scene.knowledge, scene.facts, scene.asOf);
  const question = questionFor(scene, decisions);
  if (knowsNobody(scene) && question !== null) {
    return { drafts: [{ kind: "say", key: "entitlements.start" }, ...askDrafts(scene, question)], decisions };
  }
  const open = inReadingOrder(decisions.filter((decision) => decision.outcome !== "no"));
  const refused = decisions.filter((decision) => decision.outcome === "no");
  const page = open.slice(scene.state.shown, scene.state.shown + CARDS);
  const rest = open.slice(scene.state.shown + CARDS);
  const place = placeOf(scene);
  const cards = page.map(
    (decision): Draft => ({
      kind: "benefit",
      detail: "brief",
      decision,
      office: officeOf(scene.knowledge, decision.benefit.apply.office, place),
    }),
  );
  const others: Draft[] =
    rest.length > 0
      ? [
          {
            kind: "say",
            key: "entitlements.others",
            parameters: {
              count: rest.length,
              names: { list: rest.slice(0, NAMED).map((decision) => decision.benefit.name) },
            },
          },
        ]
      : [];
  const further = furtherChoices(rest, refused);
  const end: readonly Draft[] =
    question === null
      ? further.length > 0
        ? [{ kind: "choices", key: "entitlements.further", choices: further }]
        : []
      : askDrafts(scene, question);
  return { drafts: [summary(scene, decisions), ...cards, ...others, ...end], decisions };
}
