import type { FastifyInstance } from "fastify";
import { buildApp } from "../../kiosk/server/app.ts";
import type { AppParts } from "../../kiosk/server/parts.ts";
import type { Engine } from "../../src/engine/index.ts";
import { createAssistant } from "../../src/host/assistant.ts";
import { memoryConversations } from "../../src/host/conversations/memory.ts";
import { createHandovers } from "../../src/host/handovers.ts";
import { createLog } from "../../src/host/log.ts";
import type { Records, UnansweredQuestion, UnansweredRecord } from "../../src/host/records/port.ts";
import { noRecords } from "../../src/host/records/port.ts";
import { memoryShortLived } from "../../src/host/short-lived/memory.ts";
import { stubEngine } from "../host/sample.ts";

/** The secret of the desk in tests. */
export const SECRET = "sample-secret-of-the-desk";

/** The instant at which tests take place. */
const NOW = "2026-11-22T02:00:00Z";

/** What the sample kiosk hands over: one question and the answer that was shown. */
export const HANDED_OVER = {
  site: "sample-site",
  questions: ["钱和补贴"],
  facts: { age: 82, hukou: "350582101", "minimum-living": false },
  answers: [
    {
      kind: "benefit",
      id: "sample-allowance",
      title: "示例津贴",
      outcome: "confirm",
      said: "条件对得上，先确认再办",
      sources: [{ document: "sample-2024-1", clause: "二（一）" }],
    },
  ],
};

/** Records in a list, for tests that look at what arrived. */
export function listedRecords(): Records & { readonly unanswered: UnansweredRecord[] } {
  const unanswered: UnansweredRecord[] = [];
  return {
    ...noRecords,
    unanswered,
    addUnanswered: async (question: UnansweredQuestion) => {
      unanswered.push({ ...question, id: `q${unanswered.length}`, at: 0 });
    },
    listUnanswered: async (limit) => unanswered.slice(0, limit),
    removeUnanswered: async (id) => {
      const index = unanswered.findIndex((record) => record.id === id);
      if (index >= 0) unanswered.splice(index, 1);
      return index >= 0;
    },
  };
}

/** A server over the stub engine, or over another part where a test needs one; nothing listens. */
export async function sampleApp(changes: Partial<AppParts> = {}): Promise<FastifyInstance> {
  const engine: Engine = changes.engine ?? stubEngine();
  const records = changes.records ?? listedRecords();
  const conversations = memoryConversations();
  const clock = () => new Date(NOW);
  const log = createLog("silent");
  return buildApp({
    ...{ engine, records, conversations, clock, log },
    ...{ handovers: createHandovers(memoryShortLived()), speech: null },
    assistant: createAssistant({ engine, records, conversations, clock, log }),
    config: { rateLimit: 1_000, trustProxy: false, deskToken: SECRET, publicUrl: null },
    pages: { kiosk: "no-such-folder", desk: "no-such-folder" },
    ...changes,
  });
}
