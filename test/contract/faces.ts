/**
 * The faces as the contract test sees them: words in, a decided case out. A new face is one more entry in
 * `FACES`; whatever it cannot show as data it hands over as the text its person reads.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { FastifyInstance } from "fastify";
import type { Browser } from "playwright-core";
import { startTelegram } from "../../bot/telegram/index.ts";
import { createEngine, type Determination, type Entitlement, type Facts } from "../../src/engine/index.ts";
import { type Answer, toAnswer } from "../../src/host/answer.ts";
import { type Assistant, createAssistant } from "../../src/host/assistant.ts";
import { memoryConversations } from "../../src/host/conversations/memory.ts";
import { silentLog } from "../../src/host/log.ts";
import { noRecords } from "../../src/host/records/port.ts";
import { type FakeBotApi, type Sent, startFakeBotApi } from "../bot/fake-bot-api.ts";
import { type KioskServer, startKiosk } from "../browser/kiosk-server.ts";
import { launchBrowser, Visitor } from "../browser/visitor.ts";
import { realBundle } from "../real-bundle.ts";
import { sampleApp } from "../server/setup.ts";

/** The day all cases are decided on. */
export const DAY = "2026-11-22";

/** A case as a face decided it. */
export interface Decided {
  readonly determination: string;
  /** Null where the face shows cards and not data. */
  readonly entitlements: readonly Entitlement[] | null;
  readonly facts: Facts | null;
}

/** One face, ready to be spoken to. */
export interface Face {
  decide(say: string): Promise<Decided>;
  close(): Promise<void>;
}

function decided(answer: Answer): Decided {
  if (!answer.determination) throw new Error(`nothing was decided: ${answer.reply.text}`);
  return {
    determination: answer.determination,
    entitlements: answer.entitlements ?? null,
    facts: answer.facts,
  };
}

async function api(): Promise<Face> {
  const app: FastifyInstance = await sampleApp({ engine: createEngine(realBundle()) });
  return {
    decide: async (text) => {
      const payload = { input: { kind: "text", text }, asOf: DAY };
      return decided((await app.inject({ method: "POST", url: "/api/turn", payload })).json<Answer>());
    },
    close: () => app.close(),
  };
}

/** The same case put as facts: what an integrator does who has a form of their own. */
async function apiCase(): Promise<Face> {
  const app: FastifyInstance = await sampleApp({ engine: createEngine(realBundle()) });
  const post = (url: string, payload: object) => app.inject({ method: "POST", url, payload });
  return {
    decide: async (text) => {
      const { facts } = (await post("/api/turn", { input: { kind: "text", text } })).json<Answer>();
      const { determination, entitlements } = (
        await post("/api/entitlements", { facts, asOf: DAY })
      ).json<Determination>();
      return { determination, entitlements, facts };
    },
    close: () => app.close(),
  };
}

async function terminal(): Promise<Face> {
  const run = promisify(execFile);
  return {
    decide: async (text) => {
      const command = ["--import", "tsx", "src/commands/ask.ts", "--json", "--as-of", DAY, text];
      return decided(JSON.parse((await run(process.execPath, command, { maxBuffer: 1e7 })).stdout) as Answer);
    },
    close: async () => {},
  };
}

type Card = Extract<Answer["reply"]["blocks"][number], { kind: "benefit" }>;

/** A benefit is shown with its verdict, or its title is a button that leads to it. */
function isThere({ title, verdict, benefit }: Card, sent: readonly Sent[]): boolean {
  return sent.some(({ body }) => {
    const buttons = JSON.stringify(body.reply_markup ?? "");
    const isButton = buttons.includes(JSON.stringify({ text: title, callback_data: `benefit:${benefit}` }));
    return String(body.text ?? "").includes(`【${title}】${verdict}`) || isButton;
  });
}

/** What the bot's assistant answered, kept so that messages can be held against it. */
function watched(assistant: Assistant, seen: Answer[]): Assistant {
  return {
    ...assistant,
    turn: async (request) => {
      const result = await assistant.turn(request);
      seen.push(toAnswer(result.conversation, result.turn));
      return result;
    },
  };
}

async function telegram(): Promise<Face> {
  const engine = createEngine(realBundle());
  const server: FakeBotApi = await startFakeBotApi();
  const clock = () => new Date(`${DAY}T02:00:00Z`);
  const parts = { engine, conversations: memoryConversations(), records: noRecords, clock, log: silentLog };
  const seen: Answer[] = [];
  const assistant = watched(createAssistant(parts), seen);
  const bot = await startTelegram({
    assistant,
    engine,
    token: "1:test",
    apiRoot: server.root,
    log: silentLog,
  });
  let chat = 0;
  return {
    decide: async (text) => {
      chat += 1;
      const from = { id: chat, is_bot: false, first_name: "x", language_code: "zh-hans" };
      server.deliver({
        message: { message_id: 1, date: 0, chat: { id: chat, type: "private" }, from, text },
      });
      await server.until(() => seen.length === chat);
      const answer = seen[chat - 1];
      if (!answer) throw new Error("the bot did not answer");
      const cards = answer.reply.blocks.filter((block) => block.kind === "benefit");
      await server.until(() => cards.every((card) => isThere(card, server.sent)));
      return decided(answer);
    },
    close: async () => {
      await bot.stop();
      await server.close();
    },
  };
}

async function kiosk(): Promise<Face> {
  const server: KioskServer = await startKiosk(realBundle());
  const browser: Browser = await launchBrowser();
  return {
    decide: async (text) => {
      const visitor = await Visitor.at(browser, server.url, "", new Date(`${DAY}T02:00:00Z`));
      try {
        await visitor.go("card-home.ask");
        await visitor.page.locator("textarea").fill(text);
        await visitor.go("send");
        if ((await visitor.controls()).includes("understood-yes")) await visitor.go("understood-yes");
        const determination = await visitor.page
          .locator("[data-determination]")
          .getAttribute("data-determination");
        return { determination: determination ?? "", entitlements: null, facts: null };
      } finally {
        await visitor.leave();
      }
    },
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}

/** Every face there is; a new one adds its line here. */
export const FACES: Readonly<Record<string, () => Promise<Face>>> = {
  api,
  "api with facts": apiCase,
  terminal,
  telegram,
  kiosk,
};
