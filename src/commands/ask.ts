/** `npm run ask`: the assistant in a terminal, one turn or a whole conversation. */
import { createInterface } from "node:readline/promises";
import { parseArgs } from "node:util";
import { createEngine, type Day, LANGUAGES, type Language } from "../engine/index.ts";
import { toAnswer } from "../host/answer.ts";
import { type Assistant, createAssistant, type TurnResult } from "../host/assistant.ts";
import { knowledgePlace, loadKnowledge } from "../host/bundle.ts";
import { systemClock } from "../host/clock.ts";
import { memoryConversations } from "../host/conversations/memory.ts";
import { silentLog } from "../host/log.ts";
import { noRecords } from "../host/records/port.ts";

const USAGE = 'usage: npm run ask -- ["text"] [--json] [--language zh-Hans|zh-Hant|en] [--as-of YYYY-MM-DD]';

/** What the command line asks for; `text` is null for a conversation. */
interface Question {
  readonly text: string | null;
  readonly json: boolean;
  readonly language?: Language;
  readonly asOf?: Day;
}

/** A wrong command line; the message is what the person reads. */
class UsageError extends Error {}

function languageOf(value: string): Language {
  const found = LANGUAGES.find((language) => language === value);
  if (found) return found;
  throw new UsageError(`--language may be ${LANGUAGES.join(", ")}`);
}

function dayOf(value: string): Day {
  const date = new Date(`${value}T00:00:00Z`);
  const same = !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === value;
  if (same) return value;
  throw new UsageError("--as-of must be a day that exists, as YYYY-MM-DD");
}

function parse(args: readonly string[]) {
  const text = { type: "string" } as const;
  const options = { json: { type: "boolean" }, language: text, "as-of": text } as const;
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function questionOf(args: readonly string[]): Question {
  const { values, positionals } = parse(args);
  return {
    text: positionals.length > 0 ? positionals.join(" ") : null,
    json: values.json ?? false,
    ...(values.language ? { language: languageOf(values.language) } : {}),
    ...(values["as-of"] ? { asOf: dayOf(values["as-of"]) } : {}),
  };
}

async function openAssistant(): Promise<{ assistant: Assistant; close(): Promise<void> }> {
  const bundle = await loadKnowledge(knowledgePlace(process.env.KNOWLEDGE_DIR || null));
  const conversations = memoryConversations();
  const parts = { conversations, records: noRecords, clock: systemClock, log: silentLog };
  const assistant = createAssistant({ engine: createEngine(bundle), ...parts });
  return { assistant, close: () => conversations.close() };
}

function show({ conversation, turn }: TurnResult, json: boolean): void {
  console.log(json ? JSON.stringify(toAnswer(conversation, turn), null, 2) : `${turn.reply.text}\n`);
}

async function converse(assistant: Assistant, { json, language, asOf }: Question): Promise<void> {
  const prompt = process.stdin.isTTY ? "> " : "";
  const lines = createInterface({ input: process.stdin, output: process.stderr, prompt, terminal: false });
  let conversation: string | undefined;
  lines.prompt();
  for await (const line of lines) {
    if (line.trim() !== "") {
      const input = { kind: "text", text: line } as const;
      const settings = { ...(language ? { language } : {}), ...(asOf ? { asOf } : {}) };
      const known = conversation ? { conversation } : {};
      const result = await assistant.turn({ input, face: "terminal", ...settings, ...known });
      conversation = result.conversation;
      show(result, json);
    }
    lines.prompt();
  }
}

async function main(): Promise<void> {
  const question = questionOf(process.argv.slice(2));
  const { text, json, ...settings } = question;
  const { assistant, close } = await openAssistant();
  if (text === null) await converse(assistant, question);
  else show(await assistant.turn({ input: { kind: "text", text }, face: "terminal", ...settings }), json);
  await close();
}

main().catch((error: unknown) => {
  const message = error instanceof Error ? error.message : String(error);
  console.error(error instanceof UsageError ? `${message}\n${USAGE}` : message);
  process.exitCode = 1;
});
