import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EXCEPTIONS } from "../../../src/compiler/kinds/exceptions.ts";
import { FACILITY_COLUMNS } from "../../../src/compiler/kinds/facilities.ts";
import { SESSIONS } from "../../../src/compiler/kinds/sessions.ts";
import { indexKnowledge } from "../../../src/engine/knowledge/index.ts";
import type { Facility } from "../../../src/engine/knowledge/types.ts";
import { facilitiesCsv } from "../../../src/upkeep/export/csv.ts";
import { facility } from "../../knowledge/small-bundle.ts";
import { realBundle } from "../../real-bundle.ts";
import { BARE, FULL, sample } from "./sample.ts";

type Record = Readonly<{ [column: string]: string }>;

/** The table as a program would read it back, with the `'` before formulas taken off again. */
function rows(csv: string): readonly Record[] {
  const records = parse(csv, { columns: true, bom: true }) as Record[];
  return records.map((record) =>
    Object.fromEntries(
      Object.entries(record).map(([column, cell]) => [
        column,
        cell.replace(/^'(?='*[=+\-@\t\r\n＝＋－＠])/u, ""),
      ]),
    ),
  );
}

/** A facility out of its row. */
function readBack(row: Record): unknown {
  const known = (column: string) => row[column] || null;
  const number = (column: string) => (row[column] ? Number(row[column]) : null);
  const parsed = (form: typeof SESSIONS | typeof EXCEPTIONS, column: string) => {
    const result = row[column] ? form.parse(row[column]) : { value: [] };
    return "value" in result ? result.value : result;
  };
  const others = (row.other_sources || "").split(" | ").filter((part) => part !== "");
  return {
    ...{
      id: row.id,
      type: row.type,
      name: [row.name, row.name_en],
      status: row.status,
      place: known("place"),
    },
    ...{ address: known("address"), latitude: number("latitude"), longitude: number("longitude") },
    ...{
      precision: known("precision"),
      hours: known("hours"),
      prices: known("prices"),
      phone: known("phone"),
    },
    sessions: parsed(SESSIONS, "sessions"),
    exceptions: parsed(EXCEPTIONS, "exceptions"),
    services: row.services === "" ? [] : row.services?.split("、"),
    note: known("note"),
    sources: [`${row.source} ${row.clause}`, ...others],
    ...{ reported: known("reported"), checked: row.checked },
  };
}

function plain(one: Facility): unknown {
  const sources = one.sources.map(({ document, clause }) => `${document} ${clause}`);
  return { ...one, name: [one.name["zh-Hans"], one.name.en], sources };
}

describe("the exported table", () => {
  it("has the columns of the knowledge in their order, after the type", () => {
    const [header = ""] = facilitiesCsv(sample(), [], false).split("\r\n");
    expect(header.split(",").slice(0, FACILITY_COLUMNS.length + 1)).toEqual(["type", ...FACILITY_COLUMNS]);
  });

  it("read back gives every field again, of a full place and of a bare one", () => {
    const csv = facilitiesCsv(sample(), [FULL, BARE], true);
    expect(rows(csv).map(readBack)).toEqual([FULL, BARE].map(plain));
  });

  it("read back gives every place of this house again", () => {
    const knowledge = indexKnowledge(realBundle());
    const { facilities } = knowledge.bundle;
    expect(facilities.length).toBeGreaterThan(100);
    expect(rows(facilitiesCsv(knowledge, facilities, false)).map(readBack)).toEqual(facilities.map(plain));
  });

  it("begins with a byte order mark only when asked to", () => {
    expect([true, false].map((bom) => facilitiesCsv(sample(), [], bom).startsWith("\uFEFF"))).toEqual([
      true,
      false,
    ]);
  });

  it("says place, type and source in words too", () => {
    expect(rows(facilitiesCsv(sample(), [FULL], false))[0]).toMatchObject({
      type_name: "canteen",
      place_name: "晋江市安海镇鸿塔社区",
      source_title: "网页",
      source_url: "https://example.org/p",
      other_sources: "city 二（三）8；附件·4",
    });
  });

  it.each(["=1+1", "+86 595 1", "-1", "@SUM(A1)", "\t=1", "'=1", "＝1"])("disarms %j", (note) => {
    const csv = facilitiesCsv(sample(), [facility("x", "clinic", { note })], false);
    const raw = parse(csv, { columns: true }) as Record[];
    expect(raw[0]?.note).toBe(`'${note}`);
    expect(rows(csv)[0]?.note).toBe(note);
  });

  it("keeps any text whole, one row a place", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (note) => {
        const csv = facilitiesCsv(sample(), [facility("x", "clinic", { note }), BARE], false);
        expect(rows(csv).map((row) => row.note)).toEqual([note, ""]);
      }),
      { numRuns: 300 },
    );
  });
});
