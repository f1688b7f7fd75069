import { decideBenefit } from "../../eligibility/index.ts";
import { searchKnowledge } from "../../knowledge/index.ts";
import type { Benefit, Provision } from "../../knowledge/types.ts";
import type { Draft, DraftChoice } from "../../speech/draft.ts";
import { menu } from "../menu.ts";
import { officeOf } from "../offices.ts";
import { askDrafts, questionFor } from "../questions.ts";
import { type Answer, jurisdictionsOf, placeOf, type Scene } from "../scene.ts";
import { topicDraft } from "./topics.ts";

/** Provisions to read out where nothing is known of a person: those of the place's chain, newest first, else of the whole city. */
export function provisionsToShow(scene: Scene, benefit: Benefit): readonly Provision[] {
  const begun = benefit.provisions.filter(
    (provision) => provision.period.from === null || provision.period.from <= scene.asOf,
  );
  const newestFirst = [...begun].sort((one, other) =>
    (other.period.from ?? "").localeCompare(one.period.from ?? ""),
  );
  const place = placeOf(scene);
  if (place === null) return newestFirst.slice(0, 3);
  const chain = jurisdictionsOf(scene.knowledge, place);
  const best = chain
    .map((jurisdiction) => newestFirst.find((provision) => provision.jurisdiction === jurisdiction))
    .find((provision) => provision !== undefined);
  const floors = newestFirst.filter(
    (provision) => provision.floor && provision !== best && chain.includes(provision.jurisdiction),
  );
  return best ? [best, ...floors] : newestFirst.slice(0, 3);
}

/** Is anything known that a decision could rest on? */
function knowsSomebody(scene: Scene): boolean {
  return (
    scene.facts.age !== undefined && (scene.facts.hukou !== undefined || scene.facts.residence !== undefined)
  );
}

/** One benefit: decided when we know the person, told in general when we do not; then the question that would decide it. */
export function aboutBenefit(scene: Scene, benefit: Benefit, focus: "what" | "how"): Answer {
  const office = officeOf(scene.knowledge, benefit.apply.office, placeOf(scene));
  const decisions = decideBenefit(scene.knowledge, benefit.id, scene.facts, scene.asOf);
  const info: Draft = {
    kind: "benefit-info",
    benefit,
    provisions: provisionsToShow(scene, benefit),
    asOf: scene.asOf,
    office,
    focus,
  };
  const decided = decisions.map((decision): Draft => ({ kind: "benefit", decision, office, detail: "full" }));
  const question = questionFor(scene, decisions);
  const cards =
    knowsSomebody(scene) && decided.length > 0 ? (focus === "how" ? [info, ...decided] : decided) : [info];
  const follow: readonly Draft[] =
    question === null
      ? [{ kind: "choices", key: "benefit.further", choices: followUps(benefit, focus) }]
      : askDrafts(scene, question);
  return { drafts: [...cards, ...follow], decisions };
}

function followUps(benefit: Benefit, focus: "what" | "how"): readonly DraftChoice[] {
  const other: DraftChoice =
    focus === "how"
      ? { id: `benefit:${benefit.id}`, label: { key: "benefit.what" } }
      : { id: `howto:${benefit.id}`, label: { key: "benefit.how" } };
  return [
    other,
    { id: "intent:entitlements", label: { key: "menu.entitlements" } },
    { id: "human", label: { key: "menu.human" } },
  ];
}

/** Which one is meant? The closest names as choices; never a near miss as an answer. */
export function whichBenefit(scene: Scene, action: "benefit" | "howto"): Answer {
  const hits =
    scene.state.words === null
      ? []
      : searchKnowledge(
          scene.knowledge,
          { q: scene.state.words, kind: "benefit", limit: 4 },
          scene.state.language,
        );
  const found = hits.flatMap((hit) => scene.knowledge.benefits.get(hit.id) ?? []);
  const choices =
    found.length > 0
      ? found.map((benefit): DraftChoice => ({ id: `${action}:${benefit.id}`, label: benefit.name }))
      : popular(scene, action);
  return {
    drafts: [
      {
        kind: "ask-want",
        key: "benefit.which",
        choices: [...choices, { id: "human", label: { key: "menu.human" } }],
        entry: "choice",
      },
    ],
    unanswered: found.length === 0,
  };
}

/** The benefits with the widest reach, for a person who names none: cash for age first. */
function popular(scene: Scene, action: "benefit" | "howto"): readonly DraftChoice[] {
  const ids = [
    "old-age-allowance",
    "care-allowance",
    "long-term-care-insurance",
    "minimum-living-allowance",
  ] as const;
  return ids.flatMap((id) => {
    const benefit = scene.knowledge.benefits.get(id);
    return benefit ? [{ id: `${action}:${id}`, label: benefit.name }] : [];
  });
}

/** What is it, how much, may we have it? */
export function benefitInfo(scene: Scene): Answer {
  const { state, knowledge } = scene;
  const benefit = state.benefit === null ? undefined : knowledge.benefits.get(state.benefit);
  if (benefit) return aboutBenefit(scene, benefit, "what");
  const topic = state.topic === null ? undefined : knowledge.topics.get(state.topic);
  if (topic)
    return {
      drafts: [topicDraft(scene, topic), { kind: "choices", key: "benefit.further", choices: menu() }],
    };
  return whichBenefit(scene, "benefit");
}
