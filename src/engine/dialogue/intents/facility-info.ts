import { searchKnowledge } from "../../knowledge/index.ts";
import type { FacilityType, Topic } from "../../knowledge/types.ts";
import type { Draft } from "../../speech/draft.ts";
import { type Answer, placeOf, type Scene } from "../scene.ts";
import { facilityNearest } from "./facility-nearest.ts";
import { topicDraft } from "./topics.ts";

/** What the documents say of such places in general, if the words ask for something they say. */
function standardFor(scene: Scene): readonly Topic[] {
  const { knowledge, state } = scene;
  if (state.words === null) return [];
  const hits = searchKnowledge(knowledge, { q: state.words, kind: "topic", limit: 1 }, state.language);
  const topics = hits.flatMap((hit) => knowledge.topics.get(hit.id) ?? []);
  return topics.filter((topic) => topic.kind === "standard" || topic.kind === "right");
}

/** Every place has its own rules, so the way on is to find one and ask there. */
function findOne(type: FacilityType): Draft {
  const choices = [
    { id: `intent:facility_nearest:${type.id}`, label: { key: "facility.find" } },
    { id: "human", label: { key: "menu.human" } },
  ] as const;
  return { kind: "choices", key: "facility.each-differs", choices };
}

/** What a kind of place is and offers, and where the nearest are when we know where. */
export function facilityInfo(scene: Scene): Answer {
  const { knowledge, state } = scene;
  const type = state.facilityType === null ? undefined : knowledge.types.get(state.facilityType);
  if (!type) return facilityNearest(scene);
  const about: Draft = {
    kind: "say",
    key: "facility.about",
    parameters: { type: type.name, summary: type.summary },
  };
  const drafts = [about, ...standardFor(scene).map((topic) => topicDraft(scene, topic))];
  if (placeOf(scene) === null && state.location === null) return { drafts: [...drafts, findOne(type)] };
  const nearby = facilityNearest(scene);
  return { ...nearby, drafts: [...drafts, ...nearby.drafts] };
}
