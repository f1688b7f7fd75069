/**
 * One step of the conversation: (state, reading) → (state, answer). Commands first, then the matter.
 * The answer is made from the state alone, so that “back” and “say it again” make the same reply anew.
 */
import type { Intent } from "../knowledge/intents.ts";
import type { Understanding } from "../language/types.ts";
import { HANDLERS } from "./intents/index.ts";
import { clarify } from "./intents/people.ts";
import { whyNot } from "./intents/why-not.ts";
import type { Answer, Scene } from "./scene.ts";
import { factsOf, initialState, remember, type State } from "./state.ts";
import { update } from "./update.ts";

/** What a step needs from outside. */
export interface Setting extends Pick<Scene, "knowledge" | "asOf" | "now" | "site"> {
  /** Below this confidence the dialogue asks instead of answering. */
  readonly floor: number;
}

export interface Step {
  readonly state: State;
  readonly answer: Answer;
  readonly intent: Intent;
}

/** Cards that “more” moves on by; the same as one reply shows. */
const MORE = { entitlements: 6, facility_nearest: 3, facility_info: 3 } as const;

function sceneOf(setting: Setting, state: State, intent: Intent, reading: Understanding | null): Scene {
  return { ...setting, state, intent, reading, facts: factsOf(state) };
}

/** The answer for a state and what it asks, put into the state. */
function respond(setting: Setting, state: State, intent: Intent, reading: Understanding | null): Step {
  const scene = sceneOf(setting, state, intent, reading);
  const unclear = reading !== null && reading.confidence < setting.floor && !reading.ellipsis;
  const misses = unclear ? state.misses + 1 : 0;
  const answer = unclear ? clarify({ ...scene, state: { ...state, misses } }) : HANDLERS[intent](scene);
  const asked = answer.drafts.find((draft) => draft.kind === "ask")?.fact ?? null;
  return {
    state: {
      ...state,
      ...answer.state,
      misses,
      asked,
      questionsAsked: state.questionsAsked + (asked === null ? 0 : 1),
    },
    answer,
    intent,
  };
}

/** The reply of a state made again. */
function again(setting: Setting, state: State): Step {
  return respond(setting, state, state.intent ?? "smalltalk", null);
}

/** Steers the talk itself; null when the reading is no command that does. */
function command(setting: Setting, state: State, reading: Understanding): Step | null {
  const { intent } = state;
  switch (reading.command) {
    case "back": {
      const before = state.history.at(-1);
      return again(
        setting,
        before ? { ...before, history: state.history.slice(0, -1) } : initialState(state.language),
      );
    }
    case "restart":
      return again(setting, initialState(state.language));
    case "forget":
      return respond(setting, initialState(state.language), "smalltalk", {
        ...reading,
        smalltalk: "forgotten",
        ellipsis: true,
      });
    case "repeat":
      return again(setting, state);
    case "more": {
      const by = intent !== null && intent in MORE ? MORE[intent as keyof typeof MORE] : 0;
      return again(setting, remember({ ...state, shown: state.shown + by }, state));
    }
    case "human":
      return respond(setting, remember(state, state), "handoff", { ...reading, ellipsis: true });
    case "slower":
    case "larger":
      return respond(setting, state, "smalltalk", { ...reading, ellipsis: true });
    default:
      return null;
  }
}

/** One turn of the dialogue. `words` is the text said, kept for look-ups by text. */
export function step(setting: Setting, state: State, reading: Understanding, words: string | null): Step {
  const steered = reading.emergency ? null : command(setting, state, reading);
  if (steered) return steered;
  const updated = update(setting.knowledge, state, reading, words);
  return respond(setting, remember(updated.state, state), updated.intent, reading);
}

/** The refused benefits with their reasons; a step of its own because it is offered, not asked for in words. */
export function stepWhyNot(setting: Setting, state: State): Step {
  const next = remember(state, state);
  const intent = state.intent ?? "entitlements";
  return { state: next, answer: whyNot(sceneOf(setting, next, intent, null)), intent };
}
