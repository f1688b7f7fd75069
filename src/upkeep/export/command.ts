import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { compileKnowledge, shownFolder } from "../../compiler/index.ts";
import { indexKnowledge, type Knowledge } from "../../engine/knowledge/index.ts";
import type { Facility } from "../../engine/knowledge/types.ts";
import type { Said, Subcommand, Workplace } from "../subcommand.ts";
import { chooseFacilities, type Wish } from "./choose.ts";
import { facilitiesCsv } from "./csv.ts";
import { facilitiesGeoJson } from "./geojson.ts";
import { facilitiesHsds } from "./hsds/index.ts";

type Writer = (knowledge: Knowledge, facilities: readonly Facility[], bom: boolean) => string;

/** The formats: how each is written, and the name of its file where only a folder is named. */
const FORMATS: Readonly<Record<string, { readonly file: string; readonly write: Writer }>> = {
  csv: { file: "facilities.csv", write: facilitiesCsv },
  geojson: { file: "facilities.geojson", write: facilitiesGeoJson },
  hsds: { file: "facilities.hsds.json", write: facilitiesHsds },
};

interface Order extends Wish {
  readonly format: string;
  readonly out: string;
  readonly bom: boolean;
}

/** Writes the facilities for other programs: a table, a map layer, or an HSDS 3.1 directory. */
export const exportFacilities: Subcommand = {
  usage: `--format ${Object.keys(FORMATS).join("|")} --out FOLDER-OR-FILE [--county CODE] [--type TYPE] [--bom]`,
  async run(args, at) {
    const order = readArguments(args);
    if ("problem" in order) return refused(`${order.problem}; write ${exportFacilities.usage}`);
    const compiled = compileKnowledge(at.folder, shownFolder(at.folder, at.from));
    if (compiled.bundle === null) return { code: 1, lines: compiled.faults };
    const knowledge = indexKnowledge(compiled.bundle);
    const chosen = chooseFacilities(knowledge, order);
    if ("problem" in chosen) return refused(chosen.problem);
    return write(knowledge, chosen.facilities, order, at);
  },
};

function readArguments(args: readonly string[]): Order | { readonly problem: string } {
  const text = { type: "string" } as const;
  const options = { format: text, out: text, county: text, type: text, bom: { type: "boolean" } } as const;
  try {
    const { format, out, county, type, bom = false } = parseArgs({ args: [...args], options }).values;
    if (format === undefined || !Object.hasOwn(FORMATS, format))
      return { problem: format === undefined ? "no format is named" : `\`${format}\` is no format here` };
    if (!out) return { problem: "no file or folder to write is named" };
    if (bom && format !== "csv") return { problem: "--bom is for csv alone" };
    return { format, out, county, type, bom };
  } catch (error) {
    const [problem = ""] = (error instanceof Error ? error.message : String(error)).split("\n");
    return { problem };
  }
}

function write(
  knowledge: Knowledge,
  facilities: readonly Facility[],
  { format, out, bom }: Order,
  at: Workplace,
): Said {
  const writer = FORMATS[format];
  if (writer === undefined) return refused(`\`${format}\` is no format here`);
  const named = resolve(at.from, out);
  const isFolder = /[/\\]$/u.test(out) || statSync(named, { throwIfNoEntry: false })?.isDirectory() === true;
  const file = isFolder ? join(named, writer.file) : named;
  try {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, writer.write(knowledge, facilities, bom));
  } catch (error) {
    return refused(
      `${shownFolder(file, at.from)} cannot be written: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  const located = facilities.filter(({ latitude }) => latitude !== null).length;
  return {
    code: 0,
    lines: [
      `${shownFolder(file, at.from)}: ${facilities.length} facilities, ${located} of them with a point (knowledge ${knowledge.bundle.version})`,
    ],
  };
}

function refused(problem: string): Said {
  return { code: 1, lines: [problem] };
}
