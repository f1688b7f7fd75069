import { z } from "zod";
import type { Routes } from "../parts.ts";
import { Refusal } from "../plugins/errors.ts";
import { failure } from "../schemas/answers.ts";
import { language } from "../schemas/requests.ts";

/** Longest text spoken at once, in characters: a full page in English. */
const LONGEST_SPOKEN = 1_500;
/** Texts one address may have spoken in a minute: a screen every second. */
const SPEECH_LIMIT = { rateLimit: { max: 60, timeWindow: "1 minute" } };
const WAV = "audio/wav";

const schema = {
  tags: ["speech"],
  summary: "Speaks a text (WAV), for a kiosk whose browser has no voice",
  description:
    "404 where the machine has no synthesiser. The text travels in the body, since it may be about a person; it " +
    "is not logged. Sound is kept in memory for an hour, unless the text is `personal`.",
  produces: [WAV],
  body: z.strictObject({
    text: z.string().trim().min(1).max(LONGEST_SPOKEN),
    language: language.default("zh-Hans"),
    speed: z.enum(["slow", "normal", "fast"]).default("normal"),
    personal: z.boolean().default(false).describe("About this very person: kept nowhere"),
  }),
  response: { 200: z.unknown(), 400: failure, 404: failure, 429: failure, 503: failure },
};

/** `POST /api/speech`. */
export const speechRoutes: Routes = async (app, { parts: { speech } }) => {
  app.post("/api/speech", { config: SPEECH_LIMIT, schema }, async ({ body }, reply) => {
    if (speech === null) throw new Refusal(404, "NO_SPEECH", "This server cannot speak.");
    const sound = await speech(body);
    return reply.type(WAV).header("cache-control", "no-store").send(sound);
  });
};
