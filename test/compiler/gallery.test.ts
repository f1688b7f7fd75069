import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileKnowledge } from "../../src/compiler/index.ts";
import { BROKEN, knowledgeOf } from "./overlay.ts";

const cases = readdirSync(BROKEN, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && entry.name !== "base")
  .map(({ name }) => name);

describe("the gallery of broken knowledge", () => {
  test.each(cases)("%s is refused in the pinned words, and nothing is made of it", (name) => {
    const { bundle, faults } = compileKnowledge(knowledgeOf(name));
    expect(faults.map((fault) => `${fault}\n`).join("")).toBe(
      readFileSync(join(BROKEN, name, "expected.txt"), "utf8"),
    );
    expect(bundle).toBeNull();
  });

  test("the base under every case is sound", () => {
    expect(compileKnowledge(knowledgeOf()).faults).toEqual([]);
  });

  test("every case lays files over the base and pins at least one fault in the form FILE:LINE:COLUMN", () => {
    expect(cases).not.toEqual([]);
    for (const name of cases) {
      expect(existsSync(join(BROKEN, name, "knowledge")), name).toBe(true);
      const pinned = readFileSync(join(BROKEN, name, "expected.txt"), "utf8");
      expect(pinned, name).toMatch(/^(knowledge\/\S+:[1-9]\d*:[1-9]\d* .+; .+\n)+$/u);
    }
  });
});
