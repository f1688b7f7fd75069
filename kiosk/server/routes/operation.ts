import { z } from "zod";
import type { Routes } from "../parts.ts";
import { Refusal } from "../plugins/errors.ts";
import { failure } from "../schemas/answers.ts";

const tags = ["operation"];

/** Health and numbers, for whoever runs the machine. */
export const operationRoutes: Routes = async (app, { parts, metrics }) => {
  const live = {
    tags,
    summary: "The process runs",
    response: { 200: z.object({ status: z.literal("live") }) },
  };
  app.get("/health/live", { schema: live }, async () => ({ status: "live" as const }));

  const ready = {
    tags,
    summary: "Knowledge is loaded and the stores answer",
    response: { 200: z.object({ status: z.literal("ready"), knowledgeVersion: z.string() }), 503: failure },
  };
  app.get("/health/ready", { schema: ready }, async () => {
    const stores = { records: parts.records.healthy(), conversations: parts.conversations.healthy() };
    for (const [name, healthy] of Object.entries(stores)) {
      if (!(await healthy)) throw new Refusal(503, "NOT_READY", `The store of ${name} does not answer.`);
    }
    return { status: "ready" as const, knowledgeVersion: parts.engine.bundle.version };
  });

  const numbers = {
    tags,
    summary: "Numbers for Prometheus",
    produces: ["text/plain"],
    response: { 200: z.string() },
  };
  app.get("/metrics", { schema: numbers }, async (_request, reply) =>
    reply
      .type(metrics.registry.contentType)
      .serializer(String)
      .send(await metrics.registry.metrics()),
  );
};
