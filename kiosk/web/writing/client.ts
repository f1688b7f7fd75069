import { createWorkerCalls, ofKind, type Port } from "../background/worker-calls.ts";
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

/** Addresses of the tables among the page's files. */
interface Tables {
  readonly strokes: string;
  readonly syllables: string;
}

/** Starts the worker `start` makes when writing is first prepared, and keeps it: preparing takes a while. */
export function createWriting(start: () => Port<WritingResponse>, tables: Tables): Writing {
  let prepared: { readonly version: string; readonly done: Promise<void> } | null = null;
  const forget = (): void => {
    prepared = null;
  };
  const { call } = createWorkerCalls<WritingRequest, WritingResponse>(start, { stopped: forget });
  const prepare = async (words: readonly Word[]): Promise<void> => {
    ofKind(await call({ kind: "prepare", words, ...tables }), "prepared");
  };
  return {
    prepare: (words, version) => {
      if (prepared?.version !== version) {
        const done = words().then(prepare);
        done.catch(forget);
        prepared = { version, done };
      }
      return prepared.done;
    },
    characters: async (strokes) => ofKind(await call({ kind: "strokes", strokes }), "characters").characters,
    readings: async (letters) => ofKind(await call({ kind: "letters", letters }), "readings").readings,
    following: async (text) => ofKind(await call({ kind: "text", text }), "offers").offers,
  };
}
