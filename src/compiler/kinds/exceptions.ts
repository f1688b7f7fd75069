import type { OpeningException } from "../../engine/knowledge/types.ts";
import { DAY, type Form, type Parsed } from "../reading/forms.ts";
import { type OpeningHours, parseHours } from "./sessions.ts";

/**
 * Days on which the weekly sessions do not hold, such as `2026-10-01..2026-10-07 closed; 2026-12-24 10:30-12:00,
 * 16:30-18:00; holidays as-usual`. The order is kept: the first entry that names a day counts, and one that can
 * never count is refused, as its author surely meant it to.
 */
export const EXCEPTIONS: Form<readonly OpeningException[]> = {
  write:
    "days and what holds on them, such as `2026-10-01..2026-10-07 closed; 2026-12-24 10:30-12:00, 16:30-18:00; holidays as-usual`",
  standIn: [],
  parse(raw) {
    const exceptions: OpeningException[] = [];
    for (const part of String(raw).split(";")) {
      const parsed = parseException(part.trim());
      if ("wrong" in parsed) return parsed;
      if (exceptions.some((earlier) => hides(earlier, parsed.value)))
        return { wrong: `in which an earlier entry already decides every day of \`${part.trim()}\`` };
      exceptions.push(parsed.value);
    }
    return { value: exceptions };
  },
};

function parseException(text: string): Parsed<OpeningException> {
  const [, days = "", what = ""] = text.match(/^(\S+) (.+)$/u) ?? [];
  const on = parseOn(days);
  if ("wrong" in on) return on;
  const hours = parseWhat(what);
  return "wrong" in hours ? hours : { value: { on: on.value, hours: hours.value } };
}

/** Public holidays, one day, or days from–to. */
function parseOn(text: string): Parsed<OpeningException["on"]> {
  if (text === "holidays") return { value: "holidays" };
  const [from = "", to = from, ...more] = text.split("..");
  if (more.length > 0 || !/^[\d-]+$/u.test(from) || !/^[\d-]+$/u.test(to))
    return { wrong: "which does not say days and what holds on them" };
  const wrong = [from, to].find((day) => "wrong" in DAY.parse(day));
  if (wrong !== undefined) return { wrong: `with \`${wrong}\`, a day no calendar has` };
  return from <= to ? { value: { from, to } } : { wrong: "with days that end before they begin" };
}

/** `closed`, `as-usual`, or times separated by commas. */
function parseWhat(text: string): Parsed<OpeningException["hours"]> {
  if (text === "as-usual") return { value: "as-usual" };
  if (text === "closed") return { value: [] };
  const hours: OpeningHours[] = [];
  for (const part of text.split(",")) {
    const one = parseHours(part.trim());
    if (one === null) return { wrong: "which says neither closed, as-usual nor times" };
    if (typeof one === "string") return { wrong: one };
    hours.push(one);
  }
  return { value: hours };
}

/** Whether the earlier one names every day that the later one names. Days may be holidays, but no days are all holidays. */
function hides({ on: earlier }: OpeningException, { on: later }: OpeningException): boolean {
  if (earlier === "holidays") return later === "holidays";
  return later !== "holidays" && earlier.from <= later.from && later.to <= earlier.to;
}
