/**
 * `npm run evaluate -- FILE.jsonl`: how well texts are understood. Reads labelled questions and dialogues, runs the
 * engine with the compiled bundle (or the one that BUNDLE names), and prints accuracy and each miss.
 */
import { existsSync, readFileSync } from "node:fs";
import { createEngine } from "../engine/index.ts";
import { knowledgePlace, loadKnowledge, readBundle } from "../host/bundle.ts";
import { LabelBook } from "./evaluation/labels.ts";
import { dialogueReport, questionReport, unknownLabels } from "./evaluation/report.ts";
import { parseRows } from "./evaluation/rows.ts";
import { scoreDialogue, scoreQuestion } from "./evaluation/score.ts";

async function main(file: string | undefined): Promise<number> {
  if (!file || !existsSync(file)) {
    console.error(file ? `${file} does not exist` : "usage: npm run evaluate -- FILE.jsonl");
    return 1;
  }
  const { questions, dialogues } = parseRows(readFileSync(file, "utf8"));
  const bundle = process.env.BUNDLE
    ? await readBundle(process.env.BUNDLE)
    : await loadKnowledge(knowledgePlace(process.env.KNOWLEDGE_DIR || null));
  const engine = createEngine(bundle);
  const labels = new LabelBook(bundle);
  const lines = [
    ...questionReport(questions.map((row) => scoreQuestion(row, engine, labels))),
    ...dialogueReport(dialogues.map((dialogue) => scoreDialogue(dialogue, engine, labels))),
    ...unknownLabels(labels),
  ];
  for (const line of lines) console.log(line);
  return 0;
}

main(process.argv[2]).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  },
);
