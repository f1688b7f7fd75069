/** `npm start`: puts the parts together as the settings ask, and takes them apart again. */
import { buildApp } from "../kiosk/server/app.ts";
import { createEngine, type Engine } from "./engine/index.ts";
import { type Assistant, createAssistant } from "./host/assistant.ts";
import { BundleError, knowledgePlace, loadKnowledge, PAGES } from "./host/bundle.ts";
import { systemClock } from "./host/clock.ts";
import { type Config, ConfigError, readConfig } from "./host/config.ts";
import { memoryConversations } from "./host/conversations/memory.ts";
import { connectRedis, redisConversations } from "./host/conversations/redis.ts";
import { createHandovers } from "./host/handovers.ts";
import { createLog, type ProgramLog } from "./host/log.ts";
import { openRecords } from "./host/records/open.ts";
import type { Records } from "./host/records/port.ts";
import { memoryShortLived } from "./host/short-lived/memory.ts";
import { redisShortLived } from "./host/short-lived/redis.ts";
import { findEspeak } from "./host/speech/espeak.ts";
import { createSpeech, type Speech, simplifier } from "./host/speech/speech.ts";
import { listenFault, StartFault } from "./host/start-fault.ts";

/** Something that runs and has to be ended in order. */
interface Running {
  readonly name: string;
  stop(): Promise<unknown>;
}

const DAY_MS = 24 * 60 * 60 * 1000;
/** How long a clean end may take before the process ends anyway. */
const PATIENCE_MS = 10_000;

/** Deletes what is past its retention once a day. */
function purgeDaily(records: Records, log: ProgramLog): Running {
  const timer = setInterval(() => {
    records.purge().then(
      (rows) => log.info({ rows }, "records past their retention were deleted"),
      (error) => log.warn({ err: error }, "records could not be purged"),
    );
  }, DAY_MS);
  return { name: "purge", stop: async () => clearInterval(timer) };
}

async function openStores(config: Config, log: ProgramLog) {
  const records = await openRecords(config, systemClock);
  const redis = config.redisUrl ? await connectRedis(config.redisUrl, log) : null;
  const conversations = redis ? redisConversations(redis) : memoryConversations();
  const shortLived = redis ? redisShortLived(redis) : memoryShortLived();
  return { records, conversations, shortLived, ...(redis ? { redis } : {}) };
}

/** Speech of this machine, for kiosks whose browser has no voice of its own. */
async function openSpeech(engine: Engine, log: ProgramLog): Promise<Speech | null> {
  const synthesise = await findEspeak(simplifier(engine.bundle.vocabulary.simplify));
  log.info({ speech: synthesise !== null }, "looked for espeak-ng");
  return synthesise && createSpeech(synthesise);
}

/** The bot is one face among others: when it cannot start, the others go on. */
async function startBot(
  config: Config,
  engine: Engine,
  assistant: Assistant,
  log: ProgramLog,
): Promise<Running[]> {
  if (!config.telegram) return [];
  try {
    const { startTelegram } = await import("../bot/telegram/index.ts");
    const bot = await startTelegram({ assistant, engine, log, ...config.telegram });
    return [{ name: "telegram", stop: () => bot.stop() }];
  } catch (error) {
    log.error({ err: error }, "the Telegram bot could not start; the other faces go on without it");
    return [];
  }
}

function addressOf(config: Config, address: { readonly port: number } | string | null): string {
  const port = typeof address === "object" && address ? address.port : config.port;
  const host = config.host.includes(":") ? `[${config.host}]` : config.host;
  return `http://${host === "0.0.0.0" ? "127.0.0.1" : host}:${port}`;
}

function whereToLook(base: string, bot: boolean): string {
  return [
    `Kiosk          ${base}/`,
    `Adviser desk   ${base}/desk`,
    `API            ${base}/api`,
    `API reference  ${base}/docs`,
    bot ? "Telegram bot   running" : "Telegram bot   off (set TELEGRAM_BOT_TOKEN to start it)",
  ].join("\n");
}

async function start(config: Config, log: ProgramLog): Promise<readonly Running[]> {
  const engine = createEngine(await loadKnowledge(knowledgePlace(config.knowledgeDir)));
  const stores = await openStores(config, log);
  const assistant = createAssistant({ engine, ...stores, clock: systemClock, log });
  const handovers = createHandovers(stores.shortLived);
  const speech = await openSpeech(engine, log);
  const parts = { engine, assistant, handovers, speech, ...stores, clock: systemClock, config, log };
  const app = await buildApp({ ...parts, pages: PAGES });
  await app.listen({ host: config.host, port: config.port }).catch((error: unknown) => {
    throw listenFault(config, error);
  });
  const bots = await startBot(config, engine, assistant, log);
  console.log(whereToLook(addressOf(config, app.server.address()), bots.length > 0));
  return [
    ...bots,
    { name: "server", stop: () => app.close() },
    purgeDaily(stores.records, log),
    { name: "short codes", stop: () => stores.shortLived.close() },
    { name: "conversations", stop: () => stores.conversations.close() },
    { name: "records", stop: () => stores.records.close() },
  ];
}

/** Ends the parts one after another: first those that let work in, last the stores. */
function stopOnSignal(running: readonly Running[], log: ProgramLog): void {
  let stopping = false;
  const stop = async (signal: string) => {
    if (stopping) return;
    stopping = true;
    log.info({ signal }, "stopping");
    setTimeout(() => process.exit(1), PATIENCE_MS).unref();
    for (const part of running) {
      await part
        .stop()
        .catch((error) => log.error({ err: error, part: part.name }, "a part did not stop cleanly"));
    }
    process.exit(0);
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = createLog(config.logLevel);
  for (const warning of config.warnings) log.warn({}, warning);
  stopOnSignal(await start(config, log), log);
}

/** Faults that the operator can mend are one plain message; others come with their trace. */
function explain(error: unknown): string {
  const isPlain = [ConfigError, BundleError, StartFault].some((kind) => error instanceof kind);
  if (isPlain && error instanceof Error) return error.message;
  if (error instanceof Error && "code" in error) return `The program could not start: ${error.message}`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  console.error(explain(error));
  process.exit(1);
});
