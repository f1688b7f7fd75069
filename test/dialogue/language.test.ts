import { describe, expect, it } from "vitest";
import { end, talk, tap } from "./talk.ts";

const ENTITLEMENTS = "我妈82岁，户口在晋江，有什么补贴";

describe("language", () => {
  it("follows the text, in the middle too, and keeps the facts", () => {
    const [, english, chinese, traditional] = talk([
      ENTITLEMENTS,
      "What about the old age allowance?",
      "那怎么办理",
      "那長者食堂呢",
    ]);
    expect([english, chinese, traditional].map((one) => one?.state.language)).toEqual([
      "en",
      "zh-Hans",
      "zh-Hant",
    ]);
    expect(traditional?.facts).toEqual({ age: 82, hukou: "350582" });
    expect(english?.reply.text).toContain("Old-age allowance");
    expect(traditional?.reply.text).toContain("長者食堂");
  });

  it.each(["82", "1", "?", "。。。", "👍"])("of %j is that of the talk", (said) => {
    expect(end([tap("lang:en"), tap("intent:entitlements"), said]).state.language).toBe("en");
    expect(end(["老人家能申請什麼補貼", said]).state.language).toBe("zh-Hant");
  });

  it("chosen by a button answers in it", () => {
    for (const [id, greeting] of [
      ["lang:en", "Hello"],
      ["lang:zh-Hant", "您好！我能告訴您"],
      ["lang:zh-Hans", "您好！我能告诉您"],
    ] as const)
      expect(end([tap(id)]).reply.text).toContain(greeting);
  });

  it("forced by the face holds against the text", () => {
    expect(end([ENTITLEMENTS], { language: "en" }).reply.text).toContain("Old-age allowance");
  });

  it("in English leaves no Chinese but the names of documents and places", () => {
    const english = end(["My mother is 82, hukou in Jinjiang. What can she get?"]);
    const cards = english.reply.blocks.flatMap((block) =>
      block.kind === "benefit" ? [block.title, block.verdict, block.summary, ...block.why] : [],
    );
    expect(cards.length).toBeGreaterThan(10);
    expect(cards.filter((text) => /[\u3400-\u9fff]/.test(text))).toEqual([]);
  });
});
