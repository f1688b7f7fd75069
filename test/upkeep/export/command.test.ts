import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { chooseFacilities } from "../../../src/upkeep/export/choose.ts";
import { exportFacilities } from "../../../src/upkeep/export/command.ts";
import { knowledgeOf } from "../../compiler/overlay.ts";
import { sample } from "./sample.ts";

const folder = mkdtempSync(join(tmpdir(), "export-"));
afterAll(() => rmSync(folder, { recursive: true }));

function run(...args: readonly string[]) {
  return exportFacilities.run(args, { folder: knowledgeOf(), from: folder });
}

describe("exporting", () => {
  it.each([
    ["csv", "facilities.csv", "anhai-canteen"],
    ["geojson", "facilities.geojson", "FeatureCollection"],
    ["hsds", "facilities.hsds.json", "service_at_locations"],
  ])("%s into a folder writes %s", async (format, file, content) => {
    const { code, lines } = await run("--format", format, "--out", "given/");
    expect([code, lines]).toEqual([
      0,
      [expect.stringMatching(/^given\/facilities\.[a-z.]+: 1 facilities, 1 of/)],
    ]);
    expect(readFileSync(join(folder, "given", file), "utf8")).toContain(content);
  });

  it("writes the file that is named, in a folder that was not there", async () => {
    expect((await run("--format", "csv", "--out", "new/deep/all.csv", "--bom")).code).toBe(0);
    expect(readFileSync(join(folder, "new/deep/all.csv"), "utf8").startsWith("\uFEFFtype,id,")).toBe(true);
  });

  it.each([
    [[], "no format is named"],
    [["--format", "xml", "--out", "x"], "`xml` is no format here"],
    [["--format", "toString", "--out", "x"], "`toString` is no format here"],
    [["--format", "csv"], "no file or folder to write is named"],
    [["--format", "geojson", "--out", "x", "--bom"], "--bom is for csv alone"],
    [["--format", "csv", "--out", "x", "--county", "350500"], "`350500` is no county; there are 350582"],
    [
      ["--format", "csv", "--out", "x", "--type", "casino"],
      "`casino` is no facility type; there are canteen",
    ],
    [["--format", "csv", "--out", "x", "--colour"], "Unknown option '--colour'"],
    [["--format", "csv", "--out", "x", "more"], "Unexpected argument 'more'"],
  ])("with %j says what is wrong in one line", async (args, problem) => {
    const { code, lines } = await run(...args);
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain(problem);
  });

  it("says so when the file cannot be written", async () => {
    mkdirSync(join(folder, "taken", "facilities.csv"), { recursive: true });
    const { code, lines } = await run("--format", "csv", "--out", "taken/");
    expect(code).toBe(1);
    expect(lines[0]).toContain("taken/facilities.csv cannot be written");
  });

  it("of broken knowledge tells its faults and writes nothing", async () => {
    const at = { folder: knowledgeOf("unknown-column"), from: folder };
    const { code, lines } = await exportFacilities.run(["--format", "csv", "--out", "broken.csv"], at);
    expect([code, lines.length]).toEqual([1, 1]);
    expect(() => readFileSync(join(folder, "broken.csv"))).toThrow("ENOENT");
  });
});

describe("choosing", () => {
  const ids = (county?: string, type?: string) => {
    const chosen = chooseFacilities(sample(), { county, type });
    return "facilities" in chosen ? chosen.facilities.map(({ id }) => id) : chosen.problem;
  };

  it("takes all, those of a county down to its villages, or those of a type", () => {
    expect(ids()).toEqual(["anhai-canteen", "bare", "anxi-clinic"]);
    expect(ids("350582")).toEqual(["anhai-canteen"]);
    expect(ids(undefined, "clinic")).toEqual(["bare", "anxi-clinic"]);
    expect(ids("350524", "canteen")).toEqual([]);
  });
});
