import type { CDPSession, Page } from "playwright-core";

/** Texts found in the memory of each part of a kiosk: the page and its workers, by the name of their script. */
export type Held = Readonly<Record<string, readonly string[]>>;

/** Looks for the texts in the whole memory of the page, after throwing away what nobody holds. */
export async function heldByPage(page: Page, texts: readonly string[]): Promise<readonly string[]> {
  const devtools = await page.context().newCDPSession(page);
  const held = found(await snapshotOf(ofPage(devtools)), texts);
  await devtools.detach();
  return held;
}

/** The same for the page and all its workers. */
export async function heldByAll(page: Page, texts: readonly string[]): Promise<Held> {
  const devtools = await page.context().newCDPSession(page);
  const workers: { readonly name: string; readonly session: string }[] = [];
  devtools.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    const name = targetInfo.url.replace(/^.*\//, "").replace(/-[\w-]{8}\.js$/, "");
    workers.push({ name, session: sessionId });
  });
  await devtools.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false });
  const held: Record<string, readonly string[]> = {
    page: found(await snapshotOf(ofPage(devtools)), texts),
  };
  for (const { name, session } of workers)
    held[name] = found(await snapshotOf(ofWorker(devtools, session)), texts);
  await devtools.detach();
  return held;
}

/** A snapshot writes all but ASCII as escapes. */
function found(snapshot: string, texts: readonly string[]): readonly string[] {
  const escaped = (text: string): string =>
    text.replace(/[^ -~]/g, (one) => `\\u${one.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}`);
  return texts.filter((text) => snapshot.includes(escaped(text)));
}

interface Target {
  send(method: string): Promise<void>;
  onChunk(take: (chunk: string) => void): void;
}

async function snapshotOf(target: Target): Promise<string> {
  const chunks: string[] = [];
  target.onChunk((chunk) => chunks.push(chunk));
  await target.send("HeapProfiler.collectGarbage");
  await target.send("HeapProfiler.takeHeapSnapshot");
  return chunks.join("");
}

function ofPage(devtools: CDPSession): Target {
  return {
    send: async (method) => {
      await devtools.send(method as "HeapProfiler.collectGarbage");
    },
    onChunk: (take) => devtools.on("HeapProfiler.addHeapSnapshotChunk", ({ chunk }) => take(chunk)),
  };
}

/** Workers are spoken to through the page. */
function ofWorker(devtools: CDPSession, session: string): Target {
  const waiting = new Map<number, () => void>();
  let takeChunk = (_chunk: string): void => {};
  let last = 0;
  devtools.on("Target.receivedMessageFromTarget", ({ sessionId, message }) => {
    if (sessionId !== session) return;
    const { id, method, params } = JSON.parse(message) as {
      id?: number;
      method?: string;
      params?: { chunk: string };
    };
    if (method === "HeapProfiler.addHeapSnapshotChunk") takeChunk(params?.chunk ?? "");
    if (id !== undefined) waiting.get(id)?.();
  });
  return {
    send: (method) =>
      new Promise((done) => {
        last += 1;
        waiting.set(last, done);
        const message = JSON.stringify({ id: last, method });
        void devtools.send("Target.sendMessageToTarget", { sessionId: session, message });
      }),
    onChunk: (take) => {
      takeChunk = take;
    },
  };
}
