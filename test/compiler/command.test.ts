import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
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
    const { sound, lines } = runKnowledge(knowledgeOf(), root, root);
    const bundle = JSON.parse(readFileSync(join(root, "build/bundle.json"), "utf8"));
    expect(sound).toBe(true);
    expect(lines.join()).toContain(
      `knowledge ${bundle.version}: 2 documents, 1 benefits, 1 provisions, 1 topics`,
    );
  });

  test("leaves files alone whose content stays the same", () => {
    const [root, folder] = [emptyRoot(), knowledgeOf()];
    const bundle = join(root, "build/bundle.json");
    runKnowledge(folder, root, root);
    utimesSync(bundle, LONG_AGO, LONG_AGO);
    runKnowledge(folder, root, root);
    expect(statSync(bundle).mtime).toEqual(LONG_AGO);
  });

  test("writes nothing when there is a fault, and counts the faults", () => {
    const root = emptyRoot();
    const { sound, lines } = runKnowledge(knowledgeOf("unknown-key"), root, root);
    expect(sound).toBe(false);
    expect(lines.at(-1)).toBe("1 fault; nothing was written");
    expect(existsSync(join(root, "build"))).toBe(false);
  });

  test("names the files so that they can be opened from where one stands", () => {
    const folder = knowledgeOf("unknown-key");
    const file = "benefits/old-age-allowance.yaml:10:5";
    const firstWord = (from: string) => runKnowledge(folder, emptyRoot(), from).lines[0]?.split(" ")[0];
    expect(firstWord(dirname(folder))).toBe(`knowledge/${file}`);
    expect(firstWord(dirname(dirname(folder)))).toBe(`${basename(dirname(folder))}/knowledge/${file}`);
    expect(firstWord(REPOSITORY)).toBe(`${folder}/${file}`);
    expect(firstWord(folder)).toBe(`./${file}`);
  });

  test("ends with 1 and prints every fault when knowledge is broken", () => {
    const folder = knowledgeOf("many-faults");
    const [program, cli] = ["node_modules/.bin/tsx", "src/compiler/cli.ts"].map((path) =>
      join(REPOSITORY, path),
    );
    const options = { cwd: dirname(folder), env: { ...process.env, KNOWLEDGE_DIR: folder } };
    const { status, stderr } = spawnSync(String(program), [String(cli)], options);
    const pinned = readFileSync(join(REPOSITORY, "test/broken/many-faults/expected.txt"), "utf8");
    expect(stderr.toString()).toContain(pinned);
    expect(status).toBe(1);
  });
});

describe("the generated id types", () => {
  const root = () => {
    const folder = emptyRoot();
    runKnowledge(knowledgeOf(), folder, folder);
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
