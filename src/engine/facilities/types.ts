import type { Facility, PlaceCode } from "../knowledge/types.ts";

export interface FacilityQuery {
  readonly type: string | null;
  readonly place: PlaceCode | null;
  readonly near: { readonly latitude: number; readonly longitude: number } | null;
  /** ISO instant with zone; opening state is told for it. */
  readonly at: string;
  /** Only those that are surely open at `at`. */
  readonly openOnly: boolean;
  readonly limit: number;
}

/** One ranked facility; null distance when coordinates are too coarse to tell one. */
export interface RankedFacility {
  readonly facility: Facility;
  /** Metres, rounded as finely as both points allow; null when unknown. */
  readonly distance: number | null;
  readonly walkMinutes: number | null;
  readonly openState: "open" | "closed" | "unknown";
  /**
   * Why `openState` is unknown: no hours are written (or it is not surely running), it is a public holiday and the
   * place does not say what holds then, or the calendar is not known well enough. Null when the state is known.
   */
  readonly unsure: "hours" | "holiday" | "calendar" | null;
  /** Minute of today (up to 1440) at which it closes when open, opens when closed; null when not today or not sure. */
  readonly changesAt: number | null;
  readonly confirmFirst: boolean;
  /** `asked` type, or `related`: one of another type standing in. */
  readonly match: "asked" | "related";
  /**
   * Not near: more than 15 km off, or not known to be nearer, and outside the place asked for. At most one is offered,
   * the nearest of the asked type, when none of that type is near; to be said as “the nearest is …”.
   */
  readonly far: boolean;
}
