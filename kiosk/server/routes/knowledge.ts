import { gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Bundle } from "../../../src/engine/index.ts";
import type { Routes } from "../parts.ts";
import { factEntry, failure, knowledgeAnswer } from "../schemas/answers.ts";
import { language, languageQuery } from "../schemas/requests.ts";
import { knowledgeView } from "../views/knowledge.ts";
import { lookupOf } from "../views/sources.ts";

const knownTags = (header: string | undefined) =>
  (header ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));

/** Sends the bundle packed once at start; its version is its ETag, so a kiosk that is up to date gets 304. */
function bundleSender(bundle: Bundle) {
  const plain = Buffer.from(JSON.stringify(bundle));
  const zipped = gzipSync(plain, { level: 9 });
  const etag = `"${bundle.version}"`;
  return (request: FastifyRequest, reply: FastifyReply): void => {
    reply.header("etag", etag).header("cache-control", "no-cache").header("vary", "accept-encoding");
    if (knownTags(request.headers["if-none-match"]).includes(etag)) {
      reply.code(304).send();
      return;
    }
    reply.type("application/json; charset=utf-8");
    const packed = /\bgzip\b/.test(String(request.headers["accept-encoding"] ?? ""));
    if (packed) reply.header("content-encoding", "gzip");
    reply.send(packed ? zipped : plain);
  };
}

const tags = ["knowledge"];
const summarySchema = {
  tags,
  summary: "Version, counts, and what is known but not decided here",
  querystring: languageQuery,
  response: { 200: knowledgeAnswer, 400: failure },
};
const factsSchema = {
  tags,
  summary: "Facts that may be asked about a person, in the order of asking",
  querystring: languageQuery,
  response: { 200: z.object({ facts: z.array(factEntry) }), 400: failure },
};
const phrasesSchema = {
  tags,
  summary: "Sentences of one part of the faces, by key",
  querystring: z.strictObject({
    language: language.default("zh-Hans"),
    prefix: z
      .string()
      .regex(/^[a-z][a-z.-]{0,40}$/)
      .describe("Keys that begin with this, such as desk"),
  }),
  response: { 200: z.object({ phrases: z.record(z.string(), z.string()) }), 400: failure },
};

/** What the knowledge holds, what may be asked, the words of a face, and the whole bundle. */
export const knowledgeRoutes: Routes = async (app, { parts }) => {
  const { bundle } = parts.engine;
  const lookup = lookupOf(bundle);
  app.get("/api/knowledge", { schema: summarySchema }, async ({ query }) =>
    knowledgeView(lookup, query.language),
  );

  app.get("/api/facts", { schema: factsSchema }, async ({ query: { language } }) => ({
    facts: [...bundle.facts]
      .filter(({ askable }) => askable)
      .sort((a, b) => a.order - b.order)
      .map(({ id, kind, name, question, why, choices, minimum, maximum }) => ({
        ...{ id, kind, name: name[language], question: question.family[language], why: why[language] },
        choices: choices.map(({ value, text }) => ({ value, text: text[language] })),
        ...{ minimum, maximum },
      })),
  }));

  app.get("/api/phrases", { schema: phrasesSchema }, async ({ query: { language, prefix } }) => ({
    phrases: Object.fromEntries(
      Object.entries(bundle.phrases[language]).filter(([key]) => key.startsWith(`${prefix}.`)),
    ),
  }));

  const whole = { tags, summary: "The whole compiled knowledge, for a face that answers on its own" };
  app.get(
    "/knowledge.json",
    { schema: { ...whole, response: { 200: z.looseObject({}) } } },
    bundleSender(bundle),
  );
};
