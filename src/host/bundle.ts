import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Bundle } from "../engine/index.ts";

/** The compiled knowledge cannot be used; the message says which file and what to do. */
export class BundleError extends Error {
  override readonly name = "BundleError";
}

const LISTS = ["documents", "benefits", "topics", "facilities", "places", "facts", "offices"] as const;

function isBundle(value: unknown): value is Bundle {
  if (typeof value !== "object" || value === null || !("version" in value)) return false;
  return typeof value.version === "string" && LISTS.every((name) => Array.isArray(Reflect.get(value, name)));
}

/**
 * Reads the compiled knowledge. The compiler has checked it line by line; here it is only made sure
 * that the file is one of ours and whole.
 *
 * @throws BundleError when the file is absent, cut short or something else.
 * @example const bundle = await readBundle("build/bundle.json");
 */
export async function readBundle(file: string): Promise<Bundle> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new BundleError(`${file} cannot be read: run "npm run knowledge" first.`);
  });
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new BundleError(`${file} is not whole: run "npm run knowledge" again.`);
  }
  if (isBundle(value)) return value;
  throw new BundleError(`${file} is not a compiled knowledge bundle: run "npm run knowledge" again.`);
}

/** Where the knowledge is found. */
export interface KnowledgePlace {
  /** The bundle that `npm run knowledge` writes. */
  readonly bundleFile: string;
  /** The project's own knowledge, compiled when there is no bundle yet. */
  readonly ownFolder: string;
  /** Other knowledge, compiled at each start so that the bundle is surely of it; null for our own. */
  readonly otherFolder: string | null;
}

/** The compiler is loaded only when it is needed: with a bundle in place the start is quicker without it. */
async function compile(folder: string): Promise<Bundle> {
  const { compileKnowledge, countOfFaults, shownFolder } = await import("../compiler/index.ts");
  const shown = shownFolder(folder, process.cwd());
  const { bundle, faults } = compileKnowledge(folder, shown);
  if (bundle !== null) return bundle;
  throw new BundleError([...faults, `${shown} has ${countOfFaults(faults)} and cannot be used.`].join("\n"));
}

/**
 * The knowledge to answer from: compiled beforehand, or now where that has not been done.
 *
 * @throws BundleError with every fault of the knowledge, or with what is wrong with the bundle.
 * @example const bundle = await loadKnowledge(knowledgePlace(config.knowledgeDir));
 */
export async function loadKnowledge(place: KnowledgePlace): Promise<Bundle> {
  if (place.otherFolder !== null) return compile(place.otherFolder);
  return existsSync(place.bundleFile) ? readBundle(place.bundleFile) : compile(place.ownFolder);
}

const ROOT = resolve(import.meta.dirname, "../..");

/** The places inside the project, and the operator's own folder if one is set. */
export function knowledgePlace(otherFolder: string | null): KnowledgePlace {
  return {
    bundleFile: resolve(ROOT, "build/bundle.json"),
    ownFolder: resolve(ROOT, "knowledge"),
    otherFolder: otherFolder === null ? null : resolve(otherFolder),
  };
}

/** Where the built pages stand. */
export const PAGES = { kiosk: resolve(ROOT, "build/kiosk"), desk: resolve(ROOT, "build/desk") } as const;
