import type { Redis } from "ioredis";
import type { State } from "../../engine/index.ts";
import type { Log } from "../log.ts";
import { startFault } from "../start-fault.ts";
import { CONVERSATION_TTL_SECONDS, type Conversations, ConversationsUnavailable } from "./port.ts";

const PREFIX = "conversation:";

/** How long the server may take to answer at start, in milliseconds. */
const PATIENCE_MS = 4_000;

/** Waits until the server has answered once; what goes wrong before that is thrown and not logged. */
async function greet(redis: Redis): Promise<void> {
  let fault: unknown = new Error("there was no answer in time");
  redis.on("error", (error) => {
    fault = error;
  });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(fault), PATIENCE_MS).unref();
  });
  const answer = redis.connect().then(() => redis.ping());
  await Promise.race([answer, late]).catch((error: unknown) => {
    throw error instanceof Error && error.message === "Connection is closed." ? fault : error;
  });
  redis.removeAllListeners("error");
}

/**
 * Opens the one Redis connection that conversations and rate limits share, and makes sure that it answers.
 * The client is an optional package, so it is loaded only here. A server that goes down later fails a
 * command at once instead of queueing it.
 *
 * @throws StartFault naming REDIS_URL when the server does not answer.
 */
export async function connectRedis(url: string, log: Log): Promise<Redis> {
  const { Redis } = await import("ioredis");
  const redis = new Redis(url, { maxRetriesPerRequest: 1, connectTimeout: 3_000, lazyConnect: true });
  try {
    await greet(redis);
  } catch (error) {
    redis.on("error", () => undefined);
    redis.disconnect();
    throw startFault("REDIS_URL", "the conversation store cannot be used", error);
  }
  redis.on("error", (error) =>
    log.warn({ err: error }, "the conversation store (REDIS_URL) does not answer"),
  );
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
