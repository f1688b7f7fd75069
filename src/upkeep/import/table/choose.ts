import { Unreadable } from "../unreadable.ts";
import type { Opened } from "../workbook/open.ts";
import { findTable, type Table } from "./table.ts";

/**
 * The table to read: of the sheet named, or of the only sheet that has one.
 *
 * @throws Unreadable when there is none, or when there are several and nobody said which
 */
export function chooseTable({ sheets, readings }: Opened, name: string | null): Table {
  const named = name === null ? sheets : sheets.filter((sheet) => sheet.name.trim() === name.trim());
  if (named.length === 0) throw new Unreadable(`has no sheet “${name}”; there are ${list(sheets)}`);
  const tables = named.map(findTable).filter((table) => table !== null);
  const [first] = tables;
  if (first === undefined)
    throw new Unreadable(
      "has no row with headings that are known here, such as 名称 and 地址; write them above the columns (docs/facility-lists.md)",
    );
  if (readings === "one-of")
    return tables.reduce((best, table) => (width(table) > width(best) ? table : best));
  if (tables.length > 1)
    throw new Unreadable(
      `has several sheets with a table, ${list(tables.map(({ sheet }) => ({ name: sheet })))}; name one with --sheet`,
    );
  return first;
}

function width({ headings }: Table): number {
  return headings.length;
}

function list(sheets: readonly { readonly name: string }[]): string {
  return sheets.map(({ name }) => `“${name}”`).join(", ");
}
