import { describe, expect, it } from "vitest";
import { createReader, FLOOR } from "../../src/engine/language/index.ts";
import { smallBundle } from "./fixture.ts";

const reader = createReader(smallBundle().bundle);
const read = (text: string, asked: string | null = null) =>
  reader.understand(text, { asked, language: null });

describe("who only tells of a person", () => {
  it.each(["奶奶88岁", "我公公77，德化", "石狮，84岁", "my father is 84"])("begins with “%s”", (text) => {
    const { intent, confidence } = read(text);
    expect(intent).toBe("entitlements");
    expect(confidence).toBeGreaterThan(FLOOR);
    expect(confidence).toBeLessThan(0.75);
  });
  it("takes 低保 for the person's state when all is asked for", () => {
    expect(read("我爸79岁石狮低保能领哪些").people.father).toMatchObject({ "minimum-living": true });
  });
  it.each([
    "我妈1943年出生，能领什么",
    "我妈属马，能领什么",
    "我妈七十几了能领什么",
  ])("works out no age from “%s”", (text) => {
    expect(read(text).people.mother).not.toHaveProperty("age");
  });
  it("asks for the elders in the home, not for its operator", () => {
    const { intent } = read("那里面的五保老人，本人有没有补贴");
    expect(["entitlements", "benefit_info"]).toContain(intent);
  });
});

describe("matters in few words", () => {
  it.each([
    ["一个月800块怎么领", "consumption-subsidy"],
    ["安溪护理险300元给哪些人", "disability-insurance-anxi"],
    ["那特困呢", "extreme-poverty-support"],
  ])("finds the benefit of “%s”", (text, benefit) => {
    expect(read(text).slots.benefit).toBe(benefit);
  });
  it("reads who is insured and what for", () => {
    const { people, slots } = read("我妈在石狮有交长护险，能报几成");
    expect(slots.benefit).toBe("long-term-care-insurance");
    expect(people.mother).toMatchObject({ "ltci-insured": true });
  });
  it.each([
    ["你可以替我申请吗", "apply_howto"],
    ["安海敬老院开张了吗", "facility_info"],
    ["刚才那个星期天开吗", "facility_info"],
    ["听不懂你讲的", "smalltalk"],
    ["高龄津贴怎么还没到账", "benefit_info"],
  ])("reads “%s” as %s", (text, intent) => {
    expect(read(text).intent).toBe(intent);
  });
  it("knows money that did not come", () => {
    expect(read("低保怎么停了").slots).toMatchObject({
      benefit: "minimum-living-allowance",
      topic: "money-not-come",
    });
  });
});

describe("answers to the open question", () => {
  it.each([
    ["是", "yes"],
    ["对", "yes"],
    ["有", "yes"],
    ["不是", "no"],
    ["没有", "no"],
  ])("“%s” is %s and no matter of its own", (text, polarity) => {
    const { answer, confidence } = read(text, "minimum-living");
    expect(answer.polarity).toBe(polarity);
    expect(confidence).toBeLessThan(FLOOR);
  });
  it.each([
    ["care-need", "就是走得慢，其他都自己来", "none"],
    ["care-need", "能", "none"],
    ["care-need", "吃饭可以，洗澡不行", "partial"],
    ["care-need", "样样要人", "severe"],
    ["care-need", "不能", undefined],
    ["care-need", "不能自己做", undefined],
    ["care-need", "she cannot do everything", undefined],
    ["disability-level", "二级的", "2"],
    ["disability-level", "没有证", "none"],
    ["support-mode", "在敬老院", "central"],
    ["area", "住乡下", "rural"],
    ["age", "住乡下", undefined],
  ])("to %s “%s” says %s", (asked, text, value) => {
    expect(read(text, asked).answer.value).toBe(value);
  });
});
