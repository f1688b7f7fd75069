import { type CellText, cellText, columnLetters, type RawCell, type Sheet } from "../workbook/cell.ts";
import { type ColumnKind, columnKind } from "./headings.ts";

/** One cell of a table, with words for where it stands. */
export interface TableCell extends CellText {
  readonly kind: ColumnKind;
  readonly heading: string;
  /** `row 7, column E (联系电话)`: as the clerk's spreadsheet shows it. */
  readonly at: string;
  /** Not written in this row: taken from the rows above, as in a group whose town is written once. */
  readonly filled: boolean;
}

/** One row of a table: its number in the spreadsheet and its filled cells, some columns twice. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly TableCell[];
}

/** The table found in a sheet. */
export interface Table {
  readonly sheet: string;
  readonly headings: readonly Heading[];
  /** Headings of columns that are not read. */
  readonly unread: readonly string[];
  readonly rows: readonly TableRow[];
  /** Rows that are no entries (sums, notes, repeated headers), each with the reason. */
  readonly skipped: readonly string[];
}

/** A column that is read: which one, and its heading as written. */
export interface Heading {
  readonly kind: ColumnKind;
  readonly index: number;
  readonly text: string;
}

/** Titles and explanations above the header seldom take more rows. */
const DEEPEST_HEADER = 40;
const SUM = /^[^\p{L}]*(小计|合计|总计|共计|累计|总数)|(小计|合计|总计)[:： ]*\d*$/u;
const NOTE = /^[（(【]?(注|备注|说明|填表|填报|制表|审核|联系人|统计|截至|截止|附件?|单位)/u;

/** The table of a sheet, found by its header; null for a sheet without one. */
export function findTable(sheet: Sheet): Table | null {
  const depth = Math.min(sheet.rows.length, DEEPEST_HEADER);
  for (let at = 0; at < depth; at++) {
    const headings = headingsOf(sheet.rows[at] ?? []);
    if (!isHeader(headings)) continue;
    const second = secondLine(headings, sheet.rows[at + 1] ?? []);
    const whole = [...headings, ...second];
    return { ...entries(sheet, at + (second.length > 0 ? 2 : 1), whole), ...named(sheet, at, whole) };
  }
  return null;
}

function headingsOf(row: readonly RawCell[]): readonly Heading[] {
  return row.flatMap((raw, index) => {
    const { text } = cellText(typeof raw === "string" ? raw : null);
    const kind = columnKind(text);
    return kind === null ? [] : [{ kind, index, text }];
  });
}

function isHeader(headings: readonly Heading[]): boolean {
  const kinds = new Set(headings.map(({ kind }) => kind));
  return kinds.has("name") && kinds.size >= 2;
}

/** Headings of a second line, below a common heading such as 坐标 over 经度 and 纬度; none when it is an entry. */
function secondLine(first: readonly Heading[], row: readonly RawCell[]): readonly Heading[] {
  const name = first.find(({ kind }) => kind === "name")?.index ?? -1;
  const filled = row.filter((raw) => cellText(raw).text !== "").length;
  const headings = headingsOf(row).filter(({ kind }) => kind !== "name");
  if (headings.length === 0 || headings.length < filled || cellText(row[name] ?? null).text !== "") return [];
  return headings;
}

function named(
  sheet: Sheet,
  at: number,
  headings: readonly Heading[],
): Pick<Table, "sheet" | "headings" | "unread"> {
  const taken = new Set(headings.map(({ index }) => index));
  const others = (sheet.rows[at] ?? []).map((raw, index) => (taken.has(index) ? "" : cellText(raw).text));
  return { sheet: sheet.name, headings, unread: others.filter((text) => text !== "") };
}

function entries(sheet: Sheet, from: number, headings: readonly Heading[]): Pick<Table, "rows" | "skipped"> {
  const rows: TableRow[] = [];
  const skipped: string[] = [];
  const grouped = isGrouped(sheet, from, headings);
  let town: TableCell | null = null;
  for (let at = from; at < sheet.rows.length; at++) {
    const cells = rowCells(sheet, at, headings);
    const reason = whyNoEntry(sheet.rows[at] ?? [], cells);
    if (reason !== null) {
      if (reason !== "") skipped.push(`row ${at + 1} is ${reason}`);
      continue;
    }
    const own: TableCell | undefined = cells.find(({ kind }) => kind === "town");
    if (own !== undefined) town = own;
    const filled = own === undefined && town !== null && grouped ? [{ ...town, filled: true }] : [];
    rows.push({ number: at + 1, cells: [...cells, ...filled] });
  }
  return { rows, skipped };
}

/**
 * Whether an empty town may mean the town above: not where merged cells say exactly how far a town reaches, and not
 * where the same town is written out in rows that follow each other, as an empty cell there is just empty.
 */
function isGrouped({ rows, merged }: Sheet, from: number, headings: readonly Heading[]): boolean {
  const index = headings.find(({ kind }) => kind === "town")?.index;
  if (index === undefined) return false;
  if (merged.some(({ top, bottom, left }) => left === index && top >= from && bottom > top)) return false;
  const towns = rows.slice(from).map((row) => cellText(row[index] ?? null).text);
  return !towns.some((town, at) => town !== "" && town === towns[at + 1]);
}

function rowCells(sheet: Sheet, at: number, headings: readonly Heading[]): readonly TableCell[] {
  return headings.flatMap(({ kind, index, text: heading }) => {
    const cell = cellText(rawAt(sheet, at, index, kind) ?? null);
    if (cell.text === "" && cell.wrong === null) return [];
    const where = `row ${at + 1}, column ${columnLetters(index)} (${heading})`;
    return [{ ...cell, kind, heading, at: where, filled: false }];
  });
}

/** The cell itself; for towns and villages that are merged downwards, what is written in the first row. */
function rawAt({ rows, merged }: Sheet, at: number, index: number, kind: ColumnKind): RawCell | undefined {
  const isPlace = kind === "town" || kind === "village";
  const merge =
    isPlace && merged.find(({ top, bottom, left }) => top <= at && at <= bottom && left === index);
  return rows[merge ? merge.top : at]?.[index];
}

/** Why a row is no entry: words, an empty text for rows nobody will miss, or null for an entry. */
function whyNoEntry(row: readonly RawCell[], cells: readonly TableCell[]): string | null {
  const texts = row.map((raw) => cellText(raw).text).filter((text) => text !== "");
  const telling = cells.filter(({ kind }) => kind !== "number");
  const own = telling.filter(
    ({ kind, text }) => !(kind === "town" || kind === "village") || texts.includes(text),
  );
  if (texts.length === 0 && own.every(({ wrong }) => wrong === null)) return "";
  if (isHeader(headingsOf(row))) return "the header again";
  if (texts.slice(0, 3).some((text) => SUM.test(text))) return "a sum";
  if (texts.length <= 3 && NOTE.test(texts[0] ?? "")) return "a note";
  const hasName = cells.some(({ kind }) => kind === "name");
  if (!hasName && texts.every((text) => /^\d+$/u.test(text))) return "";
  return !hasName && texts.length === 1 ? "a heading or a note" : null;
}
