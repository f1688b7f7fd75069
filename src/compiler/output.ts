import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Bundle } from "../engine/knowledge/types.ts";

/** Adds the version: the first 16 hex digits of the content's SHA-256, so equal knowledge has equal versions. */
export function withVersion(content: Omit<Bundle, "version">): Bundle {
  const version = createHash("sha256").update(JSON.stringify(content)).digest("hex").slice(0, 16);
  return { version, ...content };
}

/** The bundle's bytes; readers build every object in a fixed order, so equal knowledge has equal bytes. */
export function bundleText(bundle: Bundle): string {
  return `${JSON.stringify(bundle)}\n`;
}

/**
 * Writes a file only when its content changes, so that what watches or caches it is left in peace; and in one
 * step, so that nobody ever reads half of it. True when it was written.
 */
export function writeIfChanged(path: string, text: string): boolean {
  if (statSync(path, { throwIfNoEntry: false })?.isFile() && readFileSync(path, "utf8") === text)
    return false;
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  writeFileSync(draft, text);
  renameSync(draft, path);
  return true;
}
