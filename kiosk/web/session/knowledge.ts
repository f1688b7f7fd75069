import { useEffect, useRef, useState } from "preact/hooks";
import type { Opened } from "../background/messages.ts";
import type { EngineClient } from "./engine-client.ts";

/** Seconds between tries while there is no knowledge yet; the last repeats. */
const RETRY_SECONDS = [5, 15, 60] as const;
/** Minutes between looks for newer knowledge, only while nobody uses the kiosk. */
const REFRESH_MINUTES = 10;

/** The knowledge as far as it has come. */
export interface Knowledge {
  readonly opened: Opened | null;
  /** Every try so far failed, the longest pause included: nothing can be answered. We go on trying. */
  readonly missing: boolean;
}

/** Opens the knowledge, tries again until it is there, and picks up newer knowledge when `free`. */
export function useKnowledge(client: EngineClient, free: boolean): Knowledge {
  const [opened, setOpened] = useState<Opened | null>(null);
  const [failures, setFailures] = useState(0);
  useEffect(() => openUntilThere(client, setOpened, setFailures), [client]);
  useNewer(client, { free, waits: opened !== null, setOpened });
  return { opened, missing: opened === null && failures > RETRY_SECONDS.length };
}

/** Tries until the knowledge is `there`, or until the function it returns is called; counts what `failed`. */
function openUntilThere(
  client: EngineClient,
  there: (opened: Opened) => void,
  failed: (times: number) => void,
): () => void {
  let timer: ReturnType<typeof setTimeout>;
  const open = (failures: number): void => {
    const retry = (): void => {
      const seconds = RETRY_SECONDS[failures] ?? RETRY_SECONDS[2];
      failed(failures + 1);
      timer = setTimeout(() => open(failures + 1), seconds * 1000);
    };
    client.open().then(there, retry);
  };
  open(0);
  return () => clearTimeout(timer);
}

interface Newer {
  readonly free: boolean;
  /** There is knowledge that may be replaced. */
  readonly waits: boolean;
  readonly setOpened: (opened: Opened) => void;
}

/** Looks for newer knowledge now and then, and adopts it between visitors. */
function useNewer(client: EngineClient, { free, waits, setOpened }: Newer): void {
  const isFree = useRef(free);
  isFree.current = free;
  const due = useRef(true);
  const tend = async (): Promise<void> => {
    if (!isFree.current || !due.current) return;
    due.current = false;
    // Whoever came meanwhile keeps what they began with; it is adopted when they have left.
    if (await client.look()) {
      if (isFree.current) setOpened(await client.adopt());
      else due.current = true;
    }
  };
  const quietly = (): void => {
    tend().catch(() => undefined);
  };
  useEffect(() => {
    if (!waits) return;
    quietly();
    const timer = setInterval(() => {
      due.current = true;
      quietly();
    }, REFRESH_MINUTES * 60_000);
    return () => clearInterval(timer);
  }, [client, waits]);
  useEffect(() => {
    if (free && waits) quietly();
  }, [free]);
}
