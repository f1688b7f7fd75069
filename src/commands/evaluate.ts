/**
 * `npm run evaluate -- FILE.jsonl …`: how well texts are understood. Reads labelled questions, dialogues and
 * emergencies, runs the engine with the compiled bundle (or the one that BUNDLE names), and prints for each file
 * accuracy, calibration and each miss; after several files of questions their totals together.
 */
import { existsSync, readFileSync } from "node:fs";
import { createEngine, type Engine } from "../engine/index.ts";
import { knowledgePlace, loadKnowledge, readBundle } from "../host/bundle.ts";
import { scoreAlarm } from "./evaluation/emergencies.ts";
import { LabelBook } from "./evaluation/labels.ts";
import {
  alarmReport,
  dialogueReport,
  questionReport,
  questionTotals,
  unknownLabels,
} from "./evaluation/report.ts";
import { parseRows } from "./evaluation/rows.ts";
import { type Scored, scoreDialogue, scoreQuestion } from "./evaluation/score.ts";
import { finish } from "./finish.ts";

interface FileReport {
  readonly scored: readonly Scored[];
  readonly lines: readonly string[];
}

function reportOn(file: string, engine: Engine, labels: LabelBook): FileReport {
  const { questions, dialogues, alarms, unlabelled } = parseRows(readFileSync(file, "utf8"), file);
  const scored = questions.map((row) => scoreQuestion(row, engine, labels));
  const lines = [
    ...questionReport(scored),
    ...dialogueReport(dialogues.map((dialogue) => scoreDialogue(dialogue, engine, labels))),
    ...alarmReport(alarms.map((row) => scoreAlarm(row, engine))),
    ...(unlabelled > 0 ? [`Not labelled yet, not counted: ${unlabelled}`] : []),
  ];
  return { scored, lines };
}

async function main(files: readonly string[]): Promise<number> {
  const missing = files.find((file) => !existsSync(file));
  if (files.length === 0 || missing !== undefined) {
    console.error(missing ? `${missing} does not exist` : "usage: npm run evaluate -- FILE.jsonl …");
    return 1;
  }
  const bundle = process.env.BUNDLE
    ? await readBundle(process.env.BUNDLE)
    : await loadKnowledge(knowledgePlace(process.env.KNOWLEDGE_DIR || null));
  const engine = createEngine(bundle);
  const labels = new LabelBook(bundle);
  const reports = files.map((file) => ({ file, ...reportOn(file, engine, labels) }));
  for (const { file, lines } of reports)
    console.log([...(files.length > 1 ? [`== ${file}`] : []), ...lines].join("\n"));
  const asked = reports.filter(({ scored }) => scored.length > 0);
  if (asked.length > 1)
    console.log(
      ["== all questions together", ...questionTotals(asked.flatMap(({ scored }) => scored))].join("\n"),
    );
  for (const line of unknownLabels(labels)) console.log(line);
  return 0;
}

finish(main(process.argv.slice(2)));
