import { randomUUID } from "node:crypto";
import type { Day, Engine, Input, Language, State, Turn } from "../engine/index.ts";
import { type Clock, instantOf } from "./clock.ts";
import type { Conversations } from "./conversations/port.ts";
import type { Log } from "./log.ts";
import type { Records } from "./records/port.ts";

/** Which face a turn came through; for the records, never for the answer. */
export type Face = "kiosk" | "bot" | "desk" | "api" | "terminal";

/** One turn as a face hands it in. */
export interface TurnRequest {
  /** Id from an earlier answer. Unknown or expired ids start a new conversation under a new id. */
  readonly conversation?: string;
  readonly input: Input;
  readonly language?: Language;
  readonly asOf?: Day;
  readonly site?: string;
  readonly face: Face;
}

/** The turn, and the id to go on with. */
export interface TurnResult {
  readonly conversation: string;
  readonly turn: Turn;
}

/** The engine with a memory: what every face on Node talks to. */
export interface Assistant {
  turn(request: TurnRequest): Promise<TurnResult>;
  /** Forgets a conversation at once, with all its facts. */
  forget(conversation: string): Promise<void>;
}

/** What the assistant is made of. */
export interface AssistantParts {
  readonly engine: Engine;
  readonly conversations: Conversations;
  readonly records: Records;
  readonly clock: Clock;
  readonly log: Log;
}

/**
 * Runs tasks of one key one after another and tasks of different keys side by side: two quick taps
 * of one person must not both start from the same state.
 */
function inOrder(): <T>(key: string, task: () => Promise<T>) => Promise<T> {
  const tails = new Map<string, Promise<unknown>>();
  return (key, task) => {
    const before = tails.get(key) ?? Promise.resolve();
    const result = before.then(task, task);
    const tail = result
      .catch(() => undefined)
      .then(() => {
        if (tails.get(key) === tail) tails.delete(key);
      });
    tails.set(key, tail);
    return result;
  };
}

function contextOf(request: TurnRequest, now: string) {
  const { asOf, language, site } = request;
  return { now, ...(asOf ? { asOf } : {}), ...(language ? { language } : {}), ...(site ? { site } : {}) };
}

/** A record is worth less than an answer: when it cannot be written, the turn goes on. */
async function recordUnanswered(parts: AssistantParts, request: TurnRequest, turn: Turn): Promise<void> {
  if (!turn.unanswered || request.input.kind !== "text") return;
  try {
    await parts.records.addUnanswered({
      text: request.input.text,
      language: turn.understanding.language,
      intent: turn.understanding.intent,
      face: request.face,
      site: request.site ?? null,
      county: turn.state.county,
    });
  } catch (error) {
    parts.log.warn({ err: error }, "an unanswered question could not be recorded");
  }
}

async function load(parts: AssistantParts, id: string | undefined): Promise<[string, State | null]> {
  const state = id === undefined ? null : await parts.conversations.get(id);
  return state !== null && id !== undefined ? [id, state] : [randomUUID(), null];
}

/**
 * Joins engine, conversations and records behind one `turn`. Ids are random and made here only, so
 * nobody can walk into somebody else's conversation by choosing an id.
 *
 * @example
 * const { conversation, turn } = await assistant.turn({ input: { kind: "text", text: "你好" }, face: "api" });
 */
export function createAssistant(parts: AssistantParts): Assistant {
  const queue = inOrder();
  const run = async (request: TurnRequest): Promise<TurnResult> => {
    const [conversation, state] = await load(parts, request.conversation);
    const turn = parts.engine.turn(state, request.input, contextOf(request, instantOf(parts.clock())));
    await parts.conversations.set(conversation, turn.state);
    await recordUnanswered(parts, request, turn);
    return { conversation, turn };
  };
  return {
    turn: (request) =>
      request.conversation === undefined ? run(request) : queue(request.conversation, () => run(request)),
    forget: (conversation) => queue(conversation, () => parts.conversations.delete(conversation)),
  };
}
