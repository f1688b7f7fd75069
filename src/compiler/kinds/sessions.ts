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

/** A session, or what is wrong with it. */
function parseSession(text: string): OpeningSession | string {
  const [, days = "", opens = "", closes = ""] = text.match(/^(\S+) (\d\d:\d\d)-(\d\d:\d\d)$/u) ?? [];
  const session = { days: parseDays(days), opens: parseTime(opens), closes: parseTime(closes) };
  if (session.days.length === 0) return "which does not say the days and times of a session";
  if (Number.isNaN(session.opens) || Number.isNaN(session.closes)) return "with a time no clock shows";
  return session.opens < session.closes ? session : "with a session that closes before it opens";
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
