import { isWithin } from "../../../engine/knowledge/places.ts";
import type { Day, Place } from "../../../engine/knowledge/types.ts";
import type { FacilityRow } from "../table/facility-row.ts";
import type { Gazetteer } from "../where/gazetteer.ts";
import type { Entry } from "./entry.ts";
import { mergedNote } from "./note.ts";
import type { NoteWords } from "./note-words.ts";

/** What the import says of where it comes from. */
export interface Provenance {
  readonly source: string;
  readonly clause: string;
  readonly reported: Day;
}

/** What entries are made with beside the row. */
export interface Merging {
  readonly provenance: Provenance;
  readonly gazetteer: Gazetteer;
  readonly words: NoteWords;
}

/**
 * An entry with what the sheet says put in. What the sheet does not say stays, and an empty cell says nothing;
 * hours and prices that stay from an older source get their year said in the note.
 */
export function mergedEntry(before: Entry, row: FacilityRow, merging: Merging): Entry {
  const { details } = row;
  const { provenance, gazetteer } = merging;
  const hours = details.hours ?? before;
  return {
    ...before,
    ...(row.english !== "" && { name_en: row.english }),
    status: details.status ?? (before.status || "unverified"),
    address: row.address ?? before.address,
    ...whereabouts(before, row, gazetteer),
    sessions: hours.sessions,
    exceptions: hours.exceptions,
    hours: details.hours?.text ?? before.hours,
    prices: details.prices ?? before.prices,
    phone: details.phone ?? before.phone,
    services: details.services ?? before.services,
    note: mergedNote(before, details, merging),
    ...provenance,
  };
}

type Whereabouts = Pick<Entry, "place" | "latitude" | "longitude" | "precision">;

/** The finer of the two places; the sheet’s point, else the point we have of that place, else the place’s own. */
function whereabouts(before: Entry, row: FacilityRow, gazetteer: Gazetteer): Whereabouts {
  const { table } = gazetteer;
  const finer = row.place !== null && before.place !== "" && isWithin(table, before.place, row.place.code);
  const keeps = row.place === null || finer || (!row.sure && before.place !== "");
  const code = keeps ? before.place : (row.place?.code ?? "");
  if (row.point !== null) return { place: code, ...written(row.point, "address") };
  if (code === before.place && before.latitude !== "") {
    const { place, latitude, longitude, precision } = before;
    return { place, latitude, longitude, precision };
  }
  return { place: code, ...pointOfPlace(table.places.get(code), gazetteer) };
}

/** The village’s point, or its town’s where nobody knows it; counties are too wide for one. */
function pointOfPlace(place: Place | undefined, gazetteer: Gazetteer): Omit<Whereabouts, "place"> {
  const none = { latitude: "", longitude: "", precision: "" };
  if (place === undefined || (place.level !== "village" && place.level !== "town")) return none;
  const { latitude, longitude } = place;
  if (latitude !== null && longitude !== null) return written({ latitude, longitude }, place.level);
  return place.level === "village" ? pointOfPlace(gazetteer.townOf(place) ?? undefined, gazetteer) : none;
}

function written(point: { readonly latitude: number; readonly longitude: number }, precision: string) {
  return { latitude: point.latitude.toFixed(5), longitude: point.longitude.toFixed(5), precision };
}
