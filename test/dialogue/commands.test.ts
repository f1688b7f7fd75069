import { describe, expect, it } from "vitest";
import { cardsOf, choiceIds, end, keysOf, kindsOf, type Move, placesOf, talk, tap, turn } from "./talk.ts";

const ENTITLEMENTS = "我妈82岁，户口在晋江，有什么补贴";
const CANTEEN = "离安海最近的长者食堂在哪里";

/** A talk in every state that it can be in. */
const AT_CHOICE_OF_PLACE = "at the choice of a place";
const STATES: Readonly<Record<string, readonly Move[]>> = {
  "at the greeting": ["你好"],
  "at the first question": [tap("intent:entitlements")],
  "among the entitlements": [ENTITLEMENTS],
  "at the second page": [ENTITLEMENTS, "看后面的"],
  "at the refusals": [ENTITLEMENTS, tap("why-not")],
  "at places": [CANTEEN],
  "at the question where": ["哪里有食堂"],
  "at a benefit": ["高龄津贴有多少"],
  "at how to apply": [tap("howto:old-age-allowance")],
  "at the question which benefit": [tap("intent:apply_howto")],
  "at a topic": [tap("topic:anti-lost-bracelet")],
  "in an emergency": [ENTITLEMENTS, "我妈摔倒了起不来"],
  "with a person to turn to": [ENTITLEMENTS, tap("human")],
  "not understood": [tap("nonsense")],
  [AT_CHOICE_OF_PLACE]: ["官桥镇有没有养老院"],
  "out of scope": ["今天股票怎么样"],
};

const states = Object.entries(STATES);

describe.each(states)("%s", (name, moves) => {
  const before = end(moves);

  it("“say it again” gives the same reply and changes nothing known", () => {
    const again = turn(before.state, tap("repeat"));
    // Which of two places is meant is not asked again, but where at all.
    const said = name === AT_CHOICE_OF_PLACE ? end(["哪里有养老院"]) : before;
    expect(again.reply).toEqual(said.reply);
    expect(again.facts).toEqual(before.facts);
    expect(again.state.questionsAsked).toBe(before.state.questionsAsked);
  });

  it("“back” gives the reply before, or the greeting", () => {
    const back = turn(before.state, "返回");
    const earlier = moves.length > 1 ? end(moves.slice(0, -1)).reply : end([tap("start")]).reply;
    expect(back.reply).toEqual(earlier);
  });

  it("“start over” forgets everything", () => {
    const fresh = turn(before.state, "重新开始");
    expect(fresh.state.people).toEqual({});
    expect(fresh.state.history).toEqual([]);
    expect(fresh.state.words).toBeNull();
    expect(keysOf(fresh)).toEqual(["smalltalk.greeting"]);
  });

  it("“forget it” forgets everything and says so", () => {
    const fresh = turn(before.state, tap("forget"));
    expect(fresh.state.people).toEqual({});
    expect(fresh.state.history).toEqual([]);
    expect(keysOf(fresh)).toEqual(["smalltalk.forgotten"]);
  });

  it("a person is one word away, and one goes on where one was", () => {
    const person = turn(before.state, "找工作人员");
    expect(kindsOf(person)).toEqual(["handoff"]);
    expect(person.reply.text).toContain("12345");
    expect(turn(person.state, tap("back")).facts).toEqual(before.facts);
  });

  it.each([
    "skip",
    "more",
    "just-answer",
    "slower",
    "larger",
  ])("%s is understood and says something", (id) => {
    const after = turn(before.state, tap(id));
    expect(after.state.misses).toBe(0);
    expect(after.reply.text).not.toBe("");
    expect(after.facts).toEqual(before.facts);
  });
});

describe("back", () => {
  it("goes ten steps, one at a time, and then to the start", () => {
    const ages = Array.from({ length: 12 }, (_, year) => tap(`fact:age=${80 + year}`));
    const moves = [tap("intent:entitlements"), ...ages];
    const known: unknown[] = [];
    let state = end(moves).state;
    for (let steps = 0; steps < 11; steps += 1) {
      const back = turn(state, tap("back"));
      state = back.state;
      known.push(back.facts.age);
    }
    expect(known).toEqual([90, 89, 88, 87, 86, 85, 84, 83, 82, 81, undefined]);
  });

  it("takes back an answer and asks it again", () => {
    const [, , third] = talk([tap("intent:entitlements"), tap("fact:age=82"), tap("back")]);
    expect(third?.asks).toBe("age");
    expect(third?.facts).toEqual({});
  });

  it("takes back “not sure”", () => {
    const back = end([ENTITLEMENTS, "不清楚", tap("back")]);
    expect(back.asks).toBe("residence");
    expect(back.state.declined).toEqual({});
  });
});

describe("more", () => {
  it("shows other entitlements, and the first ones again after an answer", () => {
    const [first, second, answered] = talk([ENTITLEMENTS, "看后面的", tap("fact:residence=350582")]);
    if (!first || !second || !answered) throw new Error("three turns");
    expect(cardsOf(second).filter((benefit) => cardsOf(first).includes(benefit))).toEqual([]);
    expect(answered.state.shown).toBe(0);
    expect(cardsOf(answered)).toEqual(cardsOf(end([ENTITLEMENTS, tap("fact:residence=350582")])));
  });

  it("ends where all have been shown, each once", () => {
    const seen: string[] = [];
    let now = end([ENTITLEMENTS]);
    seen.push(...cardsOf(now));
    while (choiceIds(now).includes("more")) {
      now = turn(now.state, tap("more"));
      seen.push(...cardsOf(now));
    }
    const open = (now.entitlements ?? []).filter(({ outcome }) => outcome !== "no");
    expect(seen).toHaveLength(open.length);
    expect(turn(now.state, "更多").reply).toEqual(now.reply);
  });

  it("shows every canteen of the county once and then says that there are no more", () => {
    let now = end(["晋江哪里有长者食堂"]);
    const seen = [...placesOf(now)];
    for (let pages = 0; placesOf(now).length > 0 && pages < 60; pages += 1) {
      now = turn(now.state, tap("more"));
      seen.push(...placesOf(now));
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen.length).toBeGreaterThan(3);
    expect(kindsOf(now)).toEqual(["handoff"]);
    expect(now.reply.text).toMatch(/^查到的就这些了/);
    expect(turn(now.state, "更多").reply).toEqual(now.reply);
  });

  it("starts from the nearest again in another place", () => {
    const elsewhere = end([CANTEEN, tap("more"), "那安溪呢"]);
    expect(elsewhere.state.shown).toBe(0);
    expect(placesOf(elsewhere)).toEqual(placesOf(end(["安溪最近的长者食堂在哪里"])));
  });

  it("goes on with the matter after an interruption, without skipping any of it", () => {
    for (const aside of ["谢谢", "慢一点", tap("human"), "我妈摔倒了起不来"]) {
      const before = end([ENTITLEMENTS]);
      const resumed = turn(turn(before.state, aside).state, "继续");
      expect(resumed.reply).toEqual(before.reply);
    }
  });
});

describe("skipping and wanting the answer", () => {
  it("a skipped question does not come again", () => {
    let now = end([ENTITLEMENTS]);
    const asked: string[] = [];
    while (now.asks !== null) {
      expect(asked).not.toContain(now.asks);
      asked.push(now.asks);
      now = turn(now.state, "跳过");
    }
    expect(asked.length).toBeGreaterThan(1);
    expect(now.state.declined).toEqual({ mother: asked });
    expect(cardsOf(now).length).toBeGreaterThan(0);
  });

  it("“just tell me” ends the questions of this matter", () => {
    const answered = end([ENTITLEMENTS, "算了，直接告诉我有什么"]);
    expect(answered.asks).toBeNull();
    expect(cardsOf(answered).length).toBeGreaterThan(0);
    expect(turn(answered.state, tap("fact:residence=350582")).asks).toBeNull();
  });

  it("with nothing known still shows what there is", () => {
    const answered = end([tap("intent:entitlements"), tap("just-answer")]);
    expect(keysOf(answered)).toContain("entitlements.summary-nobody");
    expect(cardsOf(answered).length).toBeGreaterThan(0);
  });
});

describe("not being understood", () => {
  it("asks once what was meant, then names a person, and then listens again", () => {
    const [first, second, third] = talk([tap("nonsense"), tap("nonsense"), "你好"]);
    expect(first?.reply.blocks[0]).toMatchObject({ kind: "ask", fact: null });
    expect(second?.reply.blocks[0]?.kind).toBe("handoff");
    expect([first?.unanswered, second?.unanswered, third?.unanswered]).toEqual([true, true, false]);
    expect(third?.state.misses).toBe(0);
  });

  it("in the middle of the questions asks the same one, and then names a person", () => {
    const moves = [tap("intent:entitlements"), tap("fact:age=82"), tap("nonsense")];
    const first = end(moves);
    expect(first.asks).toBe("hukou");
    expect(first.state.questionsAsked).toBe(2);
    expect(kindsOf(turn(first.state, tap("nonsense")))).toEqual(["handoff", "choices"]);
    expect(turn(first.state, "晋江").facts).toMatchObject({ age: 82, hukou: "350582" });
  });
});
