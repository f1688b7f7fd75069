import type { FastifyReply, FastifyRequest } from "fastify";
import type { Language } from "../../../src/engine/index.ts";
import { instantOf } from "../../../src/host/clock.ts";
import type { Routes } from "../parts.ts";
import {
  benefitPage,
  type FactPageContext,
  facilityPage,
  indexPage,
  missingPage,
} from "../views/fact-pages.ts";
import { PAGE_POLICY } from "../views/html.ts";
import { lookupOf } from "../views/sources.ts";

const HIDDEN = { schema: { hide: true } };

/** A parameter once; people's telephones and forwarders mangle addresses, so anything else counts as absent. */
function parameter(request: FastifyRequest, name: string): string | null {
  const value = (request.query as Readonly<Record<string, unknown>>)[name];
  return typeof value === "string" ? value : null;
}

function languageOf(request: FastifyRequest): Language {
  const asked = parameter(request, "lang");
  return asked === "en" || asked === "zh-Hant" ? asked : "zh-Hans";
}

function send(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .header("content-security-policy", PAGE_POLICY)
    .header("cache-control", "public, max-age=600")
    .type("text/html; charset=utf-8")
    .serializer(String)
    .send(html);
}

/**
 * Public pages of facts for telephones: what a code on the kiosk or on its slip leads to. They hold knowledge
 * and nothing of anybody, have no script and set no cookie.
 */
export const factPageRoutes: Routes = async (app, { parts: { engine, clock } }) => {
  const lookup = lookupOf(engine.bundle);
  const benefits = new Map(engine.bundle.benefits.map((benefit) => [benefit.id, benefit]));
  const facilities = new Map(engine.bundle.facilities.map((facility) => [facility.id, facility]));
  const counties = new Set(
    engine.bundle.places.filter(({ level }) => level === "county").map(({ code }) => code),
  );
  const contextOf = (request: FastifyRequest): FactPageContext => ({
    ...{ engine, lookup, language: languageOf(request), now: instantOf(clock()) },
  });
  const missing = (request: FastifyRequest, reply: FastifyReply) =>
    send(reply.code(404), missingPage(contextOf(request)));

  app.get("/facts", HIDDEN, async (request, reply) => send(reply, indexPage(contextOf(request))));
  app.get<{ Params: { id: string } }>("/facts/benefit/:id", HIDDEN, async (request, reply) => {
    const benefit = benefits.get(request.params.id);
    if (benefit === undefined) return missing(request, reply);
    const county = parameter(request, "county");
    const known = county !== null && counties.has(county) ? county : null;
    return send(reply, benefitPage(benefit, known, contextOf(request)));
  });
  app.get<{ Params: { id: string } }>("/facts/facility/:id", HIDDEN, async (request, reply) => {
    const facility = facilities.get(request.params.id);
    if (facility === undefined) return missing(request, reply);
    return send(reply, facilityPage(facility, contextOf(request)));
  });
  app.get("/facts/*", HIDDEN, async (request, reply) => missing(request, reply));
};
