import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EXCEPTIONS } from "../../../src/compiler/kinds/exceptions.ts";
import { SESSIONS } from "../../../src/compiler/kinds/sessions.ts";
import { PHONE } from "../../../src/compiler/reading/forms.ts";
import { Cores } from "../../../src/upkeep/import/facilities/core.ts";
import { readFacilityRow } from "../../../src/upkeep/import/table/facility-row.ts";
import { RowReader } from "../../../src/upkeep/import/table/row.ts";
import { findTable } from "../../../src/upkeep/import/table/table.ts";
import { Unreadable } from "../../../src/upkeep/import/unreadable.ts";
import { Gazetteer } from "../../../src/upkeep/import/where/gazetteer.ts";
import { readHours } from "../../../src/upkeep/import/wording/hours.ts";
import { readPhones } from "../../../src/upkeep/import/wording/phones.ts";
import { openSpreadsheet } from "../../../src/upkeep/import/workbook/open.ts";
import { beside, knowledge, placeTable } from "./ground.ts";

/** Pieces of which lists are made, to be put together in every wrong way. */
const PIECES = [
  "周一",
  "至",
  "周五",
  "每天",
  "10:30",
  "-",
  "12:30",
  "下午",
  "2点半",
  "休息",
  "节假日",
  "10月1日",
  "、",
  "；",
  "24小时",
  "工作日",
  "（",
  "）",
  "8",
  "半",
  "1-5",
  " ",
];
const junk = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 40 }),
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((pieces) => pieces.join("")),
  fc.constantFrom(
    "名称",
    "镇街",
    "地址",
    "电话",
    "经度",
    "纬度",
    "安海镇",
    "新店村",
    "合计",
    "#REF!",
    "=1+1",
  ),
);

describe("junk never throws", () => {
  test("hours are read in full and soundly, or stay a text", () => {
    const seen = { read: 0, left: 0 };
    fc.assert(
      fc.property(junk, (text) => {
        const hours = readHours(text, { reported: "2026-11-01", daily: false });
        seen["unread" in hours ? "left" : "read"] += 1;
        if ("unread" in hours) expect(hours.unread).not.toBe("");
        else {
          expect(SESSIONS.parse(hours.sessions)).toHaveProperty("value");
          if (hours.exceptions !== "") expect(EXCEPTIONS.parse(hours.exceptions)).toHaveProperty("value");
        }
      }),
      { numRuns: 3000 },
    );
    expect([seen.read > 0, seen.left > 0]).toEqual([true, true]);
  });

  test("phone numbers are numbers or refused", () => {
    const digits = fc
      .array(fc.constantFrom(..."0123456789-、/ ()转+".split("")), { maxLength: 30 })
      .map((all) => all.join(""));
    const seen = { read: 0, refused: 0 };
    fc.assert(
      fc.property(fc.oneof(junk, digits), (text) => {
        const phones = readPhones(text);
        seen["wrong" in phones ? "refused" : "read"] += "wrong" in phones ? 1 : phones.numbers.length;
        if ("wrong" in phones) expect(phones.wrong).not.toBe("");
        else for (const { number } of phones.numbers) expect(PHONE.parse(number)).toHaveProperty("value");
      }),
      { numRuns: 2000 },
    );
    expect([seen.read > 0, seen.refused > 0]).toEqual([true, true]);
  });

  test("tables of junk are read or have no header", () => {
    const places = placeTable();
    const county = places.find(({ code }) => code === "350582");
    if (county === undefined) throw new Error("the county is missing");
    const type = {
      id: "canteen",
      name: { "zh-Hans": "长者食堂", "zh-Hant": "長者食堂", en: "Canteen" },
      summary: { "zh-Hans": "", "zh-Hant": "", en: "" },
      also: { "zh-Hans": [], "zh-Hant": [], en: [] },
      related: [],
    };
    const context = {
      gazetteer: new Gazetteer(places, county),
      cores: new Cores(type),
      datum: null,
      reported: "2026-11-01",
      daily: true,
    };
    const cell = fc.oneof(junk, fc.double(), fc.boolean(), fc.date(), fc.constant(null));
    const rows = fc.array(fc.array(cell, { maxLength: 8 }), { maxLength: 8 });
    const header = [["名称", "镇街", "村", "地址", "电话", "营业时间", "坐标", "坐标系"]];
    const seen = { rows: 0 };
    fc.assert(
      fc.property(rows, (body) => {
        const table = findTable({ name: "", rows: [...header, ...body], merged: [] });
        for (const row of table?.rows ?? []) {
          seen.rows += 1;
          const read = readFacilityRow(new RowReader(row), context);
          expect("wrong" in read ? read.wrong : read.name).not.toBe("");
        }
      }),
      { numRuns: 500 },
    );
    expect(seen.rows).toBeGreaterThan(500);
  });

  test("files of junk are opened or refused in words", async () => {
    const folder = knowledge();
    const starts = fc.constantFrom("", "504b0304", "d0cf11e0", "fffe").map((hex) => Buffer.from(hex, "hex"));
    const bytes = fc.uint8Array({ minLength: 1, maxLength: 3000, size: "max" });
    const content = fc.tuple(starts, bytes).map((parts) => Buffer.concat(parts));
    await fc.assert(
      fc.asyncProperty(content, async (junkBytes) => {
        const file = join(dirname(folder), beside(folder, "junk", junkBytes));
        const opened = await openSpreadsheet(file).catch((error: unknown) => error);
        expect(opened instanceof Unreadable || (opened instanceof Object && "sheets" in opened)).toBe(true);
      }),
      { numRuns: 150 },
    );
  });
});
