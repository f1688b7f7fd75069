import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { EMERGENCY_KINDS, NO_ALARM } from "../../src/engine/knowledge/intents.ts";
import { likelyAlarm } from "../../src/engine/language/alarm-model.ts";
import { createReader } from "../../src/engine/language/index.ts";
import { smallBundle } from "./fixture.ts";

const FOLDER = "knowledge/utterances/alarms";
const sentences = readdirSync(FOLDER).flatMap((file) =>
  Object.entries(parse(readFileSync(join(FOLDER, file), "utf8")) as Record<string, string[]>).flatMap(
    ([kind, texts]) => texts.map((text) => ({ kind, text })),
  ),
);
const { bundle } = smallBundle();
const reader = createReader(bundle);
const heard = (text: string) => reader.understand(text, { asked: null, language: null }).emergency;

/** Of so many sentences the best reader still gets some wrong; more would be going back. */
const MOST_WRONG = 0.01;

describe("of the sentences that the model of alarms learns from", () => {
  it("there are some of every kind, and as many that raise no alarm", () => {
    const kinds = new Set(sentences.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual([...EMERGENCY_KINDS, NO_ALARM].sort());
    const calm = sentences.filter(({ kind }) => kind === NO_ALARM);
    expect(calm.length / sentences.length).toBeGreaterThan(0.4);
  });

  it("nearly every emergency is heard, and nearly nothing else", () => {
    const wrong = sentences.filter(({ kind, text }) => (heard(text) === null) !== (kind === NO_ALARM));
    expect(wrong.length / sentences.length, wrong.map(({ text }) => text).join("\n")).toBeLessThan(
      MOST_WRONG,
    );
  });
});

const UNTAUGHT = { intents: [], priors: [], features: "", weights: "", scale: 1 };

describe("the model of alarms", () => {
  it("knows nothing where it has learnt nothing", () => {
    expect(likelyAlarm(UNTAUGHT, { text: "着火了", parts: [], cues: [] })).toBeNull();
  });

  it("hears an emergency told in words that no list of the grammar has", () => {
    const told = "阿公吃着粽子忽然脸涨得通红，手一直抓脖子";
    const alone = createReader({ ...bundle, alarmModel: UNTAUGHT });
    expect(alone.understand(told, { asked: null, language: null }).emergency).toBeNull();
    expect(heard(told)).toBe("medical");
  });

  it("doubts a sign met by chance in a question", () => {
    expect(heard("我在日本，老爸老年痴呆夜里到处翻，想在南安找一家肯收这种老人的养老院")).toBeNull();
  });
});
