import type { Decision } from "../../eligibility/types.ts";
import { CITY, NATION, PROVINCE, searchKnowledge } from "../../knowledge/index.ts";
import type { Benefit, PlaceCode, Provision, Topic } from "../../knowledge/types.ts";
import type { Draft, DraftChoice } from "../../speech/draft.ts";
import { CLAIM } from "../matter.ts";
import { menu } from "../menu.ts";
import { homeFor, officeOf } from "../offices.ts";
import { inReadingOrder } from "../order.ts";
import { decideAll, decideNamed, knowsAge } from "../possible-ages.ts";
import { askDrafts, questionFor } from "../questions.ts";
import { type Answer, jurisdictionsOf, placeOf, type Scene } from "../scene.ts";
import { soonDecided, supposedAge } from "../soon.ts";
import { aboutClaim } from "./claims.ts";
import { topicDraft } from "./topics.ts";

/** Money goes by the hukou, anything else by where one lives. */
function placeFor(scene: Scene, benefit: Benefit): PlaceCode | null {
  const { hukou } = scene.facts;
  return benefit.kind === "cash" && typeof hukou === "string" ? hukou : placeOf(scene);
}

/** What to read out of a benefit when nobody in particular is asked about. */
interface Reading {
  /** The rule that answers here, then superiors' floors. */
  readonly provisions: readonly Provision[];
  /** What other places pay, where no place is known. */
  readonly elsewhere: readonly Provision[];
}

/** The newest begun provision of each jurisdiction. */
function newest(scene: Scene, benefit: Benefit): ReadonlyMap<string, Provision> {
  const begun = benefit.provisions.filter(({ period }) => period.from === null || period.from <= scene.asOf);
  const oldestFirst = [...begun].sort((one, other) =>
    (one.period.from ?? "").localeCompare(other.period.from ?? ""),
  );
  return new Map(oldestFirst.map((provision) => [provision.jurisdiction, provision]));
}

/** The rule of the person's place; without a place the widest one, and what the counties pay beside it. */
function readingOf(scene: Scene, benefit: Benefit): Reading {
  const byPlace = newest(scene, benefit);
  const place = placeFor(scene, benefit);
  const chain = place === null ? [CITY, PROVINCE, NATION] : jurisdictionsOf(scene.knowledge, place);
  const own = chain.flatMap((jurisdiction) => byPlace.get(jurisdiction) ?? []);
  const [best, ...superiors] = own;
  if (best) {
    const floors = superiors.filter((provision) => provision.floor);
    const others = [...byPlace.values()].filter((other) => !own.includes(other) && other.amounts.length > 0);
    return { provisions: [best, ...floors], elsewhere: place === null ? others : [] };
  }
  return { provisions: [...byPlace.values()].slice(0, 2), elsewhere: [] };
}

/** Is anything known that a decision could rest on? */
function knowsSomebody(scene: Scene): boolean {
  return knowsAge(scene) && (scene.facts.hukou !== undefined || scene.facts.residence !== undefined);
}

/** One benefit: decided when we know the person, told in general when we do not; then the question that would decide it. */
function aboutBenefit(scene: Scene, benefit: Benefit, focus: "what" | "how"): Answer {
  const office = officeOf(scene.knowledge, benefit.apply.office, placeFor(scene, benefit));
  const decisions = decideNamed(scene, benefit.id);
  const info: Draft = {
    kind: "benefit-info",
    benefit,
    ...readingOf(scene, benefit),
    asOf: scene.asOf,
    office,
    focus,
  };
  const soon = soonDecided(scene, decisions);
  const carded = (decision: Decision): Draft => {
    const home = homeFor(scene.knowledge, decision, scene.facts);
    const own = home === null ? office : officeOf(scene.knowledge, benefit.apply.office, home);
    return { kind: "benefit", decision, office: own, detail: "full" };
  };
  const decided = [
    ...supposedAge(scene),
    ...decisions.map(carded),
    ...(soon ? [soon.say, ...soon.decisions.map(carded)] : []),
  ];
  const question = questionFor(scene, decisions);
  const cards =
    knowsSomebody(scene) && decisions.length > 0 ? (focus === "how" ? [info, ...decided] : decided) : [info];
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

/** The benefits that come first for a person we know: “怎么办” after all one is entitled to means one of these. */
function ownBenefits(scene: Scene): readonly Benefit[] {
  if (!knowsSomebody(scene)) return [];
  const decisions = decideAll(scene);
  const open = inReadingOrder(decisions.filter(({ outcome }) => outcome !== "no"));
  return open.slice(0, 4).map(({ benefit }) => benefit);
}

/** Which one is meant? The closest names as choices; never a near miss as an answer. */
function whichBenefit(scene: Scene, action: "benefit" | "howto"): Answer {
  const own = ownBenefits(scene);
  const hits =
    scene.state.words === null || own.length > 0
      ? []
      : searchKnowledge(
          scene.knowledge,
          { q: scene.state.words, kind: "benefit", limit: 4 },
          scene.state.language,
        );
  const found = own.length > 0 ? own : hits.flatMap((hit) => scene.knowledge.benefits.get(hit.id) ?? []);
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

/** Topics about what happens to a claim (not decided here, or a right) answer before the benefit they are about. */
function comesFirst(topic: Topic): boolean {
  return topic.kind === "right" || topic.kind === "not-decided";
}

/** The named matter: a topic about the claim, else the benefit, else any topic; else which one is meant. */
export function aboutNamed(scene: Scene, focus: "what" | "how"): Answer {
  const { state, knowledge } = scene;
  const benefit = state.benefit === null ? undefined : knowledge.benefits.get(state.benefit);
  const topic = state.topic === null ? undefined : knowledge.topics.get(state.topic);
  if (topic && (!benefit || comesFirst(topic))) {
    const own: readonly DraftChoice[] = benefit ? [{ id: `benefit:${benefit.id}`, label: benefit.name }] : [];
    if (topic.id === CLAIM) return aboutClaim(scene, topic, benefit, focus);
    return {
      drafts: [
        topicDraft(scene, topic),
        { kind: "choices", key: "benefit.further", choices: [...own, ...menu()] },
      ],
    };
  }
  if (benefit) return aboutBenefit(scene, benefit, focus);
  return whichBenefit(scene, focus === "how" ? "howto" : "benefit");
}

/** What is it, how much, may we have it? */
export function benefitInfo(scene: Scene): Answer {
  return aboutNamed(scene, "what");
}
