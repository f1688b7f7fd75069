import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createContext, Script } from "node:vm";
import { build } from "vite";
import { beforeAll, describe, expect, it } from "vitest";
import { realBundle } from "../real-bundle.ts";

/** Every source file of the engine. */
function engineFiles(folder = "src/engine"): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts"))
    .map((name) => join(folder, name));
}

/** Ways to see the clock, chance or the host that the type checker lets pass. */
const IMPURE =
  /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bprocess\.|\bconsole\.|\bglobalThis\b|\bperformance\./;

/** The file without its comments, so that a sentence about the clock is no clock. */
function code(file: string): string {
  return readFileSync(file, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/\/\/.*$/gm, "");
}

describe("the engine is pure", () => {
  it("has no file that reads the clock, chance or the host", () => {
    const files = engineFiles();
    expect(files.length).toBeGreaterThan(40);
    expect(files.filter((file) => IMPURE.test(code(file)))).toEqual([]);
  });

  describe("bundled and run where there is nothing but the language", () => {
    let answer: { intent: string; outcome: string | undefined; text: string };

    beforeAll(async () => {
      const result = await build({
        configFile: false,
        logLevel: "silent",
        build: {
          write: false,
          minify: false,
          lib: { entry: "src/engine/index.ts", formats: ["iife"], name: "engine" },
        },
      });
      const output = Array.isArray(result)
        ? result[0]?.output
        : "output" in result
          ? result.output
          : undefined;
      const chunk = output?.find((part) => part.type === "chunk");
      const context = createContext({ source: JSON.stringify(realBundle()) });
      const program = `${chunk?.type === "chunk" ? chunk.code : ""}
        const made = engine.createEngine(JSON.parse(source));
        const turn = made.turn(null, { kind: "text", text: "我妈82岁，户口在晋江，有什么补贴" }, { now: "2026-11-22T10:00:00+08:00" });
        JSON.stringify({ intent: turn.understanding.intent, outcome: turn.entitlements.find((one) => one.benefit === "old-age-allowance").outcome, text: turn.reply.text });`;
      answer = JSON.parse(String(new Script(program).runInContext(context))) as typeof answer;
    });

    it("answers a question in words with a cited benefit", () => {
      expect(answer.intent).toBe("entitlements");
      expect(answer.outcome).toBe("confirm");
      expect(answer.text).toContain("三（五）");
    });
  });
});
