import type { Intent, Turn } from "../../../src/engine/index.ts";

/** What a question was taken for, to be said back: `kiosk.understood.<intent>` with the name of the matter. */
export interface Gist {
  readonly intent: Intent;
  /** Id of the benefit, topic or kind of place; null when the question names none. */
  readonly matter: string | null;
}

/** Intents that can be said back in one plain question. The others are answered at once. */
const SAID_BACK: ReadonlySet<Intent> = new Set<Intent>([
  "entitlements",
  "benefit_info",
  "facility_nearest",
  "facility_info",
  "apply_howto",
  "policy_lookup",
  "provider_subsidy",
]);

/**
 * Whether to ask “did I understand you right?” before answering. Never before an emergency, a person asked for
 * or small talk; nor when the engine's own reply asks what is meant (which of two towns), as one is not asked twice.
 */
export function needsChecking({ understanding, state, reply, unanswered }: Turn): boolean {
  const { emergency, command, smalltalk, elsewhere } = understanding;
  if (emergency !== null || command !== null || smalltalk !== null || elsewhere !== null) return false;
  if (reply.blocks.some((block) => block.kind === "ask" && block.fact === null)) return false;
  return SAID_BACK.has(understanding.intent) && state.misses === 0 && !unanswered;
}

/** What to say back. */
export function gistOf({ understanding, state }: Turn): Gist {
  const { benefit, facilityType, topic } = understanding.slots;
  const { intent } = understanding;
  const named = intent.startsWith("facility")
    ? (facilityType ?? state.facilityType)
    : (benefit ?? topic ?? state.benefit ?? state.topic);
  return { intent, matter: intent === "entitlements" ? null : (named ?? null) };
}
