import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Histogram, Registry } from "prom-client";

/** The program's numbers. Labels are ids and statuses only, never anything a person said. */
export interface Metrics {
  readonly registry: Registry;
  readonly turns: Counter<"intent" | "answered">;
  readonly determinations: Counter;
}

function createMetrics(): Metrics & { readonly requests: Histogram<"method" | "route" | "status"> } {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    turns: new Counter({
      name: "assistant_turns_total",
      help: "Turns answered, by intent and whether something useful could be said",
      labelNames: ["intent", "answered"],
      registers,
    }),
    determinations: new Counter({
      name: "assistant_determinations_total",
      help: "Cases decided through /api/entitlements",
      registers,
    }),
    requests: new Histogram({
      name: "http_request_duration_seconds",
      help: "Time to answer, by method, route and status",
      labelNames: ["method", "route", "status"],
      buckets: [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5],
      registers,
    }),
  };
}

/** Counts every request by its route pattern and logs it at debug level, without address or query. */
export function installMetrics(app: FastifyInstance): Metrics {
  const metrics = createMetrics();
  app.addHook("onResponse", async (request, reply) => {
    const route = request.routeOptions.url ?? "none";
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    metrics.requests.observe(labels, reply.elapsedTime / 1000);
    request.log.debug({ ...labels, ms: Math.round(reply.elapsedTime) }, "answered");
  });
  return metrics;
}
