import { describe, expect, it } from "vitest";
import { LANGUAGES } from "../../src/engine/index.ts";
import type { Language, Unit } from "../../src/engine/knowledge/types.ts";
import { sayAmount } from "../../src/engine/speech/words.ts";
import { amount, BOUNDS, knowledge, RECEIVERS, UNITS, voiceOf } from "./voice.ts";

const every = LANGUAGES.flatMap((language) => UNITS.map((unit) => [language, unit] as const));

/** The words of a rhythm; an amount of one must not have the words of another. */
const RHYTHMS: Readonly<Record<Language, Readonly<Record<string, RegExp>>>> = {
  "zh-Hans": { month: /月/, year: /年/, day: /每天/, meal: /餐/ },
  "zh-Hant": { month: /月/, year: /年/, day: /每天/, meal: /餐/ },
  en: { month: /a month/, year: /a year/, day: /a day/, meal: /a meal/ },
};

const AT_LEAST = { "zh-Hans": /不低于|不少于/, "zh-Hant": /不低於|不少於/, en: /at least/ } as const;
const UP_TO = { "zh-Hans": /最多/, "zh-Hant": /最多/, en: /up to/ } as const;
const NOT_TO_PERSON = {
  "zh-Hans": /不发到个人手里/,
  "zh-Hant": /不發到個人手裡/,
  en: /not to the person/,
} as const;

function isMoney(unit: Unit): boolean {
  return unit.startsWith("yuan") || unit === "percent";
}

describe.each(every)("an amount in %s by %s", (language, unit) => {
  const voice = voiceOf(language);

  it.each(BOUNDS)("with the bound %s has a phrase of its own, with the value", (bound) => {
    const key = `amount.${bound}.${unit}`;
    expect(knowledge.bundle.phrases[language][key]).toContain("{{value}}");
    expect(sayAmount(voice, amount({ unit, bound, value: 1234 }))).toContain("1234");
  });

  it("says “at least” and “up to” always, and never for an exact one", () => {
    const said = (bound: "at-least" | "exact" | "up-to") => sayAmount(voice, amount({ unit, bound }));
    expect(said("at-least")).toMatch(AT_LEAST[language]);
    expect(said("up-to")).toMatch(UP_TO[language]);
    expect(said("exact")).not.toMatch(AT_LEAST[language]);
    expect(said("exact")).not.toMatch(UP_TO[language]);
  });

  it("says its own rhythm and no other", () => {
    const rhythm = unit.split("/")[1] ?? "none";
    for (const bound of BOUNDS) {
      const said = sayAmount(voice, amount({ unit, bound }));
      const heard = Object.keys(RHYTHMS[language]).filter((name) => RHYTHMS[language][name]?.test(said));
      expect(heard).toEqual(rhythm in RHYTHMS[language] ? [rhythm] : []);
    }
  });

  it("tells who is paid, whenever it is money", () => {
    for (const goesTo of RECEIVERS) {
      const said = sayAmount(voice, amount({ unit, goesTo }));
      const denied = NOT_TO_PERSON[language].test(said);
      expect(denied).toBe(isMoney(unit) && goesTo !== "person");
    }
  });
});

describe("an amount", () => {
  it("is one sentence with its bound and receiver", () => {
    expect(sayAmount(voiceOf("zh-Hans"), amount())).toBe("每月不低于20元，发给老人本人");
    expect(sayAmount(voiceOf("en"), amount({ goesTo: "insurer", unit: "yuan/year", bound: "exact" }))).toBe(
      "20 yuan a year, paid to the insurer, not to the person",
    );
  });

  it("has its label first", () => {
    const label = { "zh-Hans": "慰问金", "zh-Hant": "慰問金", en: "Gift" };
    expect(sayAmount(voiceOf("zh-Hant"), amount({ label, bound: "exact" }))).toMatch(/^慰問金：每月20元/);
    expect(sayAmount(voiceOf("en"), amount({ label, bound: "exact" }))).toMatch(/^Gift: 20 yuan a month/);
  });

  it("of visits or days has no receiver", () => {
    expect(sayAmount(voiceOf("zh-Hans"), amount({ unit: "times/month", bound: "exact", value: 2 }))).toBe(
      "每月2次",
    );
    expect(sayAmount(voiceOf("en"), amount({ unit: "days/year", bound: "up-to", value: 10 }))).toBe(
      "up to 10 days a year",
    );
  });

  it("of the real knowledge leaves no gap unfilled in any language", () => {
    const rules = knowledge.bundle.benefits.flatMap(({ provisions }) =>
      provisions.flatMap(({ amounts }) => amounts),
    );
    const said = LANGUAGES.flatMap((language) => rules.map((rule) => sayAmount(voiceOf(language), rule)));
    expect(said.length).toBeGreaterThan(100);
    expect(said.filter((text) => /\{\{|undefined|amount\./.test(text))).toEqual([]);
  });
});
