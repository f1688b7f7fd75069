import { createHash } from "node:crypto";
import {
  closeSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from "node:fs";
import { dirname } from "node:path";
import type { Bundle } from "../engine/knowledge/types.ts";

/** Adds the version: the first 16 hex digits of the content's SHA-256, so equal knowledge has equal versions. */
export function withVersion(content: Omit<Bundle, "version">): Bundle {
  const hash = createHash("sha256");
  for (const piece of jsonPieces(content)) hash.update(piece);
  return { version: hash.digest("hex").slice(0, 16), ...content };
}

/** The bundle's text in pieces; readers build every object in a fixed order, so equal knowledge has equal bytes. */
export function* bundlePieces(bundle: Bundle): Generator<string> {
  yield* jsonPieces(bundle);
  yield "\n";
}

/** How many items of a list become one piece. */
const ITEMS = 1000;

/** `JSON.stringify` of an object in pieces: a province's facilities as one text would take as much memory as they do. */
function* jsonPieces(content: object): Generator<string> {
  let before = "{";
  for (const [key, value] of Object.entries(content)) {
    yield `${before}${JSON.stringify(key)}:`;
    before = ",";
    if (!Array.isArray(value) || value.length <= ITEMS) yield JSON.stringify(value);
    else yield* listPieces(value);
  }
  yield before === "{" ? "{}" : "}";
}

function* listPieces(list: readonly unknown[]): Generator<string> {
  for (let at = 0; at < list.length; at += ITEMS) {
    const items = JSON.stringify(list.slice(at, at + ITEMS)).slice(1, -1);
    yield `${at === 0 ? "[" : ","}${items}`;
  }
  yield "]";
}

/**
 * Writes a file only when its content changes, so that what watches or caches it is left in peace; and in one
 * step, so that nobody ever reads half of it. True when it was written.
 */
export function writeIfChanged(path: string, pieces: Iterable<string>): boolean {
  mkdirSync(dirname(path), { recursive: true });
  const draft = `${path}.${process.pid}.tmp`;
  const file = openSync(draft, "w");
  try {
    for (const piece of pieces) writeSync(file, piece);
  } finally {
    closeSync(file);
  }
  const same =
    statSync(path, { throwIfNoEntry: false })?.isFile() && readFileSync(path).equals(readFileSync(draft));
  if (same) rmSync(draft);
  else renameSync(draft, path);
  return !same;
}
