import { beforeAll, describe, expect, it } from "vitest";
import { openedFrom } from "../../kiosk/web/background/opened.ts";
import { TEXT_PER_PAGE, textCost } from "../../kiosk/web/reply/budget.ts";
import { compose } from "../../kiosk/web/reply/compose.ts";
import { textOf } from "../../kiosk/web/reply/paginate.ts";
import type { BlockContext, Section } from "../../kiosk/web/reply/section.ts";
import { wordsOf } from "../../kiosk/web/words/words.ts";
import {
  type Bundle,
  createEngine,
  type Engine,
  type Language,
  type Reply,
  type State,
} from "../../src/engine/index.ts";
import { ownKnowledge } from "./kiosk-server.ts";

let bundle: Bundle;
let engine: Engine;
const NOW = "2026-11-22T10:00:00+08:00";

beforeAll(async () => {
  bundle = await ownKnowledge();
  engine = createEngine(bundle);
}, 120_000);

describe("No part of an answer is more than one page may hold, in any language:", () => {
  for (const language of ["zh-Hans", "en"] as const) {
    it(`every benefit, topic and place, in ${language}`, () => {
      const ids = [
        ...bundle.benefits.map(({ id }) => `benefit:${id}`),
        ...bundle.benefits.map(({ id }) => `howto:${id}`),
        ...bundle.topics.map(({ id }) => `topic:${id}`),
        ...bundle.facilityTypes.map(({ id }) => `intent:facility_nearest:${id}`),
      ];
      expect(ids.flatMap((id) => tooLong(answer(language, [id]), language))).toEqual([]);
    }, 120_000);

    it(`all that a known person may get, in ${language}`, () => {
      const known = ["intent:entitlements", "fact:age=82", "fact:hukou=350582", "fact:residence=350582"];
      const state = stateAfter(language, known);
      const found = bundle.benefits.flatMap(({ id }) =>
        tooLong(answer(language, [`benefit:${id}`], state), language),
      );
      expect(found).toEqual([]);
    }, 120_000);
  }
});

it("A benefit's first pieces are verdict, sum, where to go and what to bring, its source the last", () => {
  const [section] = sectionsOf(
    answer("zh-Hans", [
      "intent:entitlements",
      "fact:age=82",
      "fact:hukou=350582",
      "fact:residence=350582",
      "benefit:purchased-home-care",
    ]),
    "zh-Hans",
  );
  const texts = section?.pieces.map(textOf) ?? [];
  expect(texts[0]).toBe("条件对得上，先确认再办");
  expect(texts.slice(1, 4).map((text) => text.split("：")[0])).toEqual(["多少", "去哪里", "带什么"]);
  expect(texts.findIndex((text) => text.startsWith("依据"))).toBeGreaterThan(texts.length / 2);
});

function answer(language: Language, ids: readonly string[], from: State | null = null): Reply {
  const context = { now: NOW, language, site: "example-anhai" };
  let state = from;
  let reply: Reply = { blocks: [], text: "" };
  for (const id of ids) ({ state, reply } = engine.turn(state, { kind: "choice", id }, context));
  return reply;
}

function stateAfter(language: Language, ids: readonly string[]): State | null {
  const context = { now: NOW, language, site: "example-anhai" };
  return ids.reduce<State | null>(
    (state, id) => engine.turn(state, { kind: "choice", id }, context).state,
    null,
  );
}

function sectionsOf(reply: Reply, language: Language): readonly Section[] {
  const opened = openedFrom(bundle);
  const nothing = (): void => {};
  const context: BlockContext = {
    words: wordsOf(language, opened.words[language], {}),
    opened,
    site: opened.sites[0] ?? null,
    language,
    entry: { digits: "", text: "", county: null, way: null, strokes: [], letters: "" },
    listsBenefits: false,
    ...{
      send: nothing,
      write: nothing,
      enter: nothing,
      openCounty: nothing,
      jump: nothing,
      listen: null,
      readsAloud: false,
      takeAway: null,
      handOver: null,
    },
  };
  return compose(reply, context);
}

function tooLong(reply: Reply, language: Language): readonly string[] {
  return sectionsOf(reply, language)
    .flatMap(({ pieces }) => pieces)
    .map(textOf)
    .filter((text) => textCost(text) > TEXT_PER_PAGE);
}
