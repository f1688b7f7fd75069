import { describe, expect, it } from "vitest";
import { LabelBook } from "../../src/commands/evaluation/labels.ts";
import { parseRows } from "../../src/commands/evaluation/rows.ts";
import { smallBundle } from "./fixture.ts";

const { bundle } = smallBundle();

describe("the rows of an evaluation file", () => {
  it("are questions and dialogues, empty lines between them left out", () => {
    const rows = parseRows(
      '{"id":"a","text":"你好","intent":"smalltalk"}\n\n{"id":"b","turns":[{"user":"你好"}]}\n',
    );
    expect(rows.questions.map(({ id }) => id)).toEqual(["a"]);
    expect(rows.dialogues.map(({ id }) => id)).toEqual(["b"]);
  });
  it.each([
    ["{", "line 1 is no JSON"],
    ['{"text":"你好"}', "line 1 has neither text and intent, nor turns"],
    ['{"turns":[{}]}', "line 1 has neither text and intent, nor turns"],
  ])("name the line that is wrong: %s", (text, fault) => {
    expect(() => parseRows(text)).toThrow(fault);
  });
});

describe("labels", () => {
  it("accept every benefit the label stands for, and no other", () => {
    const labels = new LabelBook(bundle);
    expect(labels.matches("benefit", "护理补贴", { benefit: "disability-care-allowance" })).toBe(true);
    expect(labels.matches("benefit", "护理补贴", { benefit: "disability-living-allowance" })).toBe(false);
    expect(labels.matches("benefit", "护理补贴", {})).toBe(false);
  });
  it("accept a topic where that is what people call a benefit", () => {
    const labels = new LabelBook(bundle);
    expect(labels.matches("benefit", "防走失手环", { topic: "anti-lost-bracelet" })).toBe(true);
    expect(labels.matches("benefit", "防走失手环", { benefit: "smart-home-subsidy" })).toBe(false);
  });
  it("are wrong and reported when the knowledge does not know them", () => {
    const labels = new LabelBook(bundle);
    expect(labels.matches("town", "不存在镇", { town: "350582104" })).toBe(false);
    expect([...labels.unknown]).toEqual(["不存在镇"]);
  });
});
