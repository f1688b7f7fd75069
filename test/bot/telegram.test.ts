import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startTelegram } from "../../bot/telegram/index.ts";
import { createEngine, type Engine } from "../../src/engine/index.ts";
import { createAssistant } from "../../src/host/assistant.ts";
import { memoryConversations } from "../../src/host/conversations/memory.ts";
import { silentLog } from "../../src/host/log.ts";
import { noRecords } from "../../src/host/records/port.ts";
import { realBundle } from "../real-bundle.ts";
import { type FakeBotApi, startFakeBotApi } from "./fake-bot-api.ts";

const engine: Engine = createEngine(realBundle());
const CHAT = { id: 42, type: "private" };
const FROM = { id: 42, is_bot: false, first_name: "陈", language_code: "zh-hans" };

const message = (fields: object) => ({
  message: { message_id: 1, date: 0, chat: CHAT, from: FROM, ...fields },
});
const command = (text: string) =>
  message({ text, entities: [{ type: "bot_command", offset: 0, length: text.length }] });
const tap = (data: string) => ({
  callback_query: {
    id: "1",
    from: FROM,
    chat_instance: "1",
    data,
    message: { message_id: 1, date: 0, chat: CHAT },
  },
});

describe("the Telegram bot against a Bot API server", () => {
  let api: FakeBotApi;
  let stop: () => Promise<void>;

  beforeEach(async () => {
    api = await startFakeBotApi();
    const assistant = createAssistant({
      engine,
      conversations: memoryConversations(),
      records: noRecords,
      clock: () => new Date("2026-11-22T02:30:00Z"),
      log: silentLog,
    });
    ({ stop } = await startTelegram({
      assistant,
      engine,
      token: "1:test",
      apiRoot: api.root,
      log: silentLog,
    }));
  });

  afterEach(async () => {
    await stop();
    await api.close();
  });

  const has = (word: string) => (messages: readonly string[]) => messages.some((text) => text.includes(word));

  it("greets, shows what one can ask, and offers to send the location", async () => {
    api.deliver(command("/start"));
    await api.until(has("您可以问"));
    const keyboards = api.sent.map(({ body }) => JSON.stringify(body.reply_markup ?? ""));
    expect(keyboards.some((keyboard) => keyboard.includes("request_location"))).toBe(true);
    expect(keyboards.some((keyboard) => keyboard.includes("intent:entitlements"))).toBe(true);
  });

  it("answers a question in words with short cards that name office and source", async () => {
    api.deliver(message({ text: "我妈82岁，户口在晋江，有什么补贴" }));
    const messages = await api.until(has("现在平时住在哪个县"));
    const card = messages.find((text) => text.includes("高龄津贴"));
    for (const part of ["要确认：", "去哪里：", "依据：《"]) expect(card).toContain(part);
    expect(messages.length).toBeLessThanOrEqual(5);
    expect(Math.max(...messages.slice(1, 4).map((text) => text.length))).toBeLessThan(500);
  });

  it("keeps everything it did not show one tap away", async () => {
    const reply = engine.turn(
      null,
      { kind: "text", text: "我妈82岁，户口在晋江，有什么补贴" },
      { now: "2026-11-22T10:30:00+08:00" },
    ).reply;
    api.deliver(message({ text: "我妈82岁，户口在晋江，有什么补贴" }));
    await api.until(has("现在平时住在哪个县"));
    const buttons = JSON.stringify(api.sent.map(({ body }) => body.reply_markup ?? ""));
    const benefits = reply.blocks.flatMap((block) => (block.kind === "benefit" ? [block.benefit] : []));
    const choices = reply.blocks.flatMap((block) => ("choices" in block ? block.choices : []));
    expect([benefits.length > 1, choices.length > 1]).toEqual([true, true]);
    for (const benefit of benefits) expect(buttons).toContain(`benefit:${benefit}`);
    for (const { id } of choices) expect(buttons).toContain(id);
    api.deliver(tap("benefit:old-age-allowance"));
    const messages = await api.until(has("带什么"));
    expect(messages.some((text) => text.includes("三（五）") && text.includes("怎么办"))).toBe(true);
  });

  it("goes on with the conversation when a button is tapped", async () => {
    api.deliver(tap("intent:entitlements"));
    await api.until(has("多大岁数"));
    api.deliver(tap("fact:age=82"));
    const messages = await api.until(has("户口在哪个县"));
    expect(messages.some((text) => text.includes("今年82岁"))).toBe(true);
  });

  it("finds the nearest canteens of a shared location and offers none that is only planned", async () => {
    api.deliver(message({ location: { latitude: 24.7196, longitude: 118.4716 } }));
    const isCard = (text: string) => text.includes("公里") && text.includes("依据");
    const messages = await api.until((texts) => texts.some(isCard));
    expect(messages.filter(isCard).every((text) => !text.includes("还在建"))).toBe(true);
  });

  it("answers an update once, however often it is delivered", async () => {
    const id = api.deliver(tap("human"));
    await api.until(has("12345"));
    api.deliver(tap("human"), id);
    api.deliver(command("/help"), id + 1);
    const messages = await api.until(has("/forget"));
    expect(messages.filter((text) => text.includes("12345"))).toHaveLength(1);
  });

  it("forgets on request", async () => {
    api.deliver(tap("intent:entitlements"));
    await api.until(has("多大岁数"));
    api.deliver(command("/forget"));
    await api.until(has("都忘掉了"));
    api.deliver(tap("fact:age=82"));
    const messages = await api.until((texts) => texts.length >= 3);
    expect(messages.some((text) => text.includes("户口在晋江"))).toBe(false);
  });

  it("waits and sends again when Telegram brakes", async () => {
    api.brake("sendMessage", 1, 0);
    api.deliver(tap("human"));
    expect(has("12345")(await api.until(has("12345")))).toBe(true);
  });

  it("says that it cannot see a picture", async () => {
    api.deliver(message({ photo: [{ file_id: "x", file_unique_id: "y", width: 1, height: 1 }] }));
    expect(has("只看得懂文字")(await api.until(has("只看得懂文字")))).toBe(true);
  });

  it("answers in the order in which a person wrote", async () => {
    api.deliver(message({ text: "晋江80岁的老人有什么补贴？" }));
    api.deliver(message({ text: "那安溪呢？" }));
    const messages = await api.until(has("安溪"));
    const first = messages.findIndex((text) => text.includes("户口在晋江"));
    const second = messages.findIndex((text) => text.includes("户口在安溪"));
    expect(first).toBeGreaterThanOrEqual(0);
    expect(second).toBeGreaterThan(first);
  });
});
