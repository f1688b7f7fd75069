import type { Block } from "../../src/engine/message/types.ts";
import type { Draft } from "../../src/engine/speech/draft.ts";
import { render } from "../../src/engine/speech/index.ts";
import { benefit, decision, facility, office, provision, small, text } from "./cases.ts";
import { amount, voiceOf } from "./voice.ts";

const zh = voiceOf("zh-Hans", small);
/** The day the replies are of. */
export const TODAY = "2026-11-22";

/** A rule with two tiers of amounts. */
export const tiered = provision(
  "tiered",
  "350582",
  { fact: "age", "at-least": 80 },
  {
    amounts: [
      amount({ when: { fact: "age", "at-least": 80, below: 90 }, bound: "exact", value: 50 }),
      amount({ when: { fact: "age", "at-least": 90 }, bound: "exact", value: 100 }),
    ],
    note: text("按月发"),
  },
);
/** An office without a number. */
export const committee = office("village-committee");
const topic = {
  id: "beds",
  kind: "target" as const,
  name: text("床位"),
  also: { "zh-Hans": [], "zh-Hant": [], en: [] },
  office: "village-committee",
  answers: ["350582", "350500"].map((jurisdiction) => ({
    jurisdiction,
    sources: [{ document: "city", clause: "三" }],
    period: { from: null, to: "2025-12-31", basis: "stated" as const },
    checked: "2026-01-01",
    text: text(`${jurisdiction}的床位`),
    figures: [],
  })),
};

/** One draft of every kind; a new kind that is not here does not compile. */
export const DRAFTS: { readonly [Kind in Draft["kind"]]: Extract<Draft, { kind: Kind }> } = {
  say: { kind: "say", key: "scope.other" },
  ask: { kind: "ask", fact: "minimum-living", of: "family", first: [] },
  "ask-want": {
    kind: "ask-want",
    key: "benefit.which",
    choices: [{ id: "human", label: { key: "menu.human" } }],
    entry: "choice",
  },
  benefit: { kind: "benefit", decision: decision(), office: committee, detail: "full" },
  "benefit-info": {
    kind: "benefit-info",
    benefit: benefit("allowance", [tiered]),
    provisions: [tiered],
    elsewhere: [],
    asOf: TODAY,
    office: committee,
    focus: "what",
  },
  facility: {
    kind: "facility",
    ranked: {
      facility: facility("f", "canteen"),
      distance: null,
      walkMinutes: null,
      openState: "unknown",
      unsure: "hours",
      changesAt: null,
      confirmFirst: true,
      match: "asked",
      far: false,
    },
  },
  topic: { kind: "topic", topic, jurisdictions: null, asOf: TODAY, office: committee },
  "why-not": { kind: "why-not", decisions: [decision({ outcome: "no" })] },
  handoff: {
    kind: "handoff",
    key: "handoff.here",
    offices: [committee, office("hotline", { phone: "12345" })],
  },
  emergency: { kind: "emergency", key: "emergency.medical", number: "120" },
  choices: { kind: "choices", key: "menu.what", choices: [{ id: "more", label: { key: "facility.more" } }] },
};

/** The one block that a draft becomes, of the kind expected. */
export function one<Kind extends Block["kind"]>(draft: Draft, kind: Kind): Extract<Block, { kind: Kind }> {
  const [block] = render(zh, [draft], TODAY).blocks;
  if (block?.kind !== kind) throw new Error(`expected a ${kind} block, got ${block?.kind}`);
  return block as Extract<Block, { kind: Kind }>;
}

/** The lines of a card by label. */
export const lines = (block: { readonly lines: readonly { label: string; text: string }[] }) =>
  Object.fromEntries(block.lines.map(({ label, text: said }) => [label, said]));
