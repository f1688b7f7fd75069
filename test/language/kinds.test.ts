import { describe, expect, it } from "vitest";
import { createReader } from "../../src/engine/language/index.ts";
import { smallBundle } from "./fixture.ts";

const { bundle } = smallBundle();
const reader = createReader(bundle);
const read = (text: string) => reader.understand(text, { asked: null, language: null });

describe("the age of one of several people", () => {
  it.each([
    ["二姐七十四，我妈今年九十六，我妈能领什么", 96],
    ["公公82，婆婆77，先看公公的，公公能领什么", 82],
    ["我79，老伴75，先问我自己的，能领什么", 79],
    ["我79，老伴75，我们两个人能领什么", undefined],
    ["我妈下不了床，都是我照顾，88岁，能领什么", 88],
    ["外婆的大孙子接了她去住，85岁，能领什么", 85],
    ["我今年刚满七十，能领什么", 70],
  ])("“%s”: %s", (text, age) => {
    expect(read(text).slots.age).toBe(age);
  });
});

describe("what is not so, or no more", () => {
  it.each([
    ["原先是低保户，前年给取消了，77岁能领什么"],
    ["听说低保户不用钱，我们家不是低保，能领什么"],
    ["低保啊特困啊这些我叔叔都没有，能领什么"],
    ["算不算特困，能领什么"],
  ])("“%s” stores no group", (text) => {
    expect(read(text).slots.categories).toBeUndefined();
  });
  it("keeps what is said of the one asked about", () => {
    expect(read("我爸吃低保，我妈不是低保，我爸能领什么").slots.categories).toEqual(["minimum-living"]);
  });
});

describe("living alone", () => {
  it.each([
    ["我妈在安溪，八十六了，一个人，能领什么"],
    ["老婆走了以后我一个人，能领什么"],
  ])("is told by “%s”", (text) => {
    expect(read(text).slots.categories).toEqual(["lives-alone"]);
  });
});

describe("where the hukou is", () => {
  it("is where it was moved to", () => {
    expect(read("我妈的户口去年从石狮迁到了德化，高龄津贴在哪领").slots.county).toBe("350526");
  });
  it("is not where a relative's house stands", () => {
    const { slots } = read("外婆户口在永春，平时住在石狮我姑姑家，高龄津贴多少");
    expect({ county: slots.county, person: slots.person }).toEqual({
      county: "350525",
      person: "grandmother",
    });
  });
});

describe("a benefit in the asking clause", () => {
  it("is asked about, whatever else was told", () => {
    const { intent, slots } = read("我妈每月有一点养老金，长护险晋江有，请问能申请护理补贴吗？一个月多少");
    expect({ intent, benefit: slots.benefit }).toEqual({ intent: "benefit_info", benefit: "care-allowance" });
  });
  it("is told about rather than how to apply, where nothing asks how", () => {
    expect(read("低保会不会因为儿子有车就不给").intent).toBe("benefit_info");
  });
  it("is wanted after a greeting too", () => {
    const { intent, smalltalk } = read("您好我想要申请高龄津贴");
    expect(intent).toBe("apply_howto");
    expect(smalltalk).toBeNull();
  });
});

describe("numerals heard wrong in an age", () => {
  it.each([
    ["我外公期十三岁，能领什么", 73],
    ["我奶奶八是六岁，能领什么", 86],
    ["姑婆久十二岁了，能领什么", 92],
    ["舅公七十伞岁，能领什么", 73],
    ["婆婆八十四睡，能领什么", 84],
  ])("“%s”: %s", (text, age) => {
    expect(read(text).slots.age).toBe(age);
  });
  it.each([
    ["他是十岁来的泉州，能领什么"],
    ["我爸是八十岁，能领什么"],
  ])("nothing else is taken for one in “%s”", (text) => {
    expect(read(text).slots.age).not.toBe(40);
  });
});

describe("what is only supposed, compared or promised to others", () => {
  it.each([
    ["万一将来失能了，护理补贴每个月能拿多少钱"],
    ["报警器先给独居的装，我妈跟我哥一起住，能装吗"],
    ["听说独居老人优先装报警器，能不能装"],
    ["低保前年被取消了，我爸七十九，能领什么"],
  ])("“%s” stores no group", (text) => {
    expect(read(text).slots.categories).toBeUndefined();
  });
});

describe("an age told of two people", () => {
  it("is the speaker's where the speaker asks for himself", () => {
    expect(read("我今年68，老伴64，我一个月能领多少").slots.age).toBe(68);
  });
  it("is not that of whoever one lives with", () => {
    expect(read("我妈88岁，跟63岁的女儿一起住，能领什么").slots.age).toBe(88);
  });
  it("is the neighbour's of “邻居阿嬷”", () => {
    const { slots } = read("替我邻居阿嬷问，她87岁，能领什么");
    expect({ age: slots.age, person: slots.person }).toEqual({ age: 87, person: "neighbour" });
  });
});
