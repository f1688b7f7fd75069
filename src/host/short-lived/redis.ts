import type { Redis } from "ioredis";
import { type ShortLived, ShortLivedUnavailable } from "./port.ts";

const PREFIX = "short:";

async function reach<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (error) {
    throw new ShortLivedUnavailable("The store of short codes does not answer.", { cause: error });
  }
}

/**
 * Short-lived things in Redis, so that what one process gives out another can take. The connection belongs to
 * the caller, who also closes it.
 */
export function redisShortLived(redis: Redis): ShortLived {
  return {
    add: async (key, text, seconds) =>
      (await reach(redis.set(PREFIX + key, text, "EX", seconds, "NX"))) === "OK",
    take: async (key) => {
      const text = await reach(redis.get(PREFIX + key));
      if (text === null) return null;
      // Whoever deletes it has it; that needs nothing newer than Redis 6.
      return (await reach(redis.del(PREFIX + key))) === 1 ? text : null;
    },
    count: async (key, by, seconds) => {
      await reach(redis.set(PREFIX + key, "0", "EX", seconds, "NX"));
      return reach(redis.incrby(PREFIX + key, by));
    },
    close: async () => undefined,
  };
}
