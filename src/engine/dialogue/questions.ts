/** Which question comes next, and how it is put. One a turn, closed answers, never the same twice. */
import { nextQuestion } from "../eligibility/index.ts";
import type { Decision } from "../eligibility/types.ts";
import type { AgeRange } from "../language/types.ts";
import type { Draft, DraftChoice } from "../speech/draft.ts";
import type { Scene } from "./scene.ts";
import { agesOf, declinedOf, MOST_QUESTIONS } from "./state.ts";

/** The fact worth asking now; null when enough was asked, the person wants the answer, or nothing would change. */
export function questionFor(scene: Scene, decisions: readonly Decision[]): string | null {
  const { state, knowledge, facts } = scene;
  if (state.quiet || state.questionsAsked >= MOST_QUESTIONS) return null;
  const next = nextQuestion(knowledge, decisions, {
    declined: declinedOf(state),
    facts,
    questionsAsked: state.questionsAsked,
  });
  const basic = next === "age" || next === "hukou";
  return basic ? next : (hintedQuestion(scene, decisions) ?? next);
}

/** A hint is no fact, but worth a question (“有残疾证”), when something open hangs on it and it was not asked yet. */
function hintedQuestion({ state, knowledge, facts }: Scene, decisions: readonly Decision[]): string | null {
  const declined = declinedOf(state);
  const missing = new Set(
    decisions.flatMap(({ outcome, evaluation }) => (outcome === "no" ? [] : evaluation.missing)),
  );
  const hinted = state.hinted?.[state.about] ?? [];
  const isOpen = (id: string) =>
    facts[id] === undefined && !declined.includes(id) && knowledge.facts.get(id)?.askable === true;
  return hinted.find((id) => isOpen(id) && missing.has(id)) ?? null;
}

/** Somebody else's facts are asked of family (老人家…), one's own of the elder (您…). */
function askedOf(scene: Scene): "elder" | "family" {
  return scene.state.about === "self" || scene.state.about === "unnamed" ? "elder" : "family";
}

/** “现在住在哪里” starts with “和户口一样”, the commonest answer. */
function sameAsHukou(scene: Scene, fact: string): readonly DraftChoice[] {
  const { hukou } = scene.facts;
  if (fact !== "residence" || typeof hukou !== "string") return [];
  return [{ id: `fact:residence=${hukou}`, label: { key: "ask.same-as-hukou" } }];
}

/** The year of birth leaves two ages: whether the birthday has passed tells which. */
function birthdayDraft({ from, to, year }: AgeRange): Draft {
  return {
    kind: "ask-want",
    key: "ask.birthday",
    parameters: { year: String(year), to },
    choices: [
      { id: `fact:age=${to}`, label: { key: "ask.birthday-passed" } },
      { id: `fact:age=${from}`, label: { key: "ask.birthday-to-come" } },
      { id: "fact:age=?", label: { key: "ask.unsure" } },
    ],
    entry: "choice",
  };
}

/** The fact a draft asks for; null for one that asks none. */
export function factAsked(draft: Draft): string | null {
  if (draft.kind === "ask") return draft.fact;
  return draft.kind === "ask-want" && draft.key === "ask.birthday" ? "age" : null;
}

/** An age known within a few years is asked for more exactly, and it is said why. */
function askAge(scene: Scene, range: AgeRange): readonly Draft[] {
  if (range.year !== null && range.to - range.from === 1) return [birthdayDraft(range)];
  const why: Draft = { kind: "say", key: "ask.age-matters" };
  return [why, { kind: "ask", fact: "age", of: askedOf(scene), first: [] }];
}

/** The question as a draft; empty when there is none. */
export function askDrafts(scene: Scene, fact: string | null): readonly Draft[] {
  const range = fact === "age" ? agesOf(scene.state) : null;
  if (range !== null) return askAge(scene, range);
  return fact === null ? [] : [{ kind: "ask", fact, of: askedOf(scene), first: sameAsHukou(scene, fact) }];
}
