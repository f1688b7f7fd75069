import type { Knowledge } from "../../engine/knowledge/index.ts";
import type { Facility } from "../../engine/knowledge/types.ts";
import { placeName, whereaboutsOf } from "./whereabouts.ts";
import { writtenExceptions, writtenSessions } from "./written-hours.ts";

/** What a spreadsheet takes for the beginning of a formula, full-width forms included. */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const BYTE_ORDER_MARK = "\uFEFF";

/**
 * The columns: those of the knowledge's own facility files, then names in words for a reader without our tables,
 * and the sources after the first (`document clause`, separated by ` | `).
 */
const COLUMNS = {
  type: ({ facility }) => facility.type,
  id: ({ facility }) => facility.id,
  name: ({ facility }) => facility.name["zh-Hans"],
  name_en: ({ facility }) => facility.name.en,
  status: ({ facility }) => facility.status,
  place: ({ facility }) => facility.place,
  address: ({ facility }) => facility.address,
  latitude: ({ facility }) => facility.latitude,
  longitude: ({ facility }) => facility.longitude,
  precision: ({ facility }) => facility.precision,
  sessions: ({ facility }) => writtenSessions(facility.sessions),
  exceptions: ({ facility }) => writtenExceptions(facility.exceptions),
  hours: ({ facility }) => facility.hours,
  prices: ({ facility }) => facility.prices,
  phone: ({ facility }) => facility.phone,
  services: ({ facility }) => facility.services.join("、"),
  note: ({ facility }) => facility.note,
  source: ({ facility }) => facility.sources[0]?.document,
  clause: ({ facility }) => facility.sources[0]?.clause,
  reported: ({ facility }) => facility.reported,
  checked: ({ facility }) => facility.checked,
  type_name: ({ facility, knowledge }) => knowledge.types.get(facility.type)?.name["zh-Hans"],
  place_name: ({ facility, knowledge }) => placeName(whereaboutsOf(knowledge, facility)),
  source_title: ({ facility, knowledge }) => sourceOf(facility, knowledge)?.title,
  source_url: ({ facility, knowledge }) => sourceOf(facility, knowledge)?.url,
  other_sources: ({ facility }) =>
    facility.sources
      .slice(1)
      .map(({ document, clause }) => `${document} ${clause}`)
      .join(" | "),
} satisfies Record<string, (row: Row) => string | number | null | undefined>;

interface Row {
  readonly facility: Facility;
  readonly knowledge: Knowledge;
}

/**
 * Facilities as one flat table, RFC 4180 with CRLF. An empty cell means “not known”. A cell that a spreadsheet would
 * run as a formula gets a `'` before it (one more where it has some already), so that nothing in a source can act on
 * the reader's machine; whoever reads the file back takes one `'` off such cells.
 *
 * @param bom a byte order mark in front, by which Excel knows that Chinese text is UTF-8
 */
export function facilitiesCsv(knowledge: Knowledge, facilities: readonly Facility[], bom: boolean): string {
  const rows = facilities.map((facility) =>
    Object.values(COLUMNS).map((read) => cell(read({ facility, knowledge }))),
  );
  const lines = [Object.keys(COLUMNS), ...rows].map((cells) => `${cells.join(",")}\r\n`);
  return `${bom ? BYTE_ORDER_MARK : ""}${lines.join("")}`;
}

function sourceOf({ sources }: Facility, { documents }: Knowledge) {
  return documents.get(sources[0]?.document ?? "");
}

function cell(value: string | number | null | undefined): string {
  const text = String(value ?? "");
  const safe = typeof value === "string" && FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/u.test(safe) || safe !== safe.trim() ? `"${safe.replace(/"/gu, '""')}"` : safe;
}
