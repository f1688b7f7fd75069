import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { numbersOf } from "../../../src/upkeep/verify/quantities.ts";
import { readSource } from "../../../src/upkeep/verify/text.ts";

const numbersIn = (text: string) => numbersOf(readSource(text).text);
const quantitiesIn = (text: string) => numbersIn(text).quantities;

describe("the quantities of a text", () => {
  test.each([
    ["are its numbers in digits", "每桌坐8人，收12.5元，占60%", [8, 12.5, 60]],
    ["are counted in full where 万 stands behind them", "共5.6 万张、3万人次", [56000, 30000]],
    ["are read across a broken line", "奖补100\n\n万元", [1000000]],
    ["are both ends of a range", "每年10-15个，每村1～2名", [10, 15, 1, 2]],
    ["are both in ten thousands when a range ends so", "约5-6万人", [50000, 60000]],
    ["are told without their sign", "目标≥75，另有>95", [75, 95]],
    ["may be written full width", "每月３０元", [30]],
    ["may have thousands commas, but not full-width ones", "20,000元，30，40", [20000, 30, 40]],
    ["are told once", "每月20元，不低于20元", [20]],
    ["stand apart in the cells of a table", "7 占比（%） 93.5 95", [7, 93.5, 95]],
    ["may follow a word that ends like a table's name", "代表5名，文件3份", [5, 3]],
  ])("%s", (_, text, quantities) => {
    expect(quantitiesIn(text)).toEqual(quantities);
  });
});

describe("no quantity", () => {
  test.each([
    ["is a year", "2022年起，到2025 年，2020年\n基值"],
    ["is a period of years", "（2022-2025年）、2022—2024年、2023年、2024年"],
    ["is a year in a list that ends with 年", "2023、2024、2025年"],
    ["is a day or a time", "3月9日，12 月 20 日，2022-01-05 17:41，8月底"],
    ["is a document's number", "示政办〔2021〕56 号，(2021)4号"],
    ["is the number of an item", "1.建食堂。2.办学校。\n3、修路\n（4）种树\n10. 栽花"],
    ["is the number of an attachment or a table", "附件1、附件 2-1，表 1"],
    ["is the number of a page", "种花\n— 12 —\n种树"],
    ["is a footnote's mark", "长者食堂①和日托²，见[3]"],
    ["is the number of a row", "1 种花 甲\n2 种树 乙\n3\n养鱼\n4 喂鸟"],
    ["is part of a name", "“1+N”网络，5G，GB/T 35796"],
    ["is the number of a meeting", "第12次会议"],
    ["is written in Chinese characters", "三厅九室，二十个，十四五"],
  ])("%s", (_, text) => {
    expect(quantitiesIn(text)).toEqual([]);
  });

  test("is missed because a line happens to begin with it", () => {
    expect(quantitiesIn("每桌不少于\n20 元，设\n1 个点、\n2 张床")).toEqual([20, 1, 2]);
  });
});

describe("other numbers", () => {
  test.each([
    ["a year", "到2024年全覆盖", 2024],
    ["a number in Chinese characters", "百岁老人", 100],
    ["a longer one", "一万五千人", 15000],
    ["part of one", "三厅九室", 9],
    ["the number of a network", "“1+N”网络", 1],
  ])("%s may be a figure and need not", (_, text, number) => {
    expect(numbersIn(text).quantities).not.toContain(number);
    expect(numbersIn(text).others).toContain(number);
  });
});

test("any text is read without a crash, into numbers of zero or more", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      for (const quantity of quantitiesIn(text)) expect(quantity).toBeGreaterThanOrEqual(0);
    }),
  );
});

test("a quantity is found wherever it stands between Chinese words", () => {
  const words = fc.stringMatching(/^[老人食堂服务建设]{1,6}$/u);
  fc.assert(
    fc.property(words, fc.integer({ min: 10, max: 999 }), words, (before, quantity, after) => {
      expect(quantitiesIn(`${before}${quantity}元${after}`)).toEqual([quantity]);
    }),
  );
});
