import { readFileSync } from "node:fs";
import { type Labelled, parseRows } from "../commands/evaluation/rows.ts";

/** Questions that are read where none are named. */
export const QUESTIONS = ["test/evaluation/development.jsonl", "test/evaluation/unseen-development.jsonl"];

/** The labelled questions of several files. */
export function questionsOf(files: readonly string[]): readonly Labelled[] {
  return files.flatMap((file) => parseRows(readFileSync(file, "utf8"), file).questions);
}
