/** Matters that are asked but decided for no person: what documents say, and money that goes to operators. */
import { searchKnowledge } from "../../knowledge/index.ts";
import type { Topic } from "../../knowledge/types.ts";
import type { Draft, DraftChoice } from "../../speech/draft.ts";
import { menu } from "../menu.ts";
import { officeOf, peopleToAsk } from "../offices.ts";
import { type Answer, jurisdictionsOf, placeOf, type Scene } from "../scene.ts";

/** How much better the best hit must be to be the answer and not one of several choices. */
const CLEARLY_BEST = 1.3;

/** A topic with the answers that hold at the person's place; all of them where no place is known. */
export function topicDraft(scene: Scene, topic: Topic): Draft {
  const place = placeOf(scene);
  const office = topic.office === null ? null : officeOf(scene.knowledge, topic.office, place);
  return {
    kind: "topic",
    topic,
    jurisdictions: place === null ? null : jurisdictionsOf(scene.knowledge, place),
    asOf: scene.asOf,
    office,
  };
}

/** Topics that fit the words said, best first, with scores. */
function topicsFor(
  scene: Scene,
  keep: (topic: Topic) => boolean,
): readonly { readonly topic: Topic; readonly score: number }[] {
  const { state, knowledge } = scene;
  const named = state.topic === null ? undefined : knowledge.topics.get(state.topic);
  if (named && keep(named)) return [{ topic: named, score: 1 }];
  if (state.words === null) return [];
  const hits = searchKnowledge(knowledge, { q: state.words, kind: "topic", limit: 20 }, state.language);
  return hits.flatMap((hit) => {
    const topic = knowledge.topics.get(hit.id);
    return topic && keep(topic) ? [{ topic, score: hit.score }] : [];
  });
}

function asChoices(topics: readonly { readonly topic: Topic }[]): readonly DraftChoice[] {
  return topics.slice(0, 4).map(({ topic }) => ({ id: `topic:${topic.id}`, label: topic.name }));
}

/** The best topic when it is clearly the one, with the next ones as choices. */
function answerWith(
  scene: Scene,
  found: readonly { readonly topic: Topic; readonly score: number }[],
  before: readonly Draft[],
): Answer {
  const [best, second] = found;
  if (!best)
    return {
      drafts: [
        ...before,
        { kind: "handoff", key: "topic.none", offices: peopleToAsk(scene.knowledge, placeOf(scene)) },
      ],
      unanswered: true,
    };
  const clear = !second || best.score >= second.score * CLEARLY_BEST;
  const others = clear ? found.slice(1) : found;
  const drafts: Draft[] = [...before, ...(clear ? [topicDraft(scene, best.topic)] : [])];
  if (others.length > 0)
    drafts.push({ kind: "choices", key: clear ? "topic.others" : "topic.which", choices: asChoices(others) });
  return { drafts };
}

/** What does the document say? */
export function policyLookup(scene: Scene): Answer {
  const { state, knowledge } = scene;
  const found = topicsFor(scene, () => true);
  const benefit = state.benefit === null ? undefined : knowledge.benefits.get(state.benefit);
  const answer = answerWith(scene, found, []);
  if (!benefit) return answer;
  const choice: DraftChoice = { id: `benefit:${benefit.id}`, label: benefit.name };
  return {
    ...answer,
    unanswered: false,
    drafts: [
      ...answer.drafts,
      { kind: "choices", key: "topic.related-benefit", choices: [choice, ...menu().slice(-1)] },
    ],
  };
}

/** Money for operators: said at once that it is not paid to elders. */
export function providerSubsidy(scene: Scene): Answer {
  const found = topicsFor(scene, (topic) => topic.kind === "provider-subsidy");
  return answerWith(scene, found, [{ kind: "say", key: "provider.not-for-persons" }]);
}
