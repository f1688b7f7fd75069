import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { type IdleWatch, watchIdle } from "./idle.ts";
import { usePrinting } from "./occupied.ts";

/** Milliseconds of waiting before we say so, and before we offer a person. */
const SAY_WAITING_MS = 2000;
const OFFER_PERSON_MS = 8000;

interface IdleOptions {
  /** Whether there is anything to wipe. */
  readonly inUse: boolean;
  /** Whether the kiosk speaks or listens. */
  readonly talking: boolean;
  readonly onEnd: () => void;
}

/** Whether nobody seems to be there, and what to do about it. */
export interface Idle {
  readonly warned: boolean;
  readonly stay: () => void;
  readonly end: () => void;
}

const SIGNS_OF_LIFE = ["pointerdown", "pointerup", "keydown", "input", "compositionupdate"] as const;

/** Calls back at each sign of life, until the function it returns is called. */
function onSignOfLife(then: () => void): () => void {
  for (const sign of SIGNS_OF_LIFE) addEventListener(sign, then, { passive: true });
  return () => {
    for (const sign of SIGNS_OF_LIFE) removeEventListener(sign, then);
  };
}

/**
 * Warns after two quiet minutes and then ends the session. Touches, strokes, keys and composing are no quiet;
 * nor is speaking, listening and printing, whose end starts the time again.
 */
export function useIdle({ inUse, talking, onEnd }: IdleOptions): Idle {
  const [warned, setWarned] = useState(false);
  const printing = usePrinting();
  const occupied = talking || printing;
  const current = useRef({ inUse, occupied, onEnd });
  current.current = { inUse, occupied, onEnd };
  const watch = useRef<IdleWatch | null>(null);
  const end = (): void => {
    setWarned(false);
    current.current.onEnd();
  };
  useEffect(() => {
    const idle = watchIdle({
      inUse: () => current.current.inUse,
      occupied: () => current.current.occupied,
      warn: () => setWarned(true),
      end,
    });
    watch.current = idle;
    const ignore = onSignOfLife(idle.activity);
    return () => {
      idle.stop();
      ignore();
    };
  }, []);
  useLayoutEffect(() => watch.current?.activity(), [occupied]);
  const stay = (): void => {
    setWarned(false);
    watch.current?.resume();
  };
  const endNow = (): void => {
    stay();
    end();
  };
  return { warned, stay, end: endNow };
}

/** How long the engine has been working: 0 not worth saying, 1 say so, 2 offer a person. */
export function useWaitingFor(waiting: unknown): 0 | 1 | 2 {
  const [waited, setWaited] = useState<0 | 1 | 2>(0);
  useEffect(() => {
    setWaited(0);
    if (waiting === null) return;
    const say = setTimeout(() => setWaited(1), SAY_WAITING_MS);
    const offer = setTimeout(() => setWaited(2), OFFER_PERSON_MS);
    return () => {
      clearTimeout(say);
      clearTimeout(offer);
    };
  }, [waiting]);
  return waiting === null ? 0 : waited;
}

/** The window's size as text; changes when the screen is turned. */
export function useWindowSize(): string {
  const size = (): string => `${innerWidth}x${innerHeight}`;
  const [current, setCurrent] = useState(size);
  useEffect(() => {
    const changed = (): void => setCurrent(size());
    addEventListener("resize", changed);
    return () => removeEventListener("resize", changed);
  }, []);
  return current;
}

/** Today, looked up each minute, so that a kiosk left on overnight shows the right day. */
export function useToday(dayOf: (at: Date) => string): string {
  const [today, setToday] = useState(() => dayOf(new Date()));
  useEffect(() => {
    const timer = setInterval(() => setToday(dayOf(new Date())), 60_000);
    return () => clearInterval(timer);
  }, []);
  return today;
}
