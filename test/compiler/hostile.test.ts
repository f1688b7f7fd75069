import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileKnowledge } from "../../src/compiler/index.ts";
import { knowledgeOf } from "./overlay.ts";

const FILES = [
  "benefits/old-age-allowance.yaml",
  "documents/pages.csv",
  "facilities/canteen/jinjiang.csv",
  "facts/care-need.yaml",
  "offices/roles.yaml",
  "phrases/en/engine.yaml",
  "places/places.csv",
  "topics/bed-subsidy.yaml",
  "vocabulary/zh.yaml",
];

/** Replaces `length` characters from `at` (a share of the text) by `junk`. */
function damage(text: string, at: number, length: number, junk: string): string {
  const start = Math.floor(at * text.length);
  return text.slice(0, start) + junk + text.slice(start + length);
}

const JUNK = fc.oneof(
  fc.string({ maxLength: 6 }),
  fc.constantFrom(
    "",
    "{{",
    "[",
    '"',
    "\n",
    "\t",
    ": ",
    "- ",
    "&a ",
    "*a",
    "!!set ",
    "__proto__: 1\n",
    "１",
    "\u0000",
    "%YAML 1.1",
  ),
);

describe("damaged knowledge", () => {
  test("gives a bundle or faults with a place in a file, never a crash", () => {
    const folder = knowledgeOf();
    const sound = new Map(FILES.map((file) => [file, readFileSync(join(folder, file), "utf8")]));
    const anyDamage = fc.tuple(
      fc.constantFrom(...FILES),
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.nat(30),
      JUNK,
    );
    fc.assert(
      fc.property(anyDamage, ([file, at, length, junk]) => {
        const text = sound.get(file) ?? "";
        writeFileSync(join(folder, file), damage(text, at, length, junk));
        const { bundle, faults } = compileKnowledge(folder);
        writeFileSync(join(folder, file), text);
        expect(bundle === null).toBe(faults.length > 0);
        for (const fault of faults) expect(fault).toMatch(/^knowledge\S*:[1-9]\d*:[1-9]\d* .+/su);
      }),
      { numRuns: 60, seed: 20261122 },
    );
  });

  test.each([
    ["lists in lists without end", "[".repeat(50_000)],
    ["lists in lists by hyphens", `${"- ".repeat(50_000)}a\n`],
    [
      "aliases that multiply",
      `a: &a [x, x]\n${"bcdefghij"
        .split("")
        .map((key, i) => `${key}: &${key} [*${"abcdefghi"[i]}, *${"abcdefghi"[i]}]\n`)
        .join("")}`,
    ],
  ])("refuses %s", (_, text) => {
    const folder = knowledgeOf();
    writeFileSync(join(folder, "benefits/old-age-allowance.yaml"), text);
    expect(compileKnowledge(folder).faults[0]).toMatch(
      /^knowledge\/benefits\/old-age-allowance\.yaml:1:\d+ /u,
    );
  });

  test("a folder that is not there is one plain fault", () => {
    expect(compileKnowledge(join(knowledgeOf(), "nowhere")).faults).toEqual([
      "nowhere:1:1 there is no such folder; write the knowledge here, or set KNOWLEDGE_DIR to its folder",
    ]);
  });
});
