import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

/** Files we wrote, as git would take them: tracked or new, never ignored. */
function written(...patterns: readonly string[]): readonly string[] {
  const list = execFileSync(
    "git",
    ["ls-files", "--cached", "--others", "--exclude-standard", "--", ...patterns],
    { encoding: "utf8" },
  );
  return list.split("\n").filter((name) => name !== "");
}

describe("the house stays readable", () => {
  const sources = written("src/**/*.ts", "bot/**/*.ts", "kiosk/**/*.ts", "kiosk/**/*.tsx", "test/**/*.ts");
  const lengths = sources.map((name) => ({ name, lines: readFileSync(name, "utf8").split("\n").length }));

  it("has no source file over 400 lines", () => {
    expect(lengths.length).toBeGreaterThan(100);
    expect(lengths.filter(({ lines }) => lines > 400).map(({ name }) => name)).toEqual([]);
  });

  it("keeps nine of ten source files at 250 lines or fewer", () => {
    const short = lengths.filter(({ lines }) => lines <= 250);
    expect(short.length / lengths.length).toBeGreaterThanOrEqual(0.9);
  });

  it("has no folder for left-overs", () => {
    const names = written(".").filter((name) => /(^|\/)(utils?|helpers?|common|misc)(\/|\.ts$)/.test(name));
    expect(names).toEqual([]);
  });
});
