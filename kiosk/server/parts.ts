import type { FastifyBaseLogger } from "fastify";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import type { Engine } from "../../src/engine/index.ts";
import type { Assistant } from "../../src/host/assistant.ts";
import type { Clock } from "../../src/host/clock.ts";
import type { Config } from "../../src/host/config.ts";
import type { Conversations } from "../../src/host/conversations/port.ts";
import type { Handovers } from "../../src/host/handovers.ts";
import type { Records } from "../../src/host/records/port.ts";
import type { Speech } from "../../src/host/speech/speech.ts";
import type { Metrics } from "./plugins/metrics.ts";

/** What the server is made of; the composition hands it in, a test hands in its own. */
export interface AppParts {
  readonly engine: Engine;
  readonly assistant: Assistant;
  readonly conversations: Conversations;
  readonly records: Records;
  readonly handovers: Handovers;
  /** Speaks texts that a kiosk cannot speak by itself; null when this machine has no synthesiser. */
  readonly speech: Speech | null;
  readonly clock: Clock;
  readonly config: Pick<Config, "rateLimit" | "trustProxy" | "deskToken" | "publicUrl">;
  readonly log: FastifyBaseLogger;
  /** Built pages; a folder that does not exist is left out with a warning. */
  readonly pages: { readonly kiosk: string; readonly desk: string };
  /** Redis client that rate limits are counted in when several processes serve together. */
  readonly redis?: unknown;
}

/** What a group of routes gets: the parts, and the counters it may raise. */
export interface RouteParts {
  readonly parts: AppParts;
  readonly metrics: Metrics;
}

/** A group of routes whose schemas are zod. */
export type Routes = FastifyPluginAsyncZod<RouteParts>;
