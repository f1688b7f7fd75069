import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { compileKnowledge } from "../../compiler/index.ts";
import { writeIfChanged } from "../../compiler/output.ts";
import { fileText, type Kept } from "./facilities/files.ts";
import type { Plan } from "./plan.ts";

/** The files that a plan changes, with their new text, by their path inside the knowledge folder. */
export function plannedFiles(plan: Plan, kept: readonly Kept[]): ReadonlyMap<string, string> {
  const changes = [...plan.added, ...plan.changed];
  const files = [...new Set(changes.map(({ file }) => file))].sort();
  return new Map(
    files.map((file) => {
      const after = new Map(kept.filter((one) => one.file === file).map(({ entry }) => [entry.id, entry]));
      for (const change of changes) if (change.file === file) after.set(change.after.id, change.after);
      return [file, fileText([...after.values()])] as const;
    }),
  );
}

/** Every fault that the knowledge would have with these files; tried on a copy, so that the real one is never half new. */
export function faultsWith(files: ReadonlyMap<string, string>, knowledge: string): readonly string[] {
  const copy = mkdtempSync(join(tmpdir(), "import-"));
  try {
    const folder = join(copy, "knowledge");
    cpSync(knowledge, folder, { recursive: true });
    for (const [file, text] of files) writeIfChanged(join(folder, file), text);
    return compileKnowledge(folder).faults;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** Writes the files, each in one step. */
export function writeFiles(files: ReadonlyMap<string, string>, knowledge: string): void {
  for (const [file, text] of files) writeIfChanged(join(knowledge, file), text);
}
