import { createHash } from "node:crypto";
import NodeCache from "node-cache";
import type { Language } from "../../engine/index.ts";
import type { Speed, Synthesiser } from "./espeak.ts";

/** Most bytes of sound kept: some twenty-five minutes of speech. */
const MOST_BYTES = 64 * 1024 * 1024;
/** How long a text's sound is kept, in seconds. */
const KEPT_SECONDS = 60 * 60;
/** Texts that are made into sound at once, and those that may wait for it. */
const AT_ONCE = 2;
const MOST_WAITING = 16;

/** Too many texts are waiting to be spoken, or the synthesiser failed: the screen stays silent, nothing else. */
export class SpeechUnavailable extends Error {
  override readonly name = "SpeechUnavailable";
  readonly statusCode = 503;
  readonly code = "SPEECH_UNAVAILABLE";
}

/** A text to be spoken. */
export interface Spoken {
  readonly text: string;
  readonly language: Language;
  readonly speed: Speed;
  /** It is about this very person: its sound is kept nowhere. */
  readonly personal: boolean;
}

/** Sound (WAV) for a text. */
export type Speech = (spoken: Spoken) => Promise<Buffer>;

/** Lets a few tasks run at once and a few more wait; the rest are refused at the door. */
function atMost(running: number, waiting: number): <T>(task: () => Promise<T>) => Promise<T> {
  let active = 0;
  const queue: (() => void)[] = [];
  return async (task) => {
    if (active >= running) {
      if (queue.length >= waiting) throw new SpeechUnavailable("Too many texts are waiting to be spoken.");
      await new Promise<void>((next) => queue.push(next));
    } else active += 1;
    try {
      return await task();
    } finally {
      // The place goes straight to the next in line, so that nobody slips in between.
      const next = queue.shift();
      if (next === undefined) active -= 1;
      else next();
    }
  };
}

/** Sound by what it says, in memory only; the oldest gives way. */
function soundCache(mostBytes: number) {
  const cache = new NodeCache({ stdTTL: KEPT_SECONDS, useClones: false, checkperiod: 60 });
  let bytes = 0;
  cache.on("del", (_key: string, sound: Buffer) => {
    bytes -= sound.length;
  });
  const keep = (key: string, sound: Buffer): void => {
    if (sound.length > mostBytes || cache.has(key)) return;
    for (const oldest of cache.keys()) {
      if (bytes + sound.length <= mostBytes) break;
      cache.del(oldest);
    }
    cache.set(key, sound);
    bytes += sound.length;
  };
  return { get: (key: string) => cache.get<Buffer>(key) ?? null, keep };
}

/**
 * Speech over a synthesiser: the same text is made once, at most two at a time.
 *
 * @param mostBytes most sound kept in memory
 * @throws SpeechUnavailable when too many wait or the synthesiser fails
 */
export function createSpeech(synthesise: Synthesiser, mostBytes = MOST_BYTES): Speech {
  const queue = atMost(AT_ONCE, MOST_WAITING);
  const cache = soundCache(mostBytes);
  return async ({ text, language, speed, personal }) => {
    const key = createHash("sha256").update(`${language}\n${speed}\n${text}`).digest("base64");
    const kept = cache.get(key);
    if (kept !== null) return kept;
    const sound = await queue(() => synthesise(text, language, speed)).catch((error: unknown) => {
      throw error instanceof SpeechUnavailable
        ? error
        : new SpeechUnavailable("The text could not be spoken.", { cause: error });
    });
    if (!personal) cache.keep(key, sound);
    return sound;
  };
}

/**
 * Reads the table of characters in the knowledge: pairs of a traditional and its simplified one.
 *
 * @example simplifier("長长")("長者") // "长者"
 */
export function simplifier(pairs: string): (text: string) => string {
  const characters = Array.from(pairs);
  const table = new Map<string, string>();
  for (let index = 0; index + 1 < characters.length; index += 2)
    table.set(characters[index] ?? "", characters[index + 1] ?? "");
  return (text) => Array.from(text, (character) => table.get(character) ?? character).join("");
}
