import type { BrowserContext } from "playwright-core";

/** Gives a browser a recogniser that listens and hears nothing, in the place of its own, which would need a service. */
export async function deaf(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    class Deaf {
      start(): void {}
      abort(): void {}
    }
    Object.assign(globalThis, { SpeechRecognition: Deaf, webkitSpeechRecognition: Deaf });
  });
}
