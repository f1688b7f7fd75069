import { useEffect, useMemo, useReducer } from "preact/hooks";
import { createSpeaker, type Speaker } from "../device/speech.ts";
import type { Session } from "./session.ts";

/** Reads a text aloud; a personal one leaves no trace. */
export type Read = (text: string, personal: boolean) => void;

/** The voice of this kiosk, redrawn when it comes, goes, begins or ends. `serverSpeaks`: the server has one too. */
export function useSpeaker(serverSpeaks: boolean): Speaker {
  const [, changed] = useReducer((count: number) => count + 1, 0);
  const speaker = useMemo(() => createSpeaker(() => changed(undefined)), []);
  useEffect(() => speaker.setServer(serverSpeaks), [serverSpeaks]);
  return speaker;
}

/** Reads in the person's language, at the speed they chose; null where there is no voice for the language. */
export function readerOf(speaker: Speaker, { language, sound }: Session): Read | null {
  if (!speaker.available(language)) return null;
  const speed = sound === "off" ? "normal" : sound;
  return (text, personal) => speaker.speak({ text, language, speed, personal });
}
