import type { Redis } from "ioredis";
import type { State } from "../../engine/index.ts";
import type { Log } from "../log.ts";
import { CONVERSATION_TTL_SECONDS, type Conversations, ConversationsUnavailable } from "./port.ts";

const PREFIX = "conversation:";

/**
 * Opens the one Redis connection that conversations and rate limits share.
 * The client is an optional package, so it is loaded only here. A server that is down fails a
 * command at once instead of queueing it.
 */
export async function connectRedis(url: string, log: Log): Promise<Redis> {
  const { Redis } = await import("ioredis");
  const redis = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: 3_000 });
  redis.on("error", (error) => log.warn({ err: error }, "the conversation store does not answer"));
  return redis;
}

async function reach<T>(command: Promise<T>): Promise<T> {
  try {
    return await command;
  } catch (error) {
    throw new ConversationsUnavailable("The conversation store does not answer.", { cause: error });
  }
}

/**
 * Conversations in Redis, so that any of several processes can take the next turn.
 *
 * @param ttlSeconds idle time after which Redis forgets a conversation by itself
 */
export function redisConversations(redis: Redis, ttlSeconds = CONVERSATION_TTL_SECONDS): Conversations {
  return {
    get: async (id) => {
      const stored = await reach(redis.get(PREFIX + id));
      return stored === null ? null : (JSON.parse(stored) as State);
    },
    set: async (id, state) => {
      await reach(redis.set(PREFIX + id, JSON.stringify(state), "EX", ttlSeconds));
    },
    delete: async (id) => {
      await reach(redis.del(PREFIX + id));
    },
    healthy: async () =>
      redis.ping().then(
        () => true,
        () => false,
      ),
    close: async () => redis.disconnect(),
  };
}
