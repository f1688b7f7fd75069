import { describe, expect, it } from "vitest";
import { sayAmount as sayOnDesk, sayWith } from "../../kiosk/desk/src/words.ts";
import type { AmountRule, Language, Unit } from "../../src/engine/knowledge/types.ts";
import { sayAmount } from "../../src/engine/speech/words.ts";
import { knowledge, UNITS, voiceOf } from "../speech/voice.ts";

/** How every sum of the knowledge is put into words, by the engine for all faces and by the desk for its report. */
const WRITTEN: readonly Language[] = ["zh-Hans", "zh-Hant", "en"];

interface Worded {
  readonly at: string;
  readonly language: Language;
  readonly amount: AmountRule;
  readonly text: string;
}

const rules = knowledge.bundle.benefits.flatMap((benefit) =>
  benefit.provisions.flatMap((provision) =>
    provision.amounts.map((amount) => ({ at: `${benefit.id}/${provision.id}`, amount })),
  ),
);

/** The sum alone, without what it is for, whose words may speak of other sums. */
const bare = (amount: AmountRule): AmountRule => ({ ...amount, label: null });

const worded: readonly Worded[] = rules.flatMap(({ at, amount }) =>
  WRITTEN.flatMap((language) => [
    { at, language, amount, text: sayAmount(voiceOf(language), bare(amount)) },
    {
      at: `${at} on the desk`,
      language,
      amount,
      text: sayOnDesk({ ...amount, label: null }, sayWith(knowledge.bundle.phrases[language])),
    },
  ]),
);

const PERIODS: Readonly<Record<Unit, readonly [RegExp, RegExp]>> = {
  "yuan/month": [/每月/, /a month/],
  "yuan/year": [/每年/, /a year/],
  "yuan/day": [/每天/, /a day/],
  "yuan/meal": [/每餐/, /a meal/],
  "yuan/once": [/一次/, /once/],
  "yuan/bed": [/每[张張]床/, /a bed/],
  percent: [/%|百分之/, /%|percent/],
  "days/year": [/每年.*天/, /days a year/],
  "times/month": [/每月.*次/, /times a month/],
};
const RHYTHMS = [
  /每月|a month/,
  /每年|a year/,
  /每天|a day\b/,
  /每餐|a meal/,
  /一次|once/,
  /每[张張]床|a bed\b/,
];

function offending(concerns: (one: Worded) => boolean, isRight: (one: Worded) => boolean): readonly string[] {
  const concerned = worded.filter(concerns);
  expect(concerned.length).toBeGreaterThan(0);
  return concerned.filter((one) => !isRight(one)).map((one) => `${one.at}: ${one.text}`);
}

describe("every sum of the knowledge, in every language and face", () => {
  const atLeast = /不低于|不低於|不少于|不少於|至少|at least/;
  const upTo = /最多|最高|不超过|不超過|up to/;

  it("is there to be said", () => {
    expect(rules.length).toBeGreaterThan(80);
    expect(worded.filter(({ amount, text }) => !text.includes(String(amount.value)))).toEqual([]);
  });

  it("that is a minimum says so", () => {
    expect(
      offending(
        ({ amount }) => amount.bound === "at-least",
        ({ text }) => atLeast.test(text),
      ),
    ).toEqual([]);
  });

  it("that is a maximum says so", () => {
    expect(
      offending(
        ({ amount }) => amount.bound === "up-to",
        ({ text }) => upTo.test(text),
      ),
    ).toEqual([]);
  });

  it("that is exact says neither", () => {
    const isPlain = ({ text }: Worded) => !atLeast.test(text) && !upTo.test(text);
    expect(offending(({ amount }) => amount.bound === "exact", isPlain)).toEqual([]);
  });

  it("says its own rhythm", () => {
    const saysIt = ({ amount, language, text }: Worded) => {
      const [chinese, english] = PERIODS[amount.unit];
      return (language === "en" ? english : chinese).test(text);
    };
    expect(offending(() => true, saysIt)).toEqual([]);
  });

  it("says no other rhythm", () => {
    const rhythms = ({ text }: Worded) => RHYTHMS.filter((rhythm) => rhythm.test(text)).length;
    expect(
      offending(
        ({ amount }) => amount.unit !== "percent",
        (one) => rhythms(one) === 1,
      ),
    ).toEqual([]);
  });

  it("that goes to an organisation or an insurer says that the person does not get it", () => {
    const saysSo = ({ text }: Worded) =>
      /不发到个人手里|不發到個人手裏|不發到個人手裡|not to the person/.test(text);
    expect(offending(({ amount }) => amount.goesTo !== "person", saysSo)).toEqual([]);
    const isMoney = ({ amount }: Worded) => amount.goesTo === "person" && amount.unit.startsWith("yuan");
    expect(offending(isMoney, (one) => !saysSo(one))).toEqual([]);
  });

  it("has words for every unit, used today or not", () => {
    expect(Object.keys(PERIODS).sort()).toEqual([...UNITS].sort());
  });
});

describe("what a sum is for", () => {
  it("never speaks of another rhythm than the sum’s", () => {
    const labelled = rules.filter(({ amount }) => amount.label !== null);
    expect(labelled.length).toBeGreaterThan(40);
    const wrong = labelled.filter(({ amount }) =>
      RHYTHMS.some(
        (rhythm) =>
          rhythm.test(amount.label?.["zh-Hans"] ?? "") &&
          !rhythm.test(sayAmount(voiceOf("zh-Hans"), bare(amount))),
      ),
    );
    expect(wrong.map(({ at }) => at)).toEqual([]);
  });
});
