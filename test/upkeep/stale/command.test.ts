import { describe, expect, it } from "vitest";
import { stale } from "../../../src/upkeep/stale/command.ts";
import { knowledgeOf } from "../../compiler/overlay.ts";

const run = (args: readonly string[], ...cases: readonly string[]) =>
  stale.run(args, { folder: knowledgeOf(...cases), from: "/" });

describe("asking what is stale", () => {
  it("lists it and ends well, however long the list", async () => {
    const { code, lines } = await run(["--as-of", "2040-01-01", "--within", "0"]);
    expect(code).toBe(0);
    expect(lines).toContain("  anhai-canteen (open): reported 2025-05-01, 5358 days ago; checked 2026-11-22");
    expect(lines.at(-1)).toMatch(/^as of 2040-01-01: \d+ rules ended, 0 end within 0 days;/);
  });

  it("gives the same as JSON to a program", async () => {
    const { code, lines } = await run(["--as-of", "2040-01-01", "--json"]);
    expect([code, lines.length]).toEqual([0, 1]);
    expect(JSON.parse(lines[0] ?? "")).toMatchObject({
      asOf: "2040-01-01",
      within: 90,
      facilities: [{ id: "anhai-canteen", reasons: ["reported-long-ago", "checked-long-ago"] }],
      years: [2040],
    });
  });

  it("asks as of today unless told otherwise", async () => {
    expect((await run([])).lines.at(-1)).toMatch(/^as of 20\d\d-\d\d-\d\d: /);
  });

  it.each([
    [["--as-of", "2026-02-30"], "--as-of is `2026-02-30`, which is no day"],
    [["--as-of", "tomorrow"], "--as-of is `tomorrow`, which is no day"],
    [["--as-of="], "--as-of is ``, which is no day"],
    [["--within", "ten"], "--within is `ten`"],
    [["--within=-1"], "--within is `-1`"],
    [["--within", "1.5"], "--within is `1.5`"],
    [["--within", "99999"], "whole days from 0 to 36500"],
    [["--within", "-1"], "'--within' argument is ambiguous"],
    [["--since", "1"], "Unknown option '--since'"],
    [["now"], "Unexpected argument 'now'"],
  ])("with %j says what is wrong in one line", async (args, problem) => {
    const { code, lines } = await run(args);
    expect([code, lines.length, lines[0]?.includes("\n")]).toEqual([1, 1, false]);
    expect(lines[0]).toContain(problem);
  });

  it("of broken knowledge tells its faults", async () => {
    const { code, lines } = await run([], "unknown-column");
    expect([code, lines.length]).toEqual([1, 1]);
    expect(lines[0]).toContain("is not a column here");
  });
});
