import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { decide } from "../engine/eligibility/index.ts";
import { indexKnowledge, type Knowledge } from "../engine/knowledge/index.ts";
import type { Bundle, Facts } from "../engine/knowledge/types.ts";
import { cost } from "./cost.ts";
import { countyCode, type Size, writeProvince } from "./simulated.ts";

const SIZE: Size = { counties: 100, benefits: 60, provisions: 4, facilities: 200_000 };
const DAY = "2024-06-01";

/** The same person at home in a county of the real knowledge and in one of the simulated. */
const person = (county: string): Facts => ({
  age: 82,
  hukou: county,
  residence: county,
  "minimum-living": false,
});

/** Compiles a simulated province in a process of its own (its time and memory are its own then) and compares a determination in it with today's. */
export async function benchProvince(real: string, today: Knowledge): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "province-"));
  try {
    writeProvince(real, join(folder, "knowledge"), SIZE);
    const run = spawnSync(
      process.execPath,
      ["--import", "tsx", resolve(import.meta.dirname, "compile-one.ts"), folder],
      { encoding: "utf8", maxBuffer: 1 << 26 },
    );
    if (run.status !== 0)
      throw new Error(`the simulated province does not compile:\n${run.stderr.slice(0, 2000)}`);
    console.log(
      `a province (${Object.entries(SIZE)
        .map(([what, count]) => `${count} ${what}`)
        .join(", ")}): ${run.stdout.trim()}`,
    );
    const bundle = JSON.parse(readFileSync(join(folder, "bundle.json"), "utf8")) as Bundle;
    benchDeterminations(today, indexKnowledge(bundle));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchDeterminations(today: Knowledge, province: Knowledge): void {
  const cases: readonly (readonly [string, Facts, Facts])[] = [
    ["one person whose county is known", person("350582"), person(countyCode(50))],
    ["one person of whom only the age is known", { age: 82 }, { age: 82 }],
  ];
  for (const [what, here, there] of cases) {
    const now = cost(() => decide(today, here, DAY));
    const then = cost(() => decide(province, there, DAY));
    console.log(
      `${what}: today ${now.toFixed(3)} ms, in the province ${then.toFixed(3)} ms, ${(then / now).toPrecision(3)} times today's`,
    );
  }
}
