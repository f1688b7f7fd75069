/** Prints the megabytes that a reader with its vocabulary and model keeps in memory; run with `--expose-gc`. */
import { readFileSync } from "node:fs";
import { createReader } from "../engine/language/index.ts";

const MEGABYTE = 1024 * 1024;
const [, , frameFile = "", wordsFile = "", textsFile = ""] = process.argv;

function held(): number {
  global.gc?.();
  global.gc?.();
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
}

const frame = JSON.parse(readFileSync(frameFile, "utf8"));
const texts: string[] = JSON.parse(readFileSync(textsFile, "utf8"));
const before = held();
const bundle = { ...frame, ...JSON.parse(readFileSync(wordsFile, "utf8")) };
const reader = createReader(bundle);
const made = held();
for (const text of texts) reader.understand(text, { asked: null, language: null });
const used = held();
// One call more, so that the reader is still held when it is weighed.
reader.understand("", { asked: null, language: null });
console.log(JSON.stringify({ made: made - before, used: used - before }));
