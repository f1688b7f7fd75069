import type { Input, State, Turn, TurnContext } from "../../../src/engine/index.ts";
import type { Opened, Request, Response } from "../background/messages.ts";
import { createWorkerCalls, ofKind, type Port } from "../background/worker-calls.ts";
import type { Script } from "../background/written-words.ts";
import type { Word } from "../writing/lexicon.ts";

/** The engine as the page sees it: answers come later, from the worker. Every call rejects on failure. */
export interface EngineClient {
  open(): Promise<Opened>;
  /** Whether there is newer knowledge; it is put aside until it is adopted. */
  look(): Promise<boolean>;
  /** Answers come from the newer knowledge from now on. */
  adopt(): Promise<Opened>;
  turn(state: State | null, input: Input, context: TurnContext): Promise<Turn>;
  /** The words people may want to write. */
  words(script: Script): Promise<readonly Word[]>;
}

/** Longest that an answer may take, in milliseconds: the slowest boards need a second. */
const LONGEST_MS = 20_000;

/**
 * Speaks with the worker that `start` makes. When the worker dies, every waiting call is rejected and the
 * next call starts a new one: a crashed engine costs the person one repeated tap, not the kiosk.
 */
export function createEngineClient(start: () => Port<Response>): EngineClient {
  /** The worker has answered, and so has the knowledge. */
  let ready = false;
  const { call, giveUp } = createWorkerCalls<Request, Response>(start, {
    answered: ({ kind }) => {
      if (kind !== "failed") ready = true;
    },
    stopped: () => {
      ready = false;
    },
  });
  const turn: EngineClient["turn"] = async (state, input, context) => {
    // A worker that has opened the knowledge and then says nothing hangs; it is given up like one that died.
    const hanging = ready ? setTimeout(giveUp, LONGEST_MS) : undefined;
    try {
      return ofKind(await call({ kind: "turn", state, input, context }), "turned").turn;
    } finally {
      clearTimeout(hanging);
    }
  };
  return {
    open: async () => ofKind(await call({ kind: "open" }), "opened").opened,
    look: async () => ofKind(await call({ kind: "look" }), "looked").newer,
    adopt: async () => ofKind(await call({ kind: "adopt" }), "opened").opened,
    turn,
    words: async (script) => ofKind(await call({ kind: "words", script }), "words").words,
  };
}
