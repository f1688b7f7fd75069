import type { CDPSession, Page, Worker } from "playwright-core";

/** How many times slower the processor is made. */
export const SLOWER = 6;

/** A network as the browser's own tools emulate it: `latency` in milliseconds a request, the others in bytes a second. */
export interface Network {
  readonly name: string;
  readonly latency: number;
  readonly downloadThroughput: number;
  readonly uploadThroughput: number;
}

const perSecond = (kilobits: number): number => (kilobits * 1024) / 8;

/** Lighthouse's Slow 4G: a round trip of 150 ms, 1.6 Mbit/s down, 750 kbit/s up, each request waiting one round trip. */
export const SLOW_4G: Network = {
  name: "Slow 4G (150 ms a request, 1.6 Mbit/s)",
  latency: 150,
  downloadThroughput: perSecond(1600),
  uploadThroughput: perSecond(750),
};

/** The same network as the developer tools have it: each request waits 3.75 round trips, the throughput is a tenth less. */
export const SLOW_4G_OF_TOOLS: Network = {
  name: "Slow 4G of the developer tools (562.5 ms a request, 1.44 Mbit/s)",
  latency: 150 * 3.75,
  downloadThroughput: perSecond(1600) * 0.9,
  uploadThroughput: perSecond(750) * 0.9,
};

export async function slowProcessor(session: CDPSession, rate = SLOWER): Promise<void> {
  await session.send("Emulation.setCPUThrottlingRate", { rate });
}

export async function slowNetwork(session: CDPSession, { name: _name, ...network }: Network): Promise<void> {
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", { offline: false, ...network });
}

/**
 * The browser slows only the page's own thread. A worker is slowed here by holding each of its answers back for as
 * much longer as the work on it would take: from reading the message to posting the answer, `rate` times.
 */
export async function slowWorkers(page: Page, rate = SLOWER): Promise<void> {
  await Promise.all(page.workers().map((worker) => slowWorker(worker, rate)));
}

async function slowWorker(worker: Worker, rate: number): Promise<void> {
  await worker.evaluate((times) => {
    const scope = globalThis as unknown as Slowed;
    scope.slowedBy = times;
    if (scope.slowedSince !== undefined) return;
    scope.slowedSince = 0;
    const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, "data");
    Object.defineProperty(MessageEvent.prototype, "data", {
      ...data,
      get() {
        if (scope.slowedSince === 0) scope.slowedSince = performance.now();
        return data?.get?.call(this);
      },
    });
    const post = scope.postMessage.bind(scope);
    scope.postMessage = (message) => {
      const now = performance.now();
      const until = now + (now - (scope.slowedSince || now)) * (scope.slowedBy - 1);
      while (performance.now() < until);
      scope.slowedSince = 0;
      post(message);
    };
  }, rate);
}

interface Slowed {
  slowedBy: number;
  /** When the message being answered was read; 0 between messages. */
  slowedSince: number | undefined;
  postMessage(message: unknown): void;
}
