import { z } from "zod";
import { toAnswer } from "../../../src/host/answer.ts";
import type { Routes } from "../parts.ts";
import { failure, turnAnswer } from "../schemas/answers.ts";
import { day, idsOf, input, language } from "../schemas/requests.ts";

/** `POST /api/turn`: one turn of a conversation. */
export const turnRoutes: Routes = async (app, { parts, metrics }) => {
  const body = z.strictObject({
    conversation: z.string().min(1).max(100).optional().describe("Id of an earlier answer, to go on with it"),
    input,
    language: language.optional(),
    asOf: day.optional().describe("Answer as of this day instead of today"),
    site: idsOf(parts.engine.bundle).site.optional().describe("Kiosk site that stands for “here”"),
  });
  const summary = "Says or taps something and gets the reply";
  const response = { 200: turnAnswer, 400: failure };
  app.post("/api/turn", { schema: { tags: ["conversation"], summary, body, response } }, async (request) => {
    const { conversation, turn } = await parts.assistant.turn({ ...request.body, face: "api" });
    metrics.turns.inc({ intent: turn.understanding.intent, answered: String(!turn.unanswered) });
    return toAnswer(conversation, turn);
  });
};
