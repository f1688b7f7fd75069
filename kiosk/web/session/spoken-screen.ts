import type { RefObject } from "preact";
import { useEffect, useLayoutEffect } from "preact/hooks";
import type { Speaker } from "../device/speech.ts";
import { spokenText } from "../device/spoken.ts";
import type { Words } from "../words/words.ts";
import type { Read } from "./voice.ts";

/** Reads screens without pages; those with pages read them themselves. Any new screen ends older speech. */
export function useSpokenScreen(screen: string, read: Read | null, speaker: Speaker, words: Words): void {
  // Before any screen begins to speak: the effect of one with pages runs earlier than this one's.
  useLayoutEffect(() => speaker.stop(), [screen]);
  useEffect(() => {
    const main = document.querySelector("main");
    if (main !== null) read?.(spokenText(main, false, words.t("kiosk.stop")), false);
  }, [screen, read === null]);
}

/** Reads a page of a screen once it is laid out. `shown` names the page; null while there is none. */
export function useSpokenPage(
  screen: RefObject<HTMLElement | null>,
  shown: string | null,
  read: Read | null,
  words: Words,
): void {
  useEffect(() => {
    if (shown !== null && screen.current !== null)
      read?.(spokenText(screen.current, false, words.t("kiosk.stop")), false);
  }, [shown, read === null]);
}
