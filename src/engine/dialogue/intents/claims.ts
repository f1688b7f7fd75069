/** “We qualify, so why has the money not come?”: what to check, who decides, what to bring, and whom to call. */
import type { Benefit, Office, Topic } from "../../knowledge/types.ts";
import type { Draft, DraftChoice } from "../../speech/draft.ts";
import { CLAIM } from "../matter.ts";
import { officeOf } from "../offices.ts";
import { type Answer, placeOf, type Scene } from "../scene.ts";
import { topicDraft } from "./topics.ts";

/** Benefits whose money people wait for most often, offered where none is named. */
const WAITED_FOR = [
  "old-age-allowance",
  "care-allowance",
  "minimum-living-allowance",
  "basic-pension",
] as const;

function bring(benefit: Benefit | undefined): Draft {
  const list = benefit?.apply.bring ?? [];
  if (benefit === undefined || list.length === 0) return { kind: "say", key: "claim.bring-any" };
  return { kind: "say", key: "claim.bring", parameters: { benefit: benefit.name, bring: { list } } };
}

/** Those who can look the claim up, nearest first, and the line that follows it up. */
function askThere(scene: Scene, benefit: Benefit | undefined): Draft {
  const place = placeOf(scene);
  const roles = [
    benefit?.apply.office ?? "village-committee",
    "village-committee",
    "town-civil-affairs",
    "hotline-12345",
  ];
  const offices: readonly Office[] = [...new Set(roles)].map((role) =>
    officeOf(scene.knowledge, role, place),
  );
  return { kind: "handoff", key: "claim.ask", offices };
}

/** Which money is meant decides who pays it, so it is asked where it was not said. */
function whichMoney({ knowledge }: Scene): Draft {
  const choices = WAITED_FOR.flatMap((id): readonly DraftChoice[] => {
    const benefit = knowledge.benefits.get(id);
    return benefit ? [{ id: `claim:${id}`, label: benefit.name }] : [];
  });
  const human: DraftChoice = { id: "human", label: { key: "menu.human" } };
  return { kind: "ask-want", key: "claim.which", choices: [...choices, human], entry: "choice" };
}

/** The way on, where the topic is money that does not come; null for any other. */
export function ownClaim(scene: Scene): Answer | null {
  const { state, knowledge } = scene;
  const topic = state.topic === CLAIM ? knowledge.topics.get(CLAIM) : undefined;
  const benefit = state.benefit === null ? undefined : knowledge.benefits.get(state.benefit);
  return topic ? aboutClaim(scene, topic, benefit, "what") : null;
}

/** The way on for money that does not come, of one benefit or of one not named yet. Promises nothing. */
export function aboutClaim(
  scene: Scene,
  topic: Topic,
  benefit: Benefit | undefined,
  focus: "what" | "how",
): Answer {
  const further: Draft = benefit
    ? {
        kind: "choices",
        key: "benefit.further",
        choices: [
          { id: `benefit:${benefit.id}`, label: { key: "benefit.what" } },
          { id: "intent:entitlements", label: { key: "menu.entitlements" } },
          { id: "human", label: { key: "menu.human" } },
        ],
      }
    : whichMoney(scene);
  const told: readonly Draft[] = [
    topicDraft(scene, topic),
    { kind: "say", key: "claim.decides" },
    { kind: "say", key: "claim.back-pay" },
  ];
  const where: readonly Draft[] = [bring(benefit), askThere(scene, benefit)];
  return { drafts: [...(focus === "how" ? [...where, ...told.slice(1)] : [...told, ...where]), further] };
}
