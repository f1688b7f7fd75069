import { parseArgs } from "node:util";
import { compileKnowledge, shownFolder } from "../../compiler/index.ts";
import { DAY } from "../../compiler/reading/forms.ts";
import type { Day } from "../../engine/knowledge/types.ts";
import type { Said, Subcommand } from "../subcommand.ts";
import { dayInQuanzhou } from "./days.ts";
import { findStale } from "./find.ts";
import { staleLines } from "./print.ts";

const WITHIN_DAYS = 90;
const MOST_DAYS = 36_500;

interface Question {
  readonly asOf: Day;
  readonly within: number;
  readonly json: boolean;
}

/** Lists what has gone or soon goes out of date. A long list is no fault: the exit code stays 0. */
export const stale: Subcommand = {
  usage: `[--as-of YYYY-MM-DD] [--within DAYS, ${WITHIN_DAYS} by default] [--json]`,
  async run(args, at) {
    const question = readArguments(args, Date.now());
    if ("problem" in question) return refused(question.problem);
    const compiled = compileKnowledge(at.folder, shownFolder(at.folder, at.from));
    if (compiled.bundle === null) return { code: 1, lines: compiled.faults };
    const found = findStale(compiled.bundle, question.asOf, question.within);
    return { code: 0, lines: question.json ? [JSON.stringify(found, null, 1)] : staleLines(found) };
  },
};

function readArguments(args: readonly string[], now: number): Question | { readonly problem: string } {
  const text = { type: "string" } as const;
  const options = { "as-of": text, within: text, json: { type: "boolean" } } as const;
  try {
    const {
      "as-of": asOf = dayInQuanzhou(now),
      within = String(WITHIN_DAYS),
      json = false,
    } = parseArgs({
      args: [...args],
      options,
    }).values;
    if ("wrong" in DAY.parse(asOf))
      return { problem: `--as-of is \`${asOf}\`, which is no day; write YYYY-MM-DD, such as 2026-11-22` };
    if (!/^\d{1,5}$/u.test(within) || Number(within) > MOST_DAYS)
      return { problem: `--within is \`${within}\`; write whole days from 0 to ${MOST_DAYS}` };
    return { asOf, within: Number(within), json };
  } catch (error) {
    const [problem] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { problem: `${problem}; write ${stale.usage}` };
  }
}

function refused(problem: string): Said {
  return { code: 1, lines: [problem] };
}
