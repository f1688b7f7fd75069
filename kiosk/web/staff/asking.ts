import { useEffect, useState } from "preact/hooks";
import { instantInChina } from "../device/clock.ts";
import type { EngineClient } from "../session/engine-client.ts";

/** What this device keeps for the time without a network. */
export type Kept =
  /** No service worker: the browser has none, or it is not yet ready. */
  | { readonly kind: "nothing" }
  /** `version` of the page kept; `missing` counts the files that are not there. */
  | { readonly kind: "kept"; readonly version: string; readonly missing: number };

/** The service worker's own account of what it keeps. */
export async function askKept(): Promise<Kept> {
  const registration = await navigator.serviceWorker?.getRegistration();
  const worker = registration?.active;
  if (worker == null) return { kind: "nothing" };
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data }: MessageEvent<{ version: string; missing: readonly string[] }>) =>
      resolve({ kind: "kept", version: data.version, missing: data.missing.length });
    worker.postMessage("account", [port2]);
  });
}

/** Whether the server answers now: an address that the service worker never answers in its place. */
export async function askServer(): Promise<boolean> {
  return fetch("/health/live", { cache: "no-store" }).then(
    ({ ok }) => ok,
    () => false,
  );
}

/** Whether the engine answers a question here. */
export async function askEngine(client: EngineClient): Promise<boolean> {
  const context = { now: instantInChina(new Date()), language: "zh-Hans" } as const;
  return client.turn(null, { kind: "choice", id: "human" }, context).then(
    () => true,
    () => false,
  );
}

/** Asks whenever `when` changes; null until the answer is there. */
export function useAnswer<T>(ask: () => Promise<T>, when: unknown): T | null {
  const [answer, setAnswer] = useState<T | null>(null);
  useEffect(() => {
    let here = true;
    setAnswer(null);
    void ask().then((given) => here && setAnswer(given));
    return () => {
      here = false;
    };
  }, [when]);
  return answer;
}
