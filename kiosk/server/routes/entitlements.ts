import { z } from "zod";
import { dayOf } from "../../../src/host/clock.ts";
import type { Routes } from "../parts.ts";
import { wrongFacts } from "../plugins/errors.ts";
import { determination, failure } from "../schemas/answers.ts";
import { day, facts, language } from "../schemas/requests.ts";

/** `POST /api/entitlements`: a whole case decided at once. */
export const entitlementRoutes: Routes = async (app, { parts, metrics }) => {
  const { engine, clock } = parts;
  const body = z.strictObject({
    facts,
    asOf: day.optional().describe("Decide as of this day instead of today"),
    language: language.default("zh-Hans"),
  });
  const summary = "Decides all benefits for the facts given";
  const response = { 200: determination, 400: failure };
  const schema = { tags: ["decision"], summary, body, response };
  app.post("/api/entitlements", { schema }, async (request) => {
    const { facts, asOf, language } = request.body;
    const faults = engine.checkFacts(facts);
    if (faults.length > 0) throw wrongFacts(faults);
    metrics.determinations.inc();
    return engine.determine(facts, asOf ?? dayOf(clock()), language);
  });
};
