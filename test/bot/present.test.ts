import { describe, expect, it } from "vitest";
import { isList, sayWith } from "../../bot/telegram/cards.ts";
import { escapeHtml, present, rowsOf } from "../../bot/telegram/present.ts";
import { inputOf, LONGEST_TEXT, languageOf } from "../../bot/telegram/receive.ts";
import { patiently, retryAfter } from "../../bot/telegram/sending.ts";
import type { Block, Reply } from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";

const phrases = realBundle().phrases["zh-Hans"];
const say = sayWith(phrases);
const show = (...blocks: readonly Block[]) => present(replyOf(...blocks), { say, isList: false });
const list = (...blocks: readonly Block[]) => present(replyOf(...blocks), { say, isList: true });

function replyOf(...blocks: readonly Block[]): Reply {
  return { blocks, text: "" };
}

const sentence = (text: string): Block => ({ kind: "say", key: "k", text });
const card: Block = {
  kind: "topic",
  topic: "t",
  title: "标题",
  text: "正文",
  lines: [{ label: "依据", text: "某文件" }],
  sources: [],
};

const ask: Block = {
  kind: "ask",
  fact: "age",
  text: "多大？",
  why: null,
  choices: [{ id: "fact:age=?", text: "不清楚" }],
  entry: "number",
};
const offer: Block = { kind: "choices", text: "还想看什么？", choices: [{ id: "more", text: "看后面的" }] };

/** A benefit with everything a card may have. */
function benefit(id: string): Extract<Block, { kind: "benefit" }> {
  const keys = ["amount", "need", "confirm", "where", "bring", "steps", "check", "gaps", "source"];
  return {
    kind: "benefit",
    benefit: id,
    title: `津贴${id}`,
    outcome: "confirm",
    verdict: "先确认",
    summary: "很长的说明",
    lines: keys.map((key) => ({ label: phrases[`label.${key}`] ?? key, text: `<${key}>` })),
    why: ["满80岁"],
    sources: ["一", "二"].map((title) => ({
      ...{ document: title, number: null, title, clause: "三（五）", issued: "2024-01-02" },
      ...{ url: null, checked: "2026-11-22", kind: "policy" as const },
    })),
  };
}
const six = ["a", "b", "c", "d", "e", "f"].map(benefit);

describe("a list of benefits in Telegram", () => {
  it("is at most five messages: what is said, three cards, and the rest with the question", () => {
    const messages = list(sentence("两项"), ...six, sentence("后面还有"), offer, ask);
    expect(messages.length).toBe(5);
    expect(messages[0]).toEqual({ html: "两项", buttons: [] });
    expect(messages[4]?.html).toBe(`${phrases["bot.others"]}\n\n后面还有\n\n还想看什么？\n\n多大？`);
    expect(messages[4]?.buttons.flat()).toEqual([
      { text: "津贴d", callback_data: "benefit:d" },
      { text: "津贴e", callback_data: "benefit:e" },
      { text: "津贴f", callback_data: "benefit:f" },
      { text: "看后面的", callback_data: "more" },
      { text: "不清楚", callback_data: "fact:age=?" },
    ]);
  });

  it("shows of a card verdict, amount, what is open, what to confirm, where to go, one source, and a button to the rest", () => {
    const [card] = list(benefit("a"));
    expect(card?.html.split("\n")).toEqual([
      "<b>【津贴a】先确认</b>",
      "多少：&lt;amount&gt;",
      "还要知道：&lt;need&gt;",
      "要确认：&lt;confirm&gt;",
      "去哪里：&lt;where&gt;",
      "依据：《一》三（五）（2024-01-02 发布）",
    ]);
    expect(card?.buttons).toEqual([[{ text: "详细", callback_data: "benefit:a" }]]);
  });

  it("shows a card whole where there is no button for more", () => {
    const id = "x".repeat(60);
    const messages = list(benefit("a"), benefit(id), benefit("c"), benefit("d"), benefit(`${id}y`));
    expect(messages[1]?.html).toContain("很长的说明");
    expect(messages[1]?.buttons).toEqual([]);
    expect(messages.at(-1)?.html).toContain(`【津贴${id}y】`);
    expect(
      messages
        .at(-1)
        ?.buttons.flat()
        .map(({ text }) => text),
    ).toEqual(["津贴d"]);
  });

  it("an emergency comes first and alone, and there are still five messages at most", () => {
    const alarm: Block = { kind: "emergency", number: "120", text: "先打120！" };
    const messages = list(alarm, sentence("马上"), ...six, ask);
    expect(messages[0]?.html).toBe("<b>先打120！</b>");
    expect(messages.length).toBe(5);
  });

  it("is told from one benefit by what is being talked about", () => {
    expect(isList(replyOf(benefit("a")), { intent: "entitlements" })).toBe(true);
    expect(isList(replyOf(benefit("a")), { intent: "benefit_info" })).toBe(false);
    expect(isList(replyOf(benefit("a"), benefit("a")), { intent: "apply_howto" })).toBe(false);
    expect(isList(replyOf(benefit("a"), benefit("b")), { intent: "benefit_info" })).toBe(true);
  });

  it("has its words in every language", () => {
    for (const language of ["zh-Hans", "zh-Hant", "en"] as const) {
      const inLanguage = sayWith(realBundle().phrases[language]);
      const labels = { ...benefit("a"), lines: [{ label: inLanguage("label.amount"), text: "50" }] };
      const [card] = present(replyOf(labels), { say: inLanguage, isList: true });
      expect(card?.html).toContain("50");
      expect(card?.html).not.toMatch(/\{\{|bot\.|label\./);
    }
  });
});

describe("a reply as Telegram messages", () => {
  it("joins neighbouring sentences and gives every card a message of its own", () => {
    const messages = show(sentence("一"), sentence("二"), card, sentence("三"));
    expect(messages.map(({ html }) => html)).toEqual(["一\n二", "<b>【标题】</b>\n正文\n依据：某文件", "三"]);
  });

  it("puts the choices into buttons and not into the text", () => {
    expect(show(ask)).toEqual([
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
    const parts = show(sentence(text)).map(({ html }) => html);
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
