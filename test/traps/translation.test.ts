import { describe, expect, it } from "vitest";
import type { LocalText } from "../../src/engine/knowledge/types.ts";
import { realBundle } from "../real-bundle.ts";
import { differing, digitsOf, numbersOf } from "./numbers.ts";

/** Every text of the knowledge with the place where it stands, e.g. `benefits/old-age-allowance/provisions/jinjiang-2012/note`. */
function localTexts(
  value: unknown,
  at: string,
): readonly { readonly at: string; readonly text: LocalText }[] {
  if (value === null || typeof value !== "object") return [];
  if (isLocalText(value)) return [{ at, text: value }];
  return Object.entries(value).flatMap(([key, part]: [string, unknown]) => {
    const id = part !== null && typeof part === "object" && "id" in part ? String(part.id) : key;
    return localTexts(part, `${at}/${id}`);
  });
}

function isLocalText(value: object): value is LocalText {
  return "zh-Hans" in value && "en" in value && typeof value.en === "string";
}

describe("numbers of a text", () => {
  it.each([
    ["每月不低于20元", [20]],
    ["补2万元，5.6 万张，1,500张", [20_000, 56_000, 1500]],
    ["按0.66%", [0.66]],
    ["没有写多少", []],
  ])("%s: in digits %j", (text, numbers) => {
    expect(digitsOf(text)).toEqual(numbers);
  });

  it.each([
    ["每年一次", 1],
    ["每千名老人", 1000],
    ["每万人", 10_000],
    ["十五分钟", 15],
    ["半价", 50],
    ["from sixty on", 60],
    ["in March", 3],
  ])("%s: %d in words", (text, number) => {
    expect(numbersOf(text)).toContain(number);
  });

  it("differ when one language tells another sum, and not when it only leaves out a year", () => {
    expect(differing("每月300元", "200 yuan a month")).toEqual([300, 200]);
    expect(differing("2021年的方案", "this plan")).toEqual([]);
    expect(differing("到2024年", "by 2025")).toEqual([2024, 2025]);
  });
});

describe("every text of the knowledge", () => {
  const { phrases: _, vocabulary: __, intentModel: ___, ...told } = realBundle();
  const texts = localTexts(told, "");

  it("tells the same numbers in Chinese and in English", () => {
    expect(texts.length).toBeGreaterThan(2500);
    const wrong = texts.flatMap(({ at, text }) => {
      const numbers = differing(text["zh-Hans"], text.en);
      return numbers.length === 0
        ? []
        : [`${at}: ${numbers.join(", ")} in “${text["zh-Hans"]}” / “${text.en}”`];
    });
    expect(wrong).toEqual([]);
  });

  it("tells the same numbers in traditional characters", () => {
    const wrong = texts.filter(
      ({ text }) =>
        JSON.stringify(digitsOf(text["zh-Hans"])) !==
        JSON.stringify(digitsOf(text["zh-Hant"].replaceAll("萬", "万"))),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });
});
