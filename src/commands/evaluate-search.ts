/**
 * `npm run evaluate:search -- [FILE.jsonl …]`: how well the adviser's look-up finds entries by everyday words. Reads rows
 * `{"q", "entry", "or"?, "county"?, "language"?}` (by default every test/evaluation/search-*.jsonl), searches the compiled
 * knowledge (or the bundle that BUNDLE names), and prints the share found and each miss. Ends with 1 when a row is
 * refused: its question is itself a name in the index, or its entry does not exist.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { createEngine } from "../engine/index.ts";
import { knowledgePlace, loadKnowledge, readBundle } from "../host/bundle.ts";
import { searchReport } from "./evaluation/search-report.ts";
import { parseSearchRows } from "./evaluation/search-rows.ts";
import { scoreSearch } from "./evaluation/search-score.ts";
import { finish } from "./finish.ts";

const FOLDER = "test/evaluation";

function defaultFiles(): readonly string[] {
  const names = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  return names
    .filter((name) => /^search-.*\.jsonl$/.test(name))
    .sort()
    .map((name) => join(FOLDER, name));
}

async function main(named: readonly string[]): Promise<number> {
  const files = named.length > 0 ? named : defaultFiles();
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined || files.length === 0) {
    console.error(missing ? `${missing} does not exist` : `no search-*.jsonl in ${FOLDER}; name a file`);
    return 1;
  }
  const rows = files.flatMap((file) => parseSearchRows(readFileSync(file, "utf8"), basename(file)));
  const bundle = process.env.BUNDLE
    ? await readBundle(process.env.BUNDLE)
    : await loadKnowledge(knowledgePlace(process.env.KNOWLEDGE_DIR || null));
  const score = scoreSearch(rows, createEngine(bundle));
  for (const line of searchReport(score)) console.log(line);
  return score.refused.length > 0 ? 1 : 0;
}

finish(main(process.argv.slice(2)));
