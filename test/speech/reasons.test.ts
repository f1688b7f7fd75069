import { describe, expect, it } from "vitest";
import type { Reason, Verdict } from "../../src/engine/eligibility/types.ts";
import { because, sayReason } from "../../src/engine/speech/reasons.ts";
import { voiceOf } from "./voice.ts";

const zh = voiceOf("zh-Hans");
const en = voiceOf("en");

const LEAVES: Readonly<Record<Reason["leaf"]["kind"], Omit<Reason, "holds" | "negated">>> = {
  number: { fact: "age", value: 82, leaf: { kind: "number", atLeast: 80 } },
  is: { fact: "minimum-living", value: true, leaf: { kind: "is", is: true } },
  "one-of": { fact: "care-need", value: "severe", leaf: { kind: "one-of", values: ["partial", "severe"] } },
  within: { fact: "hukou", value: "350582101", leaf: { kind: "within", place: "350582" } },
  belongs: { fact: "residence", value: "350582", leaf: { kind: "belongs", place: "350500" } },
};

const VERDICTS: readonly Verdict[] = ["yes", "no", "unknown"];

/** A reason of the leaf as it comes out; what is not known has no value. */
function reasonOf(kind: Reason["leaf"]["kind"], holds: Verdict, negated: boolean): Reason {
  const { value, ...leaf } = LEAVES[kind];
  return holds === "unknown" || value === undefined
    ? { ...leaf, holds, negated }
    : { ...leaf, value, holds, negated };
}

const every = (Object.keys(LEAVES) as Reason["leaf"]["kind"][]).flatMap((kind) =>
  VERDICTS.flatMap((holds) => [true, false].map((negated) => ({ kind, holds, negated }))),
);

describe("a reason", () => {
  it.each(every)("of $kind that holds: $holds, negated: $negated, is a whole sentence", (one) => {
    for (const voice of [zh, voiceOf("zh-Hant"), en]) {
      const said = sayReason(voice, reasonOf(one.kind, one.holds, one.negated));
      expect(said).not.toMatch(/\{\{|undefined|^$|reason\./);
    }
  });

  it.each([
    "number",
    "within",
    "belongs",
  ] as const)("of %s that is negated tells of the fact, so it says the opposite of the verdict", (kind) => {
    expect(sayReason(zh, reasonOf(kind, "yes", true))).toBe(sayReason(zh, reasonOf(kind, "no", false)));
    expect(sayReason(zh, reasonOf(kind, "no", true))).toBe(sayReason(zh, reasonOf(kind, "yes", false)));
    expect(sayReason(zh, reasonOf(kind, "unknown", true))).toBe(
      sayReason(zh, reasonOf(kind, "unknown", false)),
    );
  });

  const age = (leaf: Partial<{ atLeast: number; below: number }>, holds: Verdict, value = 82): Reason => ({
    fact: "age",
    holds,
    value,
    leaf: { kind: "number", ...leaf },
    negated: false,
  });

  it.each([
    [age({ atLeast: 80 }, "yes"), "今年82岁，满80岁", "82 years old, 80 or over"],
    [age({ atLeast: 90 }, "no"), "今年82岁，不满90岁", "82 years old, under 90"],
    [age({ below: 90 }, "yes"), "今年82岁，不到90岁", "82 years old, under 90"],
    [age({ below: 80 }, "no"), "今年82岁，已满80岁", "82 years old, already 80"],
    [age({ atLeast: 80, below: 90 }, "yes"), "今年82岁，在80到89岁之间", "82 years old, from 80 to 89"],
    [age({ atLeast: 60, below: 80 }, "no"), "今年82岁，不在60到79岁之间", "82 years old, not from 60 to 79"],
  ])("names the threshold as people say it: %#", (reason, chinese, english) => {
    expect(sayReason(zh, reason)).toBe(chinese);
    expect(sayReason(en, reason)).toBe(english);
  });

  it("of a place names both the place lived in and the place required when it fails", () => {
    expect(sayReason(zh, { ...reasonOf("within", "no", false), value: "350524" })).toBe(
      "户口在安溪县，不在晋江市",
    );
    expect(sayReason(zh, reasonOf("within", "unknown", false))).toMatch(/^还不知道户口.*（要在晋江市）$/);
  });

  it("that is unknown says what is not known, never that it is not so", () => {
    for (const { kind, negated } of every) {
      expect(sayReason(zh, reasonOf(kind, "unknown", negated))).toMatch(/还不知道|文件没写/);
      expect(sayReason(en, reasonOf(kind, "unknown", negated))).toMatch(/not known|does not say/);
    }
  });
});

describe("reasons together", () => {
  it("say the same sentence once and keep how each came out", () => {
    const yes = reasonOf("is", "yes", false);
    expect(because(zh, [yes, yes, reasonOf("number", "yes", false)])).toEqual([
      { fact: "minimum-living", holds: "yes", text: "是低保对象" },
      { fact: "age", holds: "yes", text: "今年82岁，满80岁" },
    ]);
  });
});
