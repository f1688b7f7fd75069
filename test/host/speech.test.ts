import { execFileSync } from "node:child_process";
import { chmodSync, copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { findEspeak, type Synthesiser } from "../../src/host/speech/espeak.ts";
import { inEnglish, inPinyin } from "../../src/host/speech/sayable.ts";
import { createSpeech, SpeechUnavailable, type Spoken, simplifier } from "../../src/host/speech/speech.ts";
import { realBundle } from "../real-bundle.ts";

describe("A Chinese text becomes syllables with tones", () => {
  it.each([
    ["长者食堂在哪里？", "zhang3 zhe3 shi2 tang2 zai4 na3 li3 ."],
    ["女老人，绿色", "nv3 lao3 ren2 , lv4 se4"],
    ["您好吗", "nin2 hao3 ma5"],
    ["每月50元", "mei3 yue4 50 yuan2"],
    ["2026年", "er4 ling2 er4 liu4 nian2"],
    ["打12345问", "da3 , yi1 er4 san1 si4 wu3 , wen4"],
    ["10%", "bai3 fen1 zhi1 10"],
    ["《通知》二（一）[[x]]", "tong1 zhi1 , er4 , yi1 , x"],
  ])("%s", (text, said) => {
    expect(inPinyin(text)).toBe(said);
  });

  it("also when it is written in traditional characters", () => {
    const simplify = simplifier(realBundle().vocabulary.simplify);
    expect(inPinyin(simplify("長者食堂"))).toBe("zhang3 zhe3 shi2 tang2");
  });

  it("and nothing of any sentence of the kiosk is left unsaid", () => {
    const phrases = Object.entries(realBundle().phrases["zh-Hans"]).filter(([key]) =>
      key.startsWith("kiosk."),
    );
    expect(phrases.length).toBeGreaterThan(80);
    const unsaid = phrases.filter(([, text]) => /\p{Script=Han}/u.test(inPinyin(text)));
    expect(unsaid).toEqual([]);
  });
});

it("An English text keeps its words; numbers to call are told digit by digit", () => {
  expect(inEnglish("Call 12345 [[now]]")).toBe("Call , 1 2 3 4 5, now");
});

describe("espeak-ng on this machine", () => {
  let folder = "";
  const path = process.env.PATH;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "espeak-"));
    process.env.FAKE_ESPEAK_LOG = join(folder, "log");
  });
  afterEach(() => {
    process.env.PATH = path;
    delete process.env.FAKE_ESPEAK_LOG;
    rmSync(folder, { recursive: true });
  });
  const install = () => {
    copyFileSync(new URL("fake-espeak.sh", import.meta.url), join(folder, "espeak-ng"));
    chmodSync(join(folder, "espeak-ng"), 0o755);
    process.env.PATH = `${folder}:${path}`;
  };
  const said = () => readFileSync(join(folder, "log"), "utf8").trim().split("\n");

  it("is found when it is there, given the text on its input and never as an argument", async () => {
    install();
    const synthesise = await findEspeak((text) => text);
    const sound = await synthesise?.("高龄津贴", "zh-Hans", "slow");
    expect(said()).toEqual(["-v cmn-latn-pinyin -s 165 --stdin --stdout|gao1 ling2 jin1 tie1"]);
    expect([sound?.length, sound?.readUInt32LE(4), sound?.readUInt32LE(40)]).toEqual([52, 44, 8]);
  });

  it("has three speeds in each language", async () => {
    install();
    const synthesise = await findEspeak((text) => text);
    for (const speed of ["slow", "normal", "fast"] as const) await synthesise?.("Hello", "en", speed);
    expect(said().map((line) => line.replace(/ --stdin.*/, ""))).toEqual([
      "-v en -s 125",
      "-v en -s 155",
      "-v en -s 190",
    ]);
  });

  it("is none when it is not there", async () => {
    process.env.PATH = folder;
    expect(await findEspeak((text) => text)).toBeNull();
  });

  it("that ends badly fails the text and nothing else", async () => {
    install();
    const synthesise = await findEspeak((text) => text);
    await expect(synthesise?.("crash", "en", "normal")).rejects.toThrow("ended with 3");
    expect((await synthesise?.("well", "en", "normal"))?.length).toBe(52);
  });

  const installed = (() => {
    try {
      return execFileSync("espeak-ng", ["--voices"], { encoding: "utf8" }).includes("cmn-latn-pinyin");
    } catch {
      return false;
    }
  })();
  it.skipIf(!installed)("speaks for real (install espeak-ng to run): slower takes longer", async () => {
    const synthesise = await findEspeak((text) => text);
    const seconds = async (speed: "slow" | "normal" | "fast") =>
      ((await synthesise?.("您想问什么？用手指点一下就行。", "zh-Hans", speed))?.length ?? 0) / 44_100;
    const [slow, normal, fast] = [await seconds("slow"), await seconds("normal"), await seconds("fast")];
    expect(fast).toBeGreaterThan(1.5);
    expect(normal).toBeGreaterThan(fast);
    expect(slow).toBeGreaterThan(normal);
    expect(slow).toBeLessThan(8);
  });
});

describe("Speech", () => {
  const text = (words: string, more: Partial<Spoken> = {}): Spoken => ({
    ...{ text: words, language: "zh-Hans", speed: "normal", personal: false },
    ...more,
  });
  const counting = (bytes = 100) => {
    const made: string[] = [];
    const synthesise: Synthesiser = async (words, _language, speed) => {
      made.push(`${words}/${speed}`);
      return Buffer.alloc(bytes);
    };
    return { made, synthesise };
  };

  it("of the same text at the same speed is made once", async () => {
    const { made, synthesise } = counting();
    const speech = createSpeech(synthesise);
    for (const speed of ["normal", "normal", "slow", "normal"] as const)
      await speech(text("您好", { speed }));
    expect(made).toEqual(["您好/normal", "您好/slow"]);
  });

  it("about a person is kept nowhere", async () => {
    const { made, synthesise } = counting();
    const speech = createSpeech(synthesise);
    for (let time = 0; time < 2; time += 1) await speech(text("您可以领50元", { personal: true }));
    expect(made.length).toBe(2);
  });

  it("takes no more memory than it may: the oldest gives way", async () => {
    const { made, synthesise } = counting(100);
    const speech = createSpeech(synthesise, 250);
    for (const words of ["甲", "乙", "丙", "丙", "乙", "甲"]) await speech(text(words));
    expect(made.map((entry) => entry[0])).toEqual(["甲", "乙", "丙", "甲"]);
  });

  it("runs two at once, lets a few wait and refuses the rest with 503", async () => {
    let running = 0;
    let most = 0;
    const speech = createSpeech(async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running -= 1;
      return Buffer.alloc(1);
    });
    const asked = Array.from({ length: 40 }, (_, index) => speech(text(`第${index}句`)));
    const results = await Promise.allSettled(asked);
    expect(most).toBe(2);
    expect(results.filter(({ status }) => status === "fulfilled").length).toBe(18);
    const refused = results.find(({ status }) => status === "rejected");
    expect(refused).toMatchObject({ reason: { statusCode: 503 } });
    expect(await speech(text("之后")).then((sound) => sound.length)).toBe(1);
  });

  it("that fails says so, and the next one may succeed", async () => {
    let broken = true;
    const speech = createSpeech(async () => {
      if (broken) throw new Error("no sound card");
      return Buffer.alloc(1);
    });
    await expect(speech(text("一"))).rejects.toBeInstanceOf(SpeechUnavailable);
    broken = false;
    expect((await speech(text("一"))).length).toBe(1);
  });
});
