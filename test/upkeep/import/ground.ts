import { appendFileSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import writeExcelFile from "write-excel-file/node";
import type { Place } from "../../../src/engine/knowledge/types.ts";
import { importFacilities } from "../../../src/upkeep/import/index.ts";
import type { Said } from "../../../src/upkeep/subcommand.ts";
import { knowledgeOf } from "../../compiler/overlay.ts";

/** Places as they lie in Jinjiang and next to it; 新店 and 前蔡 stand for names that several towns have. */
const PLACES = `code,name,name_en,level,parent,latitude,longitude,also
350500,泉州市,Quanzhou,city,,24.877,118.671,泉州
350581,石狮市,Shishi City,county,350500,24.735,118.644,石狮
350582,晋江市,Jinjiang City,county,350500,24.785,118.547,晋江、Jinjiang
350581101,蚶江镇,Hanjiang Town,town,350581,24.791,118.692,蚶江
350582101,安海镇,Anhai Town,town,350582,24.71956,118.47160,安海
350582107,池店镇,Chidian Town,town,350582,24.86877,118.57454,池店
350582002,梅岭街道,Meiling Subdistrict,town,350582,24.81517,118.57309,梅岭
350582101210,梧山村,Wushan Village,village,350582101,24.72810,118.48790,梧山
350582101220,新店村,Xindian Village,village,350582101,,,新店
350582107205,新店村,Xindian Village,village,350582107,24.86001,118.58002,新店
350582107206,华洲村,Huazhou Village,village,350582107,,,华洲
350582002012,竹园社区,Zhuyuan Community,village,350582002,24.83145,118.57309,竹园
`;
const LIST =
  "page-20261101-canteen-list,晋江市长者食堂名单,晋江市民政局,2026-11-01,350582,official-page,,2026-11-20\n";
export const HEADER =
  "id,name,name_en,status,place,address,latitude,longitude,precision,sessions,exceptions,hours,prices,phone,services,note,source,clause,reported,checked";
/** What is known before any import: one canteen whose name the lists write in another way. */
export const ZHUYUAN =
  "jinjiang-zhuyuan-canteen,竹园社区长者食堂,Zhuyuan Community Canteen for Elders,unverified,350582002012,竹园社区,24.83145,118.57309,village,,,供午餐,每餐8元,,堂食,2025年改造提升。,page-canteen,全文,2025-05-01,2026-01-05";

/** A small sound knowledge with places, a known canteen and the list as a document. */
export function knowledge(): string {
  const folder = knowledgeOf();
  for (const language of ["zh-Hans", "en"]) {
    const phrases = `phrases/${language}/import.yaml`;
    cpSync(join("knowledge", phrases), join(folder, phrases));
  }
  writeFileSync(join(folder, "places/places.csv"), PLACES);
  appendFileSync(join(folder, "documents/pages.csv"), LIST);
  writeFileSync(join(folder, "facilities/canteen/jinjiang.csv"), `${HEADER}\n${ZHUYUAN}\n`);
  return folder;
}

/** The same places as the engine has them. */
export function placeTable(): readonly Place[] {
  const [, ...lines] = PLACES.trim().split("\n");
  return lines.map((line) => {
    const [code = "", name = "", en = "", level, parent, latitude, longitude, also = ""] = line.split(",");
    return {
      code,
      name: { "zh-Hans": name, "zh-Hant": name, en },
      level: level as Place["level"],
      parent: parent || null,
      latitude: latitude ? Number(latitude) : null,
      longitude: longitude ? Number(longitude) : null,
      also: also.split("、").filter((word) => word !== ""),
    };
  });
}

/** The entries of the county’s file, as written. */
export function written(folder: string): string {
  return readFileSync(join(folder, "facilities/canteen/jinjiang.csv"), "utf8");
}

export const ARGUMENTS = [
  ...["--type", "canteen", "--county", "350582", "--source", "page-20261101-canteen-list"],
  ...["--reported", "2026-11-01", "--checked", "2026-11-20"],
];

/** Runs the import on a file beside the knowledge. */
export function run(folder: string, file: string, ...more: readonly string[]): Promise<Said> {
  return importFacilities.run([file, ...ARGUMENTS, ...more], { folder, from: dirname(folder) });
}

/** Writes a file beside the knowledge and returns its name. */
export function beside(folder: string, name: string, content: string | Uint8Array): string {
  mkdirSync(dirname(folder), { recursive: true });
  writeFileSync(join(dirname(folder), name), content);
  return name;
}

/** A table as CSV text; cells with commas are quoted. */
export function csv(...rows: readonly (readonly string[])[]): string {
  const cell = (text: string) => (/[",\n]/u.test(text) ? `"${text.replace(/"/gu, '""')}"` : text);
  return `${rows.map((row) => row.map(cell).join(",")).join("\n")}\n`;
}

type SheetCell = string | number | Date | null | { value: string; columnSpan?: number; rowSpan?: number };

/** Writes a workbook beside the knowledge and returns its name. */
export async function workbook(folder: string, rows: readonly (readonly SheetCell[])[]): Promise<string> {
  const cells = rows.map((row) =>
    row.map((cell) => {
      if (cell === null || (typeof cell === "object" && !(cell instanceof Date))) return cell;
      return cell instanceof Date ? { value: cell, format: "yyyy-mm-dd" } : { value: cell };
    }),
  );
  const buffer = await writeExcelFile(cells as never).toBuffer();
  return beside(folder, "list.xlsx", buffer);
}
