import type { BrowserContext, Page } from "playwright-core";

/** A voice of the browser's own, as the page finds it. */
export interface Voice {
  readonly name: string;
  readonly lang: string;
  readonly localService: boolean;
}

/** What a voice was told to say. */
export interface Told {
  readonly text: string;
  readonly rate: number;
  readonly voice: string;
}

export const HUIHUI: Voice = { name: "Microsoft Huihui", lang: "zh-CN", localService: true };

/** Gives a browser these voices. They speak without end, as on a machine without a sound card, until `fallSilent`. */
export async function giveVoices(context: BrowserContext, voices: readonly Voice[]): Promise<void> {
  await context.addInitScript((found) => {
    const told: { text: string; rate: number; voice: string }[] = [];
    let ended = (): void => {};
    const synthesis = {
      getVoices: () => found,
      addEventListener: () => undefined,
      speak: (utterance: { text: string; rate: number; voice: { name: string }; onend: () => void }) => {
        told.push({ text: utterance.text, rate: utterance.rate, voice: utterance.voice.name });
        ended = () => utterance.onend();
      },
      cancel: () => undefined,
    };
    Object.defineProperty(globalThis, "speechSynthesis", { value: synthesis });
    Object.defineProperty(globalThis, "SpeechSynthesisUtterance", {
      value: class {
        constructor(readonly text: string) {}
      },
    });
    Object.defineProperty(globalThis, "told", { value: told });
    Object.defineProperty(globalThis, "fallSilent", { value: () => ended() });
  }, voices);
}

/** All that was told to the voices so far. */
export function told(page: Page): Promise<readonly Told[]> {
  return page.evaluate(
    () => Reflect.get(globalThis, "told") as { text: string; rate: number; voice: string }[],
  );
}

/** The voice has come to the end of what it was told. */
export async function fallSilent(page: Page): Promise<void> {
  await page.evaluate(() => (Reflect.get(globalThis, "fallSilent") as () => void)());
}
