/** Milliseconds in which a new screen takes no touch: the finger that opened it may still be bouncing. */
export const SETTLE_MS = 300;
/** Milliseconds in which the same button is not taken twice. */
export const REPEAT_MS = 1000;
/** The same for keys of a number pad, where 88 is two honest taps. */
export const KEY_REPEAT_MS = 150;

/** Decides whether a tap is meant; ghost and double touches are common on these panels. */
export interface TapGuard {
  /** A new screen is up. */
  screenChanged(): void;
  /** Whether the screen has been up long enough to be touched. */
  settled(): boolean;
  accepts(control: string, repeatMs: number): boolean;
}

/** `now` is a millisecond clock that only goes forward. */
export function createTapGuard(now: () => number): TapGuard {
  let shownAt = Number.NEGATIVE_INFINITY;
  let last: { readonly control: string; readonly at: number } | null = null;
  const settled = (): boolean => now() - shownAt >= SETTLE_MS;
  return {
    settled,
    screenChanged: () => {
      shownAt = now();
      last = null;
    },
    accepts: (control, repeatMs) => {
      const at = now();
      if (!settled()) return false;
      if (last !== null && last.control === control && at - last.at < repeatMs) return false;
      last = { control, at };
      return true;
    },
  };
}
