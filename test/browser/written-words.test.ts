import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { writtenWords } from "../../kiosk/web/background/written-words.ts";
import {
  type Heard,
  listen,
  recogniserFor,
  type SpeechRecogniser,
} from "../../kiosk/web/device/recogniser.ts";
import { keyRows } from "../../kiosk/web/keyboard/keyboard.ts";
import { inPages } from "../../kiosk/web/screens/write/fitted.ts";
import { FRESH, LISTEN_VIEW, present, step, TYPE_VIEW } from "../../kiosk/web/session/session.ts";
import { gistOf } from "../../kiosk/web/session/understood.ts";
import { following, needOfCharacters, type Word } from "../../kiosk/web/writing/lexicon.ts";
import { createPinyinReader, type PinyinReader } from "../../kiosk/web/writing/pinyin.ts";
import { soundsFrom, southern } from "../../kiosk/web/writing/sounds.ts";
import { createEngine, type Engine, type Turn } from "../../src/engine/index.ts";
import { ownKnowledge } from "./kiosk-server.ts";

const TABLE = resolve(import.meta.dirname, "../../kiosk/web/writing/data/syllables.txt");
let words: readonly Word[];
let reader: PinyinReader;
let engine: Engine;

beforeAll(async () => {
  const bundle = await ownKnowledge();
  engine = createEngine(bundle);
  words = writtenWords(bundle, "zh-Hans");
  reader = createPinyinReader(words, soundsFrom(readFileSync(TABLE, "utf8")), needOfCharacters(words));
});

const first = (letters: string, many = 6): readonly string[] =>
  reader
    .read(letters)
    .slice(0, many)
    .map(({ text }) => text);

describe("By sound", () => {
  it.each([
    ["gaolingbutie", "高龄补贴"],
    ["gl", "高龄补贴"],
    ["changzheshitang", "长者食堂"],
    ["canzesitang", "长者食堂"],
    ["yanglaoyuan", "养老院"],
    ["anhai", "安海镇"],
    ["jinjiang", "晋江"],
    ["dibao", "低保"],
    ["zenmeban", "怎么办"],
    ["wo", "我"],
    ["nali", "哪里"],
  ])("%s leads to %s among the first six", (letters, word) => {
    expect(first(letters)).toContain(word);
  });

  it("an ear of the south is heard: each pair sounds the same", () => {
    for (const [one, other] of [
      ["zhi", "zi"],
      ["nan", "lan"],
      ["fu", "hu"],
      ["xing", "xin"],
      ["sheng", "sen"],
      ["ren", "len"],
    ] as const)
      expect(southern(one)).toBe(southern(other));
  });

  it("as many letters are used up as the word chosen has", () => {
    expect(reader.read("woyaoling").find(({ text }) => text === "我")?.letters).toBe(2);
    expect(reader.read("nalidiyou").find(({ text }) => text === "哪里")?.letters).toBe(4);
  });

  it("nonsense and nothing give no candidates that fall over", () => {
    expect(reader.read("")).toEqual([]);
    expect(reader.read("8；<>")).toEqual([]);
    expect(Array.isArray(reader.read("vvvvvvvvvvvvvvvvvvvvvvvv"))).toBe(true);
  });
});

describe("The words that follow", () => {
  const wordsAfter = (text: string): readonly string[] => following(text, words).map((offer) => offer.text);

  it("complete a name from its first character, replacing what is there", () => {
    expect(wordsAfter("高")).toContain("高龄补贴");
    expect(following("我要问高", words)[0]).toMatchObject({ replaces: 1 });
    expect(wordsAfter("长者")).toContain("长者食堂");
  });

  it("are none after a whole name, and at most four", () => {
    expect(wordsAfter("我想问高龄补贴")).toEqual([]);
    expect(wordsAfter("老").length).toBeLessThanOrEqual(4);
  });

  it("hold no slip of the pen: homophones are read but never offered", () => {
    const texts = new Set(words.map(({ text }) => text));
    expect(texts.has("高龄津贴")).toBe(true);
    expect([...texts].filter((text) => /^高[令林]津贴$|^高龄津帖$/.test(text))).toEqual([]);
  });
});

describe("The keys", () => {
  it("stand as on phones where ten large ones fit, otherwise in the order of the alphabet", () => {
    expect(keyRows(248, false)[0]).toBe("q w e r t y u i o p");
    expect(keyRows(174, false)[0]).toBe("a b c d e f g");
    expect(keyRows(126, false)[0]).toBe("a b c d e f");
    for (const width of [126, 174, 248, 378])
      expect(keyRows(width, true).join(" ").split(" ").length).toBe(28);
  });

  it("candidates fill rows and pages and none is lost", () => {
    const pages = inPages([30, 30, 30, 200, 30], (width) => width, { width: 100, rows: 2, more: 20 });
    expect(pages.flat()).toEqual([30, 30, 30, 200, 30]);
    expect(pages[1]).toEqual([30]);
  });
});

describe("Did I understand you right", () => {
  const turn = (text: string): Turn =>
    engine.turn(null, { kind: "text", text }, { now: "2026-11-22T10:00:00+08:00", site: "example-anhai" });
  const asked = (text: string, check = true) =>
    [
      { do: "open", view: TYPE_VIEW } as const,
      { do: "enter", entry: { text } } as const,
      { do: "ask", input: { kind: "text", text }, check } as const,
      { do: "answer", turn: turn(text) } as const,
    ].reduce(step, FRESH);

  it("is asked of own words, and yes shows the answer without asking the engine again", () => {
    const session = asked("高龄补贴怎么办理");
    expect(present(session)).toMatchObject({ kind: "understood", text: "高龄补贴怎么办理" });
    expect(present(step(session, { do: "confirm" })).kind).toBe("reply");
    expect(gistOf(turn("附近哪里有长者食堂"))).toEqual({ intent: "facility_nearest", matter: "canteen" });
  });

  it("no leads back to writing, empty; back keeps what was written", () => {
    const session = asked("高龄补贴怎么办理");
    expect(present(step(session, { do: "anew" }))).toMatchObject({ kind: "type", entry: { text: "" } });
    expect(present(step(session, { do: "back" }))).toMatchObject({ entry: { text: "高龄补贴怎么办理" } });
  });

  it.each([
    "家里着火了，快来人",
    "找工作人员",
    "你好",
    "嗯啊呃嘎嘎",
  ])("is not asked of %s: help comes at once, and the engine's own question is enough", (text) => {
    expect(present(asked(text)).kind).toBe("reply");
  });

  it("is not asked of a ready sentence", () => {
    expect(present(asked("附近哪里有长者食堂", false)).kind).toBe("reply");
  });

  it("of speech, no counts as a miss", () => {
    const text = "高龄补贴怎么办理";
    const said = [
      { do: "open", view: LISTEN_VIEW } as const,
      { do: "ask", input: { kind: "text", text }, check: true } as const,
      { do: "answer", turn: turn(text) } as const,
      { do: "anew" } as const,
    ].reduce(step, FRESH);
    expect(present(said)).toEqual({ kind: "listen", misses: 1 });
  });
});

describe("Listening", () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  function open() {
    const microphone = { open: false, say: (_text: string): void => {}, fail: (): void => {} };
    const recogniser: SpeechRecogniser = {
      start: (_language, heard, failed) => {
        Object.assign(microphone, { open: true, say: heard, fail: failed });
        return { stop: () => Object.assign(microphone, { open: false }) };
      },
    };
    const ended: Heard[] = [];
    const shown: string[] = [];
    const listening = listen(recogniser, "zh-Hans", {
      hearing: (text) => shown.push(text),
      ended: (heard) => ended.push(heard),
    });
    return { microphone, listening, ended, shown };
  }

  it("waits through pauses of two seconds and ends after two and a half", () => {
    const { microphone, ended, shown } = open();
    microphone.say("附近");
    vi.advanceTimersByTime(2400);
    microphone.say("附近有食堂吗");
    vi.advanceTimersByTime(2400);
    expect(ended).toEqual([]);
    vi.advanceTimersByTime(200);
    expect(ended).toEqual([{ kind: "text", text: "附近有食堂吗" }]);
    expect(shown).toEqual(["附近", "附近有食堂吗"]);
    expect(microphone.open).toBe(false);
  });

  it("ends at once when the person says so, and after a minute of silence with nothing", () => {
    const done = open();
    done.microphone.say("低保");
    done.listening.finish();
    expect(done.ended).toEqual([{ kind: "text", text: "低保" }]);
    const silent = open();
    vi.advanceTimersByTime(59_000);
    expect(silent.ended).toEqual([]);
    vi.advanceTimersByTime(1_000);
    expect(silent.ended).toEqual([{ kind: "nothing" }]);
    expect(silent.microphone.open).toBe(false);
  });

  it("ends after a minute even when somebody never stops speaking", () => {
    const { microphone, ended } = open();
    for (let second = 0; second < 61; second += 1) {
      microphone.say(`第${second}句`);
      vi.advanceTimersByTime(1000);
    }
    expect(ended.length).toBe(1);
  });

  it("says nothing any more when it failed or the screen was left", () => {
    const failed = open();
    failed.microphone.fail();
    failed.microphone.say("迟到");
    expect(failed.ended).toEqual([{ kind: "nothing" }]);
    const left = open();
    left.listening.cancel();
    vi.advanceTimersByTime(120_000);
    expect([left.ended, left.microphone.open]).toEqual([[], false]);
  });

  it("is absent unless a recogniser is named that is here", () => {
    expect(recogniserFor(null)).toBeNull();
    expect(recogniserFor("nonsense")).toBeNull();
    expect(recogniserFor("browser")).toBeNull();
  });
});
