import { resolve } from "node:path";
import { compileKnowledge, countOfFaults, shownFolder } from "../../compiler/index.ts";
import type { Bundle, Day, PolicyDocument } from "../../engine/knowledge/types.ts";
import type { Said, Subcommand, Workplace } from "../subcommand.ts";
import { faultsWith, plannedFiles, writeFiles } from "./apply.ts";
import { type ImportOptions, readArguments, USAGE } from "./arguments.ts";
import { readEntries } from "./facilities/files.ts";
import { noteWords } from "./facilities/note-words.ts";
import { type Ground, makePlan, type Plan } from "./plan.ts";
import { counted, planLines, tableLines } from "./report.ts";
import { chooseTable } from "./table/choose.ts";
import type { Table } from "./table/table.ts";
import { Unreadable } from "./unreadable.ts";
import { datumOf } from "./where/coordinates.ts";
import { Gazetteer } from "./where/gazetteer.ts";
import { openSpreadsheet } from "./workbook/open.ts";

/** `import-facilities`: puts a list of facilities, as a civil-affairs bureau has it, into the facility files. */
export const importFacilities: Subcommand = {
  usage: USAGE,
  async run(args, at) {
    try {
      return await importList(args, at);
    } catch (error) {
      if (error instanceof Unreadable) return { code: 1, lines: [error.message] };
      throw error;
    }
  },
};

async function importList(args: readonly string[], at: Workplace): Promise<Said> {
  const today = chinaToday();
  const options = readArguments(args, today);
  const { bundle, faults } = compileKnowledge(at.folder, shownFolder(at.folder, at.from));
  if (bundle === null)
    return {
      code: 1,
      lines: [...faults, `${countOfFaults(faults)} in the knowledge as it is; nothing was read`],
    };
  const ground = groundOf(options, bundle, at, today);
  const table = await readTable(options, at);
  const plan = makePlan(table, ground);
  const lines = [
    ...tableLines(options.file, table),
    ...datumLines(table, options),
    ...planLines(plan, ground.gazetteer),
  ];
  const written = finish(plan, ground, at);
  const code = plan.refused.length > 0 || !written.sound ? 1 : 0;
  return { code, lines: [...lines, ...written.lines] };
}

function groundOf(options: ImportOptions, bundle: Bundle, at: Workplace, today: Day): Ground {
  const type = bundle.facilityTypes.find(({ id }) => id === options.type);
  const types = bundle.facilityTypes.map(({ id }) => id).join(", ");
  if (type === undefined) throw new Unreadable(`--type is “${options.type}”; write one of ${types}`);
  const counties = bundle.places.filter(({ level }) => level === "county");
  const county = counties.find(({ code }) => code === options.county);
  const codes = counties.map(({ code, name }) => `${code} ${name["zh-Hans"]}`).join(", ");
  if (county === undefined) throw new Unreadable(`--county is “${options.county}”; write one of ${codes}`);
  const source = sourceOf(options, bundle.documents);
  return {
    options,
    provenance: { source, clause: options.clause, reported: options.reported },
    today,
    type,
    gazetteer: new Gazetteer(bundle.places, county),
    words: noteWords(bundle.phrases["zh-Hans"]),
    kept: readEntries(at.folder, type.id),
    ids: new Set(bundle.facilities.map(({ id }) => id)),
  };
}

/** The document that vouches for the list: an elder who asks where this comes from is told it. */
function sourceOf({ source, county, reported }: ImportOptions, documents: readonly PolicyDocument[]): string {
  if (source !== null && documents.some(({ id }) => id === source)) return source;
  const what = source === null ? "--source is missing" : `there is no document “${source}”`;
  throw new Unreadable(
    `${what}; add the list as a row to knowledge/documents/facility-pages.csv (id,title,issuer,issued,jurisdiction,kind,url,checked), such as page-${reported.replace(/-/gu, "")}-canteen-list,长者食堂名单,民政局,${reported},${county},official-page,,${reported}, and give its id as --source`,
  );
}

async function readTable(options: ImportOptions, { from }: Workplace): Promise<Table> {
  try {
    return chooseTable(await openSpreadsheet(resolve(from, options.file)), options.sheet);
  } catch (error) {
    if (error instanceof Unreadable) throw new Unreadable(`${options.file} ${error.message}`);
    throw error;
  }
}

/** Says once, not per row, that points without a datum are not used. */
function datumLines({ headings }: Table, { datum }: ImportOptions): readonly string[] {
  const points = headings.filter(
    ({ kind }) => kind === "longitude" || kind === "latitude" || kind === "point",
  );
  const told =
    datum !== null ||
    headings.some(({ kind }) => kind === "datum") ||
    points.some(({ text }) => datumOf(text));
  if (points.length === 0 || told) return [];
  return [
    "coordinates are not used: nothing says on which map they were taken, and a wrong guess is off by about 560 m; add --datum gcj-02 (高德, 腾讯), bd-09 (百度) or wgs-84 (GPS, CGCS2000)",
  ];
}

/** Writes the plan when that was asked for and the knowledge stays sound; says what was done. */
function finish(
  plan: Plan,
  { kept, options }: Ground,
  at: Workplace,
): { sound: boolean; lines: readonly string[] } {
  const files = plannedFiles(plan, kept);
  if (files.size === 0) return { sound: true, lines: ["nothing to write"] };
  const faults = faultsWith(files, at.folder);
  if (faults.length > 0)
    return {
      sound: false,
      lines: [...faults, `${countOfFaults(faults)} with these entries; nothing was written`],
    };
  const names = [...files.keys()].map((file) => `${shownFolder(at.folder, at.from)}/${file}`).join(", ");
  if (!options.apply) return { sound: true, lines: [`nothing was written; with --apply: ${names}`] };
  writeFiles(files, at.folder);
  const left =
    plan.refused.length > 0 ? `; ${counted(plan.refused.length, "refusal")} left out, see above` : "";
  return { sound: true, lines: [`written: ${names}${left}; now run npm run knowledge`] };
}

/** Today in China, whatever the machine’s zone. */
function chinaToday(): Day {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}
