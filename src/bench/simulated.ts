import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";

/** How large a simulated province is; the defaults are those of a real one such as Fujian, rounded up. */
export interface Size {
  readonly counties: number;
  readonly benefits: number;
  /** Per benefit and county. */
  readonly provisions: number;
  readonly facilities: number;
}

/** A benefit file as far as the simulation looks into it. */
interface BenefitFile {
  provisions: { id: string; jurisdiction: string; who: object; floor?: boolean }[];
  examples: { facts: Record<string, unknown> }[];
}

const TOWNS = 10;

/** Codes no real place has. @example countyCode(7) // "359007" */
export const countyCode = (index: number): string => String(359000 + index);

/**
 * Writes a knowledge folder as large as a province: the real one with more counties, each with its own provisions
 * of every benefit (the real provisions, moved there, so that conditions are as deep as real ones) and facilities.
 */
export function writeProvince(real: string, folder: string, size: Size): void {
  // Without outlines: the copied provisions cite real clauses, which no outline would name.
  const isOutline = (path: string): boolean => path.startsWith(join(real, "outlines"));
  cpSync(real, folder, { recursive: true, filter: (path) => !isOutline(path) });
  writeFileSync(join(folder, "places/simulated.csv"), placeRows(size));
  const files = readdirSync(join(real, "benefits"));
  for (let index = 0; index < size.benefits; index += 1) {
    const name = files[index % files.length] ?? "";
    const copy = index < files.length ? name : name.replace(".yaml", `-again-${index}.yaml`);
    const text = readFileSync(join(real, "benefits", name), "utf8");
    writeFileSync(join(folder, "benefits", copy), benefitText(text, size));
  }
  const canteens = join(folder, "facilities/canteen");
  mkdirSync(canteens, { recursive: true });
  const [head = "", row = ""] = firstRows(canteens);
  const each = Math.ceil(size.facilities / size.counties);
  for (let county = 0; county < size.counties; county += 1)
    writeFileSync(join(canteens, `simulated-${county}.csv`), facilityRows(head, row, county, each));
}

function placeRows({ counties }: Size): string {
  const lines = ["code,name,name_en,level,parent,latitude,longitude,also"];
  for (let county = 0; county < counties; county += 1) {
    const code = countyCode(county);
    lines.push(`${code},仿造${code}县,Simulated ${code},county,350500,24.9,118.6,`);
    for (let town = 100; town < 100 + TOWNS; town += 1)
      lines.push(`${code}${town},仿造${code}${town}镇,Simulated ${code}${town},town,${code},24.9,118.6,`);
  }
  return `${lines.join("\n")}\n`;
}

/** The benefit with `provisions` more for every county; examples stay where both places are told, as they do not depend on other counties. */
function benefitText(text: string, { counties, provisions }: Size): string {
  const benefit = parse(text) as BenefitFile;
  const examples = benefit.examples.filter(({ facts }) => "hukou" in facts && "residence" in facts);
  const own = benefit.provisions.map((provision) => stringify({ ...provision, floor: false }));
  const moved = Array.from({ length: counties * provisions }, (_, at) => {
    const code = countyCode(Math.floor(at / provisions));
    const template = own[at % own.length] ?? "";
    const placed = template.replace(/\b(350\d{3}|TIA-QZ)\b/gu, code);
    const provision = parse(placed) as BenefitFile["provisions"][number];
    const who = { all: [{ belongs: code }, provision.who] };
    return { ...provision, id: `simulated-${at}`, jurisdiction: code, who };
  });
  const all = [...benefit.provisions, ...moved];
  return stringify({ ...benefit, provisions: all, examples }, { aliasDuplicateObjects: false }).replace(
    /^(\s*(?:- )?(?:jurisdiction|within|belongs|hukou|residence): )(\d{6,12})$/gmu,
    '$1"$2"',
  );
}

/** The header and one row of a real file, to be varied. */
function firstRows(folder: string): readonly string[] {
  const file = readdirSync(folder).find((name) => name.endsWith(".csv")) ?? "";
  return readFileSync(join(folder, file), "utf8").split("\n");
}

function facilityRows(head: string, row: string, county: number, count: number): string {
  const columns = head.split(",");
  const cells = row.split(",");
  const set = (values: Readonly<Record<string, string>>): string =>
    columns.map((column, at) => values[column] ?? cells[at] ?? "").join(",");
  const rows = Array.from({ length: count }, (_, at) => {
    const id = `simulated-${county}-${at}`;
    const place = `${countyCode(county)}${100 + (at % TOWNS)}`;
    return set({
      id,
      name: `仿造食堂${county}之${at}`,
      name_en: id,
      place,
      latitude: "24.9",
      longitude: "118.6",
    });
  });
  return `${[head, ...rows].join("\n")}\n`;
}
