import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compileKnowledge } from "../../../src/compiler/index.ts";
import { importFacilities } from "../../../src/upkeep/import/index.ts";
import { ARGUMENTS, beside, csv, HEADER, knowledge, run, workbook, written, ZHUYUAN } from "./ground.ts";

const TITLE = { value: "晋江市长者食堂一览表", columnSpan: 9 };
/** A list as an office keeps it: title over the header, towns merged, a sum, a repeated header and a note below. */
const LIST = [
  [TITLE, null, null, null, null, null, null, null, null],
  [
    { value: "填报单位：民政局　　2026年11月", columnSpan: 9 },
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ],
  [
    "序号",
    "所属镇（街道）",
    "村（社区）",
    "食堂名称",
    "详细地址",
    "联系电话",
    "负责人",
    "供餐时间",
    "运营情况",
  ],
  [
    1,
    { value: "梅岭街道", rowSpan: 1 },
    "竹园社区",
    "竹园長者食堂",
    "竹园社区１号楼",
    "0595-8568 1234、13812345678",
    "王某某",
    "周一至周五 10:30—12:30",
    "正常运营",
  ],
  [
    2,
    { value: "安海镇", rowSpan: 2 },
    "梧山村",
    "梧山村长者食堂",
    "梧山村委会一楼",
    85681235,
    "李某某",
    "每天11:00左右",
    "正常运营",
  ],
  [3, null, "新店村", "新店村长者食堂", "新店村老年活动中心", "/", "张某某", "工作日11:00-12:00", "暂停"],
  [null, "小计", null, 3, null, null, null, null, null],
  [
    "序号",
    "所属镇（街道）",
    "村（社区）",
    "食堂名称",
    "详细地址",
    "联系电话",
    "负责人",
    "供餐时间",
    "运营情况",
  ],
  [4, "池店镇", "华洲村", "华洲村长者食堂", "华洲村口", "8568", "赵某某", "11:00-12:30", "筹备开业"],
  [5, null, null, null, null, null, null, null, null],
  [
    { value: "备注：以上数据截至2026年10月底", columnSpan: 9 },
    null,
    null,
    null,
    null,
    null,
    null,
    null,
    null,
  ],
] as const;

const AFTER = `${HEADER}
jinjiang-huazhou-canteen,华洲村长者食堂,Huazhou Village Canteen for Elders,planned,350582107206,华洲村口,24.86877,118.57454,town,,,11:00-12:30,,,,,page-20261101-canteen-list,全文,2026-11-01,2026-11-20
jinjiang-wushan-canteen,梧山村长者食堂,Wushan Village Canteen for Elders,open,350582101210,梧山村委会一楼,24.72810,118.48790,village,,,每天11:00左右,,0595-85681235,,,page-20261101-canteen-list,全文,2026-11-01,2026-11-20
jinjiang-xindian-canteen,新店村长者食堂,Xindian Village Canteen for Elders,suspended,350582101220,新店村老年活动中心,24.71956,118.47160,town,1-5 11:00-12:00,holidays closed,工作日11:00-12:00,,,,,page-20261101-canteen-list,全文,2026-11-01,2026-11-20
jinjiang-zhuyuan-canteen,竹园社区长者食堂,Zhuyuan Community Canteen for Elders,open,350582002012,竹园社区1号楼,24.83145,118.57309,village,1-5 10:30-12:30,,周一至周五 10:30—12:30,每餐8元,0595-85681234,堂食,2025年改造提升。另有电话：13812345678。价格是2025年的资料。,page-20261101-canteen-list,全文,2026-11-01,2026-11-20
`;

describe("a workbook as an office keeps it", () => {
  test("is shown first and written only with --apply", async () => {
    const folder = knowledge();
    const file = await workbook(folder, LIST);
    const { code, lines } = await run(folder, file);
    expect(code).toBe(1);
    expect(lines).toContain("list.xlsx, sheet “Sheet1”: 4 rows read, 3 skipped");
    expect(lines).toContain("skipped: row 7 is a sum; row 8 is the header again; row 11 is a note");
    expect(lines).toContain("not read, as people’s names are not kept: 负责人");
    expect(lines).toContain("      phone: (empty) → 0595-85681234");
    expect(lines.join("\n")).toContain("  ! row 9, column F (联系电话): “8568” is no phone number");
    expect(lines.join("\n")).toContain("  · row 5, column H (供餐时间): kept as text, “每天11:00左右”");
    expect(lines.at(-1)).toBe("nothing was written; with --apply: knowledge/facilities/canteen/jinjiang.csv");
    expect(written(folder)).toBe(`${HEADER}\n${ZHUYUAN}\n`);
  });

  test("writes the good rows and ends with 1 when some cell was refused; a second run changes nothing", async () => {
    const folder = knowledge();
    const file = await workbook(folder, LIST);
    const first = await run(folder, file, "--apply");
    expect(first.code).toBe(1);
    expect(first.lines.at(-1)).toContain(
      "written: knowledge/facilities/canteen/jinjiang.csv; 1 refusal left out",
    );
    expect(written(folder)).toBe(AFTER);
    expect(compileKnowledge(folder).faults).toEqual([]);
    const second = await run(folder, file, "--apply");
    expect(second.lines).toContain("unchanged: 4");
    expect(second.lines.at(-1)).toBe("nothing to write");
    expect(written(folder)).toBe(AFTER);
  });
});

const HEADINGS = ["名称", "镇街", "村社区", "联系电话", "营业时间"];
const GOOD = ["梧山村长者食堂", "安海镇", "梧山村", "0595-85681235", "每天11:00-12:00"];

describe("text files", () => {
  test.each([
    ["UTF-8 with its mark", Buffer.from(`\uFEFF${csv(HEADINGS, GOOD)}`)],
    ["tabs", Buffer.from(csv(HEADINGS, GOOD).replace(/,/gu, "\t"))],
    ["semicolons", Buffer.from(csv(HEADINGS, GOOD).replace(/,/gu, ";"))],
    ["Excel’s Unicode text", Buffer.from(`\uFEFF${csv(HEADINGS, GOOD).replace(/,/gu, "\t")}`, "utf16le")],
  ])("in %s are read", async (_, bytes) => {
    const folder = knowledge();
    const { code } = await run(folder, beside(folder, "list.csv", bytes), "--apply");
    expect(code).toBe(0);
    expect(written(folder)).toContain("jinjiang-wushan-canteen,梧山村长者食堂");
    expect(written(folder)).toContain("1-7 11:00-12:00");
  });

  test("in GB18030 are read", async () => {
    const folder = knowledge();
    // 名称,镇街,村社区,联系电话 / 梧山村长者食堂,安海镇,梧山村,85681235
    const hex =
      "c3fbb3c62cd5f2bdd62cb4e5c9e7c7f82cc1aacfb5b5e7bbb00a" +
      "cee0c9bdb4e5b3a4d5dfcab3ccc32cb0b2baa3d5f22ccee0c9bdb4e52c38353638313233350a";
    const file = beside(folder, "list.csv", Buffer.from(hex, "hex"));
    const { code } = await run(folder, file, "--apply");
    expect(code).toBe(0);
    expect(written(folder)).toContain(
      "梧山村长者食堂,Wushan Village Canteen for Elders,unverified,350582101210",
    );
  });
});

describe("rows that cannot be taken", () => {
  test("are refused one by one where the clerk finds them, and the others go on", async () => {
    const folder = knowledge();
    const rows = [
      GOOD,
      ["新店村长者食堂", "", "新店村", "", ""],
      ["", "安海镇", "新店村", "", ""],
      ["#REF!", "池店镇", "华洲村", "", ""],
      ["=cmd|calc", "池店镇", "华洲村", "", ""],
      ["蚶江长者食堂", "石狮市蚶江镇", "", "", ""],
      ["梧山长者食堂", "安海镇", "梧山村", "", ""],
    ];
    const { code, lines } = await run(folder, beside(folder, "list.csv", csv(HEADINGS, ...rows)), "--apply");
    expect(code).toBe(1);
    expect(lines).toContain("added: 1");
    expect(lines.filter((line) => line.startsWith("  !"))).toEqual([
      "  ! row 3: it may be 安海镇新店村 or 池店镇新店村; write its town and village",
      "  ! row 4: it has no name",
      "  ! row 5, column A (名称): holds the error #REF!; repair the formula",
      "  ! row 5: its name cannot be used",
      "  ! row 6, column A (名称): begins with =, which spreadsheets take for a formula; write words",
      "  ! row 6: its name cannot be used",
      "  ! row 7: it lies in 石狮市, not in 晋江市",
      "  ! row 8: it is the same as row 2; keep one of the two",
    ]);
    expect(written(folder)).not.toContain("calc");
  });

  test("a date, a number for hours and an unknown status are refused cell by cell", async () => {
    const folder = knowledge();
    const file = await workbook(folder, [
      ["名称", "镇街", "村社区", "收费标准", "供餐时间", "状态"],
      ["梧山村长者食堂", "安海镇", "梧山村", new Date("2026-08-10T00:00:00Z"), 0.4375, "拆迁中"],
    ]);
    const { code, lines } = await run(folder, file, "--apply");
    expect(code).toBe(1);
    const refused = lines.filter((line) => line.startsWith("  !")).join("\n");
    expect(refused).toContain("row 2, column D (收费标准): holds a date, made so by the spreadsheet");
    expect(refused).toContain("row 2, column E (供餐时间): holds the number 0.4375");
    expect(refused).toContain("row 2, column F (状态): “拆迁中” is no status known here");
    expect(written(folder)).toContain("Wushan Village Canteen for Elders,unverified");
  });
});

describe("what the sheet does not say stays", () => {
  test("an empty cell takes nothing away, and entries the sheet lacks are only told", async () => {
    const folder = knowledge();
    const { lines } = await run(folder, beside(folder, "list.csv", csv(HEADINGS, GOOD)));
    expect(lines).toContain("ours, but not in the sheet (kept as they are): 1");
    expect(lines).toContain("  ? jinjiang-zhuyuan-canteen 竹园社区长者食堂: unverified");
  });

  test("--missing suspended marks them, with words for people", async () => {
    const folder = knowledge();
    const file = beside(folder, "list.csv", csv(HEADINGS, GOOD));
    const { code } = await run(folder, file, "--missing", "suspended", "--apply");
    expect(code).toBe(0);
    expect(written(folder)).toContain("竹园社区长者食堂,Zhuyuan Community Canteen for Elders,suspended");
    expect(written(folder)).toContain("2025年改造提升。2026年11月的名单里没有，去前请先问。");
    expect((await run(folder, file, "--missing", "suspended", "--apply")).lines.at(-1)).toBe(
      "nothing to write",
    );
  });

  test("an entry of ours that is newer than the list is left alone", async () => {
    const folder = knowledge();
    const file = beside(
      folder,
      "list.csv",
      csv(HEADINGS, ["竹园社区长者食堂", "梅岭街道", "竹园社区", "", "每天11:00-12:00"]),
    );
    const old = ARGUMENTS.map((argument) => (argument === "2026-11-01" ? "2024-11-01" : argument));
    const from = join(folder, "..");
    const { lines } = await importFacilities.run([file, ...old, "--apply"], { folder, from });
    expect(lines).toContain(
      "  · row 2: jinjiang-zhuyuan-canteen of ours is newer (2025-05-01) and stays as it is",
    );
    expect(written(folder)).toBe(`${HEADER}\n${ZHUYUAN}\n`);
  });
});

describe("points", () => {
  const POINTS = (longitude: string) => [
    ["名称", "镇街", "村社区", longitude, longitude.replace("经", "纬")],
    ["竹园社区长者食堂", "梅岭街道", "竹园社区", "118.57790", "24.82870"],
  ];

  test("are not used when nothing says on which map they were taken", async () => {
    const folder = knowledge();
    const { lines } = await run(folder, beside(folder, "list.csv", csv(...POINTS("经度"))), "--apply");
    expect(lines.join("\n")).toContain("coordinates are not used: nothing says on which map they were taken");
    expect(written(folder)).toContain("24.83145,118.57309,village");
  });

  test.each([
    ["高德经度", []],
    ["经度", ["--datum", "gcj-02"]],
  ])("under %s are converted", async (heading, more) => {
    const folder = knowledge();
    await run(folder, beside(folder, "list.csv", csv(...POINTS(heading))), ...more, "--apply");
    expect(written(folder)).toMatch(/,24\.831\d+,118\.573\d+,address,/u);
  });
});

describe("what is asked of the caller", () => {
  test.each<[string, readonly string[], string]>([
    [
      "no source",
      ["list.csv", "--type", "canteen", "--county", "350582", "--reported", "2026-11-01"],
      "--source is missing; add the list as a row",
    ],
    ["no day", ["list.csv", "--type", "canteen", "--county", "350582"], "--reported is missing"],
    [
      "a day to come",
      ["list.csv", "--type", "canteen", "--county", "350582", "--reported", "2126-11-01"],
      "which is still to come",
    ],
    [
      "an unknown type",
      ["list.csv", ...ARGUMENTS, "--type", "pub"],
      "--type is “pub”; write one of canteen, meal-point",
    ],
    [
      "an unknown county",
      ["list.csv", ...ARGUMENTS, "--county", "1"],
      "write one of 350581 石狮市, 350582 晋江市",
    ],
    ["an unknown option", ["list.csv", "--aply"], "Unknown option '--aply'"],
    ["no file", ["gone.csv", ...ARGUMENTS], "gone.csv is not there"],
    [
      "an unknown document",
      ["list.csv", ...ARGUMENTS, "--source", "nothing"],
      "there is no document “nothing”",
    ],
  ])("%s is told in one line", async (_, args, words) => {
    const folder = knowledge();
    beside(folder, "list.csv", csv(HEADINGS, GOOD));
    const { code, lines } = await importFacilities.run(args, { folder, from: join(folder, "..") });
    expect(code).toBe(1);
    expect(lines).toEqual([expect.stringContaining(words)]);
  });

  test("knowledge that the entries would break is not written", async () => {
    const folder = knowledge();
    const file = beside(folder, "list.csv", csv(HEADINGS, GOOD));
    const { code, lines } = await run(folder, file, "--clause", " ", "--apply");
    expect(code).toBe(1);
    expect(lines.at(-1)).toMatch(/faults? with these entries; nothing was written$/u);
    expect(readFileSync(join(folder, "facilities/canteen/jinjiang.csv"), "utf8")).toBe(
      `${HEADER}\n${ZHUYUAN}\n`,
    );
  });
});
