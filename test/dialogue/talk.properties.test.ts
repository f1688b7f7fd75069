import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { declinedOf, factsOf } from "../../src/engine/dialogue/state.ts";
import { countyOf } from "../../src/engine/knowledge/index.ts";
import { knowledge } from "../speech/voice.ts";
import { engine, type Move, tap, turn } from "./talk.ts";

const MOST_BYTES = 64 * 1024;
const MOST_QUESTIONS = 12;

const { facts, places, benefits, topics, facilityTypes } = engine.bundle;

const factId = fc.constantFrom(...facts).chain((fact) => {
  const values =
    fact.kind === "number"
      ? ["0", "59", "60", "82", "130", "131", "abc"]
      : fact.kind === "place"
        ? ["350500", "350582", "350582101", "350524", "000000"]
        : fact.kind === "boolean"
          ? ["true", "false", "maybe"]
          : [...fact.choices.map(({ value }) => String(value)), "other"];
  return fc.constantFrom(...values, "?").map((value) => `fact:${fact.id}=${value}`);
});

const ours = fc.oneof(
  factId,
  fc.constantFrom(
    "start",
    "back",
    "restart",
    "repeat",
    "skip",
    "slower",
    "larger",
    "human",
    "more",
    "just-answer",
    "why-not",
  ),
  fc
    .constantFrom(
      ...[
        "entitlements",
        "benefit_info",
        "facility_nearest",
        "facility_info",
        "apply_howto",
        "policy_lookup",
      ],
      ...["provider_subsidy", "handoff", "smalltalk", "emergency", "out_of_scope"],
    )
    .map((intent) => `intent:${intent}`),
  fc.constantFrom(...facilityTypes).map(({ id }) => `intent:facility_nearest:${id}`),
  fc.constantFrom(...places.slice(0, 300)).map(({ code }) => `place:${code}`),
  fc.constantFrom(...benefits).chain(({ id }) => fc.constantFrom(`benefit:${id}`, `howto:${id}`)),
  fc.constantFrom(...topics).map(({ id }) => `topic:${id}`),
  fc.constantFrom("self", "mother", "father", "neighbour", "constructor").map((ref) => `about:${ref}`),
  fc.constantFrom("zh-Hans", "zh-Hant", "en", "fr").map((language) => `lang:${language}`),
);

const WORDS = [
  ..."我 妈 爸 爷爷 82岁 七十九 户口 住在 晋江 安溪 安海 官桥镇 台商区 低保 不是 五保 失能 一个人住 残疾 二级".split(
    " ",
  ),
  ..."有什么补贴 高龄津贴 长护险 怎么办 哪里 食堂 养老院 附近 最近 多少钱 如果 呢 那 不清楚 是 没有 谢谢".split(
    " ",
  ),
  ..."摔倒了 着火了 找人 返回 继续 再说一遍 不想说 厦门 股票 補貼 阿公 what benefit canteen Jinjiang 90 old".split(
    " ",
  ),
];

const said = fc.oneof(
  fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 7 }).map((words) => words.join("")),
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ maxLength: 200 }),
  fc.nat({ max: 200 }).map(String),
);

const degrees = fc.oneof(
  fc.record({
    latitude: fc.double({ min: 24.4, max: 25.9 }),
    longitude: fc.double({ min: 117.6, max: 119.1 }),
  }),
  fc.record({ latitude: fc.double(), longitude: fc.double() }),
);

/** Anything that a face may send: offered choices, choices of ours, any string as a choice, texts, positions. */
const anyMove: fc.Arbitrary<Move | { readonly pick: number }> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ pick: fc.nat({ max: 20 }) }) },
  { weight: 3, arbitrary: ours.map(tap) },
  { weight: 1, arbitrary: fc.string({ maxLength: 80 }).map(tap) },
  { weight: 3, arbitrary: said },
  {
    weight: 1,
    arbitrary: degrees.map(({ latitude, longitude }): Move => ({ locate: [latitude, longitude] })),
  },
);

type Taken = ReturnType<typeof turn>;

/** The move made, an offered choice picked by its position. */
function moved(before: Taken | null, move: Move | { readonly pick: number }): Taken {
  if (typeof move === "string" || !("pick" in move)) return turn(before?.state ?? null, move);
  const offered = before?.state.offered ?? [];
  return turn(before?.state ?? null, tap(offered[move.pick % Math.max(1, offered.length)]?.id ?? "start"));
}

function checkReply({ reply }: Taken): void {
  expect(reply.blocks.length).toBeGreaterThan(0);
  for (const block of reply.blocks) {
    const main = "text" in block ? block.text : block.title;
    expect([block.kind, main.trim() === ""]).toEqual([block.kind, false]);
  }
  expect(reply.text).not.toMatch(/\{\{|undefined|\[object/);
}

function checkState({ state }: Taken): void {
  const written = JSON.stringify(state);
  expect(JSON.stringify(JSON.parse(written))).toBe(written);
  expect(written.length).toBeLessThan(MOST_BYTES);
}

/** The reply asks what the turn says it asks; never what is declined or told (a place coarser than a county is not told). */
function checkQuestion(taken: Taken): void {
  const asked = taken.reply.blocks.flatMap((block) =>
    block.kind === "ask" && block.fact ? [block.fact] : [],
  );
  expect(asked).toEqual(taken.asks === null ? [] : [taken.asks]);
  if (taken.asks === null) return;
  const value = factsOf(taken.state)[taken.asks];
  const coarse =
    typeof value === "string" && knowledge.places.has(value) && countyOf(knowledge, value) === null;
  expect([taken.asks, value === undefined || coarse]).toEqual([taken.asks, true]);
  expect(declinedOf(taken.state)).not.toContain(taken.asks);
  expect(taken.state.questionsAsked).toBeLessThanOrEqual(MOST_QUESTIONS);
}

describe("any talk whatever", () => {
  it("never throws, always says something, stays small, and never asks in vain", () => {
    fc.assert(
      fc.property(fc.array(anyMove, { minLength: 1, maxLength: 12 }), (moves) => {
        let taken: Taken | null = null;
        for (const move of moves) {
          taken = moved(taken, move);
          checkReply(taken);
          checkState(taken);
          checkQuestion(taken);
        }
      }),
      { numRuns: 120 },
    );
  });

  it("goes on the same after its state was written down and read again", () => {
    fc.assert(
      fc.property(fc.array(anyMove, { minLength: 1, maxLength: 5 }), ours, (moves, next) => {
        let taken: Taken | null = null;
        for (const move of moves) taken = moved(taken, move);
        const { state } = taken ?? turn(null, "你好");
        const read = JSON.parse(JSON.stringify(state)) as typeof state;
        expect(JSON.stringify(turn(read, tap(next)))).toBe(JSON.stringify(turn(state, tap(next))));
      }),
      { numRuns: 60 },
    );
  });
});

describe("a talk that fills the state on purpose", () => {
  it("stays under 64 KB with every fact of every relative told, twice over, in long words", () => {
    const kin = Object.keys(engine.bundle.vocabulary.concepts).filter((concept) =>
      concept.startsWith("kin:"),
    );
    const told = facts.map((fact) => {
      const value =
        fact.kind === "number"
          ? 82
          : fact.kind === "place"
            ? "350582101201"
            : (fact.choices[0]?.value ?? true);
      return tap(`fact:${fact.id}=${value}`);
    });
    const moves = [...kin, ...kin].flatMap((concept) => [
      tap(concept.replace("kin:", "about:")),
      ...told,
      "我要办高龄津贴".repeat(50),
    ]);
    const largest = { bytes: 0 };
    let state: Taken["state"] | null = null;
    for (const move of moves) {
      state = turn(state, move).state;
      largest.bytes = Math.max(largest.bytes, JSON.stringify(state).length);
    }
    expect(largest.bytes).toBeLessThan(MOST_BYTES);
  });

  it.each([10_000, 100_000])("a text of %d letters is answered and not kept whole", (letters) => {
    const taken = turn(null, "我妈八十二岁，户口在晋江，有什么补贴。".repeat(letters / 20));
    expect(taken.reply.text).not.toBe("");
    expect(JSON.stringify(taken.state).length).toBeLessThan(8_000);
  });
});
