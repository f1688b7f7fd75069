/** Matters that are asked but decided for no person: what documents say, and money that goes to operators. */
import { searchKnowledge } from "../../knowledge/index.ts";
import type { Benefit, Topic } from "../../knowledge/types.ts";
import type { Draft, DraftChoice } from "../../speech/draft.ts";
import { menu } from "../menu.ts";
import { officeOf, peopleToAsk } from "../offices.ts";
import { type Answer, jurisdictionsOf, placeOf, type Scene } from "../scene.ts";

/** How much better the best hit must be to be the answer and not one of several choices. */
const CLEARLY_BEST = 1.3;
/** Scores below which a hit shares only everyday words: it is offered, not told; and below which it is not even offered. */
const TOLD_FROM = 0.2;
const OFFERED_FROM = 0.1;
/** The score of what was named outright. */
const NAMED = 1;

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
  if (named && keep(named)) return [{ topic: named, score: NAMED }];
  if (state.words === null) return [];
  const hits = searchKnowledge(knowledge, { q: state.words, kind: "topic", limit: 20 }, state.language);
  return hits.flatMap((hit) => {
    const topic = knowledge.topics.get(hit.id);
    return topic && hit.score >= OFFERED_FROM && keep(topic) ? [{ topic, score: hit.score }] : [];
  });
}

function asChoices(topics: readonly { readonly topic: Topic }[]): readonly DraftChoice[] {
  return topics.slice(0, 4).map(({ topic }) => ({ id: `topic:${topic.id}`, label: topic.name }));
}

/** A benefit that fits the words better than the best topic, so that it may be what is meant. */
function benefitInstead({ state, knowledge }: Scene, score: number): Benefit | undefined {
  if (state.words === null || score === NAMED || state.benefit !== null) return undefined;
  const query = { q: state.words, kind: "benefit", limit: 1 } as const;
  const [hit] = searchKnowledge(knowledge, query, state.language);
  return hit && hit.score > score && hit.score >= TOLD_FROM ? knowledge.benefits.get(hit.id) : undefined;
}

/** “根据哪个文件” in the middle of the list of benefits: each of them names its own. */
function isAboutTheList({ state, reading }: Scene): boolean {
  const { benefit, document, facilityType } = reading?.slots ?? {};
  const names = benefit ?? document ?? facilityType;
  return state.interview?.intent === "entitlements" && names === undefined && state.benefit === null;
}

/** The best topic when it is clearly the one, with the next ones as choices. */
function answerWith(
  scene: Scene,
  found: readonly { readonly topic: Topic; readonly score: number }[],
  before: readonly Draft[],
  mayBeBenefit: boolean,
): Answer {
  const [best, second] = found;
  const listed = mayBeBenefit && isAboutTheList(scene) && (best?.score ?? 0) < NAMED;
  if (listed) return { drafts: [...before, { kind: "say", key: "policy.on-each" }] };
  if (!best)
    return {
      drafts: [
        ...before,
        { kind: "handoff", key: "topic.none", offices: peopleToAsk(scene.knowledge, placeOf(scene)) },
      ],
      unanswered: true,
    };
  const instead = mayBeBenefit ? benefitInstead(scene, best.score) : undefined;
  const stands = best.score >= TOLD_FROM && (!second || best.score >= second.score * CLEARLY_BEST);
  if (!stands || instead) {
    const own = instead ? [{ id: `benefit:${instead.id}`, label: instead.name }] : [];
    const choices = [...own, ...asChoices(found), { id: "human", label: { key: "menu.human" as const } }];
    return { drafts: [...before, { kind: "choices", key: "topic.which", choices }] };
  }
  const others = asChoices(found.slice(1));
  const more: readonly Draft[] =
    others.length > 0 ? [{ kind: "choices", key: "topic.others", choices: others }] : [];
  return { drafts: [...before, topicDraft(scene, best.topic), ...more] };
}

/** What does the document say? */
export function policyLookup(scene: Scene): Answer {
  const { state, knowledge } = scene;
  const found = topicsFor(scene, () => true);
  const benefit = state.benefit === null ? undefined : knowledge.benefits.get(state.benefit);
  const answer = answerWith(scene, found, [], true);
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
  return answerWith(scene, found, [{ kind: "say", key: "provider.not-for-persons" }], false);
}
