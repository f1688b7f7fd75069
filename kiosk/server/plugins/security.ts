import helmet from "@fastify/helmet";
import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import type { AppParts } from "../parts.ts";
import { Refusal } from "./errors.ts";

const OWN = ["'self'"];

/**
 * Only our own scripts, styles, workers and pictures. A kiosk often runs on plain http inside a building,
 * so nothing here forces https; a proxy that ends TLS adds its own HSTS.
 */
const CONTENT_POLICY = {
  useDefaults: false,
  directives: {
    defaultSrc: OWN,
    scriptSrc: OWN,
    scriptSrcAttr: ["'none'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    imgSrc: ["'self'", "data:", "blob:"],
    fontSrc: ["'self'", "data:"],
    mediaSrc: ["'self'", "data:", "blob:"],
    workerSrc: ["'self'", "blob:"],
    connectSrc: OWN,
    manifestSrc: OWN,
    objectSrc: ["'none'"],
    baseUri: OWN,
    formAction: OWN,
    frameAncestors: OWN,
  },
};

const LOOPBACK = new Set(["127.0.0.1", "::1", "::ffff:127.0.0.1"]);

/** Response headers for browsers, and a limit per client address; the machine itself is not limited. */
export async function installSecurity(app: FastifyInstance, parts: AppParts): Promise<void> {
  await app.register(helmet, {
    contentSecurityPolicy: CONTENT_POLICY,
    strictTransportSecurity: false,
    crossOriginOpenerPolicy: false,
    originAgentCluster: false,
  });
  app.addHook("onSend", async (_request, reply) => {
    reply.header("permissions-policy", "camera=(), geolocation=(self), microphone=(self)");
  });
  await app.register(rateLimit, {
    max: parts.config.rateLimit,
    timeWindow: "1 minute",
    allowList: (request) => LOOPBACK.has(request.ip),
    errorResponseBuilder: () =>
      new Refusal(429, "TOO_MANY_REQUESTS", "Too many requests from this address; try again in a minute."),
    ...(parts.redis ? { redis: parts.redis, skipOnError: true } : {}),
  });
}
