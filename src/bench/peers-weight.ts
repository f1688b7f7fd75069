import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "vite";
import type { Bundle } from "../engine/index.ts";

/** Megabytes that the reader keeps, right after it was made and after it has read all texts. */
export interface Memory {
  readonly made: number;
  readonly used: number;
}

const KILOBYTE = 1024;
const here = (file: string) => resolve(import.meta.dirname, file);

/** Weighs the reader in a process of its own, with nothing in it but the places, facts and documents it refers to. */
export function memoryOfReader(
  { vocabulary, intentModel, alarmModel, ...frame }: Bundle,
  texts: readonly string[],
): Memory {
  const folder = mkdtempSync(join(tmpdir(), "reader-"));
  try {
    const files = Object.entries({ frame, words: { vocabulary, intentModel, alarmModel }, texts }).map(
      ([name, value]) => {
        const file = join(folder, `${name}.json`);
        writeFileSync(file, JSON.stringify(value));
        return file;
      },
    );
    const run = spawnSync(
      process.execPath,
      ["--expose-gc", "--import", "tsx", here("peers-memory.ts"), ...files],
      { encoding: "utf8" },
    );
    if (run.status !== 0) throw new Error(`the reader could not be weighed:\n${run.stderr.slice(0, 2000)}`);
    return JSON.parse(run.stdout) as Memory;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What understanding adds to the browser's download, in kilobytes after gzip. */
export interface Download {
  readonly vocabulary: number;
  readonly model: number;
  readonly code: number;
}

/** Weighs words, model and the code that reads with them, built as the kiosk's page is. */
export async function downloadOfReader({ vocabulary, intentModel, alarmModel }: Bundle): Promise<Download> {
  const zipped = (text: string) => gzipSync(text, { level: 9 }).length / KILOBYTE;
  const result = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2017",
      lib: { entry: here("../engine/language/index.ts"), formats: ["es"], fileName: "language" },
    },
  });
  const code = [result]
    .flat()
    .flatMap((built) => ("output" in built ? built.output : []))
    .map((piece) => (piece.type === "chunk" ? piece.code : ""))
    .join("\n");
  return {
    vocabulary: zipped(JSON.stringify(vocabulary)),
    model: zipped(JSON.stringify([intentModel, alarmModel])),
    code: zipped(code),
  };
}
