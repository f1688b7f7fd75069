import { readFileSync, statSync } from "node:fs";
import readWorkbook from "read-excel-file/node";
import { Unreadable } from "../unreadable.ts";
import { columnLetters, type RawCell, type Sheet } from "./cell.ts";
import { readDelimited } from "./delimited.ts";
import { type Layout, layouts } from "./layout.ts";

/** In bytes; a list of a whole province is under 2 MB. */
const LARGEST = 20 * 1024 * 1024;
const ZIP = "504b0304";
/** Excel before 2007, and every workbook locked with a password. */
const COMPOUND = "d0cf11e0";

/** A file opened: its sheets; of a text file, the ways it may be read, of which one is meant. */
export interface Opened {
  readonly sheets: readonly Sheet[];
  readonly readings: "all" | "one-of";
}

/**
 * Opens a spreadsheet file, whatever its name ends with.
 *
 * @throws Unreadable with one line that completes “FILE …”
 */
export async function openSpreadsheet(path: string): Promise<Opened> {
  const bytes = readBytes(path);
  const start = bytes.subarray(0, 4).toString("hex");
  if (start === COMPOUND) throw new Unreadable(oldWorkbook(bytes));
  if (start !== ZIP) return { sheets: readDelimited(bytes), readings: "one-of" };
  const layout = layouts(bytes);
  const sheets = (await cells(bytes)).map(({ sheet, data }) => ({
    name: sheet,
    rows: withErrors(data, layout.get(sheet)),
    merged: layout.get(sheet)?.merged ?? [],
  }));
  return { sheets, readings: "all" };
}

function readBytes(path: string): Buffer {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat?.isFile()) throw new Unreadable("is not there; name the spreadsheet file to read");
  if (stat.size === 0) throw new Unreadable("is empty");
  if (stat.size > LARGEST)
    throw new Unreadable("is larger than 20 MB; save the table alone, without pictures, as a new file");
  return readFileSync(path);
}

function oldWorkbook(bytes: Buffer): string {
  const locked = bytes.includes(Buffer.from("EncryptedPackage", "utf16le"));
  return locked
    ? "is locked with a password; open it in Excel or WPS, remove the password, save, and take that file"
    : "is a workbook of the old form (.xls); open it in Excel or WPS and save it as .xlsx";
}

async function cells(bytes: Buffer): Promise<readonly { sheet: string; data: readonly RawCell[][] }[]> {
  try {
    const sheets = await readWorkbook(bytes);
    return sheets.map(({ sheet, data }) => ({ sheet, data: data.map((row) => row.map(asRawCell)) }));
  } catch (error) {
    throw new Unreadable(
      `cannot be read${whereabouts(error)}; open it in Excel or WPS, save it as .xlsx again`,
    );
  }
}

/** The cells with the errors that formulas gave, so that nobody takes a broken cell for an empty one. */
function withErrors(data: readonly RawCell[][], layout: Layout | undefined): readonly (readonly RawCell[])[] {
  const rows = data.map((row) => [...row]);
  for (const { row, column, text } of layout?.errors ?? []) {
    const cells = rows[row];
    if (cells === undefined) continue;
    while (cells.length <= column) cells.push(null);
    cells[column] = text;
  }
  return rows;
}

function asRawCell(value: unknown): RawCell {
  const plain = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
  return plain || value instanceof Date ? value : null;
}

/** Where the reader of workbooks stumbled, as the spreadsheet names the cell. */
function whereabouts(error: unknown): string {
  const [, row, column] = String(error).match(/row (\d+), col (\d+)/u) ?? [];
  return row && column ? ` at cell ${columnLetters(Number(column) - 1)}${row}` : "";
}
