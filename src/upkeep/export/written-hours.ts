import type { Facility, OpeningException, OpeningSession } from "../../engine/knowledge/types.ts";

/**
 * Weekly sessions as the knowledge writes them; empty when none are known.
 *
 * @example writtenSessions([{ days: [1, 2, 3, 7], opens: 630, closes: 750 }]) // "1-3,7 10:30-12:30"
 */
export function writtenSessions(sessions: readonly OpeningSession[]): string {
  return sessions.map((session) => `${writtenDays(session.days)} ${writtenHours(session)}`).join("; ");
}

/** Exceptions as the knowledge writes them, in their order, which decides. */
export function writtenExceptions(exceptions: Facility["exceptions"]): string {
  return exceptions.map(writtenException).join("; ");
}

/** One exception, e.g. `2026-10-01..2026-10-07 closed`. */
export function writtenException({ on, hours }: OpeningException): string {
  const days = on === "holidays" ? on : on.from === on.to ? on.from : `${on.from}..${on.to}`;
  if (hours === "as-usual") return `${days} as-usual`;
  return `${days} ${hours.length === 0 ? "closed" : hours.map(writtenHours).join(", ")}`;
}

/** Minutes after midnight as `HH:MM`; 1440 is 24:00. */
export function writtenTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;
}

function writtenHours({ opens, closes }: Pick<OpeningSession, "opens" | "closes">): string {
  return `${writtenTime(opens)}-${writtenTime(closes)}`;
}

/** Days that follow each other as a stretch: `1-5`, `1,3`, `6-7`. */
function writtenDays(days: readonly number[]): string {
  const stretches: number[][] = [];
  for (const day of days) {
    const last = stretches.at(-1);
    if (last !== undefined && last.at(-1) === day - 1) last.push(day);
    else stretches.push([day]);
  }
  return stretches
    .map((stretch) => (stretch.length === 1 ? stretch[0] : `${stretch[0]}-${stretch.at(-1)}`))
    .join(",");
}
