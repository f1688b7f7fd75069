import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

/** What the linter says of a test file with this line in it. */
function lint(line: string): string {
  const folder = mkdtempSync("test/house/planted-");
  try {
    const file = join(folder, "planted.ts");
    writeFileSync(file, `import { expect, it } from "vitest";\nit("x", async () => {\n  ${line}\n});\n`);
    const { stdout, stderr } = spawnSync("node_modules/.bin/biome", ["lint", file], { encoding: "utf8" });
    return stdout + stderr;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe("an assertion without a matcher", () => {
  it.each([
    "expect(1);",
    "expect(1).toBe;",
    "expect(1).not.toBe;",
    "await expect(1);",
  ])("%s is refused", (line) => {
    expect(lint(line)).toContain("This asserts nothing");
  });

  it.each([
    "expect(1).toBe(1);",
    "await expect(Promise.resolve(1)).resolves.toBe(1);",
  ])("%s passes", (line) => {
    expect(lint(line)).not.toContain("This asserts nothing");
  });
});
