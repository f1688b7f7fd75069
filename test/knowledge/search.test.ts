import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SearchHit } from "../../src/engine/api.ts";
import { indexKnowledge, searchKnowledge } from "../../src/engine/knowledge/index.ts";
import { buildIndex } from "../../src/engine/knowledge/search/bm25.ts";
import { readingOf, soundTokens, tokens } from "../../src/engine/knowledge/search/tokens.ts";
import type { Topic } from "../../src/engine/knowledge/types.ts";
import { also, benefit, document, facility, provision, smallBundle, text } from "./small-bundle.ts";

const period = { from: null, to: null, basis: "standing" } as const;
const TOPIC: Topic = {
  id: "canteen-standard",
  kind: "standard",
  name: text("长者食堂建设标准"),
  also: also(),
  office: null,
  answers: [
    {
      jurisdiction: "350582",
      sources: [{ document: "city", clause: "二" }],
      period,
      checked: "2026-01-01",
      text: text("2022年起食堂不小于100平方米"),
      figures: [100, 2022],
    },
  ],
};
const WHO = { fact: "age", "at-least": 80 } as const;
const AMOUNT = {
  when: { fact: "age", "at-least": 80, below: 90 },
  value: 50,
  unit: "yuan/month",
  bound: "at-least",
  goesTo: "person",
  label: null,
} as const;
const knowledge = indexKnowledge(
  smallBundle({
    documents: [
      document("city"),
      document("rules", { title: "泉州市养老服务条例", number: "泉政〔2020〕1号" }),
    ],
    benefits: [
      benefit(
        "old-age-allowance",
        [provision("jinjiang", "350582", WHO, { amounts: [AMOUNT] }), provision("city", "350500", WHO)],
        {
          name: { "zh-Hans": "高龄津贴", "zh-Hant": "高齡津貼", en: "Old-age allowance" },
          also: also("尊老金", "老人津贴"),
        },
      ),
      benefit("care-allowance", [provision("anxi", "350524", WHO)], { name: text("失能护理补贴") }),
      benefit("smoke-alarm", [provision("city", "350500", WHO)], { name: text("感烟报警器") }),
    ],
    outlines: [
      {
        document: "rules",
        clauses: [
          {
            clause: "三（二）",
            heading: "消防",
            about: text("消防栓怎么设"),
            says: [{ what: text("消防栓间距120米"), figures: [120], by: [], none: "aims" }],
          },
        ],
      },
    ],
    topics: [TOPIC],
    facilities: [facility("anhai-canteen", "canteen", { name: text("安海镇长者食堂"), place: "350582101" })],
    vocabulary: {
      concepts: {
        "fact:care-need=severe": ["失能", "瘫在床上"],
        "cue:amount": ["多少"],
      },
      pinyin: {},
      syllables: { gao: "高", ling: "龄令", jin: "津金", tie: "贴" },
      usual: {},
      simplify: "齡龄貼贴煙烟",
    },
    lookUp: {
      "like:fire": ["着火", "报警"],
      "like:subsidy": ["津贴", "每月发", "allowance", "money"],
      "like:anybody": ["老人"],
      "ask:benefit/care-allowance": ["伺候病人的辛苦钱"],
    },
  }),
);

function find(
  q: string,
  more: { county?: string; kind?: SearchHit["kind"]; limit?: number } = {},
): readonly SearchHit[] {
  return searchKnowledge(knowledge, { q, ...more }, "zh-Hans");
}

describe("the adviser's look-up", () => {
  it.each([
    ["高龄津贴", "old-age-allowance"],
    ["津贴高龄", "old-age-allowance"],
    ["我妈八十多了，有没有高龄津贴可以领", "old-age-allowance"],
    ["高齡津貼", "old-age-allowance"],
    ["高令金贴", "old-age-allowance"],
    ["尊老金", "old-age-allowance"],
    ["Old-age alowance", "old-age-allowance"],
    ["失能补贴", "care-allowance"],
    ["烟雾报警", "smoke-alarm"],
    ["食堂 平方米", "canteen-standard"],
    ["安海食堂", "anhai-canteen"],
    ["泉政〔2020〕1号", "rules"],
  ])("finds for %s first %s", (q, id) => {
    expect(find(q)[0]?.id).toBe(id);
  });

  it("gives a provision its sum, place and source", () => {
    const [hit] = find("高龄津贴 晋江", { kind: "provision" });
    expect([hit?.id, hit?.title, hit?.jurisdiction]).toEqual([
      "old-age-allowance/jinjiang",
      "高龄津贴 · 晋江市",
      "350582",
    ]);
    expect(hit?.amount).toEqual({
      value: 50,
      unit: "yuan/month",
      bound: "at-least",
      goesTo: "person",
      label: null,
    });
    expect(hit?.sources.map((source) => source.document)).toEqual(["city"]);
  });

  it("keeps to a kind and to what holds in a county", () => {
    expect(new Set(find("长者食堂", { kind: "facility" }).map((hit) => hit.kind))).toEqual(
      new Set(["facility"]),
    );
    expect(find("失能护理补贴", { county: "350582" }).map((hit) => hit.id)).not.toContain("care-allowance");
    const rules = find("高龄津贴", { county: "350524", kind: "provision" }).map((hit) => hit.id);
    expect(rules[0]).toBe("old-age-allowance/city");
    expect(rules).not.toContain("old-age-allowance/jinjiang");
  });

  it("answers in the language asked for and every hit has a source", () => {
    const [hit] = searchKnowledge(knowledge, { q: "allowance" }, "en");
    expect(hit?.title).toBe("Old-age allowance");
    expect(find("老人").every((one) => one.sources.length > 0)).toBe(true);
  });

  it("puts a county's own rule first and keeps those above it", () => {
    const rules = find("高龄津贴", { county: "350582", kind: "provision" }).map((hit) => hit.id);
    expect(rules).toEqual(["old-age-allowance/jinjiang", "old-age-allowance/city"]);
    expect(find("晋江高龄津贴", { kind: "provision" })[0]?.id).toBe("old-age-allowance/jinjiang");
  });

  it("understands everyday words by what they mean", () => {
    for (const [q, id] of [
      ["瘫在床上有钱领吗", "care-allowance"],
      ["家里着火会响的", "smoke-alarm"],
      ["八十五岁每月发多少", "old-age-allowance"],
      ["money every month at 85", "old-age-allowance"],
    ] as const)
      expect(find(q)[0]?.id, q).toBe(id);
  });

  it("finds an entry by the way people ask for it", () => {
    expect(find("伺候病人辛苦有钱吗")[0]?.id).toBe("care-allowance");
  });

  it("hardly counts a word for those whom everything is about", () => {
    const asked = find("老人家里着火").map(({ id }) => id);
    expect(asked[0]).toBe("smoke-alarm");
  });

  it.each([
    "安海长者食糖",
    "安海长着食堂",
    "安海镇长食堂",
  ])("finds a place by a name with a slip: %s", (q) => {
    expect(find(q, { kind: "facility" })[0]?.id).toBe("anhai-canteen");
  });

  it("gives a benefit the figure of the rule that speaks for the county, and none without one", () => {
    const figures = (county?: string) =>
      find("高龄津贴", { kind: "benefit", ...(county ? { county } : {}) })[0]?.figures;
    expect(figures("350582")).toEqual([
      {
        value: 50,
        amount: { value: 50, unit: "yuan/month", bound: "at-least", goesTo: "person", label: null },
        ages: { from: 80, below: 90 },
        provision: "old-age-allowance/jinjiang",
        jurisdiction: "350582",
      },
    ]);
    expect(figures("350524")).toEqual([]);
    expect(figures()).toEqual([]);
  });

  it("lifts out the words asked for and the figures, and no year", () => {
    const [hit] = find("食堂标准");
    const parts = (text: string, ranges: SearchHit["highlight"]["title"]) =>
      ranges.map(({ start, end, what }) => `${what} ${text.slice(start, end)}`);
    expect(hit && parts(hit.title, hit.highlight.title)).toEqual(["word 食堂", "word 标准"]);
    expect(hit && parts(hit.summary, hit.highlight.summary)).toEqual(["word 食堂", "figure 100"]);
    expect(hit?.figures.map(({ value }) => value)).toEqual([100]);
  });

  it("finds a document by a clause and names it", () => {
    const [hit] = find("消防栓间距", { kind: "document" });
    expect([hit?.id, hit?.sources[0]?.clause, hit?.summary]).toEqual(["rules", "三（二）", "消防栓怎么设"]);
    expect(find("泉州市养老服务条例", { kind: "document" })[0]?.sources[0]?.clause).toBe("全文");
  });

  it("finds nothing for nothing", () => {
    for (const q of ["", "   ", "！？", "zzzz"]) expect(find(q)).toEqual([]);
  });

  it("never crashes and never gives more than the limit", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat({ max: 5 }), (q, limit) => {
        expect(find(q, { limit }).length).toBeLessThanOrEqual(limit);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the words a text is searched by", () => {
  it("are single characters, pairs, and whole Latin words", () => {
    expect(tokens("助餐点 A1")).toEqual(["助", "餐", "点", "助餐", "餐点", "a1"]);
    expect(tokens("每月３００元")).toEqual(["每", "月", "每月", "300", "元"]);
    expect(tokens("85岁老人")).toEqual(["85", "岁", "老", "人", "岁老", "老人"]);
    expect(tokens("visits, visiting and visited")).toEqual(["visit", "visit", "and", "visit"]);
  });

  it("are sounds in pairs, a character without a sound standing for itself", () => {
    expect(
      soundTokens("高令厝", readingOf({ simplify: "", syllables: { gao: "高", ling: "龄令" } })),
    ).toEqual(["~gao.ling", "~ling.厝"]);
  });
});

describe("the ranking", () => {
  const index = buildIndex(
    [["a", "b"], ["a"], ["a", "c", "d", "e"], []].map((words) => [{ weight: 1, tokens: words }]),
  );

  it("puts rare words before common ones and short entries before long ones", () => {
    expect(index.rank(["a"]).map((hit) => hit.at)).toEqual([1, 0, 2]);
    expect(index.rank(["a", "c"])[0]?.at).toBe(2);
    expect(index.rank(["z"])).toEqual([]);
  });
});
