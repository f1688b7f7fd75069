import { readFileSync } from "node:fs";
import { parse } from "yaml";

/**
 * Reads the kiosk's own words (UI phrases by key) at build time, so that the first screen can be painted
 * before the knowledge has arrived and without a sentence in the code.
 * Throws when the file is missing or holds anything but texts.
 */
export function readFirstWords(file: string): Readonly<Record<string, string>> {
  const parsed: unknown = parse(readFileSync(file, "utf8"));
  if (typeof parsed !== "object" || parsed === null) throw new Error(`${file}: expected keys with texts`);
  for (const [key, text] of Object.entries(parsed)) {
    if (typeof text !== "string") throw new Error(`${file}: ${key} is not a text`);
  }
  return parsed as Readonly<Record<string, string>>;
}

/** The words without those of the staff's screen, which visitors need not wait for. */
export function ofVisitors(words: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(words).filter(([key]) => !key.startsWith("kiosk.staff.")));
}

/** The city's line for everything: it answers whoever stands before a kiosk that does not. */
const HOTLINE = "hotline-12345";

/** Its number as the knowledge has it. Throws when the file has none: no other number may stand on the card. */
export function readHotline(file: string): string {
  const parsed: unknown = parse(readFileSync(file, "utf8"));
  const offices = Array.isArray(parsed) ? (parsed as readonly { id?: unknown; phone?: unknown }[]) : [];
  const phone = offices.find(({ id }) => id === HOTLINE)?.phone;
  if (typeof phone !== "string") throw new Error(`${file}: ${HOTLINE} has no phone`);
  return phone;
}
