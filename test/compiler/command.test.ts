import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { runKnowledge } from "../../src/compiler/command.ts";
import { knowledgeOf } from "./overlay.ts";

const REPOSITORY = resolve(import.meta.dirname, "../..");
const LONG_AGO = new Date("2020-01-01T00:00:00Z");

function emptyRoot(): string {
  const root = mkdtempSync(join(tmpdir(), "root-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  return root;
}

describe("npm run knowledge", () => {
  test("writes the bundle and says its version and what is in it", () => {
    const root = emptyRoot();
    const { sound, lines } = runKnowledge(knowledgeOf(), root);
    const bundle = JSON.parse(readFileSync(join(root, "build/bundle.json"), "utf8"));
    expect(sound).toBe(true);
    expect(lines.join()).toContain(
      `knowledge ${bundle.version}: 2 documents, 1 benefits, 1 provisions, 1 topics`,
    );
  });

  test("leaves files alone whose content stays the same", () => {
    const [root, folder] = [emptyRoot(), knowledgeOf()];
    const bundle = join(root, "build/bundle.json");
    runKnowledge(folder, root);
    utimesSync(bundle, LONG_AGO, LONG_AGO);
    runKnowledge(folder, root);
    expect(statSync(bundle).mtime).toEqual(LONG_AGO);
  });

  test("writes nothing when there is a fault, and counts the faults", () => {
    const root = emptyRoot();
    const { sound, lines } = runKnowledge(knowledgeOf("unknown-key"), root);
    expect(sound).toBe(false);
    expect(lines.at(-1)).toBe("1 fault; nothing was written");
    expect(existsSync(join(root, "build"))).toBe(false);
  });

  test("ends with 1 and prints every fault when knowledge is broken", () => {
    const env = { ...process.env, KNOWLEDGE_DIR: knowledgeOf("many-faults") };
    const { status, stderr } = spawnSync("npx", ["tsx", "src/compiler/cli.ts"], { cwd: REPOSITORY, env });
    const pinned = readFileSync(join(REPOSITORY, "test/broken/many-faults/expected.txt"), "utf8");
    expect(stderr.toString()).toContain(pinned);
    expect(status).toBe(1);
  });
});

describe("the generated id types", () => {
  const root = () => {
    const folder = emptyRoot();
    runKnowledge(knowledgeOf(), folder);
    return readFileSync(join(folder, "src/engine/knowledge/ids.generated.ts"), "utf8");
  };

  test("name every id of each kind", () => {
    const source = root();
    expect(source).toContain(
      'export const FACT_IDS = ["age", "care-need", "hukou", "minimum-living"] as const;',
    );
    expect(source).toContain('export const PHRASE_KEYS = ["verdict.no", "verdict.yes"] as const;');
    expect(source).toContain("export type PhraseKey = (typeof PHRASE_KEYS)[number];");
  });

  test("are written as the formatter wants them", () => {
    const args = ["biome", "format", "--stdin-file-path=ids.generated.ts"];
    const source = root();
    expect(execFileSync("npx", args, { cwd: REPOSITORY, input: source }).toString()).toBe(source);
  });
});
