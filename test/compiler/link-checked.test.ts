import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileKnowledge } from "../../src/compiler/index.ts";
import { knowledgeOf } from "./overlay.ts";

/** The day each document's address was last opened, after a change of one file of the small knowledge. */
function linkChecked(file: string, change: (text: string) => string) {
  const folder = knowledgeOf();
  const path = join(folder, "documents", file);
  writeFileSync(path, change(readFileSync(path, "utf8")));
  const { bundle, faults } = compileKnowledge(folder);
  return bundle === null ? faults : bundle.documents.map(({ id, linkChecked: day }) => [id, day]);
}

/** Adds a column with one cell to a table of one row. */
function withColumn(name: string, cell: string) {
  return (text: string) => {
    const [header, row] = text.trimEnd().split("\n");
    return `${header},${name}\n${row},${cell}\n`;
  };
}

describe("the day a document's address was opened", () => {
  test("is not known where nothing is written, and the column may be left out", () => {
    expect(linkChecked("pages.csv", (text) => text)).toEqual([
      ["city-2021", null],
      ["page-canteen", null],
    ]);
  });

  test("is read from a document's file and from a table's column", () => {
    const url = "url: https://example.org/notice\nlink-checked: 2026-11-20";
    expect(linkChecked("city-2021.yaml", (text) => text.replace(/^url: .*$/mu, url))).toContainEqual([
      "city-2021",
      "2026-11-20",
    ]);
    const cell = withColumn("link-checked", "2026-11-21");
    expect(linkChecked("pages.csv", cell)).toContainEqual(["page-canteen", "2026-11-21"]);
    expect(linkChecked("pages.csv", withColumn("link-checked", ""))).toContainEqual(["page-canteen", null]);
  });

  test("is refused when misspelt or no day", () => {
    expect(linkChecked("pages.csv", withColumn("link-cheked", "2026-11-21"))).toEqual([
      "knowledge/documents/pages.csv:1:54 `link-cheked` is not a column here; write link-checked",
    ]);
    expect(linkChecked("pages.csv", withColumn("link-checked", "soon"))).toEqual([
      expect.stringContaining("`link-checked` is `soon`, which is not a day"),
    ]);
  });
});
