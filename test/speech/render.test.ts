import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/engine/index.ts";
import type { PhraseKey } from "../../src/engine/knowledge/ids.generated.ts";
import { render } from "../../src/engine/speech/index.ts";
import { benefit, decision, office, small } from "./cases.ts";
import { committee, DRAFTS, lines, one, TODAY, tiered } from "./drafts.ts";
import { amount, voiceOf } from "./voice.ts";

const zh = voiceOf("zh-Hans", small);

describe.each(Object.values(DRAFTS))("a $kind draft", (draft) => {
  it("becomes one block with whole sentences in every language", () => {
    for (const language of LANGUAGES) {
      const reply = render(voiceOf(language, small), [draft], TODAY);
      expect(reply.blocks).toHaveLength(1);
      expect(reply.text).not.toBe("");
      expect(JSON.stringify(reply)).not.toMatch(/\{\{|undefined/);
    }
  });
});

describe("a question", () => {
  it("has its reason and “not sure” last", () => {
    const block = one(DRAFTS.ask, "ask");
    expect(block.fact).toBe("minimum-living");
    expect(block.why).not.toBe("");
    expect(block.choices.map(({ id }) => id)).toEqual([
      "fact:minimum-living=true",
      "fact:minimum-living=false",
      "fact:minimum-living=?",
    ]);
  });

  it("for a place offers the counties, the likeliest answer before them", () => {
    const first = [{ id: "fact:residence=350582", label: { key: "ask.same-as-hukou" as PhraseKey } }];
    const block = one({ kind: "ask", fact: "residence", of: "elder", first }, "ask");
    expect(block.entry).toBe("place");
    expect(block.choices.map(({ text: said }) => said)).toEqual([
      "和户口一样",
      "晋江市",
      "安溪县",
      "泉州台商投资区",
      "泉州以外",
      "不清楚",
    ]);
  });

  it("for a number is typed, and speaks to the elder or to the family", () => {
    const elder = one({ kind: "ask", fact: "age", of: "elder", first: [] }, "ask");
    const family = one({ kind: "ask", fact: "age", of: "family", first: [] }, "ask");
    expect(elder.entry).toBe("number");
    expect(elder.text).toContain("您");
    expect(family.text).toContain("老人");
  });

  it("about no known fact is not put", () => {
    expect(render(zh, [{ kind: "ask", fact: "shoe-size", of: "elder", first: [] }], TODAY).blocks).toEqual(
      [],
    );
  });
});

describe("a benefit card", () => {
  const card = (changes: Parameters<typeof decision>[0], detail: "full" | "brief" = "full") =>
    one({ kind: "benefit", decision: decision(changes), office: committee, detail }, "benefit");

  it("promises a sum only as the document does", () => {
    expect(lines(card({ amount: amount() })).多少).toBe("每月不低于20元，发给老人本人");
    expect(lines(card({})).多少).toBe("文件没有写金额");
    expect(lines(card({ amountMissing: ["age"] })).多少).toBe("文件没有写金额");
  });

  it("of a refusal has the reason and source, and neither a sum nor a way", () => {
    const refused = card({ outcome: "no", amount: amount() });
    expect(refused.verdict).toBe("这一项不符合");
    expect(Object.keys(lines(refused))).toEqual(["期限", "依据"]);
    expect(refused.why).not.toEqual([]);
  });

  it("says “may receive” of money and “may use” of services", () => {
    expect(card({}).verdict).toBe("可以领");
    expect(card({ benefit: benefit("b", [], { kind: "service" }) }).verdict).toBe("可以享受");
  });

  it("that waits for facts names them; one that waits for none needs a person", () => {
    const waiting = { verdict: "unknown", because: [], missing: ["age", "hukou"] } as const;
    expect(lines(card({ outcome: "unknown", evaluation: waiting })).还要知道).toBe("年龄、户口所在地");
    expect(card({ outcome: "unknown", evaluation: { ...waiting, missing: [] } }).verdict).toBe(
      "要请工作人员定",
    );
  });

  it("has where to go and what to bring; brief ones only where", () => {
    expect(lines(card({}))).toMatchObject({ 去哪里: "village-committee办公室", 带什么: "身份证" });
    expect(lines(card({}, "brief"))).not.toHaveProperty("带什么");
  });

  it("of what comes by itself says so instead of a way", () => {
    const own = benefit("b", [], { apply: { office: "o", bring: [], steps: null, automatic: true } });
    expect(lines(card({ benefit: own })).怎么办).toBe("不用申请");
    expect(lines(card({ benefit: own }, "brief"))).not.toHaveProperty("去哪里");
  });

  it("tells door and number of an office apart", () => {
    const door = office("point", { address: "池店镇综合文化中心" });
    const both = office("point", { address: "池店镇", phone: "0595-1" });
    const where = (place: typeof door) => lines(one({ ...DRAFTS.benefit, office: place }, "benefit")).去哪里;
    expect(where(door)).toBe("point办公室，地址池店镇综合文化中心");
    expect(where(both)).toBe("point办公室，地址池店镇，电话0595-1");
    expect(where(office("point", { phone: "0595-1" }))).toBe("point办公室，电话0595-1");
  });
});

describe("a benefit told in general", () => {
  it("names every tier with its people", () => {
    expect(lines(one(DRAFTS["benefit-info"], "benefit")).多少).toBe(
      "80到89岁的：每月50元，发给老人本人；满90岁的：每月100元，发给老人本人",
    );
  });

  it("says how before what where that was asked", () => {
    const how = one({ ...DRAFTS["benefit-info"], focus: "how" }, "benefit");
    expect(how.lines[0]?.label).toBe("去哪里");
    expect(one(DRAFTS["benefit-info"], "benefit").lines[0]?.label).toBe("在哪里");
  });

  it("lists few other places, each with its source, and of many only that they differ", () => {
    const told = (count: number) =>
      one({ ...DRAFTS["benefit-info"], provisions: [], elsewhere: Array(count).fill(tiered) }, "benefit");
    expect(told(2).lines[0]?.text).toContain("依据《养老服务条例》");
    expect(told(4).lines[0]?.text).toBe("各县（市、区）的数不一样，要看户口或者住在哪里");
  });
});

describe("a topic", () => {
  it("tells the place of each answer where there are several, and that its period is over", () => {
    const block = one(DRAFTS.topic, "topic");
    expect(lines(block).泉州市).toContain("350500的床位");
    expect(lines(block).晋江市).toContain("350582的床位");
    expect(JSON.stringify(lines(block))).toContain("已到期；没有查到新文件，也没有查到取消");
    expect(lines(block).要确认).toContain("village-committee办公室");
  });

  it("of the person's place tells only that answer", () => {
    const block = one({ ...DRAFTS.topic, jurisdictions: ["350582", "350000"] }, "topic");
    expect(block.text).toBe("350582的床位");
  });
});

describe("reasons, people and emergencies", () => {
  it("a refusal names the failed fact and its clause", () => {
    const failed = {
      fact: "age",
      holds: "no",
      value: 70,
      leaf: { kind: "number", atLeast: 80 },
      negated: false,
    } as const;
    const evaluation = { verdict: "no", because: [failed], missing: [] } as const;
    const block = one({ kind: "why-not", decisions: [decision({ outcome: "no", evaluation })] }, "why");
    expect(block.reasons).toEqual([
      expect.stringMatching(/^allowance：今年70岁，不满80岁。《养老服务条例》泉政〔2020〕1号 第五条/),
    ]);
  });

  it("a hand-off names offices without a number and lists numbers to call", () => {
    const block = one(DRAFTS.handoff, "handoff");
    expect(block.text).toContain("village-committee办公室");
    expect(block.text).not.toContain("hotline");
    expect(block.phones).toEqual([{ label: "hotline办公室", number: "12345" }]);
  });

  it("an emergency has its number in the sentence and by itself", () => {
    const block = one(DRAFTS.emergency, "emergency");
    expect(block.number).toBe("120");
    expect(block.text).toContain("120");
  });
});
