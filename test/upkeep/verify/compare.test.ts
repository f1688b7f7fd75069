import { describe, expect, test } from "vitest";
import type { OutlineClause, PolicyDocument } from "../../../src/engine/knowledge/types.ts";
import { compare } from "../../../src/upkeep/verify/compare.ts";
import { words } from "../../host/sample.ts";

const DOCUMENT: PolicyDocument = {
  id: "garden-plan",
  title: "花园计划（2022-2025年）",
  number: "示政办〔2022〕3号",
  ...{ issuer: null, issued: null, jurisdiction: "350500", kind: "policy", url: null },
  ...{ checked: "2026-11-01", linkChecked: null, relations: [] },
  period: { from: null, to: null, basis: "none" },
};

function clause(name: string, heading: string, ...figures: number[]): OutlineClause {
  const says = figures.length === 0 ? [] : [{ what: words("x"), figures, by: ["garden"], none: null }];
  return { clause: name, heading, about: words(heading), says };
}

const TITLE = "示政办〔2022〕3号\n花园计划（2022—2025年）\n";
const TEXT = `${TITLE}
一、目标
三年内种树 40 棵。
二、任务
（一）种树
1.种小树。每村5棵，用的是大树的苗。
2.种大
树。每村 2 棵。
附件
花园清单
序号 名称 内容
1
小树苗
每棵3元
2
大树苗
每棵 9 元
`;
const CLAUSES = [
  clause("一", "目标", 40),
  clause("二", "任务"),
  clause("二（一）", "种树"),
  clause("二（一）1", "种小树", 5),
  clause("二（一）2", "种大树", 2),
  clause("附件", "花园清单"),
  clause("附件·1", "小树苗", 3),
  clause("附件·2", "大树苗", 9),
];

function differences(clauses: readonly OutlineClause[], text = TEXT, document = DOCUMENT): readonly string[] {
  return compare(document, clauses, text).map(({ clause, message }) => `${clause?.clause ?? "-"} ${message}`);
}

/** The outline with one clause changed. */
function changed(name: string, heading: string, ...figures: number[]): readonly OutlineClause[] {
  return CLAUSES.map((one) => (one.clause === name ? clause(name, heading, ...figures) : one));
}

describe("an outline and its text", () => {
  test("agree when every quantity is a figure and every figure is in the text", () => {
    expect(differences(CLAUSES)).toEqual([]);
  });

  test.each([
    ["lines end with CR and LF", TEXT.replace(/\n/gu, "\r\n")],
    ["headings are marked as in Markdown", TEXT.replace(/^（一）种树$/mu, "### **（一）种树**")],
    ["the table has bars", TEXT.replace("1\n小树苗\n每棵3元", "| 1 | 小树苗 | 每棵3元 |")],
    ["every character stands on a line of its own", TEXT.replace("大树苗\n每", "大\n\n树\n\n苗\n\n每")],
  ])("agree also when %s", (_, text) => {
    expect(text).not.toBe(TEXT);
    expect(differences(CLAUSES, text)).toEqual([]);
  });

  test("agree when a heading is written with its number", () => {
    expect(differences(changed("附件·2", "2大树苗", 9))).toEqual([]);
    expect(differences(changed("二（一）2", "2.种大树", 2))).toEqual([]);
  });

  test("agree on the years of the title in every clause", () => {
    expect(differences(changed("一", "目标", 40, 2022, 2025))).toEqual([]);
  });
});

describe("a difference names the clause and", () => {
  test("the quantity that no statement has", () => {
    expect(differences(changed("二（一）1", "种小树"))).toEqual([
      "二（一）1 the text has 5, which no statement of the clause has; write it into `figures` of the one that says it",
    ]);
  });

  test("the figure that the clause's text does not have, be it in another clause", () => {
    expect(differences(changed("二（一）2", "种大树", 2, 9))).toEqual([
      "二（一）2 the text of the clause does not have the figure 9; write the figure of the text, or take it out",
    ]);
  });

  test("the heading that the text does not contain", () => {
    expect(differences(changed("附件", "花卉清单"))).toEqual([
      "附件 the text does not contain the heading `花卉清单`; write the first words of the clause as the text has them",
    ]);
  });

  test("the heading that stands before an earlier clause", () => {
    const [first, ...others] = CLAUSES;
    const turned = first ? [...others, first] : [];
    expect(differences(turned)).toContain(
      "一 the heading `目标` stands elsewhere in the text, before a clause that comes earlier here; write the clauses in the order of the text",
    );
  });

  test("the numbered part of the text that is no clause", () => {
    const without = changed("二（一）1", "种小树", 5, 2).filter((one) => one.clause !== "二（一）2");
    expect(differences(without)).toEqual([
      "二（一）1 the part `2.种大树。每村2棵。附` of the text is no clause here; write one for it",
    ]);
  });

  test("no part of a list of attachments", () => {
    const listed = TEXT.replace("附件\n花园清单", "附件：1. 花园清单\n\n2. 花园名单\n\n附件\n花园清单");
    expect(differences(CLAUSES, listed)).toEqual([]);
  });
});

describe("a difference of the whole document names", () => {
  test("the title and the number that the text does not contain", () => {
    const other = { ...DOCUMENT, title: "公园计划", number: "示政办〔2022〕4号" };
    expect(differences(CLAUSES, TEXT, other)).toEqual([
      "- the text does not contain the title `公园计划`; write it in knowledge/documents as the text has it",
      "- the text does not contain the number `示政办〔2022〕4号`; write it in knowledge/documents as the text has it",
    ]);
  });

  test("a quantity before the first clause", () => {
    expect(differences(CLAUSES, TEXT.replace("一、目标", "共7个村。\n一、目标"))).toEqual([
      "- the text before the first clause has 7; write a clause for it",
    ]);
  });
});

test("an empty text and an outline of thousands of equal headings are compared in good time", () => {
  const many = Array.from({ length: 1000 }, (_, index) => clause(`一${index}`, "种"));
  expect(differences(many, "").length).toBe(1002);
  expect(differences(many, "种树".repeat(5000)).length).toBeGreaterThan(0);
}, 5_000);
