import type { Draft } from "../../speech/draft.ts";
import { decideAll } from "../possible-ages.ts";
import { askDrafts, questionFor } from "../questions.ts";
import type { Answer, Scene } from "../scene.ts";

/** Every benefit that does not fit, with the fact and the clause it fails on: a “no” is owed its reason too. Then the open question. */
export function whyNot(scene: Scene): Answer {
  const decisions = decideAll(scene);
  const refused = decisions.filter((decision) => decision.outcome === "no");
  const question = askDrafts(scene, questionFor(scene, decisions));
  const reasons: Draft =
    refused.length === 0
      ? { kind: "say", key: "entitlements.none-refused" }
      : { kind: "why-not", decisions: refused };
  return {
    drafts: [
      reasons,
      {
        kind: "choices",
        key: "entitlements.further",
        choices: [
          { id: "back", label: { key: "menu.back" } },
          { id: "human", label: { key: "menu.human" } },
        ],
      },
      ...question,
    ],
    decisions,
  };
}
