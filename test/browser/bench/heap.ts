import type { CDPSession, Page } from "playwright-core";

/** What the page and its workers hold after everything nobody needs was swept away. */
export interface Held {
  /** Bytes: JavaScript, the browser's own objects for the page, and buffers, of the page and of every worker. */
  readonly bytes: number;
  readonly workers: number;
  readonly nodes: number;
  readonly listeners: number;
}

interface Usage {
  readonly usedSize: number;
  readonly embedderHeapUsedSize?: number;
  readonly backingStorageSize?: number;
}

/** Measures a page; made before the page is opened, because workers are joined as they start. */
export class HeapMeter {
  readonly #session: CDPSession;
  readonly #workers = new Set<string>();
  readonly #answers = new Map<number, (result: unknown) => void>();
  #last = 0;

  private constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<HeapMeter> {
    const session = await page.context().newCDPSession(page);
    const meter = new HeapMeter(session);
    session.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
      if (targetInfo.type === "worker") meter.#workers.add(sessionId);
    });
    session.on("Target.detachedFromTarget", ({ sessionId }) => meter.#workers.delete(sessionId));
    session.on("Target.receivedMessageFromTarget", ({ message }) => {
      const { id, result } = JSON.parse(message) as { readonly id: number; readonly result: unknown };
      meter.#answers.get(id)?.(result);
      meter.#answers.delete(id);
    });
    // Sessions inside the page's own, as this library passes on no others.
    await session.send("Target.setAutoAttach", {
      ...{ autoAttach: true, waitForDebuggerOnStart: false, flatten: false },
    });
    return meter;
  }

  async held(): Promise<Held> {
    await this.#session.send("HeapProfiler.collectGarbage");
    const page: Usage = await this.#session.send("Runtime.getHeapUsage");
    const workers = await Promise.all([...this.#workers].map((worker) => this.#heldBy(worker)));
    const { nodes, jsEventListeners } = await this.#session.send("Memory.getDOMCounters");
    const bytes = [page, ...workers].reduce((sum, usage) => sum + whole(usage), 0);
    return { bytes, workers: workers.length, nodes, listeners: jsEventListeners };
  }

  async #heldBy(worker: string): Promise<Usage> {
    await this.#ask(worker, "HeapProfiler.collectGarbage");
    return (await this.#ask(worker, "Runtime.getHeapUsage")) as Usage;
  }

  async #ask(sessionId: string, method: string): Promise<unknown> {
    this.#last += 1;
    const id = this.#last;
    const answer = new Promise((resolve) => this.#answers.set(id, resolve));
    await this.#session.send("Target.sendMessageToTarget", {
      ...{ sessionId, message: JSON.stringify({ id, method }) },
    });
    return answer;
  }
}

function whole({ usedSize, embedderHeapUsedSize = 0, backingStorageSize = 0 }: Usage): number {
  return usedSize + embedderHeapUsedSize + backingStorageSize;
}
