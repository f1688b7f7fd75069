import type { Language } from "../../../src/engine/index.ts";

/** Speaks text aloud when the device can; silent and honest about it when it cannot. */
export interface Speaker {
  available(language: Language): boolean;
  speak(text: string, language: Language): void;
  stop(): void;
  speaking(): boolean;
}

/** Slightly slower than normal: much slower speech is harder to understand, not easier. */
const RATE = 0.9;

/** Uses the browser's own voices. `changed` is called when voices appear, which browsers do late. */
export function createSpeaker(changed: () => void): Speaker {
  const synthesis = "speechSynthesis" in globalThis ? globalThis.speechSynthesis : null;
  synthesis?.addEventListener?.("voiceschanged", changed);
  const voice = (language: Language): SpeechSynthesisVoice | undefined => {
    const wanted = language === "en" ? /^en\b/i : /^(zh|cmn)\b/i;
    return synthesis?.getVoices().find((candidate) => wanted.test(candidate.lang.replace("_", "-")));
  };
  return {
    available: (language) => voice(language) !== undefined,
    speak: (text, language) => {
      const chosen = voice(language);
      if (synthesis === null || chosen === undefined || text === "") return;
      synthesis.cancel();
      const utterance = new SpeechSynthesisUtterance(text);
      utterance.voice = chosen;
      utterance.lang = chosen.lang;
      utterance.rate = RATE;
      synthesis.speak(utterance);
    },
    stop: () => synthesis?.cancel(),
    speaking: () => synthesis?.speaking ?? false,
  };
}
