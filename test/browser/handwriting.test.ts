import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeAll, describe, expect, it } from "vitest";
import { writtenWords } from "../../kiosk/web/background/written-words.ts";
import { writingData } from "../../kiosk/web/build/writing-data.ts";
import type { Stroke } from "../../kiosk/web/writing/ink.ts";
import { needOfCharacters } from "../../kiosk/web/writing/lexicon.ts";
import { type Template, unpacked } from "../../kiosk/web/writing/packed.ts";
import { createRecogniser, type Recogniser } from "../../kiosk/web/writing/recognise.ts";
import { HANDS, random, writtenBy } from "./hands.ts";
import { ownKnowledge } from "./kiosk-server.ts";

const DATA = resolve(import.meta.dirname, "../../kiosk/web/writing/data");
const packed = readFileSync(join(DATA, "strokes.bin"));
/** The characters written most in the names of what we know. */
const MOST_NEEDED = 500;
/** Written by every hand: each is tried with this many of them, evenly taken. */
const TRIED = 50;

let templates: readonly Template[];
let recogniser: Recogniser;
let tried: readonly string[];

beforeAll(async () => {
  templates = unpacked(packed);
  const need = needOfCharacters(writtenWords(await ownKnowledge(), "zh-Hans"));
  recogniser = createRecogniser(templates, need);
  const needed = [...need].sort((one, other) => other[1] - one[1]).map(([character]) => character);
  tried = needed.slice(0, MOST_NEEDED).filter((_, at) => at % (MOST_NEEDED / TRIED) === 0);
});

describe("The characters kept for recognising", () => {
  it("are the standard's 6763 and their traditional forms, at most 1 MB on the way", () => {
    const characters = templates.map(({ character }) => character);
    expect(new Set(characters).size).toBe(characters.length);
    expect(characters.length).toBeGreaterThan(8700);
    for (const one of "高龄长者食堂补贴護龍") expect(characters).toContain(one);
    expect(gzipSync(packed).length).toBeLessThan(1024 * 1024);
  });

  it("are what the command makes of the package, and come with its licence", async () => {
    const made = await writingData();
    for (const [name, content] of Object.entries(made))
      expect(Buffer.from(content).equals(readFileSync(join(DATA, name)))).toBe(true);
    expect(readFileSync(join(DATA, "ARPHICPL.TXT"), "utf8")).toContain("ARPHIC PUBLIC LICENSE");
  });

  it("are refused when cut off", () => {
    expect(() => unpacked(packed.subarray(0, 100_000))).toThrow("cut off");
  });
});

describe("Handwriting", () => {
  it.each(Object.entries(HANDS))("of a hand that is %s is among ten often enough", (_name, hand) => {
    const next = random(2026);
    const found = tried.map((character) => {
      const strokes = templates.find((template) => template.character === character)?.strokes ?? [];
      return recogniser.recognise(writtenBy(strokes, hand, next), 10).indexOf(character);
    });
    const share = (within: number): number =>
      found.filter((at) => at >= 0 && at < within).length / found.length;
    expect(share(1)).toBeGreaterThanOrEqual(hand.first);
    expect(share(10)).toBeGreaterThanOrEqual(hand.among);
  });

  it("gives ten candidates for any scribble, none for nothing, and a dot is no fault", () => {
    const scribble: Stroke = Array.from({ length: 40 }, (_, at) => ({
      x: Math.sin(at),
      y: Math.cos(at * 1.7),
    }));
    expect(new Set(recogniser.recognise([scribble], 10)).size).toBe(10);
    expect(recogniser.recognise([], 10)).toEqual([]);
    expect(recogniser.recognise([[]], 10)).toEqual([]);
    expect(recogniser.recognise([[{ x: 0.5, y: 0.5 }]], 10).length).toBe(10);
  });
});
