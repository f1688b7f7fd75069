import { z } from "zod";
import { instantOf } from "../../../src/host/clock.ts";
import type { Routes } from "../parts.ts";
import { facilityHit, failure } from "../schemas/answers.ts";
import { count, idsOf, instantQuery, language, nearQuery } from "../schemas/requests.ts";

/** Most facilities in one answer: more than there are, so that a map can be drawn from one request. */
const MOST = 500;

/** `GET /api/facilities`: places to go to, nearest first. */
export const facilityRoutes: Routes = async (app, { parts }) => {
  const { engine, clock } = parts;
  const ids = idsOf(engine.bundle);
  const querystring = z.strictObject({
    type: ids.facilityType.optional(),
    place: ids.place.optional().describe("Place code: the town or county to look in"),
    near: nearQuery.optional().describe("LAT,LON in degrees"),
    at: instantQuery.optional().describe("Instant with zone for the opening state; now by default"),
    open: z.literal("now").optional().describe("Only those surely open at that instant"),
    limit: count(MOST, 10).describe(`At most this many, 1 to ${MOST}; 10 by default`),
    language: language.default("zh-Hans"),
  });
  const summary = "Finds facilities by type, place and distance";
  const response = { 200: z.object({ facilities: z.array(facilityHit) }), 400: failure };
  const schema = { tags: ["places"], summary, querystring, response };
  app.get("/api/facilities", { schema }, async (request) => {
    const { type, place, near, at, open, limit, language } = request.query;
    const search = {
      ...{ at: at ?? instantOf(clock()), openOnly: open === "now", limit },
      ...(type ? { type } : {}),
      ...(place ? { place } : {}),
      ...(near ? { near } : {}),
    };
    return { facilities: [...engine.facilities(search, language)] };
  });
};
