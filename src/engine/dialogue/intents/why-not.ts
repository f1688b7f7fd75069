import { decide } from "../../eligibility/index.ts";
import type { Answer, Scene } from "../scene.ts";

/** Every benefit that does not fit, with the fact and the clause it fails on: a “no” is owed its reason too. */
export function whyNot(scene: Scene): Answer {
  const decisions = decide(scene.knowledge, scene.facts, scene.asOf);
  const refused = decisions.filter((decision) => decision.outcome === "no");
  if (refused.length === 0) return { drafts: [{ kind: "say", key: "entitlements.none-refused" }], decisions };
  return {
    drafts: [
      { kind: "why-not", decisions: refused },
      {
        kind: "choices",
        key: "entitlements.further",
        choices: [
          { id: "back", label: { key: "menu.back" } },
          { id: "human", label: { key: "menu.human" } },
        ],
      },
    ],
    decisions,
  };
}
