import type { Language } from "../../../src/engine/index.ts";
import { fetchSound } from "./server-voice.ts";

/** How fast a text is read. Much slower than people speak is harder to understand, so the steps are small. */
export type Speed = "slow" | "normal" | "fast";

/** A text to read aloud. */
export interface Reading {
  readonly text: string;
  readonly language: Language;
  readonly speed: Speed;
  /** About this very person: its sound is kept nowhere. */
  readonly personal: boolean;
}

export type SpeakerState = "silent" | "speaking" | "failed";

/** Speaks text aloud when the device or its server can; silent and honest about it when neither can. */
export interface Speaker {
  available(language: Language): boolean;
  speak(reading: Reading): void;
  stop(): void;
  /** `failed`: what it was last asked to read could not be heard to the end, and nothing else was asked since. */
  state(): SpeakerState;
  /** Whether the server speaks; changes when it is reached or lost. */
  setServer(speaks: boolean): void;
}

const RATES: Readonly<Record<Speed, number>> = { slow: 0.7, normal: 0.9, fast: 1.15 };
/** Pause before speaking again: some browsers lose what is said in the breath in which they were silenced. */
const BREATH_MS = 60;
/** Longest that reading can take, in milliseconds for a character and once: voices may never tell that they ended. */
const LONGEST_MS = { character: 450, once: 4_000 };

/** Names under which the espeak of a Linux desktop lists itself; its Mandarin spells out pinyin as English. */
const OF_ESPEAK = /^Chinese \(|espeak/i;
const CANTONESE = /yue|zh-hk|zh-mo|cantonese|粤|粵/i;

/** Only voices of the device itself: others send the text, which may be personal, to somebody else's server. */
function voiceFor(language: Language, synthesis: SpeechSynthesis | null): SpeechSynthesisVoice | null {
  const wanted = language === "en" ? /^en\b/i : /^(zh|cmn)\b/i;
  const found = synthesis?.getVoices().find(({ lang, name, localService }) => {
    const code = lang.replace("_", "-");
    return localService && wanted.test(code) && !OF_ESPEAK.test(name) && !CANTONESE.test(`${code} ${name}`);
  });
  return found ?? null;
}

/** Name of the device's own voice for the language; null when it has none, and only a server may speak. */
export function voiceName(language: Language): string | null {
  return (
    voiceFor(language, "speechSynthesis" in globalThis ? globalThis.speechSynthesis : null)?.name ?? null
  );
}

/** What is called once when reading is over, or did not work. */
export type Ended = (how: Exclude<SpeakerState, "speaking">) => void;

/** One way to speak: begins, and tells when it is over. */
interface Mouth {
  start(reading: Reading, ended: Ended): void;
  stop(): void;
}

function browserMouth(synthesis: SpeechSynthesis): Mouth {
  // Kept here because browsers forget to tell the end of an utterance that nobody holds.
  let held: SpeechSynthesisUtterance | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    held = null;
    synthesis.cancel();
  };
  const start = ({ text, language, speed }: Reading, ended: Ended): void => {
    stop();
    timer = setTimeout(() => {
      const voice = voiceFor(language, synthesis);
      if (voice === null) return ended("failed");
      const utterance = new SpeechSynthesisUtterance(text);
      Object.assign(utterance, { voice, lang: voice.lang, rate: RATES[speed] });
      const over: Ended = (how) => {
        if (held === utterance) ended(how);
      };
      utterance.onend = () => over("silent");
      utterance.onerror = () => over("failed");
      held = utterance;
      synthesis.speak(utterance);
    }, BREATH_MS);
  };
  return { start, stop };
}

function serverMouth(): Mouth {
  let playing: { readonly stop: () => void } | null = null;
  const stop = (): void => {
    playing?.stop();
    playing = null;
  };
  const start = (reading: Reading, ended: Ended): void => {
    stop();
    const mine = fetchSound(reading, (how) => {
      if (playing === mine) ended(how);
    });
    playing = mine;
  };
  return { start, stop };
}

/**
 * A voice of the device's own when there is one for the language, otherwise the server's.
 *
 * @param changed called when a voice appears or goes, and when speaking begins or ends
 */
export function createSpeaker(changed: () => void): Speaker {
  const synthesis = "speechSynthesis" in globalThis ? globalThis.speechSynthesis : null;
  synthesis?.addEventListener?.("voiceschanged", changed);
  const own = synthesis === null ? null : browserMouth(synthesis);
  const server = serverMouth();
  let serverSpeaks = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let state: SpeakerState = "silent";
  const become = (next: SpeakerState): void => {
    clearTimeout(timer);
    if (state === next) return;
    state = next;
    changed();
  };
  const stop = (): void => {
    own?.stop();
    server.stop();
    become("silent");
  };
  const mouthFor = (language: Language): Mouth | null => {
    if (own !== null && voiceFor(language, synthesis) !== null) return own;
    return serverSpeaks ? server : null;
  };
  return {
    available: (language) => mouthFor(language) !== null,
    speak: (reading) => {
      stop();
      const mouth = mouthFor(reading.language);
      if (mouth === null || reading.text.trim() === "") return;
      become("speaking");
      timer = setTimeout(stop, LONGEST_MS.once + reading.text.length * LONGEST_MS.character);
      mouth.start(reading, become);
    },
    stop,
    state: () => state,
    setServer: (speaks) => {
      if (speaks === serverSpeaks) return;
      serverSpeaks = speaks;
      changed();
    },
  };
}
