import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Options, parse } from "csv-parse/sync";
import { FACILITY_COLUMNS } from "../../../compiler/kinds/facilities.ts";
import { compareText } from "../../../compiler/reading/faults.ts";
import type { Place } from "../../../engine/knowledge/types.ts";
import { type Entry, entryOf } from "./entry.ts";

/** An entry and the file it stands in, by its path inside the knowledge folder. */
export interface Kept {
  readonly file: string;
  readonly entry: Entry;
}

/** All entries of a facility type, in the order of their files. The knowledge is known to be sound. */
export function readEntries(knowledge: string, type: string): readonly Kept[] {
  const folder = join(knowledge, "facilities", type);
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith(".csv") && !name.startsWith("."));
  return files.sort(compareText).flatMap((name) => {
    const options: Options = { columns: true, trim: true, skip_empty_lines: true, bom: true };
    const rows = parse(readFileSync(join(folder, name), "utf8"), options) as Partial<Entry>[];
    return rows.map((row) => ({ file: `facilities/${type}/${name}`, entry: entryOf(row) }));
  });
}

/** The file for new entries of a county: `facilities/canteen/jinjiang.csv`. */
export function countyFile(type: string, county: Place): string {
  return `facilities/${type}/${countyWord(county)}.csv`;
}

/** The county as ids and file names say it: `nanan`, `huian`; zones by their code. */
export function countyWord({ code, name }: Place): string {
  if (!/^\d+$/u.test(code)) return code.toLowerCase();
  return word(name.en.replace(/ (City|County|District)$/u, ""));
}

/** English words as ids have them: `Nan’an Town` → `nanan-town`. */
export function word(text: string): string {
  const plain = text
    .normalize("NFD")
    .replace(/\p{M}|['’]/gu, "")
    .toLowerCase();
  return plain.replace(/[^a-z0-9]+/gu, "-").replace(/^-|-$/gu, "");
}

/** The text of a facility file: its entries by id, one per line, so that equal entries have equal bytes. */
export function fileText(entries: readonly Entry[]): string {
  const sorted = [...entries].sort((a, b) => compareText(a.id, b.id));
  const lines = sorted.map((entry) => FACILITY_COLUMNS.map((column) => cell(entry[column])).join(","));
  return `${[FACILITY_COLUMNS.join(","), ...lines].join("\n")}\n`;
}

function cell(text: string): string {
  return /[",\n\r]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text;
}
