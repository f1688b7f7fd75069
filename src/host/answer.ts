import type { Entitlement, FacilityHit, Facts, Intent, Reply, Slots, Source, Turn } from "../engine/index.ts";

/** The answer of `POST /api/turn`, and of the terminal with `--json`: one shape for both. */
export interface Answer {
  readonly conversation: string;
  readonly understanding: { readonly intent: Intent; readonly confidence: number; readonly slots: Slots };
  readonly facts: Facts;
  readonly asks: string | null;
  readonly reply: Reply;
  readonly entitlements?: readonly Entitlement[];
  /** Id of the case behind `entitlements`: the same case has the same id in every channel. */
  readonly determination?: string;
  readonly facilities?: readonly FacilityHit[];
  readonly sources: readonly Source[];
}

/**
 * Shapes a turn as the contract fixes it: what the engine keeps for itself (state, cues) stays inside.
 *
 * @example toAnswer("6f1c…", turn).reply.text
 */
export function toAnswer(conversation: string, turn: Turn): Answer {
  const { intent, confidence, slots } = turn.understanding;
  return {
    conversation,
    understanding: { intent, confidence, slots },
    facts: turn.facts,
    asks: turn.asks,
    reply: turn.reply,
    ...(turn.entitlements ? { entitlements: turn.entitlements } : {}),
    ...(turn.determination ? { determination: turn.determination } : {}),
    ...(turn.facilities ? { facilities: turn.facilities } : {}),
    sources: turn.sources,
  };
}
