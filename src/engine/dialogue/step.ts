/**
 * One step of the conversation: (state, reading) → (state, answer). Commands first, then the matter.
 * The answer is made from the state alone, so that “back” and “say it again” make the same reply anew.
 */
import type { Intent } from "../knowledge/intents.ts";
import type { Understanding } from "../language/types.ts";
import { HANDLERS } from "./intents/index.ts";
import { clarify } from "./intents/people.ts";
import { whichPlace } from "./intents/which-place.ts";
import { whyNot } from "./intents/why-not.ts";
import { isLasting } from "./matter.ts";
import { emptyReading } from "./moves.ts";
import { withSettledAge } from "./possible-ages.ts";
import { askDrafts, factAsked } from "./questions.ts";
import type { Answer, Scene } from "./scene.ts";
import { type Aside, agesOf, declinedOf, factsOf, initialState, remember, type State } from "./state.ts";
import { type Updated, update } from "./update.ts";

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
  const { age, ...others } = factsOf(state);
  const facts = age === undefined || agesOf(state) !== null ? others : { age, ...others };
  return { ...setting, state, intent, reading, facts };
}

/** What must be kept of a reading to give its reply again; null for an answer to the matter. */
function asideOf(intent: Intent, reading: Understanding | null): Aside | null {
  if (reading === null || isLasting(intent)) return null;
  const { emergency, smalltalk, elsewhere, command } = reading;
  return { intent, emergency, smalltalk, elsewhere, command };
}

/** An answer put into the state: what it asks, and how often has been asked. `pending` is the question open before. */
function settled(state: State, answer: Answer, pending: string | null): State {
  const asked = answer.drafts.map(factAsked).find((fact) => fact !== null) ?? null;
  const questionsAsked = state.questionsAsked + (asked === null || asked === pending ? 0 : 1);
  return { ...withSettledAge(state, answer.decisions), ...answer.state, asked, questionsAsked };
}

/** After a kind word or something that is not ours the question still open comes again, instead of the menu. */
function withOpen(scene: Scene, answer: Answer, pending: string | null): Answer {
  const { intent, reading } = scene;
  const asks = answer.drafts.some((draft) => factAsked(draft) !== null);
  const aside = intent === "smalltalk" || intent === "out_of_scope";
  if (!aside || asks || pending === null || reading?.smalltalk === "bye") return answer;
  if (reading?.smalltalk === "forgotten" || !isOpen(scene.state, pending)) return answer;
  const drafts = answer.drafts.filter(({ kind }) => kind !== "choices");
  return { ...answer, drafts: [...drafts, ...askDrafts(scene, pending)] };
}

/** The question that what was asked in between left open comes again, unless that asks something itself. */
function withInterview(scene: Scene, answer: Answer, pending: string | null): Answer {
  const returns = scene.state.interview?.intent === "entitlements";
  const own = returns ? answer.drafts.filter((draft) => factAsked(draft) === null) : answer.drafts;
  const asks = own.some(({ kind }) => kind === "ask" || kind === "ask-want");
  const isLeft = !scene.state.interview || pending === null || !isOpen(scene.state, pending);
  if (asks || isLeft) return { ...answer, state: { ...answer.state, interview: null } };
  const drafts = own.filter((draft) => draft.kind !== "choices" || draft.key === "topic.which");
  return {
    ...answer,
    drafts: [...drafts, { kind: "say", key: "ask.back-to" }, ...askDrafts(scene, pending)],
  };
}

/** A question that was neither answered nor passed over in this turn. */
function isOpen(state: State, fact: string): boolean {
  return factsOf(state)[fact] === undefined && !declinedOf(state).includes(fact);
}

/** The answer for a state and what it asks, put into the state. */
function respond(
  setting: Setting,
  state: State,
  intent: Intent,
  reading: Understanding | null,
  pending: string | null = state.asked,
): Step {
  const scene = sceneOf(setting, state, intent, reading);
  const own = (isLasting(intent) && whichPlace(scene, pending)) || HANDLERS[intent](scene);
  const answer = isLasting(intent) ? withInterview(scene, own, pending) : withOpen(scene, own, pending);
  const next = { ...state, misses: 0, aside: asideOf(intent, reading) };
  return { state: settled(next, answer, pending), answer, intent };
}

/** Not understood: the open question again, or what one can ask; then a person. The matter stays as it was. */
function miss(setting: Setting, state: State, intent: Intent, reading: Understanding | null): Step {
  const answer = clarify(sceneOf(setting, state, intent, reading));
  return { state: settled({ ...state, aside: null }, answer, state.asked), answer, intent };
}

/** What an unclear text leaves behind: what it tells of the person and the place, but no new matter. */
function unclear(before: State, { state }: Updated): State {
  const { language, people, actual, about, words, county, town, location } = state;
  const told = { ...before, language, people, actual, about, words, county, town, location };
  return { ...remember(told, before), misses: before.misses + 1 };
}

/** The reply of a state made again; a kind word in between is not what one wants to hear twice. */
function again(setting: Setting, state: State): Step {
  const { aside } = state;
  if (state.misses > 0) return miss(setting, state, state.intent ?? "smalltalk", null);
  const isDone = aside?.intent === "smalltalk" && state.intent !== null;
  if (!aside || isDone) return respond(setting, state, state.intent ?? "smalltalk", null);
  const { intent, ...said } = aside;
  if (intent === "why-not") return refused(setting, state);
  return respond(setting, state, intent, { ...emptyReading(state.language), ...said });
}

/** The history without the asides and the reply that they interrupted, which is now made again. */
function beforeMatter(history: State["history"]): State["history"] {
  const last = history.at(-1);
  if (!last) return [];
  return last.aside || last.misses > 0 ? beforeMatter(history.slice(0, -1)) : history.slice(0, -1);
}

/** The next cards, where the last reply had more to show; otherwise back to the matter (“继续”). */
function more(setting: Setting, state: State): Step {
  const { intent, aside, offered } = state;
  const back = { ...state, aside: null, misses: 0 };
  if (aside || state.misses > 0) return again(setting, { ...back, history: beforeMatter(state.history) });
  if (!offered.some(({ id }) => id === "more")) return again(setting, state);
  const by = intent !== null && intent in MORE ? MORE[intent as keyof typeof MORE] : 0;
  return again(setting, remember({ ...back, shown: state.shown + by }, state));
}

/** “再说一遍” is a request about the talk; the reply is the matter's all the same. */
function asRequest(repeated: Step): Step {
  return isLasting(repeated.intent) ? { ...repeated, intent: "smalltalk" } : repeated;
}

/** Above this confidence an aside in the middle of the interview is one, and no answer that was not understood. */
const SURE_ASIDE = 0.8;

/** An open question and words that nothing certain is known of: better asked again than left. */
function isLost(
  { asked }: State,
  { intent, confidence, command, smalltalk, elsewhere }: Understanding,
): boolean {
  const aside = intent === "smalltalk" || intent === "out_of_scope";
  const certain = command !== null || smalltalk !== null || elsewhere !== null;
  return asked !== null && aside && !certain && confidence < SURE_ASIDE;
}

/** Steers the talk itself; null when the reading is no command that does. */
function command(setting: Setting, state: State, reading: Understanding): Step | null {
  const { language } = reading;
  const aside = { ...reading, ellipsis: true };
  switch (reading.command) {
    case "back": {
      const before = state.history.at(-1);
      const history = state.history.slice(0, -1);
      return again(setting, before ? { ...before, history } : initialState(state.language));
    }
    case "restart":
      return again(setting, initialState(language));
    case "forget":
      return respond(setting, initialState(language), "smalltalk", { ...aside, smalltalk: "forgotten" });
    case "repeat":
      return asRequest(again(setting, state));
    case "more":
      return more(setting, state);
    case "human":
      return respond(setting, remember(state, state), "handoff", aside);
    case "slower":
    case "larger":
      return respond(setting, remember(state, state), "smalltalk", aside);
    default:
      return null;
  }
}

/** One turn of the dialogue. `words` is the text said, kept for look-ups by text. */
export function step(setting: Setting, state: State, reading: Understanding, words: string | null): Step {
  const steered = reading.emergency || reading.returns ? null : command(setting, state, reading);
  if (steered) return steered;
  const updated = update(setting.knowledge, state, reading, words);
  const goesOn = reading.ellipsis || updated.continues || reading.emergency !== null;
  if (!goesOn && (reading.confidence < setting.floor || isLost(state, reading)))
    return miss(setting, unclear(state, updated), updated.intent, reading);
  const next = remember(updated.state, state);
  return respond(setting, next, updated.intent, { ...reading, ellipsis: goesOn }, state.asked);
}

/** The refused benefits with their reasons, then the open question again. */
function refused(setting: Setting, state: State): Step {
  const intent = state.intent ?? "entitlements";
  const answer = whyNot(sceneOf(setting, state, intent, null));
  const aside = {
    intent: "why-not",
    emergency: null,
    smalltalk: null,
    elsewhere: null,
    command: null,
  } as const;
  return { state: settled({ ...state, aside, misses: 0 }, answer, state.asked), answer, intent };
}

/** The refusals; a step of its own because it is offered, not asked for in words. */
export function stepWhyNot(setting: Setting, state: State): Step {
  return refused(setting, remember(state, state));
}
