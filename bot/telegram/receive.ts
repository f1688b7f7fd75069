/** Telegram updates into inputs. Everything in an update is hostile: lengths are cut, kinds are checked. */
import type { Input, Language } from "../../src/engine/index.ts";

/** The longest text a turn reads; Telegram allows 4,096 and a story rarely needs a quarter of it. */
export const LONGEST_TEXT = 2000;

/** The parts of a message the bot looks at. */
export interface ReceivedMessage {
  readonly text?: string;
  readonly location?: { readonly latitude: number; readonly longitude: number };
}

/** What a message says to the engine; null for pictures, voice and other kinds the bot cannot read. */
export function inputOf(message: ReceivedMessage): Input | null {
  if (message.location) {
    const { latitude, longitude } = message.location;
    return Number.isFinite(latitude) && Number.isFinite(longitude)
      ? { kind: "location", latitude, longitude }
      : null;
  }
  const text = message.text?.trim();
  return text ? { kind: "text", text: text.slice(0, LONGEST_TEXT) } : null;
}

/** The language to start in, from the one the person's app is set to. */
export function languageOf(code: string | undefined): Language {
  const tag = (code ?? "").toLowerCase();
  if (/^zh[-_](hant|tw|hk|mo)/.test(tag)) return "zh-Hant";
  return tag === "" || tag.startsWith("zh") ? "zh-Hans" : "en";
}
