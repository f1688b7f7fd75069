import { describe, expect, it } from "vitest";
import { createReader } from "../../src/engine/language/index.ts";
import { readGrammar } from "../../src/engine/language/signs.ts";
import { HAPPENING } from "./emergencies.ts";
import { smallBundle } from "./fixture.ts";
import { CALM } from "./no-emergencies.ts";

const { bundle, faults } = smallBundle();
const reader = createReader(bundle);
const read = (text: string) => reader.understand(text, { asked: null, language: null });

describe("money asked for a benefit", () => {
  it.each([
    "有人来电说替我妈领高龄津贴，得先转300元保证金",
    "对方让我先给800块押金才给发残疾补贴",
    "群里说付50元工本费就能领补贴",
    "有个人上门收200元说是办老年证的",
    "交了2000元就帮办低保",
    "a caller wants a deposit of 300 yuan before they release my dad's allowance",
  ])("is fraud in “%s”", (text) => {
    expect(read(text)).toMatchObject({ intent: "emergency", emergency: "fraud" });
  });
  it.each([
    "领高龄津贴收手续费吗",
    "办优待证要给钱吗",
    "没有人照顾，请护工的费用补贴多少",
    "有没有人上门护理，一次要收80元吗，有补贴吗",
    "社区打电话说高龄津贴批了，每月100元",
    "长护险一年交30元才能享受吗",
    "短信说要发高龄津贴500元给我妈",
    "我爸收到短信，低保收到600元",
    "电话里说给老人每月补贴500元，是真的吗",
    "养老院要交6000元押金才能办入住吗",
    "社保卡密码忘了现在怎么办",
  ])("is only asked about in “%s”", (text) => {
    expect(read(text).emergency).toBeNull();
  });
});

describe("violence told of, with anything between", () => {
  it.each([
    "爷爷被敬老院新来的护理员打了",
    "奶奶天天被保姆骂",
    "我爸被人关在屋里不让出来",
    "姑姑被女婿推倒了",
    "女儿打我，不给水喝",
    "看护欺负老人",
    "my grandma was slapped by the carer",
  ])("is abuse in “%s”", (text) => {
    expect(read(text)).toMatchObject({ intent: "emergency", emergency: "abuse" });
  });
  it.each([
    "老人被打扰睡不着怎么办",
    "女儿打我电话没打通",
    "我妈被安排打针了",
    "新闻里说保姆打老人",
    "打骂老人怎么判",
    "前年我爸被护工打过，现在想换养老院",
    "怕护理员打老人",
  ])("is not happening in “%s”", (text) => {
    expect(read(text).emergency).toBeNull();
  });
});

describe("what happened and is over", () => {
  it.each([
    ["Mum is 79 and had a stroke. Any help for her?", "entitlements"],
    ["Grandpa fell last winter, two years ago, and now can hardly walk", "entitlements"],
    ["外婆前天中风送到医院了，回家后有没有人上门照护", "benefit_info"],
  ])("asks what there is in “%s”", (text, intent) => {
    expect(read(text)).toMatchObject({ emergency: null, intent });
  });
  it("still hears the call for help", () => {
    expect(read("my wife is having a stroke, help").emergency).toBe("medical");
  });
});

/** Kinds that the same number helps with. */
const SAME_HELP: Readonly<Record<string, readonly string[]>> = {
  fire: ["fire", "gas"],
  gas: ["gas", "fire"],
  missing: ["missing", "crime", "abuse"],
  crime: ["crime", "abuse", "missing"],
  abuse: ["abuse", "crime", "missing"],
};

describe("an emergency told of in anybody’s words", () => {
  it.each(
    Object.entries(HAPPENING).flatMap(([kind, told]) => told.map((text) => [kind, text] as const)),
  )("is %s in “%s”", (kind, text) => {
    const understood = read(text);
    expect(understood.intent).toBe("emergency");
    expect(SAME_HELP[kind] ?? [kind]).toContain(understood.emergency);
  });
});

describe("what merely sounds alarming", () => {
  it.each(CALM)("raises no alarm in “%s”", (text) => {
    const understood = read(text);
    expect(understood.emergency).toBeNull();
    expect(understood.intent).not.toBe("emergency");
  });
});

describe("the grammar of alarms", () => {
  it("names only parts that have words", () => {
    expect(faults).toEqual([]);
    const known = new Set(Object.keys(bundle.vocabulary.concepts));
    const named = readGrammar(bundle.vocabulary).rules.flatMap(({ parts, without }) => [
      ...parts,
      ...without,
    ]);
    expect(named.length).toBeGreaterThan(150);
    expect(named.filter((part) => !known.has(`part:${part}`))).toEqual([]);
  });
  it.each([
    ["去年摔断过腿，刚才又跌在门口，起不来", "medical"],
    ["我想问护理补贴，我爸刚刚昏倒了", "medical"],
    ["如果是低保能领多少？我妈现在喘不过气", "medical"],
  ])("hears what happens now beside what is past or asked in “%s”", (text, kind) => {
    expect(read(text).emergency).toBe(kind);
  });
});
