import { readFileSync } from "node:fs";
import type { Bundle } from "../src/engine/index.ts";

/** The bundle of the real knowledge, as `test/setup.ts` compiled it just before the tests. */
export function realBundle(): Bundle {
  return JSON.parse(readFileSync("build/bundle.json", "utf8")) as Bundle;
}
