import { describe, expect, it } from "vitest";
import { calibrate } from "../../src/commands/evaluation/calibration.ts";
import { scoreAlarm } from "../../src/commands/evaluation/emergencies.ts";
import { LabelBook } from "../../src/commands/evaluation/labels.ts";
import { alarmReport, questionReport } from "../../src/commands/evaluation/report.ts";
import { type Alarming, parseRows } from "../../src/commands/evaluation/rows.ts";
import { scoreQuestion } from "../../src/commands/evaluation/score.ts";
import { type Block, createEngine, type EmergencyKind, type Engine, FLOOR } from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";

const judged = (confidence: number, ...outcomes: readonly boolean[]) =>
  outcomes.map((right) => ({ confidence, right }));

describe("calibration", () => {
  it("is without error where readings are as often right as they are sure", () => {
    const { error, bands } = calibrate([...judged(0.75, true, true, true, false), ...judged(1, true)]);
    expect(error).toBeCloseTo(0);
    expect(bands.map(({ from, count, right }) => [from, count, right])).toEqual([
      [0.7, 4, 0.75],
      [0.9, 1, 1],
    ]);
  });

  it("weighs each band's gap by its readings", () => {
    const sure = judged(0.95, false, false, false);
    expect(calibrate([...sure, ...judged(0.45, true)]).error).toBeCloseTo((3 * 0.95 + 0.55) / 4);
  });

  it("tells what is asked about for want of confidence, and what of that was right", () => {
    const { below, answered } = calibrate([
      ...judged(FLOOR - 0.01, true, false, false),
      ...judged(FLOOR, true, false),
    ]);
    expect([below, answered]).toEqual([
      { count: 3, right: 1 },
      { count: 2, right: 1 },
    ]);
  });

  it("of nothing is nothing", () => {
    expect(calibrate([])).toMatchObject({ bands: [], error: 0 });
  });
});

describe("rows", () => {
  const alarm = { q: "着火了", emergency: true, kind: "fire", number: "119", language: "zh-Hans" };
  const calm = { q: "热死了", emergency: false, kind: null, number: null, language: "zh-Hans" };

  it("of every kind may stand in one file", () => {
    const rows = [alarm, calm, { id: "1", text: "你好", intent: "smalltalk" }, { id: "2", turns: [] }];
    const { alarms, questions, dialogues } = parseRows(rows.map((row) => JSON.stringify(row)).join("\n"));
    expect([alarms.length, questions.length, dialogues.length]).toEqual([2, 1, 1]);
  });

  it.each([
    ["{", "rows.jsonl:1 is no JSON"],
    ["null", "rows.jsonl:1 has neither"],
    [JSON.stringify({ ...alarm, kind: null }), "rows.jsonl:1 has neither"],
    [JSON.stringify({ ...alarm, number: 119 }), "rows.jsonl:1 has neither"],
    [`${JSON.stringify(alarm)}\n{"text":"你好"}`, "rows.jsonl:2 has neither"],
  ])("that are wrong are named: %s", (text, problem) => {
    expect(() => parseRows(text, "rows.jsonl")).toThrow(problem);
  });
});

/** An engine that takes every text for one kind of emergency and says these words. */
function saying(emergency: EmergencyKind | null, ...words: readonly string[]): Engine {
  const engine = createEngine(realBundle());
  const blocks: readonly Block[] = words.map((text) => ({ kind: "say", key: "", text }));
  return {
    ...engine,
    turn: (state, input, context) => {
      const turn = engine.turn(state, input, context);
      return {
        ...turn,
        reply: { ...turn.reply, blocks },
        understanding: { ...turn.understanding, emergency },
      };
    },
  };
}

const row = (kind: string | null, number: string | null): Alarming => ({
  ...{ q: "…", emergency: kind !== null, kind, number, language: "zh-Hans" },
});

describe("an emergency", () => {
  it.each([
    ["a fall", row("fall", "120"), saying("medical", "先打120", "再打110"), [true, true]],
    [
      "a fall sent to the police first",
      row("fall", "120"),
      saying("medical", "先打110，再打120"),
      [true, false],
    ],
    ["a fall taken for a question", row("fall", "120"), saying(null, "请问您要什么"), [false, false]],
    [
      "a wish to die sent to those who listen",
      row("self-harm", "120"),
      saying("self-harm", "12356"),
      [true, true],
    ],
    [
      "a wish to die sent to the ambulance",
      row("self-harm", "12356"),
      saying("self-harm", "120"),
      [true, true],
    ],
    [
      "fraud told of beside the police",
      row("fraud", "96110"),
      saying("fraud", "打110", "或96110"),
      [true, true],
    ],
    ["fraud answered without an alarm", row("fraud", "96110"), saying(null, "请打96110"), [true, true]],
    ["a number inside a longer one", row("fall", "120"), saying("medical", "0595-12012345"), [true, false]],
  ])("is scored: %s", (_name, alarming, engine, expected) => {
    const { raised, numberRight } = scoreAlarm(alarming, engine);
    expect([raised, numberRight]).toEqual(expected);
  });

  it("is reported by kind, with numbers, false alarms and what went wrong", () => {
    const scored = [
      scoreAlarm(row("fall", "120"), saying("medical", "120")),
      scoreAlarm(row("fall", "120"), saying(null, "好的")),
      scoreAlarm(row("gas", "119"), saying("gas", "120")),
      scoreAlarm(row(null, null), saying("fire", "119")),
      scoreAlarm(row(null, null), saying(null, "好的")),
    ];
    const lines = alarmReport(scored).join("\n");
    expect(lines).toMatch(/fall +50\.0% \(1\/2\)/);
    expect(lines).toContain("Emergencies recognised 66.7% (2/3)");
    expect(lines).toContain(
      "Right number first 33.3% (1/3) of all emergencies, 50.0% (1/2) of those recognised",
    );
    expect(lines).toContain("False alarms 50.0% (1/2)");
    expect(lines).toContain("119 must come first; named 120");
    expect(lines).toContain("no emergency, answered as fire");
  });
});

describe("the report on questions", () => {
  it("has the share right by confidence, and how many lie below the floor", () => {
    const bundle = realBundle();
    const engine = createEngine(bundle);
    const labels = new LabelBook(bundle);
    const questions = [
      { id: "1", text: "晋江哪里有长者食堂", intent: "facility_nearest" },
      { id: "2", text: "谢谢", intent: "out_of_scope" },
    ];
    const lines = questionReport(questions.map((one) => scoreQuestion(one, engine, labels))).join("\n");
    expect(lines).toMatch(/0\.9–1\.0 +50\.0% \(1\/2\), mean confidence 9\d\.\d%/);
    expect(lines).toContain(`below the floor of ${FLOOR}: 0.0% (0/2)`);
    expect(lines).toMatch(/2 谢谢\n +intent out_of_scope read as smalltalk \(0\.9\d\)/);
  });
});
