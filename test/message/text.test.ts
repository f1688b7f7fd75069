import { describe, expect, it } from "vitest";
import { asText, type Block, choicesOf } from "../../src/engine/index.ts";

const hit = { id: "f" } as Extract<Block, { kind: "facility" }>["hit"];
const offers: Block = { kind: "choices", text: "还想看什么？", choices: [{ id: "more", text: "看后面的" }] };

function question(entry: "choice" | "number", why: string | null = null): Block {
  const choices = [
    { id: "a", text: "是" },
    { id: "b", text: "不清楚" },
  ];
  return { kind: "ask", fact: "age", text: "多大岁数？", why, choices, entry };
}

/** Every kind of block with its plain form: a new kind without one does not compile. */
const PLAIN: Readonly<Record<Block["kind"], readonly [Block, string]>> = {
  say: [{ kind: "say", key: "k", text: "您好！" }, "您好！"],
  ask: [question("choice", "很多待遇按年龄分档。"), "多大岁数？\n很多待遇按年龄分档。\n1. 是\n2. 不清楚"],
  benefit: [
    {
      kind: "benefit",
      benefit: "b",
      title: "高龄津贴",
      outcome: "confirm",
      verdict: "先确认再办",
      summary: "按月发的钱。",
      lines: [{ label: "多少", text: "每月20元" }],
      why: ["今年82岁，满80岁"],
      sources: [],
    },
    "【高龄津贴】先确认再办\n按月发的钱。\n多少：每月20元\n今年82岁，满80岁",
  ],
  facility: [
    {
      kind: "facility",
      id: "f",
      title: "长者食堂",
      state: "现在开着",
      lines: [{ label: "地址", text: "安海镇" }],
      hit,
      sources: [],
    },
    "【长者食堂】现在开着\n地址：安海镇",
  ],
  topic: [
    {
      kind: "topic",
      topic: "t",
      title: "床位",
      text: "每千名老人35张。",
      lines: [{ label: "期限", text: "到2025年为止" }],
      sources: [],
    },
    "【床位】\n每千名老人35张。\n期限：到2025年为止",
  ],
  why: [
    { kind: "why", title: "不符合：", reasons: ["甲：不满80岁", "乙：不在晋江市"], sources: [] },
    "不符合：\n甲：不满80岁\n乙：不在晋江市",
  ],
  handoff: [
    { kind: "handoff", text: "请问村委会。", phones: [{ label: "便民热线", number: "12345" }] },
    "请问村委会。\n便民热线：12345",
  ],
  emergency: [{ kind: "emergency", number: "120", text: "先打120！" }, "先打120！"],
  choices: [offers, "还想看什么？\n1. 看后面的"],
};

describe("the plain text of a reply", () => {
  it.each(Object.entries(PLAIN))("shows all of a %s block", (_, [block, plain]) => {
    expect(asText([block])).toBe(plain);
  });

  it("sets blocks apart by a blank line, in order", () => {
    expect(asText([PLAIN.say[0], PLAIN.emergency[0]])).toBe("您好！\n\n先打120！");
  });

  it("leaves out what a block does not have", () => {
    const summary = {
      ...(PLAIN.benefit[0] as Extract<Block, { kind: "benefit" }>),
      summary: "",
      lines: [],
      why: [],
    };
    expect(asText([summary])).toBe("【高龄津贴】先确认再办");
  });

  it("numbers the last list only, so that a number means one thing", () => {
    expect(asText([offers, question("choice")])).toBe(
      "还想看什么？\n· 看后面的\n\n多大岁数？\n1. 是\n2. 不清楚",
    );
  });

  it("numbers nothing under a question for a number, where 1 is itself an answer", () => {
    const plain = asText([offers, question("number")]);
    expect(plain).toBe("还想看什么？\n· 看后面的\n\n多大岁数？\n· 是\n· 不清楚");
  });

  it.each([
    ["多少", "多少：x"],
    ["一都镇（低保咨询电话）", "一都镇（低保咨询电话）：x"],
    ["How much", "How much: x"],
    ["12345 hotline", "12345 hotline: x"],
  ])("ends the label %s with the colon of its script", (label, plain) => {
    expect(
      asText([{ ...(PLAIN.topic[0] as Extract<Block, { kind: "topic" }>), lines: [{ label, text: "x" }] }]),
    ).toContain(plain);
  });
});

describe("the choices of a reply", () => {
  it("carry the number the text shows, and none in an earlier list", () => {
    expect(choicesOf([offers, question("choice")])).toEqual([
      { id: "more", text: "看后面的", number: null },
      { id: "a", text: "是", number: 1 },
      { id: "b", text: "不清楚", number: 2 },
    ]);
  });

  it("have no numbers where a bare number is itself the answer", () => {
    expect(choicesOf([offers, question("number")]).map(({ number }) => number)).toEqual([null, null, null]);
  });

  it("skip a list that is empty", () => {
    const none: Block = { kind: "choices", text: "", choices: [] };
    expect(choicesOf([offers, none])).toEqual([{ id: "more", text: "看后面的", number: 1 }]);
  });
});
