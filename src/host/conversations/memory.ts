import NodeCache from "node-cache";
import type { State } from "../../engine/index.ts";
import { CONVERSATION_TTL_SECONDS, type Conversations } from "./port.ts";

/** Limits of the store in memory. */
export interface MemoryLimits {
  /** Most conversations kept at once; the oldest give way. */
  readonly maximum: number;
  readonly ttlSeconds: number;
}

const DEFAULT_LIMITS: MemoryLimits = { maximum: 20_000, ttlSeconds: CONVERSATION_TTL_SECONDS };

/** Makes room for one more by dropping the oldest twentieth: node-cache itself throws when it is full. */
function makeRoom(cache: NodeCache, maximum: number): void {
  const ids = cache.keys();
  if (ids.length < maximum) return;
  cache.del(ids.slice(0, Math.max(1, Math.floor(maximum / 20))));
}

/**
 * Conversations in this process. States are frozen by convention (the engine never changes one in place),
 * so they are kept as they are and not copied.
 *
 * @example const conversations = memoryConversations({ maximum: 100, ttlSeconds: 60 });
 */
export function memoryConversations(limits: MemoryLimits = DEFAULT_LIMITS): Conversations {
  const cache = new NodeCache({ stdTTL: limits.ttlSeconds, useClones: false, checkperiod: 60 });
  return {
    get: async (id) => cache.get<State>(id) ?? null,
    set: async (id, state) => {
      if (!cache.has(id)) makeRoom(cache, limits.maximum);
      cache.del(id);
      cache.set(id, state);
    },
    delete: async (id) => {
      cache.del(id);
    },
    healthy: async () => true,
    close: async () => cache.close(),
  };
}
