import { describe, expect, it } from "vitest";
import { INTENTS, type Intent } from "../../src/engine/index.ts";
import { cardsOf, choiceIds, end, keysOf, kindsOf, tap } from "./talk.ts";

/** What one may say first for each intent; a new intent without a sentence does not compile. */
const FIRST: Readonly<
  Record<Intent, { readonly say: string; readonly blocks: readonly string[]; readonly text: string }>
> = {
  entitlements: { say: "老人家能申请什么补贴", blocks: ["say", "ask"], text: "多大岁数" },
  benefit_info: { say: "高龄津贴有多少", blocks: ["benefit", "ask"], text: "高龄津贴" },
  facility_nearest: { say: "哪里有长者食堂", blocks: ["ask"], text: "您要找哪里的长者食堂" },
  facility_info: { say: "养老院多少钱", blocks: ["say", "choices"], text: "每一家的规定不一样" },
  apply_howto: { say: "高龄津贴要怎么申请", blocks: ["benefit", "ask"], text: "去哪里" },
  policy_lookup: { say: "泉州养老床位的规划目标是多少", blocks: ["topic", "choices"], text: "《" },
  provider_subsidy: {
    say: "你们补贴食堂老板多少钱",
    blocks: ["say", "topic", "choices"],
    text: "不发给老人个人",
  },
  handoff: { say: "我要找工作人员", blocks: ["handoff"], text: "12345" },
  smalltalk: { say: "你好", blocks: ["say", "choices"], text: "我能领什么" },
  emergency: { say: "我妈摔倒了起不来", blocks: ["emergency", "say", "choices"], text: "120" },
  out_of_scope: { say: "今天股票怎么样", blocks: ["say", "choices"], text: "我帮不上忙" },
};

describe.each(INTENTS)("the first answer to %s", (intent) => {
  const { say, blocks, text } = FIRST[intent];
  const taken = end([say]);

  it("is of that intent and of the kinds that fit it", () => {
    expect(taken.understanding.intent).toBe(intent);
    expect(kindsOf(taken)).toEqual(expect.arrayContaining([...blocks]));
    expect(kindsOf(taken)[0]).toBe(blocks[0]);
    expect(taken.reply.text).toContain(text);
  });

  it("asks for one thing at most, and says what it asks for", () => {
    const asks = taken.reply.blocks.filter((block) => block.kind === "ask");
    expect(asks.length).toBeLessThanOrEqual(1);
    expect(asks[0]?.fact ?? null).toBe(taken.asks);
  });

  it("is the same to a tap, where there is a button for it", () => {
    const tapped = end([tap(`intent:${intent}`)]);
    expect(tapped.understanding.intent).toBe(intent);
    expect(tapped.reply.text).not.toMatch(/^$|\{\{|undefined/);
    expect(tapped.state.misses).toBe(0);
  });
});

describe("an emergency", () => {
  it.each([
    ["我爸晕倒了没有呼吸", "120", "medical"],
    ["家里着火了", "119", "fire"],
    ["煤气漏了", "119", "gas"],
    ["小偷进屋了", "110", "crime"],
    ["我爸走失了，找不到人", "110", "missing"],
    ["我不想活了", "120", "self-harm"],
    ["刚才有人打来说先交三百块就帮她办，要交吗", "96110", "fraud"],
    ["儿子打老人不给饭吃", "110", "abuse"],
  ])("%s: the number %s comes first", (said, number, kind) => {
    for (const before of [[], ["我妈82岁，户口在晋江，有什么补贴"], ["离安海最近的长者食堂在哪里"]]) {
      const taken = end([...before, said]);
      expect(taken.understanding.intent).toBe("emergency");
      expect(taken.reply.blocks[0]).toMatchObject({ kind: "emergency", number });
      expect(keysOf(taken)).toContain(`emergency.${kind}.meanwhile`);
      expect(taken.asks).toBeNull();
    }
  });

  it("of somebody who does not want to live names people who listen", () => {
    expect(end(["我不想活了"]).reply.text).toContain("12356");
  });

  it("is said again when asked, and the talk goes on where it was", () => {
    const before = ["我妈82岁，户口在晋江，有什么补贴", "我妈摔倒了起不来"];
    expect(end([...before, "再说一遍"]).reply).toEqual(end(before).reply);
    expect(choiceIds(end(before))).toContain("more");
    expect(end([...before, tap("more")]).reply).toEqual(end(before.slice(0, 1)).reply);
  });
});

describe("money for operators", () => {
  it("is never shown on a card as a person's", () => {
    const taken = end(["你们补贴食堂老板多少钱"]);
    expect(keysOf(taken)[0]).toBe("provider.not-for-persons");
    expect(cardsOf(taken)).toEqual([]);
  });
});
