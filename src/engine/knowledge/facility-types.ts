/** Facilities as the bundle holds them: kinds of places, the places, and when they are open. */
import type { Citation } from "./document-types.ts";
import type { Day, Language, LocalText, PlaceCode } from "./types.ts";

/** A kind of place one can go to; one folder under `knowledge/facilities`. */
export interface FacilityType {
  readonly id: string;
  readonly name: LocalText;
  readonly summary: LocalText;
  readonly also: Readonly<Record<Language, readonly string[]>>;
  /** Types whose places may stand in when none of this type is known nearby, best first. */
  readonly related: readonly string[];
}

export type FacilityStatus = "open" | "planned" | "suspended" | "closed" | "unverified";

/** One real place. `place` is the village or town it is in, as finely as its source tells. */
export interface Facility {
  readonly id: string;
  readonly type: string;
  readonly name: LocalText;
  readonly status: FacilityStatus;
  readonly place: PlaceCode | null;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: "address" | "village" | "town" | null;
  /** Weekly sessions where the source gives them; empty means hours are unknown. */
  readonly sessions: readonly OpeningSession[];
  /** Days on which the weekly sessions do not hold; the first that names a day counts. */
  readonly exceptions: readonly OpeningException[];
  /** Hours, prices and notes as a person reads them; Chinese as the source has it, in our words. */
  readonly hours: string | null;
  readonly prices: string | null;
  readonly phone: string | null;
  readonly services: readonly string[];
  readonly note: string | null;
  readonly sources: readonly Citation[];
  /** Day the source speaks for (publication), null where undated. Older than a year: confirm before going. */
  readonly reported: Day | null;
  readonly checked: Day;
}

/** `days` 1 Monday … 7 Sunday; times in minutes after midnight, Asia/Shanghai. */
export interface OpeningSession {
  readonly days: readonly number[];
  readonly opens: number;
  readonly closes: number;
}

/** A departure from the weekly sessions: on days from–to (inclusive) or on public holidays. */
export interface OpeningException {
  readonly on: { readonly from: Day; readonly to: Day } | "holidays";
  /** Open at these times (minutes after midnight), closed when empty, or open as in any week. */
  readonly hours: readonly { readonly opens: number; readonly closes: number }[] | "as-usual";
}

/** The public holidays of one year as announced; a year that is not listed is not known. */
export interface HolidayYear {
  readonly year: number;
  readonly days: readonly Day[];
  /** Saturdays and Sundays worked instead. */
  readonly workdays: readonly Day[];
}
