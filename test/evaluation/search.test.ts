import { describe, expect, it } from "vitest";
import { searchReport } from "../../src/commands/evaluation/search-report.ts";
import { parseSearchRows } from "../../src/commands/evaluation/search-rows.ts";
import { entriesFound, scoreSearch } from "../../src/commands/evaluation/search-score.ts";
import { createEngine } from "../../src/engine/index.ts";
import { also, benefit, document, provision, smallBundle, text } from "../knowledge/small-bundle.ts";

const WHO = { fact: "age", "at-least": 80 } as const;
const engine = createEngine(
  smallBundle({
    documents: [document("city", { title: "泉州市养老办法" })],
    benefits: [
      benefit("old-age-allowance", [provision("city", "350500", WHO)], {
        name: text("高龄津贴"),
        also: also("尊老金"),
      }),
      benefit("smoke-alarm", [provision("city", "350500", WHO)], { name: text("感烟报警器") }),
    ],
  }),
);

const score = (...rows: readonly object[]) =>
  scoreSearch(parseSearchRows(rows.map((row) => JSON.stringify(row)).join("\n"), "rows.jsonl"), engine);

describe("the measuring of the look-up", () => {
  it("counts the place of the right entry", () => {
    const { scored, refused, without } = score({ q: "八十岁领的高龄钱", entry: "old-age-allowance" });
    expect(scored.map(({ place, kind }) => [place, kind])).toEqual([[1, "benefit"]]);
    expect([refused, without]).toEqual([[], ["smoke-alarm"]]);
  });

  it("gives provisions their benefit's place and facilities none", () => {
    const hits = [
      { kind: "facility", id: "canteen" },
      { kind: "provision", id: "a/one" },
      { kind: "benefit", id: "a" },
      { kind: "provision", id: "a/two" },
      { kind: "topic", id: "b" },
    ] as const;
    expect(entriesFound(hits)).toEqual(["a", "b"]);
  });

  it("takes the best place where several entries answer, and says how many questions do so", () => {
    const result = score({ q: "会响的报警器", entry: "old-age-allowance", or: ["smoke-alarm"] });
    expect(result.scored.map(({ place }) => place)).toEqual([1]);
    expect(searchReport(result)).toContain("Questions that accept more than one entry: 1");
  });

  it.each([
    [{ q: "尊老 金？", entry: "smoke-alarm" }, "a name of old-age-allowance"],
    [{ q: "泉州市养老办法", entry: "city" }, "a name of city"],
    [{ q: "领钱", entry: "nothing" }, "no benefit, topic or document nothing"],
    [{ q: "领钱", entry: "smoke-alarm", or: ["nothing"] }, "no benefit, topic or document nothing"],
    [{ q: "领钱", entry: "smoke-alarm", or: ["smoke-alarm"] }, "names an entry twice"],
    [{ q: "领钱", entry: "smoke-alarm", county: "999999" }, "999999 is no county"],
  ])("refuses %j", (row, problem) => {
    const { scored, refused } = score(row);
    expect(scored).toEqual([]);
    expect(refused[0]).toContain(problem);
  });

  it.each([
    ["no json", "rows.jsonl:1 is no JSON"],
    ["[]", "rows.jsonl:1 is no object"],
    ['\n{"entry":"a"}', "rows.jsonl:2 has no question"],
    ['{"q":"a","entry":"a","langage":"en"}', "unknown key langage"],
    ['{"q":"a","entry":"a","or":"b"}', "no list of entries"],
    ['{"q":"a","entry":"a","language":"fr"}', "unknown language"],
  ])("names what is wrong in %j", (line, problem) => {
    expect(() => parseSearchRows(line, "rows.jsonl")).toThrow(problem);
  });

  it("reports shares by language and kind, and each miss with what came first", () => {
    const lines = searchReport(
      score(
        { q: "八十岁领的高龄钱", entry: "old-age-allowance" },
        { q: "zzzz", entry: "smoke-alarm", language: "en" },
      ),
    ).join("\n");
    expect(lines).toContain("Questions 2: first 50.0% (1/2), in the first three 50.0% (1/2)");
    expect(lines).toMatch(/en +first 0\.0% \(0\/1\)/);
    expect(lines).toContain("zzzz → smoke-alarm: not found; first came nothing");
  });
});
