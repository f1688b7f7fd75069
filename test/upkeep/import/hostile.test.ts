import { deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { chooseTable } from "../../../src/upkeep/import/table/choose.ts";
import { columnKind } from "../../../src/upkeep/import/table/headings.ts";
import { findTable } from "../../../src/upkeep/import/table/table.ts";
import { cellText, columnLetters, plainText } from "../../../src/upkeep/import/workbook/cell.ts";
import { beside, csv, knowledge, run, workbook } from "./ground.ts";

/** The check sum of the zip form. */
function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  if (bytes.length > 100_000) return 0;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit++) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return ~sum >>> 0;
}

/** A zip file of parts, as small as the form allows. */
function zip(parts: Readonly<Record<string, string | Buffer>>): Buffer {
  const locals: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts).map(
    ([one, part]) => [one, Buffer.from(part)] as const,
  )) {
    const packed = deflateRawSync(content);
    const head = Buffer.alloc(30);
    head.writeUInt32LE(0x04034b50, 0);
    head.writeUInt16LE(8, 8);
    head.writeUInt32LE(packed.length, 18);
    head.writeUInt32LE(crc(content), 14);
    head.writeUInt32LE(content.length, 22);
    head.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(crc(content), 16);
    entry.writeUInt32LE(content.length, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(head, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, list, end]);
}

const WORKBOOK = '<workbook><sheets><sheet name="表" sheetId="1" r:id="rId1"/></sheets></workbook>';
const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const RELATIONS = `<Relationships><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`;
const sheetOf = (rows: string) =>
  zip({
    "xl/workbook.xml": WORKBOOK,
    "xl/_rels/workbook.xml.rels": RELATIONS,
    "xl/styles.xml": "<styleSheet/>",
    "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${rows}</sheetData></worksheet>`,
  });

describe("files that are no lists are refused in one line", () => {
  const encrypted = Buffer.concat([
    Buffer.from("d0cf11e0a1b11ae1", "hex"),
    Buffer.alloc(600),
    Buffer.from("EncryptedPackage", "utf16le"),
  ]);
  test.each<[string, Buffer, string]>([
    ["an empty file", Buffer.alloc(0), "list.xlsx is empty"],
    ["a blank text", Buffer.from("\n \n"), "list.xlsx is empty"],
    ["a picture", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"), "is no spreadsheet"],
    [
      "a web page",
      Buffer.from("<html><table><tr><td>名称</td></tr></table>"),
      "is a web page by another name",
    ],
    ["an old workbook", Buffer.from("d0cf11e0a1b11ae10000", "hex"), "is a workbook of the old form (.xls)"],
    ["a locked workbook", encrypted, "is locked with a password"],
    ["another zip file", zip({ "word/document.xml": "<w/>" }), "is no Excel workbook"],
    ["half a workbook", sheetOf("").subarray(0, 200), "is a damaged workbook"],
    [
      "a zip bomb",
      zip({ "xl/workbook.xml": WORKBOOK, "xl/media/a": Buffer.alloc(220 * 1024 * 1024) }),
      "unpacks to more than 200 MB",
    ],
    [
      "a million rows",
      sheetOf('<row r="1048576"><c r="A1048576"><v>1</v></c></row>'),
      "has more than 20000 rows in the sheet “表”",
    ],
    ["endless columns", sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>'), "has more than 500 columns"],
    ["more than 20 MB", Buffer.alloc(20 * 1024 * 1024 + 1, 65), "is larger than 20 MB"],
    ["more than 20,000 lines", Buffer.from("名称,地址\n".repeat(20_002)), "has more than 20000 rows"],
    ["a table without a header", Buffer.from("1,2\n3,4\n"), "has no row with headings that are known here"],
  ])("%s", async (_, bytes, words) => {
    const folder = knowledge();
    const { code, lines } = await run(folder, beside(folder, "list.xlsx", bytes));
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(words)]);
  });

  test("two sheets with tables must be told apart", () => {
    const sheet = (name: string) => ({
      name,
      rows: [
        ["名称", "地址"],
        ["甲", "乙"],
      ],
      merged: [],
    });
    const opened = { sheets: [sheet("城区"), sheet("乡镇")], readings: "all" } as const;
    expect(() => chooseTable(opened, null)).toThrow(
      "several sheets with a table, “城区”, “乡镇”; name one with --sheet",
    );
    expect(chooseTable(opened, "乡镇").sheet).toBe("乡镇");
    expect(() => chooseTable(opened, "海边")).toThrow("has no sheet “海边”; there are “城区”, “乡镇”");
  });
});

describe("cells", () => {
  test("lose hidden characters and full-width letters", () => {
    expect(plainText("\uFEFF长者\u200B食堂　Ａ１\r\n号\u202E")).toBe("长者食堂 A1 号");
  });

  test.each([
    [new Date(), "a date"],
    [true, "TRUE or FALSE"],
    ["#N/A", "the error #N/A"],
    ["\uE123村", "a character that cannot be shown"],
    ["长".repeat(301), "more than 300 characters"],
  ])("%s cannot be used", (raw, words) => {
    expect(cellText(raw).wrong).toContain(words);
  });

  test("numbers read as they were typed", () => {
    expect([13800000000, 24.81413, 0.1 + 0.2].map((raw) => cellText(raw).text)).toEqual([
      "13800000000",
      "24.81413",
      "0.3",
    ]);
  });

  test("columns are lettered as a spreadsheet does", () => {
    expect([0, 25, 26, 701, 702].map(columnLetters)).toEqual(["A", "Z", "AA", "ZZ", "AAA"]);
  });
});

test.each([
  ["所属镇（街道）", "town"],
  ["村(社区)", "village"],
  ["村居", "village"],
  ["食堂名称*", "name"],
  ["联 系 电 话", "phone"],
  ["负责人电话", "personPhone"],
  ["负责人", "person"],
  ["收费标准（元/餐）", "prices"],
  ["运营情况（正常运营/在建/暂停/已关停）", "status"],
  ["高德经度", "longitude"],
  ["纬度(GCJ-02)", "latitude"],
  ["百度坐标", "point"],
  ["坐标系", "datum"],
  ["詳細地址", "address"],
  ["床位（张）", "beds"],
  ["建筑面积", null],
])("the heading %s is %s", (heading, kind) => {
  expect(columnKind(heading)).toBe(kind);
});

describe("the header", () => {
  test("may take two lines", () => {
    const rows = [
      ["序号", "名称", "地址", "坐标", ""],
      ["", "", "", "经度", "纬度"],
      ["1", "甲", "乙", "118.5", "24.7"],
    ];
    const table = findTable({ name: "", rows, merged: [] });
    const cells = table?.rows[0]?.cells.map(({ kind, text }) => `${kind}=${text}`);
    expect(cells).toEqual(expect.arrayContaining(["longitude=118.5", "latitude=24.7"]));
    expect(table?.rows).toHaveLength(1);
  });
});

describe("an empty town", () => {
  const towns = (...texts: readonly string[]) => {
    const rows = [["名称", "镇街"], ...texts.map((text, index) => [`${index}号食堂`, text])];
    const table = findTable({ name: "", rows, merged: [] });
    return table?.rows.map(({ cells }) => cells.find(({ kind }) => kind === "town")?.text ?? "");
  };

  test("is the town above where each town is written once", () => {
    expect(towns("安海镇", "", "池店镇", "")).toEqual(["安海镇", "安海镇", "池店镇", "池店镇"]);
  });

  test("is just empty where towns are written out in every row, or merged cells tell their groups", () => {
    expect(towns("安海镇", "安海镇", "", "池店镇")).toEqual(["安海镇", "安海镇", "", "池店镇"]);
    const merged = [{ top: 1, bottom: 2, left: 1, right: 1 }];
    const rows = [
      ["名称", "镇街"],
      ["甲食堂", "安海镇"],
      ["乙食堂", null],
      ["丙食堂", null],
    ];
    const table = findTable({ name: "", rows, merged });
    const found = table?.rows.map(({ cells }) => cells.find(({ kind }) => kind === "town")?.text ?? "");
    expect(found).toEqual(["安海镇", "安海镇", ""]);
  });
});

describe("formulas and damage inside a workbook", () => {
  test("a formula gives its last value, and a wrong one its error", async () => {
    const folder = knowledge();
    const text = (ref: string, value: string) => `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
    const rows = `<row r="1">${text("A1", "名称")}${text("B1", "镇街")}${text("C1", "电话")}</row>
      <row r="2"><c r="A2" t="str"><f>A9&amp;"食堂"</f><v>安海食堂</v></c>${text("B2", "安海镇")}<c r="C2" t="e"><f>X1</f><v>#REF!</v></c></row>`;
    const { lines } = await run(folder, beside(folder, "list.xlsx", sheetOf(rows)));
    expect(lines).toContain("added: 1");
    expect(lines.join("\n")).toContain("row 2, column C (电话): holds the error #REF!; repair the formula");
  });
});

test("names and remarks that look like formulas never reach our files", async () => {
  const folder = knowledge();
  const rows = ["=1+1", "+1", "-1", "@x", "|cmd"].map((text) => ["梧山村长者食堂", "安海镇", "梧山村", text]);
  for (const row of rows) {
    const file = beside(folder, "list.csv", csv(["名称", "镇街", "村", "备注"], row));
    const { code, lines } = await run(folder, file);
    expect(code).toBe(1);
    expect(lines.join("\n")).toContain("which spreadsheets take for a formula");
  }
});

test("a workbook of 400 rows is read within seconds", async () => {
  const folder = knowledge();
  const rows = Array.from({ length: 400 }, (_, index) => [
    `安海第${index}长者食堂`,
    "安海镇",
    "0595-85681234",
    "每天11:00-12:00",
  ]);
  const started = performance.now();
  const { lines } = await run(
    folder,
    await workbook(folder, [["名称", "镇街", "电话", "营业时间"], ...rows]),
  );
  expect(lines).toContain("added: 400");
  expect(performance.now() - started).toBeLessThan(20_000);
});
