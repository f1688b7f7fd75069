import { describe, expect, it } from "vitest";
import type { Bundle, LocalText } from "../../src/engine/knowledge/types.ts";
import { realBundle } from "../real-bundle.ts";
import {
  CARD,
  entries,
  hanzi,
  type Shown,
  sentences,
  tooLong,
  tooLongOnAverage,
  withoutCitations,
} from "./sentences.ts";

/** Every sentence of the knowledge that elders are shown is short enough to be taken in at one reading. */
const bundle = realBundle();

function shown(kind: string, at: string, texts: readonly (LocalText | string | null)[]): readonly Shown[] {
  return texts.flatMap((text) => {
    const chinese = text === null || typeof text === "string" ? text : text["zh-Hans"];
    return chinese === null || hanzi(chinese) === 0 ? [] : [{ kind, at, text: chinese }];
  });
}

function ofTopics({ topics }: Bundle): readonly Shown[] {
  return topics.flatMap(({ id, name, answers }) => [
    ...shown("topics/name", id, [name]),
    ...answers.flatMap(({ jurisdiction, text }) => shown("topics/text", `${id}/${jurisdiction}`, [text])),
  ]);
}

function ofBenefits({ benefits }: Bundle): readonly Shown[] {
  return benefits.flatMap(({ id, name, summary, apply, provisions }) => [
    ...shown("benefits/name", id, [name]),
    ...shown("benefits/summary", id, [summary]),
    ...shown("benefits/steps", id, [apply.steps]),
    ...shown("benefits/bring", id, apply.bring),
    ...provisions.flatMap((provision) => {
      const at = `${id}/${provision.id}`;
      return [
        ...shown("benefits/note", at, [provision.note]),
        ...shown("benefits/gaps", at, provision.gaps),
        ...shown("benefits/self-check", at, provision.selfCheck),
        ...shown(
          "benefits/label",
          at,
          provision.amounts.map(({ label }) => label),
        ),
      ];
    }),
  ]);
}

function ofFacilities({ facilities, facilityTypes }: Bundle): readonly Shown[] {
  return [
    ...facilityTypes.flatMap(({ id, name, summary }) => shown("facility-types", id, [name, summary])),
    ...facilities.flatMap(({ id, name, note, hours, prices, address }) =>
      shown("facilities", id, [name, note, hours, prices, address]),
    ),
  ];
}

function ofOffices({ offices }: Bundle): readonly Shown[] {
  return offices.flatMap(({ id, name, matter, hours, address }) =>
    shown("offices", id, [name, matter, hours, address]),
  );
}

function ofQuestions({ facts }: Bundle): readonly Shown[] {
  return facts.flatMap(({ id, question, why, choices, because }) => [
    ...shown("questions", id, [question.elder, question.family, why]),
    ...shown(
      "answers",
      id,
      choices.map(({ text }) => text),
    ),
    ...shown("reasons", id, Object.values(because)),
  ]);
}

const told: readonly Shown[] = [ofTopics, ofBenefits, ofFacilities, ofOffices, ofQuestions].flatMap((of) =>
  of(bundle),
);

describe("counting", () => {
  it.each([
    ["每月300元。", 3, 1],
    ["先问村（居）委会；问不清，打12345！", 10, 2],
    ["没有句号", 4, 1],
    ["12345。", 0, 0],
  ])("%s: %d Hanzi in %d sentences", (text, length, count) => {
    expect(hanzi(text)).toBe(length);
    expect(sentences(text)).toHaveLength(count);
  });

  it("takes a list entry by entry, and leaves citations to the source line", () => {
    expect(entries("身份证、户口本")).toEqual(["身份证、", "户口本"]);
    expect(
      withoutCitations(
        "补5000元。《方案》泉政办〔2021〕56号 二（二）4（2021年12月20日发布；2026年11月22日核对）",
      ),
    ).toBe("补5000元。");
  });

  it("finds a long sentence and a kind that is long on the whole", () => {
    const long: Shown = { kind: "topics/text", at: "somewhere", text: `${"长".repeat(29)}。短。` };
    expect(tooLong([long])).toEqual([`29 topics/text somewhere: ${"长".repeat(29)}。`]);
    expect(tooLongOnAverage([{ ...long, text: "长".repeat(19) }])).toEqual(["topics/text: 19.0"]);
    expect(tooLongOnAverage([long])).toEqual([]);
  });
});

describe("the sentences of the knowledge", () => {
  it("are all there: topics, benefits, facilities, offices, questions", () => {
    expect(told.filter(({ kind }) => kind === "topics/text").length).toBeGreaterThan(300);
    expect(new Set(told.map(({ kind }) => kind)).size).toBe(16);
    expect(told.flatMap(({ text }) => sentences(text)).length).toBeGreaterThan(2500);
  });

  it("have no more than 28 Hanzi each", () => {
    expect(tooLong(told)).toEqual([]);
  });

  it("have no more than 18 Hanzi on average, in every kind and in all", () => {
    expect(tooLongOnAverage(told)).toEqual([]);
    expect(tooLongOnAverage(told.map((one) => ({ ...one, kind: "all" })))).toEqual([]);
  });

  it("fill no more than one card, 80 Hanzi, with what a topic says of one place", () => {
    const full = told.filter(({ kind, text }) => kind === "topics/text" && hanzi(text) > CARD);
    expect(full.map(({ at, text }) => `${hanzi(text)} ${at}`)).toEqual([]);
  });

  it("are whole sentences where there are several: the last one ends, too", () => {
    const whole = told.filter(({ kind }) =>
      /^(topics\/text|benefits\/(summary|note|steps|gaps))$/u.test(kind),
    );
    const open = whole.filter(({ text }) => sentences(text).length > 1 && !/[。！？]$/u.test(text));
    expect(open.map(({ kind, at }) => `${kind} ${at}`)).toEqual([]);
  });
});

describe("the phrases", () => {
  const longest = (names: readonly string[]): string =>
    names.reduce((one, other) => (hanzi(other) > hanzi(one) ? other : one), "");
  const office = longest(bundle.offices.map(({ name }) => name["zh-Hans"]));
  const places = new Map(bundle.places.map((place) => [place.code, place]));

  /** A place with what it lies in, as it is said: 晋江市安海镇. */
  function fullName(code: string): string {
    const place = places.get(code);
    if (place === undefined) return "";
    const within = place.parent === null || place.level === "county" ? "" : fullName(place.parent);
    return within + place.name["zh-Hans"];
  }

  /** The longest word that can stand for each parameter, where words of the knowledge do. */
  const words: Readonly<Record<string, string>> = {
    office,
    type: longest(bundle.facilityTypes.map(({ name }) => name["zh-Hans"])),
    place: longest([...places.keys()].map(fullName)),
    day: "2025年12月31日",
    from: "2025年12月31日",
    to: "2025年12月31日",
    checked: "2025年12月31日",
  };
  /** Said of a jurisdiction or of another city only, never of a village: covered where they are said. */
  const OF_JURISDICTIONS = /^(reason|scope)\./;

  const filled: readonly Shown[] = Object.entries(bundle.phrases["zh-Hans"]).map(([key, phrase]) => ({
    kind: "phrases",
    at: key,
    text: phrase.replace(/\{\{(\w+)\}\}/gu, (_, name: string) =>
      name === "place" && OF_JURISDICTIONS.test(key) ? fullName("350582") : (words[name] ?? ""),
    ),
  }));

  it("keep the bars with the longest place, kind of place and office filled in", () => {
    expect(filled.length).toBeGreaterThan(500);
    expect(hanzi(office)).toBeGreaterThan(12);
    expect(tooLong(filled)).toEqual([]);
    expect(tooLongOnAverage(filled.filter(({ text }) => hanzi(text) > 0))).toEqual([]);
  });
});
