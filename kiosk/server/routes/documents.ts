import { z } from "zod";
import type { Routes } from "../parts.ts";
import { notFound } from "../plugins/errors.ts";
import * as answers from "../schemas/answers.ts";
import { languageQuery } from "../schemas/requests.ts";
import { documentDetail, documentEntry } from "../views/documents.ts";
import { answeringEntries } from "../views/outlines.ts";

/** `GET /api/documents` and one of them. */
export const documentRoutes: Routes = async (app, { parts }) => {
  const { bundle } = parts.engine;
  const byId = new Map(bundle.documents.map((document) => [document.id, document]));
  const entries = answeringEntries(bundle);

  const list = {
    tags: ["knowledge"],
    summary: "Lists all policy documents and source pages",
    querystring: languageQuery,
    response: { 200: z.object({ documents: z.array(answers.documentEntry) }), 400: answers.failure },
  };
  app.get("/api/documents", { schema: list }, async () => ({
    documents: bundle.documents.map(documentEntry),
  }));

  const one = {
    tags: ["knowledge"],
    summary: "Shows one document: what it says clause by clause, how it stands to others, what rests on it",
    params: z.object({ id: z.string().max(100) }),
    querystring: languageQuery,
    response: { 200: answers.documentDetail, 400: answers.failure, 404: answers.failure },
  };
  app.get("/api/documents/:id", { schema: one }, async ({ params, query }) => {
    const document = byId.get(params.id);
    if (!document) throw notFound("document");
    return documentDetail(document, bundle, entries, query.language);
  });
};
