import { describe, expect, it } from "vitest";
import { createReader } from "../../src/engine/language/index.ts";
import { isOneSlip, readSpelling, repairSpelling, undoubled } from "../../src/engine/language/spelling.ts";
import { realBundle } from "../real-bundle.ts";

const bundle = realBundle();
const reader = createReader(bundle);
const intentOf = (text: string) => reader.understand(text, { asked: null, language: null }).intent;
const spelling = readSpelling(bundle.vocabulary);
const repaired = (text: string) => repairSpelling(text, spelling);

describe("a letter typed twice", () => {
  it.each([
    ["wo ma ba shi sui, gao ling jin tie zen me ling", "wo ma ba shi sui, gao lling jin tie zen me ling"],
    ["fu jin na li you lao ren shi tang", "fu jin na li yoou lao ren shi tang"],
    ["zhuan ren gong", "zhuan ren ggong"],
    ["How much is the old-age allowance in Jinjiang?", "How much is the old-age alllowance in Jinjiang?"],
    ["Where is the nearest canteen for seniors?", "Where is the nnearest canteen for seniors?"],
    ["a-má puah-tó, khí bē lâi", "a-má ppuah-tó, khí bē lâi"],
  ])("leaves the intent of “%s”", (text, slipped) => {
    expect(intentOf(slipped)).toBe(intentOf(text));
  });

  it.each(["see you soon", "too good", "meet me", "good food"])("is none in “%s”", (text) => {
    expect(repaired(text)).toBe(text);
    expect(reader.understand(text, { asked: null, language: null }).language).toBe("en");
  });

  it("can be left out wherever it stands", () => {
    expect(undoubled("sshii")).toEqual(["shii", "sshi"]);
    expect(undoubled("shi")).toEqual([]);
  });
});

describe("a slip in a long English word", () => {
  it.each([
    ["allowence", "allowance"],
    ["alowance", "allowance"],
    ["allownace", "allowance"],
    ["wheelchiar", "wheelchair"],
  ])("is put right: %s → %s", (slipped, word) => {
    expect(repaired(slipped)).toBe(word);
  });

  it.each(["country", "nearly", "xyzzyxyzzy", "老人 canteen", ""])("is left alone in “%s”", (text) => {
    expect(repaired(text)).toBe(text);
  });

  it.each([
    ["canteen", "canten", true],
    ["canteen", "cannteen", true],
    ["canteen", "caneten", true],
    ["canteen", "kanteen", true],
    ["canteen", "canteen", true],
    ["canteen", "cnateens", false],
    ["canteen", "canner", false],
  ])("%s and %s are one apart: %s", (word, other, expected) => {
    expect(isOneSlip(word, other)).toBe(expected);
  });
});
