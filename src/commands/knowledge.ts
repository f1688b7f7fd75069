/**
 * `npm run knowledge`: checks and compiles the knowledge folder, or the one that KNOWLEDGE_DIR names.
 * `npm run knowledge <job> -- …`: one of the jobs that keep it up to date, e.g. `import-facilities`.
 */
import { resolve } from "node:path";
import { runKnowledge } from "../compiler/command.ts";
import { type Said, SUBCOMMANDS } from "../upkeep/index.ts";
import { finish } from "./finish.ts";

const root = resolve(import.meta.dirname, "../..");
const folder = process.env.KNOWLEDGE_DIR || resolve(root, "knowledge");

async function main([job, ...rest]: readonly string[]): Promise<Said> {
  if (job === undefined) {
    const { sound, lines } = runKnowledge(folder, root, process.cwd());
    return { code: sound ? 0 : 1, lines };
  }
  const subcommand = Object.hasOwn(SUBCOMMANDS, job) ? SUBCOMMANDS[job] : undefined;
  if (subcommand) return subcommand.run(rest, { folder, from: process.cwd() });
  const usages = Object.entries(SUBCOMMANDS).map(
    ([name, { usage }]) => `npm run knowledge ${name} -- ${usage}`,
  );
  return { code: 1, lines: [`“${job}” is no job here; there are:`, "npm run knowledge", ...usages] };
}

function said({ code, lines }: Said): number {
  for (const line of lines) code === 0 ? console.log(line) : console.error(line);
  return code;
}

finish(main(process.argv.slice(2)).then(said));
