import { Unreadable } from "../unreadable.ts";
import { unpack } from "./archive.ts";
import type { MergedCells } from "./cell.ts";

/** Rows of one sheet, blank ones between included; a county has a few hundred facilities. */
export const MOST_ROWS = 20_000;
const MOST_COLUMNS = 500;
const PARTS = /^xl\/(workbook\.xml|_rels\/workbook\.xml\.rels|worksheets\/[^/]+\.xml)$/u;

/** A cell that holds an error such as `#REF!`; row and column count from 0. */
export interface ErrorCell {
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

/** What the reader of cells does not tell of a sheet: it leaves merged cells and errors empty. */
export interface Layout {
  readonly merged: readonly MergedCells[];
  readonly errors: readonly ErrorCell[];
}

/**
 * The layout of each sheet by its name. Also refuses sheets whose rows or columns go beyond all measure, before
 * anybody lays them out in memory.
 */
export function layouts(bytes: Buffer): ReadonlyMap<string, Layout> {
  const parts = unpack(bytes, PARTS);
  const workbook = parts.get("xl/workbook.xml")?.toString("utf8");
  if (workbook === undefined)
    throw new Unreadable("is no Excel workbook; save the table as .xlsx or as CSV, and take that file");
  const targets = relations(parts.get("xl/_rels/workbook.xml.rels")?.toString("utf8") ?? "");
  const sheets = new Map<string, Layout>();
  for (const [tag] of workbook.matchAll(/<(?:\w+:)?sheet\s[^>]*>/gu)) {
    const name = unescaped(attribute(tag, "name"));
    const target = targets.get(attribute(tag, "r:id") || attribute(tag, "id")) ?? "";
    const xml = parts.get(`xl/${target.replace(/^(\/xl\/|\.\/)/u, "")}`)?.toString("utf8") ?? "";
    refuseVastness(name, xml);
    sheets.set(name, { merged: merges(xml), errors: errors(xml) });
  }
  return sheets;
}

function relations(xml: string): ReadonlyMap<string, string> {
  const tags = [...xml.matchAll(/<(?:\w+:)?Relationship\s[^>]*>/gu)];
  return new Map(tags.map(([tag]) => [attribute(tag, "Id"), attribute(tag, "Target")]));
}

function refuseVastness(name: string, xml: string): void {
  let rows = 0;
  for (const [, row] of xml.matchAll(/<(?:\w+:)?row\b[^>]*?\br="(\d+)"/gu))
    rows = Math.max(rows, Number(row));
  rows = Math.max(rows, count(xml, /<(?:\w+:)?row[\s>/]/gu));
  let wide = false;
  for (const [, letters, row] of xml.matchAll(/<(?:\w+:)?c\b[^>]*?\br="([A-Z]+)(\d+)"/gu)) {
    rows = Math.max(rows, Number(row));
    if ((letters ?? "").length > 2) wide = true;
  }
  if (rows > MOST_ROWS)
    throw new Unreadable(
      `has more than ${MOST_ROWS} rows in the sheet “${name}”; delete the empty rows below the table, or split it`,
    );
  if (wide)
    throw new Unreadable(
      `has more than ${MOST_COLUMNS} columns in the sheet “${name}”; delete the empty columns beside the table`,
    );
}

function merges(xml: string): readonly MergedCells[] {
  const tags = [...xml.matchAll(/<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z]{1,3})(\d+):([A-Z]{1,3})(\d+)"/gu)];
  return tags.map(([, left = "", top = "", right = "", bottom = ""]) => ({
    top: Number(top) - 1,
    bottom: Math.min(Number(bottom) - 1, MOST_ROWS),
    left: columnIndex(left),
    right: columnIndex(right),
  }));
}

function errors(xml: string): readonly ErrorCell[] {
  const tags = [...xml.matchAll(/<(?:\w+:)?c\s[^>]*\bt="e"[^>]*>/gu)];
  return tags.flatMap(({ 0: tag, index }) => {
    const [, letters = "", row = ""] = attribute(tag, "r").match(/^([A-Z]{1,3})(\d+)$/u) ?? [];
    const [, text = "#REF!"] = xml.slice(index, index + 1000).match(/<(?:\w+:)?v>([^<]*)</u) ?? [];
    return letters === ""
      ? []
      : [{ row: Number(row) - 1, column: columnIndex(letters), text: unescaped(text) }];
  });
}

/** 0 for `A`, 26 for `AA`. */
function columnIndex(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function attribute(tag: string, name: string): string {
  return tag.match(new RegExp(`\\s${name}="([^"]*)"`, "u"))?.[1] ?? "";
}

function unescaped(text: string): string {
  const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
  return text.replace(/&(amp|lt|gt|quot|apos);/gu, (_, name: string) => named[name] ?? "");
}

function count(text: string, pattern: RegExp): number {
  let found = 0;
  for (const _ of text.matchAll(pattern)) found++;
  return found;
}
