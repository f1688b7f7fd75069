import { describe, expect, it } from "vitest";
import { createReader } from "../../src/engine/language/index.ts";
import type { Understanding } from "../../src/engine/language/types.ts";
import { smallBundle } from "./fixture.ts";

const { bundle, faults } = smallBundle();
const reader = createReader(bundle);
const read = (text: string, asked: string | null = null) =>
  reader.understand(text, { asked, language: null });

it("compiles the vocabulary and the utterances without a fault", () => {
  expect(faults).toEqual([]);
});

describe("what is wanted and the slots of a sentence", () => {
  const table: readonly [string, Understanding["intent"], Partial<Understanding["slots"]>][] = [
    [
      "我妈今年84，户口在晋江东石，有什么补贴",
      "entitlements",
      { age: 84, county: "350582", town: "350582106" },
    ],
    ["丰泽城东附近有没有老人吃饭的食堂", "facility_nearest", { town: "350503006", facilityType: "canteen" }],
    ["请问惠安长着饭堂在那里", "facility_nearest", { facilityType: "canteen" }],
    [
      "蓝安弘濑有敬劳院吗",
      "facility_nearest",
      { county: "350583", town: "350583115", facilityType: "care-home" },
    ],
    ["德华的养老院收不收瘫痪老人", "facility_info", { county: "350526", categories: ["care-severe"] }],
    [
      "阮老爸八十五囉，食低保，永春的，會使領啥物",
      "entitlements",
      { age: 85, categories: ["minimum-living"] },
    ],
    [
      "wo nai nai 92 sui , zhu zai shi shi , neng ling shen me",
      "entitlements",
      { age: 92, county: "350581" },
    ],
    [
      "My father is 81 and lives alone in Anxi, what can he get?",
      "entitlements",
      { age: 81, categories: ["lives-alone"] },
    ],
    ["高龄补贴怎么申请", "apply_howto", { benefit: "old-age-allowance" }],
    ["常户险能报多少", "benefit_info", { benefit: "long-term-care-insurance" }],
    [
      "晋政办〔2022〕8号里服务对象怎么规定",
      "policy_lookup",
      { county: "350582", document: "jinjiang-2022-8" },
    ],
    ["我们村的幸福院运营补贴一年有多少", "provider_subsidy", { facilityType: "happiness-home" }],
    ["帮我转人工", "handoff", {}],
    ["厦门的高龄津贴一个月多少", "out_of_scope", {}],
  ];
  it.each(table)("reads “%s” as %s", (text, intent, slots) => {
    const understood = read(text);
    expect(understood.intent).toBe(intent);
    expect(understood.slots).toMatchObject(slots);
  });
});

describe("ages that are nobody's age", () => {
  it.each([
    "80岁以上能领多少高龄津贴",
    "70到79岁的老人体检收费吗",
    "我虚岁80能领高龄津贴吗",
    "我爸快80了能领高龄津贴吗",
    "is the health check free for people aged 65 to 70",
  ])("keeps no age from “%s”", (text) => {
    const { slots, people } = read(text);
    expect(slots.age).toBeUndefined();
    expect(Object.values(people).every((facts) => !("age" in facts))).toBe(true);
  });
});

describe("whose fact it is", () => {
  it("leaves the asker's age with the asker", () => {
    const { people, slots, about } = read("我自己59了，帮我爸问问有哪些补助");
    expect(people).toMatchObject({ self: { age: 59 }, father: {} });
    expect(about).toBe("father");
    expect(slots.age).toBeUndefined();
  });
  it("tells two people in one sentence apart", () => {
    expect(read("我公公81婆婆77，永春的，能领啥").people).toMatchObject({
      "father-in-law": { age: 81 },
      "mother-in-law": { age: 77 },
    });
  });
  it("tells hukou from residence, and a bare place stands for both", () => {
    expect(read("我妈户口在安溪，住在晋江，能领什么").people.mother).toEqual({
      hukou: "350524",
      residence: "350582",
    });
    expect(read("我妈82，石狮的，能领什么").people.mother).toMatchObject({
      hukou: "350581",
      residence: "350581",
    });
  });
  it("stores a denied fact as false and never as a category", () => {
    const { people, slots } = read("我爸也不是低保，83岁，有什么补贴");
    expect(people.father).toMatchObject({ "minimum-living": false });
    expect(slots.categories).toBeUndefined();
  });
  it("does not take hearsay for a fact", () => {
    expect(read("我妈摔过，邻居说吃低保的人可以免费装烟感").people.mother).not.toHaveProperty(
      "minimum-living",
    );
  });
  it("does not keep the place that is taken back", () => {
    expect(read("她不是晋江的，是安溪的").slots.county).toBe("350524");
    expect(JSON.stringify(read("她不是晋江的，是安溪的").people)).not.toContain("350582");
  });
});

describe("emergencies are what happens now", () => {
  it.each([
    ["我妈摔倒了起不来，流了好多血", "medical"],
    ["隔壁阿婆两天没出门，敲门没人应，联系不上", "medical"],
    ["我爸出门到现在没回来，找不到人", "missing"],
    ["有人打电话说先交钱才能办补贴", "fraud"],
  ])("raises the alarm for “%s”", (text, kind) => {
    expect(read(text)).toMatchObject({ intent: "emergency", emergency: kind });
  });
  it.each([
    "去年我奶奶跌倒骨折，现在能申请什么",
    "怕我爸走丢，有没有定位手环",
    "救护车来了，老人送医院了",
  ])("stays calm for “%s”", (text) => {
    expect(read(text).emergency).toBeNull();
    expect(read(text).intent).not.toBe("emergency");
  });
});

describe("steering and short answers", () => {
  it.each([
    ["再说一遍", "repeat"],
    ["字大一点", "larger"],
    ["返回", "back"],
    ["我不想说", "skip"],
    ["先说有什么", "just-answer"],
    ["are you a robot? I want to talk to a person", "human"],
  ])("reads “%s” as %s", (text, command) => {
    expect(read(text).command).toBe(command);
  });
  it("reads a bare number, place, yes and choice as answers", () => {
    expect(read("八十二", "age").answer.number).toBe(82);
    expect(read("石狮", "hukou").answer.place).toBe("350581");
    expect(read("嗯，是的", "minimum-living").answer.polarity).toBe("yes");
    expect(read("partial", "care-need").answer.value).toBe("partial");
    expect(read("不是低保", "minimum-living").answer.value).toBe(false);
  });
  it("knows an ellipsis and a supposition", () => {
    expect(read("那永春呢？")).toMatchObject({ ellipsis: true, slots: { county: "350525" } });
    expect(read("要是特困呢")).toMatchObject({ ellipsis: true, hypothetical: true });
  });
});

describe("places", () => {
  it("offers the choice when one name is two places, and decides with the county", () => {
    expect(read("官桥镇有养老院吗").ambiguousPlaces).toEqual(["350524103", "350583118"]);
    expect(read("南安官桥有养老院吗").slots.town).toBe("350583118");
  });
  it("does not read an everyday word as a town", () => {
    expect(read("我在码头上班，有什么补贴").slots.town).toBeUndefined();
    expect(read("南安码头有食堂吗").slots.town).toBe("350583112");
  });
  it("finds a village beside its town", () => {
    expect(read("我妈住晋江东石井林村，80岁，能领什么").people.mother).toMatchObject({
      residence: "350582106201",
    });
  });
});

describe("hostile text", () => {
  it.each([
    "",
    " ",
    "\u0000\uffff",
    "😀😀",
    "a".repeat(50_000),
    "八".repeat(5_000),
    "；；；？？？",
    "constructor __proto__ toString",
  ])("is read without a crash (%#)", (text) => {
    const understood = read(text);
    expect(understood.confidence).toBeGreaterThanOrEqual(0);
    expect(understood.confidence).toBeLessThanOrEqual(1);
  });
});
