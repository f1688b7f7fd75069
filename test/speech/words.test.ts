import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/engine/index.ts";
import { sayDay, sayDistance, sayFact, sayFacts, sayPlace, words } from "../../src/engine/speech/words.ts";
import { knowledge, voiceOf } from "./voice.ts";

const zh = voiceOf("zh-Hans");
const hant = voiceOf("zh-Hant");
const en = voiceOf("en");

describe("a day", () => {
  it.each([
    ["2024-12-31", "2024年12月31日", "31 December 2024"],
    ["2026-01-05", "2026年1月5日", "5 January 2026"],
  ])("%s is %s and %s", (day, chinese, english) => {
    expect(sayDay(zh, day)).toBe(chinese);
    expect(sayDay(hant, day)).toBe(chinese);
    expect(sayDay(en, day)).toBe(english);
  });

  it("has a name for every month", () => {
    const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, "0")}-01`);
    expect(new Set(months.map((day) => sayDay(en, day))).size).toBe(12);
    expect(months.map((day) => sayDay(en, day)).join()).not.toContain("month.");
  });
});

describe("a distance", () => {
  it.each([
    [600, "约600米", "about 600 m"],
    [999, "约999米", "about 999 m"],
    [1000, "约1公里", "about 1 km"],
    [3449, "约3.4公里", "about 3.4 km"],
    [12_000, "约12公里", "about 12 km"],
  ])("of %d m is %s and %s", (metres, chinese, english) => {
    expect(sayDistance(zh, metres)).toBe(chinese);
    expect(sayDistance(en, metres)).toBe(english);
  });
});

describe("a place", () => {
  it.each([
    ["350582101", "晋江市安海镇", "Anhai Town, Jinjiang City"],
    ["350582", "晋江市", "Jinjiang City"],
    ["350500", "泉州市", "Quanzhou"],
    ["350000", "福建省", "Fujian Province"],
    ["100000", "全国", "all of China"],
  ])("%s is %s and %s", (code, chinese, english) => {
    expect(sayPlace(zh, code)).toBe(chinese);
    expect(sayPlace(en, code)).toContain(english);
  });

  it("is large to small in Chinese and small to large in English, for every town", () => {
    const towns = knowledge.bundle.places.filter(({ level }) => level === "town");
    for (const town of towns) {
      const county = knowledge.places.get(town.parent ?? "");
      expect(sayPlace(zh, town.code)).toBe(`${county?.name["zh-Hans"]}${town.name["zh-Hans"]}`);
      expect(sayPlace(en, town.code)).toBe(`${town.name.en}, ${county?.name.en}`);
    }
    expect(towns.length).toBeGreaterThan(150);
  });

  it("that is unknown is nothing, not a code", () => {
    expect(sayPlace(zh, "999999")).toBe("");
  });
});

describe("a fact", () => {
  it.each([
    ["age", 82, "今年82岁", "82 years old"],
    ["hukou", "350582", "户口在晋江市", "hukou in Jinjiang City"],
    ["minimum-living", true, "是低保对象", "gets the minimum living allowance"],
    ["care-need", "severe", "日常生活主要靠别人照顾（失能）", "depends on others for daily living"],
    ["age", undefined, "还不知道年龄", "age not known yet"],
  ] as const)("%s %s is %s", (id, value, chinese, english) => {
    expect(sayFact(zh, id, value)).toBe(chinese);
    expect(sayFact(en, id, value)).toBe(english);
  });

  it("has words for every value, in every language, without a gap", () => {
    const said = knowledge.bundle.facts.flatMap((fact) => {
      const values =
        fact.kind === "boolean"
          ? [true, false]
          : fact.kind === "choice"
            ? fact.choices.map(({ value }) => value)
            : [];
      const sample = fact.kind === "number" ? [70] : fact.kind === "place" ? ["350582101"] : [];
      return LANGUAGES.flatMap((language) =>
        [...values, ...sample, undefined].map((value) => sayFact(voiceOf(language), fact.id, value)),
      );
    });
    expect(said.filter((text) => text === "" || /\{\{|undefined|^true$|^false$/.test(text))).toEqual([]);
    expect(said.length).toBeGreaterThan(200);
  });

  it("that does not exist says nothing", () => {
    expect(sayFact(zh, "shoe-size", 42)).toBe("");
  });

  it("among several stands in the order of asking; what is not so is left out", () => {
    const facts = { "minimum-living": true, "lives-alone": false, hukou: "350582", age: 82 };
    expect(sayFacts(zh, facts)).toBe("今年82岁、户口在晋江市、是低保对象");
    expect(sayFacts(zh, {})).toBe("");
  });
});

describe("parameters", () => {
  it("become finished words of the language, whatever they are", () => {
    const name = knowledge.places.get("350582")?.name ?? { "zh-Hans": "", "zh-Hant": "", en: "" };
    const given = {
      text: "as it is",
      number: 3,
      local: name,
      day: { day: "2024-12-31" },
      place: { place: "350582101" },
      list: { list: [name, name] },
      known: { facts: { age: 82 } },
    };
    expect(words(zh, given)).toEqual({
      text: "as it is",
      number: 3,
      local: "晋江市",
      day: "2024年12月31日",
      place: "晋江市安海镇",
      list: "晋江市、晋江市",
      known: "今年82岁",
    });
    expect(words(en)).toEqual({});
  });
});
