import { resolve } from "node:path";
import { runKnowledge } from "./command.ts";

/** `npm run knowledge`: checks and compiles the knowledge folder, or the one that KNOWLEDGE_DIR names. */
const root = resolve(import.meta.dirname, "../..");
const folder = process.env.KNOWLEDGE_DIR || resolve(root, "knowledge");
const { sound, lines } = runKnowledge(folder, root, process.cwd());
for (const line of lines) sound ? console.log(line) : console.error(line);
process.exitCode = sound ? 0 : 1;
