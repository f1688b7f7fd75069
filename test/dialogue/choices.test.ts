import { describe, expect, it } from "vitest";
import { initialState } from "../../src/engine/dialogue/index.ts";
import { choiceIds, end, engine, keysOf, type Move, tap, turn } from "./talk.ts";

const HOSTILE = [
  "",
  ":",
  "::::",
  "fact:",
  "fact:=",
  "fact:age",
  "fact:age=",
  "fact:age=-1",
  "fact:age=131",
  "fact:age=999",
  "fact:age=8.5",
  "fact:age=八十",
  "fact:age=82; drop table",
  "fact:minimum-living=yes",
  "fact:minimum-living=1",
  "fact:care-need=terrible",
  "fact:hukou=999999",
  "fact:hukou=constructor",
  "fact:shoe-size=42",
  "fact:__proto__=true",
  "fact:constructor=true",
  "constructor:x",
  "toString:x",
  "__proto__:x",
  "hasOwnProperty:fact",
  "about:constructor",
  "about:__proto__",
  "about:nobody-we-know",
  "about:",
  "lang:fr",
  "lang:__proto__",
  "place:Beijing",
  "place:",
  "benefit:none",
  "benefit:constructor",
  "howto:none",
  "topic:none",
  "intent:rob-a-bank",
  "intent:facility_nearest:palace",
  "intent:constructor",
  "<script>alert(1)</script>",
  "{{value}}",
  "$t(menu.human)",
  "../../etc/passwd",
  "fact:age=82\u0000",
  "💣".repeat(500),
  "a".repeat(100_000),
  `fact:age=${"9".repeat(10_000)}`,
];

describe("a choice that is not ours", () => {
  it.each(
    HOSTILE.map((id) => [id.slice(0, 40), id] as const),
  )("%j is not understood, and changes nothing", (_, id) => {
    const taken = turn(null, tap(id));
    expect(taken.facts).toEqual({});
    expect(taken.state.people).toEqual({});
    expect(taken.state.intent).toBeNull();
    expect(taken.unanswered).toBe(true);
    expect(taken.reply.text).not.toBe("");
    expect(JSON.stringify(taken.state).length).toBeLessThan(2_000);
  });

  it("in the middle of the questions asks the open one again", () => {
    const before = end([tap("intent:entitlements"), tap("fact:age=82")]);
    const after = turn(before.state, tap("constructor:x"));
    expect(after.asks).toBe(before.asks);
    expect(after.facts).toEqual(before.facts);
    expect(keysOf(after)).toContain("clarify.again");
  });

  it("shows nothing of what was sent", () => {
    expect(turn(null, tap("<script>alert(1)</script>")).reply.text).not.toContain("script");
  });
});

describe("a position that is none", () => {
  it.each([
    [Number.NaN, 118],
    [24, Number.NaN],
    [91, 118],
    [24, 181],
    [Number.POSITIVE_INFINITY, 0],
    [1e308, -1e308],
  ])("%d, %d is not understood and not kept", (latitude, longitude) => {
    const taken = turn(null, { locate: [latitude, longitude] });
    expect(taken.state.location).toBeNull();
    expect(taken.unanswered).toBe(true);
    expect(taken.facilities).toBeNull();
  });

  it.each([
    ["Beijing", [39.9, 116.4]],
    ["Manila", [14.6, 121]],
    ["Xiamen", [24.48, 118.09]],
    ["the point 0, 0", [0, 0]],
    ["the pole", [-90, 180]],
  ] as const)("of %s finds nothing “near here” but asks where in Quanzhou", (_, locate) => {
    const taken = turn(null, { locate });
    expect(taken.reply.text).toMatch(/^您现在的位置不在泉州/);
    expect(taken.facilities).toBeNull();
    expect(choiceIds(taken)).toContain("place:350582");
    const there = turn(taken.state, tap("place:350582"));
    expect(there.state.location).toBeNull();
    expect(there.reply.text).toMatch(/^晋江市一带/);
  });
});

describe("every choice that is offered", () => {
  const starts: readonly Move[][] = [
    ["你好"],
    [tap("intent:entitlements")],
    ["我妈82岁，户口在晋江，有什么补贴"],
    ["我妈82岁，户口在晋江，有什么补贴", tap("why-not")],
    ["离安海最近的长者食堂在哪里"],
    ["哪里有食堂"],
    ["高龄津贴有多少"],
    ["高龄津贴怎么办"],
    ["要怎么申请"],
    ["官桥镇有没有养老院"],
    ["我妈摔倒了起不来"],
    ["养老院床位有什么标准"],
    ["你们补贴食堂老板多少钱"],
    [tap("nonsense")],
  ];

  it.each(starts)("after %j is understood, short and ASCII", (...moves) => {
    const before = end(moves);
    const ids = choiceIds(before);
    expect(ids).not.toEqual([]);
    for (const id of ids) {
      expect(id).toMatch(/^[\x21-\x7e]{1,60}$/);
      const after = turn(before.state, tap(id));
      expect([id, after.state.misses]).toEqual([id, 0]);
    }
    expect(before.state.offered.map(({ text }) => text)).not.toContain("");
    const said = before.state.offered.map(({ text }) => text);
    expect(new Set(said).size).toBe(said.length);
  });

  it("does the same by its words as by its id", () => {
    const before = end(["我妈82岁，户口在晋江，有什么补贴"]);
    const offered = before.state.offered.filter((one) => one.id !== "human");
    expect(offered.length).toBeGreaterThan(5);
    for (const { id, text } of offered) {
      expect(turn(before.state, text).reply).toEqual(turn(before.state, tap(id)).reply);
    }
  });
});

describe("a number as an answer", () => {
  it("is an age after the question of the age, also when the plain text lists “not sure”", () => {
    const asked = end([tap("intent:entitlements")]);
    expect(asked.asks).toBe("age");
    expect(turn(asked.state, "82").facts).toEqual({ age: 82 });
    expect(turn(asked.state, "1").facts).not.toHaveProperty("age", undefined);
    expect(asked.reply.text).not.toMatch(/^1\. /m);
  });

  it.each([
    "1",
    "1.",
    "1。",
    "1、",
    " 1 ",
    "1)",
    "1）",
    "１",
    "第1个",
    "选1",
    "选第1项",
  ])("%j picks from the list just shown", (said) => {
    const asked = end(["我妈82岁，户口在晋江，有什么补贴"]);
    expect(asked.asks).toBe("residence");
    expect(turn(asked.state, said).facts).toEqual({ age: 82, hukou: "350582", residence: "350582" });
  });

  it("beyond the list picks nothing", () => {
    const asked = end(["我妈82岁，户口在晋江，有什么补贴"]);
    expect(turn(asked.state, "99").facts).not.toHaveProperty("residence");
  });

  it("that is out of range is no age", () => {
    const asked = end([tap("intent:entitlements")]);
    expect(turn(asked.state, "999").facts).not.toHaveProperty("age");
    expect(
      engine.turn(
        initialState("zh-Hans"),
        { kind: "choice", id: "fact:age=0" },
        { now: "2026-11-22T10:30:00+08:00" },
      ).facts,
    ).toEqual({ age: 0 });
  });
});
