import { useEffect, useMemo, useState } from "preact/hooks";
import type { SpeechRecogniser } from "../device/recogniser.ts";

/** Longest that paper is waited for: some devices never tell that printing is over. */
const LONGEST_PRINTING_MS = 10 * 60_000;

/** Whether paper is being printed or the dialog for it is open, in which the page gets no touch. */
export function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    let longest: ReturnType<typeof setTimeout> | undefined;
    const over = (): void => {
      clearTimeout(longest);
      setPrinting(false);
    };
    const begins = (): void => {
      clearTimeout(longest);
      longest = setTimeout(over, LONGEST_PRINTING_MS);
      setPrinting(true);
    };
    addEventListener("beforeprint", begins);
    addEventListener("afterprint", over);
    // Whoever touches the page has no dialog before it any more.
    addEventListener("pointerdown", over, { passive: true });
    return () => {
      clearTimeout(longest);
      removeEventListener("beforeprint", begins);
      removeEventListener("afterprint", over);
      removeEventListener("pointerdown", over);
    };
  }, []);
  return printing;
}

/** The recogniser, and whether its microphone is open now. */
export function useMicrophone(recogniser: SpeechRecogniser | null): {
  readonly recogniser: SpeechRecogniser | null;
  readonly open: boolean;
} {
  const [open, setOpen] = useState(false);
  const watched = useMemo(() => (recogniser === null ? null : watch(recogniser, setOpen)), [recogniser]);
  return { recogniser: watched, open };
}

function watch(recogniser: SpeechRecogniser, changed: (open: boolean) => void): SpeechRecogniser {
  return {
    start: (language, heard, failed) => {
      changed(true);
      const microphone = recogniser.start(language, heard, failed);
      return {
        stop: () => {
          changed(false);
          microphone.stop();
        },
      };
    },
  };
}
