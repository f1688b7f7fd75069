import type { Input, State, Turn, TurnContext } from "../../../src/engine/index.ts";
import type { Opened, Request, Response } from "../background/messages.ts";
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

type Body = Request extends infer R ? (R extends Request ? Omit<R, "id"> : never) : never;
type Waiting = { readonly resolve: (response: Response) => void; readonly reject: (reason: Error) => void };

/** The part of a Worker that the client uses; tests pass their own. */
export interface Port {
  postMessage(request: unknown): void;
  addEventListener(type: "message", listener: (event: { readonly data: Response }) => void): void;
  addEventListener(type: "error", listener: (event?: { preventDefault(): void }) => void): void;
  terminate(): void;
}

/**
 * Speaks with the worker that `start` makes. When the worker dies, every waiting call is rejected and the
 * next call starts a new one: a crashed engine costs the person one repeated tap, not the kiosk.
 */
export function createEngineClient(start: () => Port): EngineClient {
  const waiting = new Map<number, Waiting>();
  let port: Port | null = null;
  /** The worker that has answered, and so has the knowledge. */
  let ready: Port | null = null;
  let lastId = 0;

  const drop = (): void => {
    port?.terminate();
    port = null;
    for (const call of waiting.values()) call.reject(new Error("the engine's worker stopped"));
    waiting.clear();
  };
  const running = (): Port => {
    if (port !== null) return port;
    const started = start();
    started.addEventListener("message", ({ data }) => {
      if (data.kind !== "failed") ready = started;
      waiting.get(data.id)?.resolve(data);
      waiting.delete(data.id);
    });
    started.addEventListener("error", (event) => {
      // Dealt with here: the page itself has not failed.
      event?.preventDefault();
      drop();
    });
    port = started;
    return started;
  };
  const call = (body: Body): Promise<Response> =>
    new Promise((resolve, reject) => {
      lastId += 1;
      waiting.set(lastId, { resolve, reject });
      running().postMessage({ ...body, id: lastId });
    });
  /** A worker that has opened the knowledge and then says nothing hangs; it is given up like one that died. */
  const answerTo = async (body: Body): Promise<Response> => {
    const hanging = port !== null && port === ready ? setTimeout(drop, LONGEST_MS) : undefined;
    try {
      return await call(body);
    } finally {
      clearTimeout(hanging);
    }
  };
  return {
    open: async () => opened(await call({ kind: "open" })),
    look: async () => {
      const response = await call({ kind: "look" });
      return response.kind === "looked" && response.newer;
    },
    adopt: async () => opened(await call({ kind: "adopt" })),
    turn: async (state, input, context) => turned(await answerTo({ kind: "turn", state, input, context })),
    words: async (script) => worded(await call({ kind: "words", script })),
  };
}

function opened(response: Response): Opened {
  if (response.kind === "opened") return response.opened;
  throw new Error(response.kind === "failed" ? response.problem : "unexpected answer");
}

function turned(response: Response): Turn {
  if (response.kind === "turned") return response.turn;
  throw new Error(response.kind === "failed" ? response.problem : "unexpected answer");
}

function worded(response: Response): readonly Word[] {
  if (response.kind === "words") return response.words;
  throw new Error(response.kind === "failed" ? response.problem : "unexpected answer");
}
