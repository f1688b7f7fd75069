import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

interface Report {
  readonly summary: {
    readonly totalCruised: number;
    readonly violations: readonly { readonly from: string; readonly to: string }[];
  };
}

/** The import check as `npm run check` runs it, as data. */
function cruise(...folders: readonly string[]): Report {
  try {
    return JSON.parse(
      execFileSync("node_modules/.bin/depcruise", ["--output-type", "json", ...folders], {
        encoding: "utf8",
        maxBuffer: 1e8,
      }),
    ) as Report;
  } catch (error) {
    return JSON.parse((error as { stdout: string }).stdout) as Report;
  }
}

describe("who may import whom", () => {
  it("holds for the whole house, and the house was really read", () => {
    const { summary } = cruise("src", "bot", "kiosk");
    expect(summary.violations.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
    expect(summary.totalCruised).toBeGreaterThan(150);
  });

  it("catches an engine file that imports Node and the bot", () => {
    const folder = mkdtempSync(join("src/engine/facilities", "planted-"));
    try {
      writeFileSync(
        join(folder, "planted.ts"),
        'import "node:fs";\nimport "../../../../bot/telegram/present.ts";\n',
      );
      const { summary } = cruise(folder);
      expect(summary.violations.map(({ to }) => to).sort()).toEqual(["bot/telegram/present.ts", "fs"]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
