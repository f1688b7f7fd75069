import { cpSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { onTestFinished } from "vitest";

/** The gallery: `base` is sound, every other folder lays one fault (or several) over it. */
export const BROKEN = resolve(import.meta.dirname, "../broken");

/** A copy of the small sound knowledge with a case's files laid over it; removed when the test ends. */
export function knowledgeOf(...cases: readonly string[]): string {
  const root = mkdtempSync(join(tmpdir(), "knowledge-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  for (const name of ["base", ...cases]) {
    const layer = join(BROKEN, name, "knowledge");
    if (existsSync(layer)) cpSync(layer, join(root, "knowledge"), { recursive: true });
  }
  return join(root, "knowledge");
}
