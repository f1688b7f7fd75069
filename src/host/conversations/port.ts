import type { State } from "../../engine/index.ts";

/** How long an idle conversation is remembered, in seconds; after that its facts are gone. */
export const CONVERSATION_TTL_SECONDS = 30 * 60;

/**
 * Where conversations live between turns. In memory for one process, in Redis for several.
 * Every `set` starts the time to live anew.
 */
export interface Conversations {
  get(id: string): Promise<State | null>;
  set(id: string, state: State): Promise<void>;
  delete(id: string): Promise<void>;
  /** Whether the store answers; false makes the process not ready. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

/** The store is out of reach: the request fails with 503 and nothing is lost but this turn. */
export class ConversationsUnavailable extends Error {
  override readonly name = "ConversationsUnavailable";
  readonly statusCode = 503;
  readonly code = "CONVERSATIONS_UNAVAILABLE";
}
