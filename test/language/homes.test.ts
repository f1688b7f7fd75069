import { describe, expect, it } from "vitest";
import { createReader } from "../../src/engine/language/index.ts";
import { smallBundle } from "./fixture.ts";

const { bundle } = smallBundle();
const reader = createReader(bundle);
const read = (text: string) => reader.understand(text, { asked: null, language: null });
const homeOf = (text: string, ref: string) => {
  const { hukou, residence } = read(text).people[ref] ?? {};
  return { hukou, residence };
};

describe("what a place says of a person, and no more", () => {
  it.each([
    ["其实他户口在永春", "unnamed", "350525", undefined],
    ["我妈在德化，81岁，能领什么", "mother", undefined, "350526"],
    ["老人人在惠安，81岁能领什么", "unnamed", undefined, "350521"],
    ["my aunt is in Shishi, 81, what can she get", "aunt", undefined, "350581"],
    ["去安溪玩，68岁坐公交免费吗", "unnamed", undefined, undefined],
    ["住石狮，户口南安，81岁能领什么", "unnamed", "350583", "350581"],
    ["户口住都在永春，81岁能领什么", "unnamed", "350525", "350525"],
    ["户口和居住地都在惠安，81岁能领什么", "unnamed", "350521", "350521"],
    ["都是石狮户口，81岁能领什么", "unnamed", "350581", undefined],
  ])("“%s”", (text, ref, hukou, residence) => {
    expect(homeOf(text, ref)).toEqual({ hukou, residence });
  });
});

describe("homes outside Quanzhou", () => {
  it.each([
    ["我爸外地户口，住石狮，77岁能领什么", "father", "elsewhere", "350581"],
    ["奶奶户口不在泉州，住惠安，77岁能领什么", "grandmother", "elsewhere", "350521"],
    ["爷爷户口漳州，住南安，77岁能领什么", "grandfather", "elsewhere", "350583"],
    ["我妈住福州，户口永春，77岁能领什么", "mother", "350525", "elsewhere"],
    ["我妈户口在德化，人在新加坡，77岁", "mother", "350526", "elsewhere"],
    ["外省户口的老人在石狮，77岁能领什么", "unnamed", "elsewhere", "350581"],
    ["香港户籍的老人住石狮，77岁能领什么", "unnamed", "elsewhere", "350581"],
    ["外婆住在莆田女儿家，户口德化，77岁", "grandmother", "350526", "elsewhere"],
  ])("“%s”", (text, ref, hukou, residence) => {
    expect(homeOf(text, ref)).toEqual({ hukou, residence });
    expect(read(text).intent).not.toBe("out_of_scope");
  });
  it.each([
    ["我在上海打工，我妈在德化77岁，能领什么", "mother"],
    ["I'm in Singapore, my mother is 77 in Shishi, what can she get", "mother"],
  ])("never takes the asker's whereabouts for the elder's: “%s”", (text, ref) => {
    expect(JSON.stringify(read(text).people)).not.toContain("elsewhere");
    expect(homeOf(text, ref).hukou).toBeUndefined();
  });
  it("stores nothing where the knowledge has no such place", () => {
    const places = bundle.places.filter(({ code }) => code !== "elsewhere");
    const { people } = createReader({ ...bundle, places }).understand("我爸外地户口，77岁能领什么", {
      asked: null,
      language: null,
    });
    expect(people.father).toEqual({ age: 77 });
  });
  it.each([
    "台湾过来的老人有补贴吗",
    "台胞在泉州坐车免费吗",
    "侨胞老人有什么照顾",
    "港澳老人能领补贴吗",
  ])("does not send away who asks for people here: “%s”", (text) => {
    expect(read(text).elsewhere).toBeNull();
    expect(read(text).intent).not.toBe("out_of_scope");
  });
  it.each([
    "台灣的長照怎麼申請",
    "漳州呢",
    "我姑姑住莆田，莆田的高龄津贴有多少",
  ])("says so when another place's benefits are asked for: “%s”", (text) => {
    expect(read(text)).toMatchObject({ intent: "out_of_scope", ellipsis: false });
  });
});

describe("names that hold other words", () => {
  it("takes nothing for a wish to invest that is part of a place's name", () => {
    expect(read("台商投资区 老人食堂")).toMatchObject({
      intent: "facility_nearest",
      slots: { county: "TIA-QZ", facilityType: "canteen" },
    });
  });
  it("asks for the subsidy, not for a home", () => {
    expect(read("敬老院入住补贴石狮")).toMatchObject({
      intent: "benefit_info",
      slots: { benefit: "moving-in-subsidy", county: "350581" },
    });
  });
  it("knows who lives in a home from who looks for one", () => {
    const { people, slots } = read("我爸住惠安敬老院，83岁，能领什么");
    expect(people.father).toMatchObject({ "in-institution": true, residence: "350521" });
    expect(slots.facilityType).toBeUndefined();
    expect(read("我爸想住惠安敬老院，要多少钱").people.father).toEqual({});
  });
  it("keeps both towns of one name to choose from", () => {
    const { ambiguousPlaces, slots } = read("官桥镇敬老院在哪里");
    expect(ambiguousPlaces).toEqual(["350524103", "350583118"]);
    expect(slots.town).toBeUndefined();
  });
});
