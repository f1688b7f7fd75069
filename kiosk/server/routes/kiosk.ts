import { z } from "zod";
import type { Routes } from "../parts.ts";

const schema = {
  tags: ["operation"],
  summary: "What this server does for kiosks beside answering",
  response: {
    200: z.object({
      /** Speaks texts. */
      speech: z.boolean(),
      /** Gives numbers for the desk. */
      handovers: z.boolean(),
      /** Origin of the public pages of facts; null when they cannot be reached from outside. */
      publicUrl: z.string().nullable(),
    }),
  },
};

/** `GET /api/kiosk`: asked by each kiosk, so that it offers only what really works here. */
export const kioskRoutes: Routes = async (app, { parts: { speech, config } }) => {
  app.get("/api/kiosk", { schema }, async (_request, reply) => {
    reply.header("cache-control", "no-cache");
    return {
      speech: speech !== null,
      handovers: config.deskToken !== null,
      publicUrl: config.publicUrl,
    };
  });
};
