import { fetchWithin } from "../session/fetch-within.ts";
import type { Ended, Reading } from "./speech.ts";

const ADDRESS = "/api/speech";
/** Longest text the server takes, in characters. */
const LONGEST = 1_500;
/** Longest that somebody waits for a voice. */
const LONGEST_SECONDS = 8;

/** Asks the server for the sound of a text; the text travels in the body and is in no address. */
function soundOf({ text, language, speed, personal }: Reading, signal: AbortSignal): Promise<Blob> {
  const init = {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ text: text.slice(0, LONGEST), language, speed, personal }),
  };
  return fetchWithin(LONGEST_SECONDS, { address: ADDRESS, init, signal }, (response) => response.blob());
}

/**
 * Fetches and plays a text's sound. `ended` is called once, when it is over or did not work. Nothing of the
 * sound stays in the page.
 */
export function fetchSound(reading: Reading, ended: Ended): { readonly stop: () => void } {
  const audio = new Audio();
  const asking = new AbortController();
  let address: string | null = null;
  const over = (): void => {
    if (address !== null) URL.revokeObjectURL(address);
    address = null;
    audio.removeAttribute("src");
    audio.load();
  };
  const finish: Ended = (how) => {
    over();
    audio.onerror = null;
    ended(how);
  };
  const fail = (): void => finish("failed");
  audio.onended = () => finish("silent");
  audio.onerror = fail;
  soundOf(reading, asking.signal)
    .then((sound) => {
      if (asking.signal.aborted) return undefined;
      address = URL.createObjectURL(sound);
      audio.src = address;
      return audio.play();
    })
    .catch(fail);
  return {
    stop: () => {
      asking.abort();
      audio.onended = null;
      audio.onerror = null;
      audio.pause();
      over();
    },
  };
}
