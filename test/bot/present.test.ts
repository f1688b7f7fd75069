import { describe, expect, it } from "vitest";
import { escapeHtml, present, rowsOf } from "../../bot/telegram/present.ts";
import { inputOf, LONGEST_TEXT, languageOf } from "../../bot/telegram/receive.ts";
import { patiently, retryAfter } from "../../bot/telegram/sending.ts";
import type { Block } from "../../src/engine/index.ts";

const say = (text: string): Block => ({ kind: "say", key: "k", text });
const card: Block = {
  kind: "topic",
  topic: "t",
  title: "标题",
  text: "正文",
  lines: [{ label: "依据", text: "某文件" }],
  sources: [],
};

describe("a reply as Telegram messages", () => {
  it("joins neighbouring sentences and gives every card a message of its own", () => {
    const messages = present({ blocks: [say("一"), say("二"), card, say("三")], text: "" });
    expect(messages.map(({ html }) => html)).toEqual(["一\n二", "<b>【标题】</b>\n正文\n依据：某文件", "三"]);
  });

  it("puts the choices into buttons and not into the text", () => {
    const ask: Block = {
      kind: "ask",
      fact: "age",
      text: "多大？",
      why: null,
      choices: [{ id: "fact:age=?", text: "不清楚" }],
      entry: "number",
    };
    expect(present({ blocks: [ask], text: "" })).toEqual([
      { html: "多大？", buttons: [[{ text: "不清楚", callback_data: "fact:age=?" }]] },
    ]);
  });

  it("sets short buttons two in a row and long ones alone", () => {
    const rows = rowsOf([
      { id: "a", text: "晋江市" },
      { id: "b", text: "安溪县" },
      { id: "c", text: "泉州台商投资区" },
    ]);
    expect(rows.map((row) => row.map((button) => button.text))).toEqual([
      ["晋江市", "安溪县"],
      ["泉州台商投资区"],
    ]);
  });

  it("leaves out a choice whose id Telegram would refuse", () => {
    expect(rowsOf([{ id: "x".repeat(65), text: "长" }])).toEqual([]);
  });

  it("escapes what a person or a page wrote", () => {
    expect(escapeHtml(`<b>&"`)).toBe(`&lt;b&gt;&amp;"`);
  });

  it("cuts what is longer than Telegram takes at line ends, and loses nothing", () => {
    const text = Array.from({ length: 400 }, (_, index) => `第${index}行，一些字一些字一些字`).join("\n");
    const parts = present({ blocks: [say(text)], text: "" }).map(({ html }) => html);
    expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(4096);
    expect(parts.join("\n")).toBe(text);
  });
});

describe("what a message says", () => {
  it.each([
    [{ text: "  你好 " }, { kind: "text", text: "你好" }],
    [{ text: "" }, null],
    [{}, null],
    [
      { location: { latitude: 24.7, longitude: 118.5 } },
      { kind: "location", latitude: 24.7, longitude: 118.5 },
    ],
    [{ location: { latitude: Number.NaN, longitude: 118.5 } }, null],
  ])("%j is %j", (message, input) => {
    expect(inputOf(message)).toEqual(input);
  });

  it("cuts a text that is longer than a turn reads", () => {
    expect(inputOf({ text: "字".repeat(5000) })).toEqual({ kind: "text", text: "字".repeat(LONGEST_TEXT) });
  });

  it.each([
    ["zh-hans", "zh-Hans"],
    ["zh-TW", "zh-Hant"],
    ["zh-hant-hk", "zh-Hant"],
    ["en-GB", "en"],
    ["tl", "en"],
    [undefined, "zh-Hans"],
  ])("an app set to %s starts in %s", (code, language) => {
    expect(languageOf(code)).toBe(language);
  });
});

describe("Telegram's brake", () => {
  const braked = (seconds: number) => ({ response: { parameters: { retry_after: seconds } } });

  it("is waited for as long as it says, then the message is sent again", async () => {
    const waits: number[] = [];
    let calls = 0;
    const send = async () => {
      calls += 1;
      if (calls < 3) throw braked(calls);
      return "sent";
    };
    expect(await patiently(send, async (seconds) => void waits.push(seconds))).toBe("sent");
    expect(waits).toEqual([1, 2]);
  });

  it("passes on any other error at once", async () => {
    await expect(
      patiently(
        async () => Promise.reject(new Error("blocked")),
        async () => {},
      ),
    ).rejects.toThrow("blocked");
  });

  it("is not believed when it asks for hours", () => {
    expect(retryAfter(braked(9999))).toBeNull();
  });
});
