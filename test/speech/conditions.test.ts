import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/engine/index.ts";
import type { Condition } from "../../src/engine/knowledge/types.ts";
import { sayWho } from "../../src/engine/speech/conditions.ts";
import { knowledge, voiceOf } from "./voice.ts";

const zh = voiceOf("zh-Hans");
const en = voiceOf("en");

const old: Condition = { fact: "age", "at-least": 80 };
const poor: Condition = { fact: "minimum-living", is: true };
const alone: Condition = { fact: "lives-alone", is: true };
const here: Condition = { fact: "hukou", within: "350582" };

describe("who may have it", () => {
  it.each([
    [old, "满80岁", "aged 80 or over"],
    [{ fact: "age", below: 60 }, "不到60岁", "under 60"],
    [{ fact: "age", "at-least": 60, below: 80 }, "60到79岁", "aged 60 to 79"],
    [{ fact: "age", "at-least": 100, below: 101 }, "100岁", "aged 100"],
    [here, "户口在晋江市", "hukou in Jinjiang City"],
    [{ fact: "residence", within: "350582101" }, "住在晋江市安海镇", "living in Anhai Town, Jinjiang City"],
    [{ belongs: "350582" }, "晋江市的老人", "elders of Jinjiang City"],
    [{ all: [here, old] }, "户口在晋江市，满80岁", "hukou in Jinjiang City, aged 80 or over"],
  ] as const)("%j is read out as %s", (condition, chinese, english) => {
    expect(sayWho(zh, condition)).toBe(chinese);
    expect(sayWho(en, condition)).toBe(english);
  });

  it("names the groups of an alternative as one list", () => {
    expect(sayWho(zh, { any: [poor, alone] })).toBe("属于其中一种：低保、独居");
  });

  it("puts an alternative of a list in brackets, so that it is clear how far “or” reaches", () => {
    const condition: Condition = {
      all: [here, { any: [old, { all: [{ fact: "age", "at-least": 60 }, poor] }] }],
    };
    expect(sayWho(zh, condition)).toBe("户口在晋江市，（满80岁；或者满60岁，是低保对象）");
  });

  it("brackets an alternative within an alternative of a list only once each", () => {
    const inner: Condition = { all: [poor, { any: [old, here] }] };
    const said = sayWho(zh, { all: [alone, { any: [inner, { fact: "age", "at-least": 90 }] }] });
    expect(said).toBe("一个人住，（是低保对象，（满80岁；或者户口在晋江市）；或者满90岁）");
  });

  it("leaves a plain list of groups without brackets", () => {
    expect(sayWho(zh, { all: [here, { any: [poor, alone] }] })).toBe(
      "户口在晋江市，属于其中一种：低保、独居",
    );
  });

  it("denies a group in the words of its fact", () => {
    expect(sayWho(zh, { not: { fact: "dementia", is: true } })).toBe("没有失智");
    expect(sayWho(zh, { not: { fact: "dementia", is: false } })).toBe("有失智");
    expect(sayWho(en, { not: { fact: "enterprise-retiree", is: true } })).toBe(
      "does not get an employees’ pension",
    );
  });

  it("denies a longer condition as a whole", () => {
    expect(sayWho(zh, { not: { any: [old, here] } })).toBe("不是（满80岁；或者户口在晋江市）");
    expect(sayWho(zh, { not: old })).toBe("不是满80岁");
  });

  it("lists the values of a choice", () => {
    const said = sayWho(zh, { fact: "care-need", "one-of": ["partial", "severe"] });
    expect(said).toContain("部分失能");
    expect(said).toContain("、");
  });

  it("of every real rule is whole in every language and names no id", () => {
    const rules = knowledge.bundle.benefits.flatMap(({ provisions }) =>
      provisions.flatMap(({ who, amounts }) => [who, ...amounts.flatMap(({ when }) => when ?? [])]),
    );
    const ids = knowledge.bundle.facts.map(({ id }) => id).filter((id) => id.includes("-"));
    for (const language of ["zh-Hans", "zh-Hant"] as const) {
      const said = rules.map((rule) => sayWho(voiceOf(language), rule));
      expect(said.filter((text) => ids.some((id) => text.includes(id)))).toEqual([]);
    }
    const said = LANGUAGES.flatMap((language) => rules.map((rule) => sayWho(voiceOf(language), rule)));
    expect(said.filter((text) => text === "" || /\{\{|undefined|who\./.test(text))).toEqual([]);
    expect(rules.length).toBeGreaterThan(100);
  });

  it("opens as many brackets as it closes", () => {
    const rules = knowledge.bundle.benefits.flatMap(({ provisions }) => provisions.map(({ who }) => who));
    const said = rules.map((rule) => sayWho(zh, rule));
    expect(said.some((text) => text.includes("（"))).toBe(true);
    expect(said.filter((text) => text.split("（").length !== text.split("）").length)).toEqual([]);
  });
});
