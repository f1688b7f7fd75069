/** Which question comes next, and how it is put. One a turn, closed answers, never the same twice. */
import { nextQuestion } from "../eligibility/index.ts";
import type { Decision } from "../eligibility/types.ts";
import type { Draft, DraftChoice } from "../speech/draft.ts";
import type { Scene } from "./scene.ts";
import { declinedOf, MOST_QUESTIONS } from "./state.ts";

/** The fact worth asking now; null when enough was asked, the person wants the answer, or nothing would change. */
export function questionFor(scene: Scene, decisions: readonly Decision[]): string | null {
  const { state, knowledge, facts } = scene;
  if (state.quiet || state.questionsAsked >= MOST_QUESTIONS) return null;
  return nextQuestion(knowledge, decisions, {
    declined: declinedOf(state),
    facts,
    questionsAsked: state.questionsAsked,
  });
}

/** Somebody else's facts are asked of family (老人家…), one's own of the elder (您…). */
export function askedOf(scene: Scene): "elder" | "family" {
  return scene.state.about === "self" || scene.state.about === "unnamed" ? "elder" : "family";
}

/** “现在住在哪里” starts with “和户口一样”, the commonest answer. */
function sameAsHukou(scene: Scene, fact: string): readonly DraftChoice[] {
  const { hukou } = scene.facts;
  if (fact !== "residence" || typeof hukou !== "string") return [];
  return [{ id: `fact:residence=${hukou}`, label: { key: "ask.same-as-hukou" } }];
}

/** The question as a draft; empty when there is none. */
export function askDrafts(scene: Scene, fact: string | null): readonly Draft[] {
  return fact === null ? [] : [{ kind: "ask", fact, of: askedOf(scene), first: sameAsHukou(scene, fact) }];
}
