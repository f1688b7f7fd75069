/** Milliseconds after which a finger on the screen is a palm, a sleeve or a bag, and keeps no other away any more. */
export const RESTS_MS = 2000;

/** Which of the fingers on the screen count: one at a time, and what rests there does not block it. */
export interface Fingers {
  /** A finger comes down beside those that are down already. */
  down(id: number): void;
  /** Whether it counts although something rests on the screen. */
  beside(id: number): boolean;
  /** A finger is lifted, or lost by the device; true when it counted. */
  lifted(id: number): boolean;
}

/** `now` is a millisecond clock that only goes forward. */
export function createFingers(now: () => number): Fingers {
  const fingers = new Map<number, { readonly downAt: number; readonly beside: boolean; counts: boolean }>();
  return {
    down: (id) => {
      fingers.delete(id);
      const others = [...fingers.values()];
      const counts = others.every(({ downAt }) => now() - downAt >= RESTS_MS);
      if (counts) for (const resting of others) resting.counts = false;
      fingers.set(id, { downAt: now(), beside: counts && others.length > 0, counts });
    },
    beside: (id) => fingers.get(id)?.beside ?? false,
    lifted: (id) => {
      const counted = fingers.get(id)?.counts ?? false;
      fingers.delete(id);
      return counted;
    },
  };
}
