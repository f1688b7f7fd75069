import { describe, expect, it } from "vitest";
import { createReader, FLOOR } from "../../src/engine/language/index.ts";
import { withoutTones } from "../../src/engine/language/sound.ts";
import { smallBundle } from "./fixture.ts";

const { bundle } = smallBundle();
const reader = createReader(bundle);
const read = (text: string) => reader.understand(text, { asked: null, language: null });

describe("whose age it is", () => {
  it.each([
    ["我外公81，讲错了，是83，能领什么", 83],
    ["我妈78，听说80岁有高龄补贴", 78],
    ["姨妈今年九月满八十的，能领什么", 80],
    ["70岁免费乘车卡怎么办", undefined],
    ["公公82，婆婆77，能领什么", undefined],
    ["公公82，婆婆77，婆婆能领什么", 77],
  ])("“%s”: %s", (text, age) => {
    expect(read(text).slots.age).toBe(age);
  });
});

describe("names with a slip in them", () => {
  it("reads one wrong character that no sound explains", () => {
    expect(read("日间照抖中心收费吗").slots.facilityType).toBe("day-care");
  });
  it("joins a benefit that is told with 的", () => {
    expect(read("百岁老人的津贴一个月多少").slots.benefit).toBe("centenarian-city-allowance");
  });
  it("leaves the fact before a benefit alone", () => {
    const { slots } = read("二级残疾的护理补贴多少");
    expect(slots.categories).toEqual(["severe-disability"]);
  });
});

describe("Hokkien in letters", () => {
  it("is read like the same words in characters", () => {
    const { slots, intent } = read("Tī Hūi-uaⁿ kám ū iông-ló-īⁿ");
    expect({ county: slots.county, type: slots.facilityType, intent }).toEqual({
      county: "350521",
      type: "care-home",
      intent: "facility_nearest",
    });
  });
  it("leaves letters without tones as they are", () => {
    expect(withoutTones("tn̂g-hōo-hiám")).toBe("tng-hoo-hiam");
  });
});

describe("a benefit said of the person whose money does not come", () => {
  it("is the benefit asked about and the person's fact at once", () => {
    const { slots } = read("我爸吃低保的，这个月钱怎么没收到");
    expect(slots).toMatchObject({ benefit: "minimum-living-allowance", categories: ["minimum-living"] });
  });
});

describe("sureness of what is named", () => {
  it("does not fall below the floor for a named benefit", () => {
    const { confidence, slots } = read("那个高龄津贴呀村里头讲来讲去的");
    expect(slots.benefit).toBe("old-age-allowance");
    expect(confidence).toBeGreaterThanOrEqual(FLOOR);
  });
});
