import type { Facility, OpeningException, OpeningSession } from "../knowledge/types.ts";
import type { CalendarDay } from "./calendar.ts";

/** When a place is open on one day, in minutes after midnight; empty: closed all day. */
export type DayHours = readonly Pick<OpeningSession, "opens" | "closes">[];

/** Why the hours of a day are not known: none are written, it is a holiday, or the calendar does not say enough. */
export type Unsure = "hours" | "holiday" | "calendar";

/** The hours that may hold on a day (one when they are sure), or why nothing is known of them. */
export type PossibleHours = { readonly either: readonly DayHours[] } | Unsure;

const WORKING_WEEKDAYS = [1, 2, 3, 4, 5];

/**
 * The hours of a place on a day. The first exception that names the day decides. Otherwise:
 * - on a public holiday nothing is known of a place that says nothing about holidays;
 * - a weekend worked instead of a holiday has the hours of that weekday or of a working one: both may hold;
 * - in a year whose holidays are not known, any day may be a holiday: the place keeps the hours of the week or, if it
 *   is one, those of its holidays, and one that says nothing about them may be shut. So it is surely open only when it
 *   opens on holidays too, while “closed” by the week stays “closed”: a holiday opens nothing that says nothing.
 *   Promising an open door on perhaps the wrong one of some thirty days would send an elder in vain.
 */
export function hoursOn(facility: Facility, day: CalendarDay): PossibleHours {
  const dated = facility.exceptions.find((exception) => namesDay(exception, day));
  if (dated !== undefined) return sure(hoursOf(dated, facility, day.weekday));
  if (day.kind === "holiday") return "holiday";
  const week = weekly(facility, day.weekday);
  if (week === null || day.kind === "ordinary") return sure(week);
  if (day.kind === "make-up") {
    return { either: [week, ...WORKING_WEEKDAYS.map((at) => weekly(facility, at) ?? [])] };
  }
  const holidays = facility.exceptions.find(({ on }) => on === "holidays");
  return { either: [week, holidays === undefined ? [] : (hoursOf(holidays, facility, day.weekday) ?? [])] };
}

function namesDay({ on }: OpeningException, { date, kind }: CalendarDay): boolean {
  return on === "holidays" ? kind === "holiday" : on.from <= date && date <= on.to;
}

function hoursOf({ hours }: OpeningException, facility: Facility, weekday: number): DayHours | null {
  return hours === "as-usual" ? weekly(facility, weekday) : hours;
}

/** The hours of a weekday by the sessions; null where the source gives no sessions. */
function weekly({ sessions }: Facility, weekday: number): DayHours | null {
  return sessions.length === 0 ? null : sessions.filter(({ days }) => days.includes(weekday));
}

function sure(hours: DayHours | null): PossibleHours {
  return hours === null ? "hours" : { either: [hours] };
}
