import { describe, expect, it } from "vitest";
import type { ConfirmReason } from "../../src/engine/eligibility/types.ts";
import { sourceOf } from "../../src/engine/knowledge/index.ts";
import type { Period } from "../../src/engine/knowledge/types.ts";
import { sayConfirm } from "../../src/engine/speech/reasons.ts";
import { sayPeriod, saySource, sources } from "../../src/engine/speech/sources.ts";
import { decision, provision, small } from "./cases.ts";
import { voiceOf } from "./voice.ts";

const zh = voiceOf("zh-Hans", small);
const en = voiceOf("en", small);
const TODAY = "2026-11-22";

describe("a source", () => {
  const cited = (document: string) => sourceOf(small, { document, clause: "第五条" });

  it.each([
    ["city", "《养老服务条例》泉政〔2020〕1号 第五条（2020年1月1日发布；2026年1月1日核对）"],
    ["bare", "《没有文号的办法》第五条（没有写日期；2026年1月1日核对）"],
    ["page", "《网页》（2020年1月1日发布；2026年1月1日核对）"],
    ["undated", "《旧闻》（没有写日期；2026年1月1日核对）"],
  ])("%s is %s", (document, said) => {
    expect(saySource(zh, cited(document))).toBe(said);
  });

  it("in English has the same parts", () => {
    expect(saySource(en, cited("city"))).toBe(
      "“养老服务条例” 泉政〔2020〕1号 第五条 (issued 1 January 2020; checked 1 January 2026)",
    );
    expect(saySource(en, cited("bare"))).toBe("“没有文号的办法” 第五条 (undated; checked 1 January 2026)");
  });

  it("is given once for each clause, in the order cited", () => {
    const citations = [
      { document: "page", clause: "全文" },
      { document: "city", clause: "一" },
      { document: "page", clause: "全文" },
      { document: "city", clause: "二" },
    ];
    expect(sources(zh, citations).map(({ document, clause }) => `${document} ${clause}`)).toEqual([
      "page 全文",
      "city 一",
      "city 二",
    ]);
  });
});

describe("a period", () => {
  const period = (from: string | null, to: string | null, basis: Period["basis"] = "stated"): Period => ({
    from,
    to,
    basis,
  });

  it.each([
    [
      period("2021-01-01", "2030-12-31"),
      "2021年1月1日到2030年12月31日",
      "1 January 2021 to 31 December 2030",
    ],
    [
      period("2021-01-01", "2025-12-31"),
      "2021年1月1日到2025年12月31日，已到期；没有查到新文件，也没有查到取消",
      "now over",
    ],
    [
      period(null, "2025-12-31"),
      "到2025年12月31日为止，已到期；没有查到新文件，也没有查到取消",
      "until 31 December 2025, now over; neither a successor nor a repeal was found",
    ],
    [period(null, TODAY), "到2026年11月22日为止", "until 22 November 2026"],
    [period("2021-01-01", null), "从2021年1月1日起", "since 1 January 2021"],
    [period("2013-07-01", null, "standing"), "长期有效的规定", "A standing rule"],
    [period("2021-01-01", "2025-12-31", "none"), "文件没有写期限", "no period"],
    [period(null, null), "文件没有写期限", "no period"],
  ])("%j is %s", (given, chinese, english) => {
    expect(sayPeriod(zh, given, TODAY)).toBe(chinese);
    expect(sayPeriod(en, given, TODAY)).toContain(english);
  });
});

describe("why it must be confirmed", () => {
  const REASONS: readonly ConfirmReason[] = [
    "ended",
    "undated",
    "weak-force",
    "assessed",
    "news-source",
    "residence-differs",
  ];

  it.each(REASONS)("by %s names the office to ask, in both languages", (reason) => {
    const rule = provision(
      "p",
      "350582",
      { belongs: "350582" },
      {
        period: { from: "2021-01-01", to: "2025-12-31", basis: "stated" },
        sources: [{ document: "news", clause: "全文" }],
      },
    );
    for (const voice of [zh, en]) {
      const [said, ...more] = sayConfirm(voice, decision({ provision: rule, confirm: [reason] }), "村委会");
      expect(said).toContain("村委会");
      expect(said).not.toMatch(/\{\{|confirm\./);
      expect(more).toEqual([]);
    }
  });

  it("by an end says the day and neither “cancelled” nor “still on”", () => {
    const rule = provision(
      "p",
      "350582",
      { belongs: "350582" },
      {
        period: { from: null, to: "2025-12-31", basis: "stated" },
      },
    );
    expect(sayConfirm(zh, decision({ provision: rule, confirm: ["ended"] }), "村委会")).toEqual([
      "这份文件写到2025年12月31日为止。没有查到新文件，也没有查到取消。现在还办不办，请先问村委会。",
    ]);
  });

  it("by news says how old it is, and not also that it has no period", () => {
    const news = (document: string) =>
      decision({
        provision: provision(
          "p",
          "350582",
          { belongs: "350582" },
          { sources: [{ document, clause: "全文" }] },
        ),
        confirm: ["undated", "news-source"],
      });
    expect(sayConfirm(zh, news("news"), "村委会")).toEqual([
      "这一条来自2025年3月1日的新闻，可能已经变了。请先问村委会。",
    ]);
    expect(sayConfirm(zh, news("undated"), "村委会")).toEqual(["这一条来自没有日期的报道。请先问村委会。"]);
  });

  it("is silent where nothing must be confirmed", () => {
    expect(sayConfirm(zh, decision(), "村委会")).toEqual([]);
  });
});
