import { describe, expect, it } from "vitest";
import { changesWith, mutationsOf, randomFrom } from "../../src/bench/mutations.ts";
import { BAR, robustness } from "../../src/bench/mutations-run.ts";
import { createEngine } from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";

const bundle = realBundle();
const changes = changesWith(bundle.vocabulary);
const made = (text: string, kind: string, rounds = 20) =>
  mutationsOf(text, changes, 1, rounds)
    .filter((mutation) => mutation.kind === kind)
    .map(({ to }) => to);

/** Everyday questions of every kind, in characters only. */
const SAMPLE = [
  "我妈82岁，户口在石狮，有什么补贴",
  "晋江安海哪里有长者食堂？",
  "高龄津贴一个月多少钱",
  "低保怎么申请，要带什么材料",
  "请问，养老院几点可以探望？",
  "泉州关于养老服务的条例是哪一年出的",
  "我们想开一家养老院，建设补助有多少？",
  "我要找工作人员说话",
  "谢谢你，讲得很清楚",
  "我爸刚刚摔倒了，起不来！",
  "附近有没有日间照料中心，白天送去晚上接回",
  "长护险能报多少？我妈瘫在床上两年了",
];

describe("changed texts", () => {
  it("are the same for the same text and seed, and others for another", () => {
    const draw = (seed: number) => mutationsOf(SAMPLE[0] ?? "", changes, seed, 3);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(8)).not.toEqual(draw(7));
  });

  it("differ from the text and from each other", () => {
    for (const text of SAMPLE) {
      const all = mutationsOf(text, changes, 1, 10);
      expect(all.map(({ to }) => to)).not.toContain(text);
      expect(new Set(all.map(({ kind, to }) => kind + to)).size).toBe(all.length);
    }
  });

  it("have one character of the same sound, never a numeral", () => {
    const texts = made("八十二岁高龄", "homophone");
    expect(texts.length).toBeGreaterThan(3);
    for (const text of texts) {
      expect(text).toMatch(/^八十二/);
      expect([...text].filter((one, at) => one !== "八十二岁高龄"[at])).toHaveLength(1);
    }
  });

  it("have a filler where people draw breath", () => {
    expect(new Set(made("有补贴吗，谢谢", "filler")).size).toBeGreaterThan(4);
    for (const text of made("有补贴吗，谢谢", "filler"))
      expect(text).toMatch(/^(?:那个|就是|请问一下|哎)?有补贴吗，(?:那个|就是|请问一下|哎)?谢谢$/);
    expect(made("any canteen near here", "filler")).toEqual([]);
  });

  it.each([
    ["traditional", "养老补贴", ["養老補貼"]],
    ["unpunctuated", "您好，2.5万 够吗？ok, thanks", ["您好2.5万够吗ok thanks"]],
    ["unpunctuated", "有补贴吗", []],
    ["doubled character", "好ab", ["好好ab"]],
    ["doubled letter", "好a", ["好aa"]],
  ])("by %s: %s → %j", (kind, text, expected) => {
    expect(made(text, kind)).toEqual(expected);
  });

  it("draw numbers evenly", () => {
    const random = randomFrom(3);
    const numbers = Array.from({ length: 2000 }, random);
    expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...numbers)).toBeLessThan(1);
    expect(numbers.reduce((sum, one) => sum + one, 0) / numbers.length).toBeCloseTo(0.5, 1);
  });
});

describe("understanding", () => {
  it.each(
    robustness(SAMPLE, createEngine(bundle)).filter(({ count }) => count > 0),
  )("keeps the intent of $kind texts", ({ count, turned }) => {
    expect(turned.length / count, JSON.stringify(turned, null, 1)).toBeLessThanOrEqual(BAR);
  });
});
