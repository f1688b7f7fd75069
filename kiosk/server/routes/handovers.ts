import { z } from "zod";
import type { Bundle } from "../../../src/engine/index.ts";
import { HANDOVER_TTL_SECONDS, type HandedAnswer } from "../../../src/host/handovers.ts";
import { scrub } from "../../../src/host/records/scrub.ts";
import type { Routes } from "../parts.ts";
import { checkSecret } from "../plugins/desk-secret.ts";
import { notFound, Refusal, wrongFacts } from "../plugins/errors.ts";
import { failure, handedOver, handoverNumber } from "../schemas/answers.ts";
import { facts, idsOf, language } from "../schemas/requests.ts";
import { lookupOf } from "../views/sources.ts";

const tags = ["hand-over"];
const id = z.string().max(100);
const shown = (longest: number) => z.string().max(longest);

/** Hand-overs one address may make in a minute: a kiosk needs one, a joker would want thousands. */
const PER_MINUTE = 10;
const HANDOVER_LIMIT = { rateLimit: { max: PER_MINUTE, timeWindow: "1 minute" } };

const answer = z.strictObject({
  kind: z.enum(["benefit", "facility", "topic", "why"]),
  id: id.default(""),
  title: shown(100),
  outcome: z.enum(["yes", "no", "unknown", "confirm", "info"]).nullable().default(null),
  said: shown(400).default(""),
  sources: z
    .array(z.strictObject({ document: id, clause: shown(200) }))
    .max(20)
    .default([]),
});

function giveSchema(bundle: Bundle) {
  return {
    tags,
    summary: "Gives a four-digit number by which the desk of the same site opens what was asked at the kiosk",
    description:
      "Holds nothing that says who asked: numbers and names are taken out of the questions, facts are those of " +
      "the interview. Kept in memory (or Redis) for 30 minutes, gone when it is picked up.",
    body: z.strictObject({
      site: idsOf(bundle).site,
      language: language.default("zh-Hans"),
      questions: z.array(z.string().min(1).max(300)).max(8).default([]),
      facts: facts.default({}),
      answers: z.array(answer).max(80).default([]),
    }),
    response: { 201: handoverNumber, 400: failure, 403: failure, 429: failure, 503: failure },
  };
}

function pickUpSchema(bundle: Bundle) {
  return {
    tags,
    summary:
      "Opens a number at the desk, once (needs the desk's secret); five wrong ones a minute, then wait",
    security: [{ desk: [] }],
    body: z.strictObject({
      site: idsOf(bundle).site,
      number: z.string().regex(/^[1-9]\d{3}$/, "must be four digits, not beginning with 0"),
    }),
    response: { 200: handedOver, 400: failure, 401: failure, 403: failure, 404: failure, 429: failure },
  };
}

/** Gives a number: refused where no desk could open it, for wrong facts, and while all numbers are taken. */
const giveRoute: Routes = async (app, { parts: { handovers, engine, config, clock } }) => {
  const give = { config: HANDOVER_LIMIT, schema: giveSchema(engine.bundle) };
  app.post("/api/handovers", give, async ({ body }, reply) => {
    if (config.deskToken === null)
      throw new Refusal(
        403,
        "HANDOVERS_CLOSED",
        "Set DESK_TOKEN so that a desk can pick up what is handed over.",
      );
    const faults = engine.checkFacts(body.facts);
    if (faults.length > 0) throw wrongFacts(faults);
    const now = clock();
    const questions = body.questions.map(scrub).filter((question) => question !== "");
    const number = await handovers.give({ ...body, questions, at: now.toISOString() });
    if (number === null) throw new Refusal(503, "NO_NUMBER_FREE", "No number is free at this site just now.");
    const until = new Date(now.getTime() + HANDOVER_TTL_SECONDS * 1000).toISOString();
    return reply.code(201).send({ number, until });
  });
};

/** Only citations of our own documents are shown at the desk, with the titles and links of the knowledge. */
function citing(bundle: Bundle) {
  const lookup = lookupOf(bundle);
  const known = new Set(bundle.documents.map((document) => document.id));
  return ({ sources, ...rest }: HandedAnswer) => ({
    ...rest,
    sources: lookup.sources(sources.filter(({ document }) => known.has(document))),
  });
}

/** Opens a number, once, for whoever knows the desk's secret. */
const pickUpRoute: Routes = async (app, { parts: { handovers, engine, config } }) => {
  const cited = citing(engine.bundle);
  const pickUp = { schema: pickUpSchema(engine.bundle) };
  app.post("/api/handovers/pick-up", pickUp, async ({ headers, body }, reply) => {
    checkSecret(config.deskToken, headers.authorization);
    const found = await handovers.pickUp(body.site, body.number);
    if (found.kind === "wait") {
      reply.header("retry-after", String(found.seconds));
      throw new Refusal(429, "TOO_MANY_WRONG_NUMBERS", "Too many wrong numbers; try again in a minute.");
    }
    if (found.kind === "none") throw notFound("hand-over");
    reply.header("cache-control", "no-store");
    return { ...found.handover, answers: found.handover.answers.map(cited) };
  });
};

/** Hand-over from the kiosk to the adviser's desk of the same site. */
export const handoverRoutes: Routes = async (app, options) => {
  await giveRoute(app, options);
  await pickUpRoute(app, options);
};
