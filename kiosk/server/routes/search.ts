import { z } from "zod";
import type { Routes } from "../parts.ts";
import { failure, searchHit } from "../schemas/answers.ts";
import { count, idsOf, LONGEST_TEXT, language } from "../schemas/requests.ts";

/** `GET /api/search`: the adviser's look-up over everything. */
export const searchRoutes: Routes = async (app, { parts }) => {
  const { engine } = parts;
  const querystring = z.strictObject({
    q: z.string().min(1).max(LONGEST_TEXT),
    county: idsOf(engine.bundle).place.optional(),
    kind: z.enum(["benefit", "provision", "topic", "facility", "document"]).optional(),
    limit: count(100, 20).describe("At most this many, 1 to 100"),
    language: language.default("zh-Hans"),
  });
  const summary = "Searches benefits, provisions, topics, facilities and documents";
  const response = { 200: z.object({ results: z.array(searchHit) }), 400: failure };
  app.get(
    "/api/search",
    { schema: { tags: ["knowledge"], summary, querystring, response } },
    async (request) => {
      const { q, county, kind, limit, language } = request.query;
      const query = { q, limit, ...(county ? { county } : {}), ...(kind ? { kind } : {}) };
      return { results: [...engine.search(query, language)] };
    },
  );
};
