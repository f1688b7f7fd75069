import type { Language } from "../../../src/engine/index.ts";

/** Turns speech into text. A site that has none simply has no button for speaking. */
export interface SpeechRecogniser {
  /**
   * Opens the microphone and reports what is heard, each time the whole text so far, until stopped.
   * `failed` is called once when it cannot go on (no microphone, no service).
   */
  start(language: Language, heard: (text: string) => void, failed: () => void): { stop(): void };
}

/** Quiet after speech that ends listening: elders pause longer than the usual half second. */
export const SILENCE_MS = 2500;
/** The longest one question may take, and the most quiet before the first word. */
export const LONGEST_MS = 60_000;

/** How listening came to an end. */
export type Heard =
  | { readonly kind: "text"; readonly text: string }
  /** Nothing was heard, or the recogniser gave up. */
  | { readonly kind: "nothing" };

/** One question being listened to. */
export interface Listening {
  /** The person says that they have finished. */
  finish(): void;
  /** The screen is left: nothing is reported any more. */
  cancel(): void;
}

interface Listener {
  /** Text so far, to show. */
  readonly hearing: (text: string) => void;
  /** Called once. */
  readonly ended: (heard: Heard) => void;
}

/** Listens until the person is done: they say so, are quiet for a while after speaking, or a minute is over. */
export function listen(recogniser: SpeechRecogniser, language: Language, listener: Listener): Listening {
  let text = "";
  let over = false;
  let silence: ReturnType<typeof setTimeout> | undefined;
  let microphone: { stop(): void } | null = null;
  const close = (): boolean => {
    if (over) return false;
    over = true;
    clearTimeout(silence);
    clearTimeout(longest);
    microphone?.stop();
    return true;
  };
  const finish = (): void => {
    if (close())
      listener.ended(text.trim() === "" ? { kind: "nothing" } : { kind: "text", text: text.trim() });
  };
  const longest = setTimeout(finish, LONGEST_MS);
  microphone = recogniser.start(
    language,
    (heard) => {
      if (over) return;
      text = heard;
      clearTimeout(silence);
      silence = setTimeout(finish, SILENCE_MS);
      listener.hearing(text);
    },
    () => {
      if (close()) listener.ended({ kind: "nothing" });
    },
  );
  if (over) microphone.stop();
  return { finish, cancel: close };
}

/** Makes the recogniser of that name, null when this device does not have it. */
export type RecogniserMaker = () => SpeechRecogniser | null;

/** The recognisers a site may name in its settings. */
const RECOGNISERS: Readonly<Record<string, RecogniserMaker>> = { browser: browserRecogniser };

/** The recogniser the site's settings name; null, and so no button, when they name none or one that is not here. */
export function recogniserFor(name: string | null): SpeechRecogniser | null {
  return name === null ? null : (RECOGNISERS[name]?.() ?? null);
}

/** The part of the browser's own recogniser that we use. */
interface BrowserRecognition {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  onresult:
    | ((event: { readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>> }) => void)
    | null;
  onerror: (() => void) | null;
  start(): void;
  abort(): void;
}

/**
 * The browser's own recogniser. Most browsers send the sound to their maker's servers, so a site names it only
 * where that is agreed to, or where the browser recognises on the device.
 */
function browserRecogniser(): SpeechRecogniser | null {
  const { SpeechRecognition, webkitSpeechRecognition } = globalThis as {
    SpeechRecognition?: new () => BrowserRecognition;
    webkitSpeechRecognition?: new () => BrowserRecognition;
  };
  const Recognition = SpeechRecognition ?? webkitSpeechRecognition;
  if (Recognition === undefined) return null;
  return {
    start: (language, heard, failed) => {
      const recognition = new Recognition();
      recognition.lang = language === "en" ? "en-US" : "zh-CN";
      recognition.continuous = true;
      recognition.interimResults = true;
      recognition.onresult = ({ results }) =>
        heard(Array.from(results, (result) => result[0]?.transcript ?? "").join(""));
      recognition.onerror = failed;
      recognition.start();
      return { stop: () => recognition.abort() };
    },
  };
}
