import { describe, expect, it } from "vitest";
import type { Language } from "../../src/engine/knowledge/types.ts";
import { createReader } from "../../src/engine/language/index.ts";
import { smallBundle } from "./fixture.ts";

const { bundle } = smallBundle();
const reader = createReader(bundle);
const read = (text: string, language: Language | null = null) =>
  reader.understand(text, { asked: null, language });

describe("a benefit told of in other words", () => {
  it.each([
    ["镇里派人到家帮老人擦身理发，这种怎么报名", "purchased-home-care"],
    ["卫生所每年免费给老人抽血那个几月做", "health-check-65"],
    ["浴室里想安装护栏和扶手，政府补钱吗", "home-adaptation"],
    ["老人去动物园要不要钱", "elder-concessions-65"],
    ["独生女请几天假陪护，老板能扣钱吗", "only-child-care-leave"],
    ["老人跌断手，政府给买的保险怎么算", "accident-insurance"],
    ["重残的老人每月护理费是多少", "disability-care-allowance"],
    ["买扫地机有没有国补", "smart-home-subsidy"],
  ])("finds it in “%s”", (text, benefit) => {
    expect(read(text).slots.benefit).toBe(benefit);
  });
  it("keeps the fact that stands inside the description", () => {
    const { slots } = read("我姑二级残疾，护理费多少");
    expect(slots.categories).toEqual(["severe-disability"]);
  });
  it("prefers the benefit that is named", () => {
    expect(read("长护险的人上门帮洗澡吗").slots.benefit).toBe("long-term-care-insurance");
  });
  it("takes the bracelet for its topic, not for the subsidy on new devices", () => {
    const { slots } = read("走失手环去哪里申请");
    expect(slots.topic).toBe("anti-lost-bracelet");
    expect(slots.benefit).toBeUndefined();
  });
  it("names no benefit when everything is asked for", () => {
    expect(read("老人证已经有了，我妈80，别的还能领什么").slots.benefit).toBeUndefined();
  });
});

describe("what is denied", () => {
  it.each([
    "我叔不是低保也不是特困，76岁，能领什么",
    "低保、特困我妈都没有，76岁，能领什么",
    "dad is not on dibao, aged 76, what can he get",
    "低保问过了，说有存款没批。老人76岁能领什么",
    "适老化改造必须是低保吗，我妈都不是",
  ])("is no category in “%s”", (text) => {
    expect(read(text).slots.categories ?? []).not.toContain("minimum-living");
  });
  it("leaves what the neighbours have with the neighbours", () => {
    const { slots } = read("隔壁那户是低保，我家没有，我78，能领什么");
    expect(slots.categories).toBeUndefined();
    expect(slots.age).toBe(78);
  });
  it("does not spread over a full statement", () => {
    expect(read("没有低保，二级残疾，能领什么").slots.categories).toEqual(["severe-disability"]);
  });
});

describe("ages as people say them", () => {
  it.each([
    ["我食到九十一啰，有什么可以领", 91],
    ["阿太一百空三岁，有什么奖励", 103],
    ["My granny is ninety-two, what can she get", 92],
    ["grandpa is a hundred and one, what can he get", 101],
    ["爷爷89，后年才满九十一，现在能领什么", 89],
    ["我妈今年六十有八，有哪些优待", 68],
  ])("reads “%s”", (text, age) => {
    expect(read(text).slots.age).toBe(age);
  });
});

describe("where somebody lives", () => {
  it.each([
    ["户口在安溪，住石狮，高龄津贴哪里领", "350524"],
    ["户口在安溪，住石狮，附近有没有养老院", "350581"],
    ["我户口在安溪，人在石狮带孙子，附近哪里有老人食堂", "350581"],
    ["hukou is still in Anxi but she lives in Shishi, how much is the allowance", "350524"],
    ["我妈在晋江摔的，户口惠安，意外险赔多少", "350521"],
    ["上次推的是安溪那家，我要南安的养老院", "350583"],
    ["老家四川，在晋江打工，临时救助能申请吗", "350582"],
  ])("reads “%s”", (text, county) => {
    expect(read(text).slots.county).toBe(county);
  });
  it("repairs a town's name after its county, not elsewhere", () => {
    expect(read("丰泽成东有没有老人食堂").slots.town).toBe("350503006");
    expect(read("成东有没有老人食堂").slots.town).toBeUndefined();
  });
  it("leaves words of grammar alone", () => {
    expect(read("不是石狮，晋江是对的").slots.county).toBe("350582");
    expect(read("那家养老院晚上能留宿吗").intent).toBe("facility_info");
  });
});

describe("more emergencies, and what only sounds like one", () => {
  it.each([
    ["我婆婆吞了半瓶安眠药", "medical"],
    ["老爸晕到在门口", "medical"],
    ["奶奶好像没胡吸了", "medical"],
    ["厨房煤气味很大", "gas"],
    ["阿公掉进水沟了", "medical"],
    ["嘴歪了手抬不起来", "medical"],
    ["自称社保局的叫我报卡号和密码", "fraud"],
    ["my husband fainted and won't wake up", "medical"],
  ])("raises the alarm for “%s”", (text, kind) => {
    expect(read(text)).toMatchObject({ intent: "emergency", emergency: kind });
  });
  it.each([
    "前年脑中风嘴歪过，现在能申请什么",
    "天天照顾老人，我累得要断气了，有什么补贴",
    "上个月煤气中毒住院，临时救助能给多少",
    "老人触电意外险赔不赔",
    "收音机没声音了",
  ])("stays calm for “%s”", (text) => {
    expect(read(text).emergency).toBeNull();
    expect(read(text).intent).not.toBe("emergency");
  });
});

describe("staff, complaints and steering", () => {
  it.each([
    "把你们经理叫来",
    "我要投诉",
    "有没有真人",
    "机器讲不清楚，换个人来",
  ])("calls staff for “%s”", (text) => {
    expect(read(text).intent).toBe("handoff");
  });
  it.each([
    "有没有人上门帮忙做饭",
    "高龄津贴为什么这几个月都没到账",
  ])("answers about the benefit in “%s”", (text) => {
    expect(read(text).intent).toBe("benefit_info");
  });
  it("answers at once for whoever does not know but asks to", () => {
    expect(read("不清楚啦，你先说有什么").command).toBe("just-answer");
    expect(read("不晓得，别问了").command).toBe("just-answer");
  });
  it("does not slow down for somebody who walks slowly", () => {
    expect(read("走路慢一点，别的都行").command).toBeNull();
  });
});

describe("the language of the conversation", () => {
  it.each([
    ["82", "zh-Hant", "zh-Hant"],
    ["有", "zh-Hant", "zh-Hant"],
    ["不知道", "zh-Hant", "zh-Hant"],
    ["ok", "zh-Hant", "zh-Hant"],
    ["82", "en", "en"],
    ["晋江的养老院", "zh-Hant", "zh-Hans"],
    ["請問養老院", "zh-Hans", "zh-Hant"],
    ["where is the canteen", "zh-Hans", "en"],
    ["石狮", "en", "zh-Hans"],
    ["82", null, "zh-Hans"],
  ] as const)("“%s” in %s is %s", (text, known, language) => {
    expect(read(text, known).language).toBe(language);
  });
});
