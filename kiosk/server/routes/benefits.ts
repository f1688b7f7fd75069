import { z } from "zod";
import type { Routes } from "../parts.ts";
import { notFound } from "../plugins/errors.ts";
import * as answers from "../schemas/answers.ts";
import { languageQuery } from "../schemas/requests.ts";
import { benefitDetail, benefitEntry } from "../views/benefits.ts";
import { lookupOf } from "../views/sources.ts";

/** `GET /api/benefits` and one of them. */
export const benefitRoutes: Routes = async (app, { parts }) => {
  const lookup = lookupOf(parts.engine.bundle);
  const { benefits } = lookup.bundle;
  const byId = new Map(benefits.map((benefit) => [benefit.id, benefit]));

  const list = {
    tags: ["knowledge"],
    summary: "Lists all benefits",
    querystring: languageQuery,
    response: { 200: z.object({ benefits: z.array(answers.benefitEntry) }), 400: answers.failure },
  };
  app.get("/api/benefits", { schema: list }, async ({ query }) => ({
    benefits: benefits.map((benefit) => benefitEntry(benefit, lookup, query.language)),
  }));

  const one = {
    tags: ["knowledge"],
    summary: "Shows one benefit with its provisions and sources",
    params: z.object({ id: z.string().max(100) }),
    querystring: languageQuery,
    response: { 200: answers.benefitDetail, 400: answers.failure, 404: answers.failure },
  };
  app.get("/api/benefits/:id", { schema: one }, async ({ params, query }) => {
    const benefit = byId.get(params.id);
    if (!benefit) throw notFound("benefit");
    return benefitDetail(benefit, lookup, query.language);
  });
};
