import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileKnowledge } from "../../src/compiler/index.ts";
import { nameToTraditional, toTraditional } from "../../src/compiler/traditional.ts";
import { knowledgeOf } from "./overlay.ts";

describe("traditional characters", () => {
  test.each([
    ["满八十周岁", "滿八十週歲"],
    ["村里", "村裡"],
    ["公里", "公里"],
    ["后天发放", "後天發放"],
    ["为什么", "為什麼"],
    ["请点“返回”", "請點「返回」"],
  ])("of the sentence %s are %s", (simplified, traditional) => {
    expect(toTraditional(simplified)).toBe(traditional);
  });

  test.each([
    ["晋江市", "晉江市"],
    ["凤里街道", "鳳里街道"],
    ["魁斗镇", "魁斗鎮"],
    ["上涌镇", "上涌鎮"],
    ["竹溪村", "竹溪村"],
    ["后龙镇", "後龍鎮"],
  ])("of the name %s are %s", (simplified, traditional) => {
    expect(nameToTraditional(simplified)).toBe(traditional);
  });

  test("of a phrase leave its parameters alone, and an override wins", () => {
    const folder = knowledgeOf();
    mkdirSync(join(folder, "phrases/zh-Hant"));
    writeFileSync(join(folder, "phrases/zh-Hant/engine.yaml"), "verdict.no: 這一項無法領取。\n");
    const phrases = compileKnowledge(folder).bundle?.phrases["zh-Hant"];
    expect(phrases).toEqual({ "verdict.no": "這一項無法領取。", "verdict.yes": "您可以領{{benefit}}。" });
  });
});
