import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Speaker } from "../device/speech.ts";
import { spokenText } from "../device/spoken.ts";
import type { Words } from "../words/words.ts";
import type { Read } from "./voice.ts";

/** Reads screens that are not a reply; a reply reads its pages itself. Any new screen ends older speech. */
export function useSpokenScreen(screen: string, read: Read | null, speaker: Speaker, words: Words): void {
  // Before any screen begins to speak: a reply's own effect runs earlier than this one's.
  useLayoutEffect(() => speaker.stop(), [screen]);
  useEffect(() => {
    const main = document.querySelector("main");
    if (main !== null) read?.(spokenText(main, false, words.t("kiosk.stop")), false);
  }, [screen, read === null]);
}
