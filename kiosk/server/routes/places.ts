import { z } from "zod";
import type { Routes } from "../parts.ts";
import { failure, placeEntry } from "../schemas/answers.ts";
import { count, idsOf, language } from "../schemas/requests.ts";
import { findPlaces } from "../views/places.ts";

/** `GET /api/places`: place names and codes. */
export const placeRoutes: Routes = async (app, { parts }) => {
  const { bundle } = parts.engine;
  const querystring = z.strictObject({
    q: z.string().max(100).optional().describe("Name, short name or code"),
    parent: idsOf(bundle).place.optional().describe("Only the places directly under this one"),
    limit: count(500, 50).describe("At most this many, 1 to 500"),
    language: language.default("zh-Hans"),
  });
  const summary = "Finds places; without words the counties, or what lies under parent";
  const response = { 200: z.object({ places: z.array(placeEntry) }), 400: failure };
  app.get(
    "/api/places",
    { schema: { tags: ["places"], summary, querystring, response } },
    async ({ query }) => {
      const { q, parent, limit, language } = query;
      const wanted = { limit, language, ...(q ? { q } : {}), ...(parent ? { parent } : {}) };
      return { places: findPlaces(bundle, wanted) };
    },
  );
};
