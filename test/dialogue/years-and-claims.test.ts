import { describe, expect, it } from "vitest";
import { choiceIds, end, keysOf, kindsOf, talk, tap, turn } from "./talk.ts";

/** The talk with a question open, whatever the interview would have asked by itself. */
function asking(fact: string, opening: string) {
  return { ...end([opening]).state, asked: fact };
}

describe("an age told by the year of birth", () => {
  it("is exact when the day is told", () => {
    expect(end(["我妈1941年3月生的，户口在鲤城，能领什么"]).facts.age).toBe(85);
  });

  it("is the year's age where the birthday makes no difference, without a question about it", () => {
    const told = end(["我爸1944年的，户口丰泽，能领什么"]);
    expect(told.facts.age).toBe(82);
    expect(told.asks).not.toBe("age");
  });

  it("is asked for where the birthday decides, and both answers settle it", () => {
    const asked = end(["我是1946年的，户口南安，能领什么"]);
    expect(asked.facts.age).toBeUndefined();
    expect(asked.asks).toBe("age");
    expect(choiceIds(asked)).toEqual(expect.arrayContaining(["fact:age=80", "fact:age=79", "fact:age=?"]));
    expect(turn(asked.state, "过了").facts.age).toBe(80);
    expect(turn(asked.state, "还没，十二月才过").facts.age).toBe(79);
    expect(turn(asked.state, "不知道").facts.age).toBeUndefined();
  });

  it.each([
    ["民国二十五年二月的", 90],
    ["1950-05-08", 76],
    ["五一年三月初五", 75],
  ])("%s answers how old somebody is", (text, age) => {
    expect(turn(asking("age", "帮我阿公看看能领什么，户口安溪"), text).facts.age).toBe(age);
  });

  it.each(["2017年的文件还有效吗", "我们结婚44年了", "住了30年的房子"])("%s tells no birth", (text) => {
    expect(end([text]).understanding.ages).toEqual({});
  });
});

describe("an age told roughly", () => {
  it("answers where every age meant has the same, and is nobody's exact age", () => {
    const told = end(["我奶奶八十多了，户口晋江，能领什么"]);
    expect(told.facts.age).toBeUndefined();
    expect(told.reply.text).toContain("80–89");
  });

  it("虚岁 stands for the full years it may mean", () => {
    expect(end(["我妈虚岁83，户口石狮，有什么补贴"]).understanding.ages).toEqual({
      mother: { from: 81, to: 82, year: null },
    });
  });
});

describe("a question in the middle of the interview", () => {
  const state = asking("minimum-living", "我婆婆84，户口永春，有什么补助");

  it("is answered, and the open question comes again", () => {
    const side = turn(state, "什么叫低保");
    expect(keysOf(side)).toContain("ask.back-to");
    expect(side.asks).toBe("minimum-living");
    const answered = turn(side.state, "那没有");
    expect(answered.understanding.intent).toBe("entitlements");
    expect(answered.facts["minimum-living"]).toBe(false);
  });

  it.each(["跳过这个", "毋知影", "這題跳過", "dunno", "记不清了"])("%s passes the question over", (text) => {
    expect(turn(state, text).state.declined["mother-in-law"]).toContain("minimum-living");
  });

  it.each([
    ["以前吃过，现在取消了", false],
    ["应该算吧", true],
    ["she doesn't", false],
  ])("%s is an answer", (text, value) => {
    expect(turn(state, text).facts["minimum-living"]).toBe(value);
  });
});

describe("money that does not come", () => {
  it("has its own way, which stays through short follow-ups until the sum is asked for", () => {
    const [first, named, back, bring, sum] = talk([
      "符合条件为什么钱没到",
      "高龄津贴那个",
      "以前没发的能补吗",
      "要带什么去",
      "高龄津贴一个月多少",
    ]);
    expect(keysOf(first ?? end([]))).toEqual(expect.arrayContaining(["claim.decides", "claim.back-pay"]));
    expect(kindsOf(first ?? end([]))).toContain("handoff");
    for (const step of [named, back, bring]) {
      expect(step?.state.benefit).toBe("old-age-allowance");
      expect(step && keysOf(step)).toContain("claim.bring");
    }
    expect(sum && keysOf(sum)).not.toContain("claim.bring");
  });

  it("asks which money is meant where none is named, and a tap answers", () => {
    const first = end(["条件都符合，钱一直没下来"]);
    expect(choiceIds(first)).toContain("claim:old-age-allowance");
    expect(keysOf(turn(first.state, tap("claim:old-age-allowance")))).toContain("claim.bring");
  });
});

describe("an age not reached yet", () => {
  it("who is 79 hears what comes at eighty", () => {
    const list = end(["我79岁，户口惠安，能领什么"]);
    expect(keysOf(list)).toContain("soon.list");
    expect(keysOf(end(["我78岁，户口惠安，能领什么"]))).not.toContain("soon.list");
  });

  it("asked about outright it is answered for that age, said so, and not kept", () => {
    const then = end(["妈妈今年79，户口丰泽，到八十岁可以领高龄津贴吗"]);
    expect(keysOf(then)).toContain("soon.supposed");
    expect(then.state.actual?.mother?.age).toBe(79);
  });
});
