import type { Day, Facts } from "../knowledge/types.ts";
import { sha256 } from "./sha256.ts";

/** Hexadecimal digits kept: 128 bits, far from any chance of two cases meeting. */
const DIGITS = 32;

/**
 * The id of a case: the same facts, knowledge and day give the same id in every channel and on every machine,
 * whatever the order of the facts. Of the facts as given, so that a person can be told what it stood on.
 *
 * @example determinationId({ age: 82 }, "3f2a…", "2026-11-22").length // 32
 */
export function determinationId(facts: Facts, knowledgeVersion: string, asOf: Day): string {
  const sorted = Object.entries(facts)
    .filter(([, value]) => value !== undefined)
    .sort(([left], [right]) => (left < right ? -1 : 1));
  return sha256(JSON.stringify({ asOf, facts: sorted, version: knowledgeVersion })).slice(0, DIGITS);
}
