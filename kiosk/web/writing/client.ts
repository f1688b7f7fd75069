import type { WritingRequest, WritingResponse } from "../background/writing-messages.ts";
import type { Stroke } from "./ink.ts";
import type { Offer, Word } from "./lexicon.ts";
import type { Reading } from "./pinyin.ts";

/** Handwriting and sounds as the page sees them: answers come later, from a worker. Every call rejects on failure. */
export interface Writing {
  /** Loads the tables with these words, once for each list of words; the other calls wait for it. */
  prepare(words: () => Promise<readonly Word[]>, version: string): Promise<void>;
  characters(strokes: readonly Stroke[]): Promise<readonly string[]>;
  readings(letters: string): Promise<readonly Reading[]>;
  following(text: string): Promise<readonly Offer[]>;
}

type Body = WritingRequest extends infer R ? (R extends WritingRequest ? Omit<R, "id"> : never) : never;

/** Addresses of the tables among the page's files. */
interface Tables {
  readonly strokes: string;
  readonly syllables: string;
}

/** Starts the worker `start` makes when writing is first prepared, and keeps it: preparing takes a while. */
export function createWriting(start: () => Worker, tables: Tables): Writing {
  const waiting = new Map<number, (response: WritingResponse) => void>();
  let worker: Worker | null = null;
  let prepared: { readonly version: string; readonly done: Promise<void> } | null = null;
  let lastId = 0;

  const running = (): Worker => {
    if (worker !== null) return worker;
    const started = start();
    started.addEventListener("message", ({ data }: MessageEvent<WritingResponse>) => {
      waiting.get(data.id)?.(data);
      waiting.delete(data.id);
    });
    started.addEventListener("error", (event) => {
      event.preventDefault();
      for (const [id, fail] of waiting) fail({ id, kind: "failed" });
      waiting.clear();
      started.terminate();
      worker = null;
      prepared = null;
    });
    worker = started;
    return started;
  };
  const call = (body: Body): Promise<WritingResponse> =>
    new Promise((resolve) => {
      lastId += 1;
      waiting.set(lastId, resolve);
      running().postMessage({ ...body, id: lastId });
    });
  const prepare = async (words: readonly Word[]): Promise<void> => {
    const { kind } = await call({ kind: "prepare", words, ...tables });
    if (kind !== "prepared") throw new Error("writing could not be prepared");
  };
  return {
    prepare: (words, version) => {
      if (prepared?.version !== version) {
        const done = words().then(prepare);
        done.catch(() => {
          prepared = null;
        });
        prepared = { version, done };
      }
      return prepared.done;
    },
    characters: async (strokes) => only(await call({ kind: "strokes", strokes }), "characters").characters,
    readings: async (letters) => only(await call({ kind: "letters", letters }), "readings").readings,
    following: async (text) => only(await call({ kind: "text", text }), "offers").offers,
  };
}

function only<K extends WritingResponse["kind"]>(
  response: WritingResponse,
  kind: K,
): Extract<WritingResponse, { kind: K }> {
  if (response.kind === kind) return response as Extract<WritingResponse, { kind: K }>;
  throw new Error("writing is not ready");
}
