import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { compileKnowledge } from "../../src/compiler/index.ts";
import { bundlePieces } from "../../src/compiler/output.ts";
import type { Bundle } from "../../src/engine/knowledge/types.ts";
import { knowledgeOf } from "./overlay.ts";

function compiled(folder: string): Bundle {
  const { bundle, faults } = compileKnowledge(folder);
  expect(faults).toEqual([]);
  if (bundle === null) throw new Error("no bundle and no fault");
  return bundle;
}

describe("the version", () => {
  test("is the same, and so are the bytes, for the same knowledge in two folders", () => {
    const [first, second] = [compiled(knowledgeOf()), compiled(knowledgeOf())];
    expect(first.version).toMatch(/^[0-9a-f]{16}$/u);
    expect([...bundlePieces(second)]).toEqual([...bundlePieces(first)]);
  });

  test.each([
    ["a rule's threshold", "benefits/old-age-allowance.yaml", "at-least: 80 }", "at-least: 81 }"],
    ["a sentence", "phrases/en/engine.yaml", "You cannot", "You can not"],
    ["a canteen's door number", "facilities/canteen/jinjiang.csv", "路1号", "路2号"],
    ["a word people use", "vocabulary/zh.yaml", "吃低保, ", "吃低保的, "],
    ["a training sentence", "utterances/zh.yaml", "我妈八十二岁有什么补贴", "哪里有补贴"],
  ])("changes with one change in %s", (_, file, from, to) => {
    const folder = knowledgeOf();
    const before = compiled(folder).version;
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    expect(compiled(folder).version).not.toBe(before);
  });

  test("stays when only a comment is added, for the knowledge is the same", () => {
    const folder = knowledgeOf();
    const before = compiled(folder).version;
    appendFileSync(join(folder, "benefits/old-age-allowance.yaml"), "# looked at again\n");
    expect(compiled(folder).version).toBe(before);
  });
});

describe("the bundle of the small knowledge", () => {
  test("fills what a benefit leaves out with the documented defaults", () => {
    const [benefit] = compiled(knowledgeOf()).benefits;
    expect(benefit).toMatchObject({
      id: "old-age-allowance",
      apply: { office: "village-committee", bring: [], steps: null, automatic: false },
      provisions: [{ assessed: false, floor: false, selfCheck: [], gaps: [], note: null }],
      examples: [{ outcome: "yes", provision: "city", amount: null, missing: null }, { outcome: "no" }],
    });
  });

  test("writes keys with hyphens as the engine's types name them", () => {
    const provision = compiled(knowledgeOf()).benefits[0]?.provisions[0];
    expect(provision?.amounts).toEqual([
      { when: null, value: 100, unit: "yuan/month", bound: "exact", goesTo: "person", label: null },
    ]);
    expect(provision?.who).toEqual({
      all: [
        { fact: "hukou", within: "350500" },
        { fact: "age", "at-least": 80 },
      ],
    });
  });

  test("reads a facility row with its sessions, services and source", () => {
    expect(compiled(knowledgeOf()).facilities).toEqual([
      {
        id: "anhai-canteen",
        type: "canteen",
        name: { "zh-Hans": "安海长者食堂", "zh-Hant": "安海長者食堂", en: "Anhai canteen" },
        status: "open",
        place: "350582101",
        address: "安海镇成功路1号",
        latitude: 24.718,
        longitude: 118.473,
        precision: "address",
        sessions: [{ days: [1, 2, 3, 4, 5], opens: 630, closes: 750 }],
        exceptions: [],
        hours: null,
        prices: null,
        phone: "0595-12345678",
        services: ["堂食", "送餐"],
        note: null,
        sources: [{ document: "page-canteen", clause: "全文" }],
        reported: "2025-05-01",
        checked: "2026-11-22",
      },
    ]);
  });

  test("holds source pages of a CSV file as documents without a period", () => {
    expect(compiled(knowledgeOf()).documents.map(({ id, period }) => [id, period.basis])).toEqual([
      ["city-2021", "inferred"],
      ["page-canteen", "none"],
    ]);
  });

  test("holds the words of names and of the vocabulary, and an intent model", () => {
    const { vocabulary, intentModel } = compiled(knowledgeOf());
    expect(vocabulary.concepts["type:canteen"]).toEqual(expect.arrayContaining(["吃饭的地方", "老人食堂"]));
    expect(intentModel.intents).toContain("facility_nearest");
  });
});

describe("the knowledge of this house", () => {
  test("has no fault", () => {
    expect(compileKnowledge(resolve(import.meta.dirname, "../../knowledge")).faults).toEqual([]);
  });
});
