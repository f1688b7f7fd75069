import NodeCache from "node-cache";
import type { ShortLived } from "./port.ts";

/** Most texts kept at once. Older ones do not give way: a number somebody holds in their hand must stay good. */
const MOST_TEXTS = 5_000;

/**
 * Short-lived things in this process.
 *
 * @param maximum most texts kept at once; beyond it `add` refuses
 * @example const store = memoryShortLived(); await store.add("key", "text", 60); // true
 */
export function memoryShortLived(maximum = MOST_TEXTS): ShortLived {
  const texts = new NodeCache({ useClones: false, checkperiod: 60 });
  const counts = new NodeCache({ useClones: false, checkperiod: 60 });
  return {
    add: async (key, text, seconds) => {
      if (texts.has(key) || texts.keys().length >= maximum) return false;
      return texts.set(key, text, seconds);
    },
    take: async (key) => texts.take<string>(key) ?? null,
    count: async (key, by, seconds) => {
      const until = counts.getTtl(key);
      const value = (counts.get<number>(key) ?? 0) + by;
      const left = until ? Math.max(0.001, (until - Date.now()) / 1000) : seconds;
      counts.set(key, value, left);
      return value;
    },
    close: async () => {
      texts.close();
      counts.close();
    },
  };
}
