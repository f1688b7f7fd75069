import { z } from "zod";
import { type Bundle, INTENTS } from "../../../src/engine/index.ts";
import type { UnansweredRecord } from "../../../src/host/records/port.ts";
import type { Routes } from "../parts.ts";
import { checkSecret } from "../plugins/desk-secret.ts";
import { notFound } from "../plugins/errors.ts";
import { failure } from "../schemas/answers.ts";
import { count, idsOf, LONGEST_TEXT, language } from "../schemas/requests.ts";

const tags = ["records"];
const id = z.string().max(100);
const text = z.string();
const stored = z.object({
  ...{ id: text, at: z.number(), text, language: text, intent: text, face: text },
  ...{ site: text.nullable(), county: text.nullable() },
});
const JSON_LINES = "application/x-ndjson";
const face = z.enum(["kiosk", "desk", "api"]).default("api");

const listSchema = {
  tags,
  summary: "The adviser's queue of unanswered questions, newest first (needs the desk's secret)",
  security: [{ desk: [] }],
  querystring: z.strictObject({ limit: count(500, 100) }),
  response: { 200: z.object({ questions: z.array(stored) }), 400: failure, 401: failure, 403: failure },
};
const exportSchema = {
  tags,
  summary: "The same queue as JSON lines to be labelled: rows of test/evaluation with an empty intent",
  security: [{ desk: [] }],
  querystring: z.strictObject({ limit: count(500, 500) }),
  produces: [JSON_LINES],
  response: { 200: text, 400: failure, 401: failure, 403: failure },
};
const removeSchema = {
  tags,
  summary: "Takes a question off the queue (needs the desk's secret)",
  security: [{ desk: [] }],
  params: z.object({ id }),
  response: { 204: z.null(), 401: failure, 403: failure, 404: failure },
};
const feedbackSchema = {
  tags,
  summary: "Tells whether an answer helped",
  body: z.strictObject({ helpful: z.boolean(), about: id.nullable().default(null), face }),
  response: { 204: z.null(), 400: failure },
};

/** A question as the evaluation reads it; `read` is what it was taken for, `intent` is for a person to fill in. */
function toRow({ id, text, language, intent }: UnansweredRecord): string {
  return `${JSON.stringify({ id, text, lang: language, intent: "", read: intent })}\n`;
}

/** Everything but the text is an id of ours, so that nothing personal can hide beside it. */
function addSchemaFor(bundle: Bundle) {
  const ids = idsOf(bundle);
  const body = z.strictObject({
    text: z.string().min(1).max(LONGEST_TEXT),
    language: language.default("zh-Hans"),
    intent: z.enum(INTENTS).default("out_of_scope"),
    face,
    site: ids.site.nullable().default(null),
    county: ids.place.nullable().default(null),
  });
  const summary = "Hands in a question that a face could not answer; numbers and names are taken out";
  return { tags, summary, body, response: { 204: z.null(), 400: failure } };
}

/** Feedback, and the queue of unanswered questions. */
export const recordRoutes: Routes = async (app, { parts: { records, config, engine } }) => {
  app.get("/api/unanswered", { schema: listSchema }, async ({ headers, query }) => {
    checkSecret(config.deskToken, headers.authorization);
    return { questions: [...(await records.listUnanswered(query.limit))] };
  });
  app.get("/api/unanswered/export", { schema: exportSchema }, async ({ headers, query }, reply) => {
    checkSecret(config.deskToken, headers.authorization);
    const questions = await records.listUnanswered(query.limit);
    return reply
      .type(JSON_LINES)
      .header("content-disposition", 'attachment; filename="unanswered.jsonl"')
      .serializer(String)
      .send(questions.map(toRow).join(""));
  });
  app.delete("/api/unanswered/:id", { schema: removeSchema }, async ({ headers, params }, reply) => {
    checkSecret(config.deskToken, headers.authorization);
    if (!(await records.removeUnanswered(params.id))) throw notFound("question");
    return reply.code(204).send(null);
  });
  app.post("/api/unanswered", { schema: addSchemaFor(engine.bundle) }, async ({ body }, reply) => {
    await records.addUnanswered(body);
    return reply.code(204).send(null);
  });
  app.post("/api/feedback", { schema: feedbackSchema }, async ({ body }, reply) => {
    await records.addFeedback(body);
    return reply.code(204).send(null);
  });
};
