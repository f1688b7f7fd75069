import { describe, expect, it } from "vitest";
import { createEngine } from "../../src/engine/index.ts";
import { toEntitlement } from "../../src/engine/speech/index.ts";
import { benefit, decision, office, provision, small, text } from "./cases.ts";
import { amount, knowledge, voiceOf } from "./voice.ts";

const zh = voiceOf("zh-Hans", small);

describe("an entitlement", () => {
  it("has the shape that every face and the API rely on", () => {
    const rule = provision(
      "p",
      "350582",
      { fact: "age", "at-least": 80 },
      {
        selfCheck: [text("没有退休金")],
        gaps: [text("没写几号发")],
      },
    );
    const decided = decision({ provision: rule, amount: amount({ label: text("2026年的标准") }) });
    expect(toEntitlement(zh, decided, office("village-committee"))).toEqual({
      benefit: "allowance",
      provision: "p",
      name: "allowance",
      outcome: "yes",
      missing: [],
      because: [{ fact: "age", holds: "yes", text: "今年82岁，满80岁" }],
      amount: { value: 20, unit: "yuan/month", bound: "at-least", goesTo: "person", label: "2026年的标准" },
      jurisdiction: "350582",
      validity: { from: "2020-01-01", to: null, state: "in-force" },
      confirm: [],
      apply: {
        office: "village-committee",
        officeName: "village-committee办公室",
        bring: ["身份证"],
        steps: null,
        automatic: false,
      },
      selfCheck: ["没有退休金"],
      gaps: ["没写几号发"],
      sources: [expect.objectContaining({ document: "city", clause: "第五条", kind: "policy" })],
    });
  });

  it("without a sum has none, not nought", () => {
    expect(toEntitlement(zh, decision(), office("o")).amount).toBeNull();
  });

  it("that comes by itself says so and keeps its steps", () => {
    const steps = text("每年体检时发");
    const one = benefit("allowance", [], { apply: { office: "o", bring: [], steps, automatic: true } });
    const { apply } = toEntitlement(zh, decision({ benefit: one }), office("o"));
    expect(apply).toMatchObject({ automatic: true, steps: "每年体检时发", bring: [] });
  });

  it("of the real knowledge always has a source, and a sentence for every doubt", () => {
    const engine = createEngine(knowledge.bundle);
    const facts = {
      age: 85,
      hukou: "350582",
      residence: "350524",
      "minimum-living": true,
      "care-need": "severe",
    };
    const { entitlements } = engine.determine(facts, "2026-11-22", "zh-Hans");
    expect(entitlements.length).toBeGreaterThan(20);
    for (const one of entitlements) {
      expect(one.sources.length).toBeGreaterThan(0);
      expect(one.because.map((reason) => reason.text).join()).not.toMatch(/\{\{|undefined/);
    }
    const doubtful = entitlements.filter(({ outcome }) => outcome === "confirm");
    const amounts = entitlements.flatMap(({ amount }) => (amount ? [amount.value] : []));
    expect(doubtful).not.toEqual([]);
    expect(doubtful.filter(({ confirm }) => confirm.length === 0)).toEqual([]);
    expect(Math.min(...amounts)).toBeGreaterThan(0);
    expect(amounts).not.toEqual([]);
  });
});
