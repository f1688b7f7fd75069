import type { OpeningSession } from "../../engine/knowledge/types.ts";
import type { Form } from "../reading/forms.ts";

/** Weekly opening sessions such as `1-5 10:30-12:30; 6,7 09:00-12:00`; 1 is Monday. */
export const SESSIONS: Form<readonly OpeningSession[]> = {
  write: "days and times, such as `1-5 10:30-12:30; 6,7 09:00-12:00` (1 is Monday)",
  standIn: [],
  parse(raw) {
    const sessions = String(raw)
      .split(";")
      .map((part) => parseSession(part.trim()));
    const faulty = sessions.find((session) => typeof session === "string");
    if (faulty !== undefined) return { wrong: faulty };
    return { value: sessions.filter((session) => typeof session !== "string") };
  },
};

/** From when to when on one day, in minutes after midnight. */
export type OpeningHours = Pick<OpeningSession, "opens" | "closes">;

/** A session, or what is wrong with it. */
function parseSession(text: string): OpeningSession | string {
  const [, days = "", times = ""] = text.match(/^(\S+) (\S+)$/u) ?? [];
  const session = { days: parseDays(days), times: parseHours(times) };
  if (session.days.length === 0 || session.times === null)
    return "which does not say the days and times of a session";
  if (typeof session.times === "string") return session.times;
  return { days: session.days, ...session.times };
}

/** `10:30-12:30` in minutes after midnight; what is wrong with it, or null when it is written in another way. */
export function parseHours(text: string): OpeningHours | string | null {
  const [, from, to] = text.match(/^(\d\d:\d\d)-(\d\d:\d\d)$/u) ?? [];
  if (from === undefined || to === undefined) return null;
  const hours = { opens: parseTime(from), closes: parseTime(to) };
  if (Number.isNaN(hours.opens) || Number.isNaN(hours.closes)) return "with a time no clock shows";
  return hours.opens < hours.closes ? hours : "with a session that closes before it opens";
}

/** Days 1 to 7 from `1-5` or `1,3,5`; empty when they are written in another way. */
function parseDays(text: string): readonly number[] {
  if (!/^[1-7](-[1-7])?(,[1-7](-[1-7])?)*$/u.test(text)) return [];
  const days = new Set<number>();
  for (const part of text.split(",")) {
    const [first = 0, last = first] = part.split("-").map(Number);
    if (last < first) return [];
    for (let day = first; day <= last; day++) days.add(day);
  }
  return [...days].sort();
}

/** Minutes after midnight; midnight at the end of a day is 24:00. */
function parseTime(text: string): number {
  const [hours = Number.NaN, minutes = Number.NaN] = text.split(":").map(Number);
  const total = hours * 60 + minutes;
  return minutes < 60 && total <= 24 * 60 ? total : Number.NaN;
}
