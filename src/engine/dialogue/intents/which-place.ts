import type { DraftChoice } from "../../speech/draft.ts";
import type { Answer, Scene } from "../scene.ts";

/** What the place was said as: where to look, the answer to a place question, or where the person is registered. */
function prefix({ knowledge, intent }: Scene, pending: string | null): string {
  if (intent.startsWith("facility")) return "place:";
  const asked = pending !== null && knowledge.facts.get(pending)?.kind === "place" ? pending : "hukou";
  return `fact:${asked}=`;
}

/** A name of more than one place (官桥镇 lies in two counties) is asked back, never guessed; null when all is clear. */
export function whichPlace(scene: Scene, pending: string | null): Answer | null {
  const codes = scene.reading?.ambiguousPlaces ?? [];
  if (codes.length < 2) return null;
  const before = prefix(scene, pending);
  const choices = codes.map(
    (code): DraftChoice => ({
      id: `${before}${code}`,
      label: { key: "place.choice", parameters: { place: { place: code } } },
    }),
  );
  return { drafts: [{ kind: "ask-want", key: "place.which", choices, entry: "place" }] };
}
