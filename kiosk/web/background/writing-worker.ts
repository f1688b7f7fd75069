/**
 * Recognises handwriting and finds words by their sound beside the page, so that the pen never stutters.
 * Remembers the tables only, nothing of what is written.
 */
import "../device/fill-ins.ts";
import { following, needOfCharacters, type Word } from "../writing/lexicon.ts";
import { unpacked } from "../writing/packed.ts";
import { createPinyinReader, type PinyinReader } from "../writing/pinyin.ts";
import { createRecogniser, type Recogniser } from "../writing/recognise.ts";
import { soundsFrom } from "../writing/sounds.ts";
import type { WritingRequest, WritingResponse } from "./writing-messages.ts";

declare const self: DedicatedWorkerGlobalScope;

/** Characters offered for strokes: as many large buttons as fit on every panel. */
const CHARACTERS = 10;

interface Tables {
  readonly words: readonly Word[];
  readonly pinyin: PinyinReader;
  readonly recogniser: Recogniser;
}

let tables: Promise<Tables> | null = null;

async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return response;
}

async function load(request: Extract<WritingRequest, { kind: "prepare" }>): Promise<Tables> {
  const { words } = request;
  const [strokes, syllables] = await Promise.all([
    fetched(request.strokes).then((response) => response.arrayBuffer()),
    fetched(request.syllables).then((response) => response.text()),
  ]);
  const need = needOfCharacters(words);
  return {
    words,
    pinyin: createPinyinReader(words, soundsFrom(syllables), need),
    recogniser: createRecogniser(unpacked(new Uint8Array(strokes)), need),
  };
}

async function answer(request: WritingRequest): Promise<WritingResponse> {
  const { id } = request;
  if (request.kind === "prepare") tables = load(request);
  const ready = await tables;
  if (ready === null) return { id, kind: "failed" };
  switch (request.kind) {
    case "prepare":
      return { id, kind: "prepared" };
    case "strokes":
      return { id, kind: "characters", characters: ready.recogniser.recognise(request.strokes, CHARACTERS) };
    case "letters":
      return { id, kind: "readings", readings: ready.pinyin.read(request.letters) };
    case "text":
      return { id, kind: "offers", offers: following(request.text, ready.words) };
  }
}

self.addEventListener("message", (event: MessageEvent<WritingRequest>) => {
  const { id } = event.data;
  answer(event.data).then(
    (response) => self.postMessage(response),
    () => self.postMessage({ id, kind: "failed" } satisfies WritingResponse),
  );
});
