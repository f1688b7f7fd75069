/** Seconds without a touch, a key, composing, speech or printing before the kiosk asks whether anybody is there. */
export const IDLE_SECONDS = 120;
/** Seconds the warning stays before everything is wiped. */
export const WARNING_SECONDS = 45;

/** Watches whether somebody is using the kiosk. */
export interface IdleWatch {
  /** Somebody did something: the time starts again. Ignored while the warning is up: that needs an answer. */
  activity(): void;
  /** “I am still reading”, or a new session: no warning, the time starts again. */
  resume(): void;
  stop(): void;
}

interface Handlers {
  /** Whether there is anything to wipe; nothing happens on an untouched home screen. */
  readonly inUse: () => boolean;
  /** Whether something is going on that needs no touch: reading aloud, listening, printing. */
  readonly occupied: () => boolean;
  readonly warn: () => void;
  readonly end: () => void;
}

/** Starts the watch with the page's own timers, so that no shell setting is needed to keep people's answers private. */
export function watchIdle({ inUse, occupied, warn, end }: Handlers): IdleWatch {
  let warned = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (seconds: number, then: () => void): void => {
    clearTimeout(timer);
    timer = setTimeout(then, seconds * 1000);
  };
  const start = (): void => {
    warned = false;
    wait(IDLE_SECONDS, ask);
  };
  const ask = (): void => {
    if (!inUse() || occupied()) {
      start();
      return;
    }
    warned = true;
    warn();
    wait(WARNING_SECONDS, () => {
      start();
      end();
    });
  };
  start();
  return {
    activity: () => {
      if (!warned) start();
    },
    resume: start,
    stop: () => clearTimeout(timer),
  };
}
