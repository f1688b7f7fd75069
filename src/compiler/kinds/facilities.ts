import type { Facility, FacilityType } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { KnowledgeFile } from "../files.ts";
import type { Row } from "../reading/csv.ts";
import { type Placed, spot } from "../reading/faults.ts";
import { DAY, ID, oneOf, PHONE, TEXT } from "../reading/forms.ts";
import { readText, readWords, splitWords } from "../reading/texts.ts";
import { nameToTraditional } from "../traditional.ts";
import { readCitation } from "./citations.ts";
import { EXCEPTIONS } from "./exceptions.ts";
import { readPoint } from "./points.ts";
import { SESSIONS } from "./sessions.ts";

const STATUS = oneOf(["open", "planned", "suspended", "closed", "unverified"]);
const PRECISION = oneOf(["address", "village", "town"]);

/** The columns of a facility CSV file, in the order in which they are written. */
export const FACILITY_COLUMNS = [
  ...(["id", "name", "name_en", "status", "place", "address", "latitude", "longitude", "precision"] as const),
  ...(["sessions", "exceptions", "hours", "prices", "phone", "services", "note"] as const),
  ...(["source", "clause", "reported", "checked"] as const),
];
type FacilityRow = Row<(typeof FACILITY_COLUMNS)[number]>;

/** All facility types: one folder each, described in its `type.yaml`. */
export function readFacilityTypes(knowledge: Compilation): readonly FacilityType[] {
  return knowledge.files.take(/^facilities\/[^/]+\/type\.yaml$/u).map((file) => readType(file, knowledge));
}

function readType(file: KnowledgeFile, { ids }: Compilation): FacilityType {
  const id = file.parentId();
  ids.define("facility type", id, file);
  const record = file.yaml().record("name", "summary", "also", "related");
  return {
    id,
    name: readText(record.get("name")),
    summary: readText(record.get("summary")),
    also: readWords(record.find("also")),
    related: record.find("related")?.list((item) => ids.refer("facility type", item)) ?? [],
  };
}

/** All facilities: rows of the CSV files in the folder of their type. */
export function readFacilities(knowledge: Compilation): readonly Facility[] {
  const seen = new Map<string, Placed>();
  return knowledge.files.take(/^facilities\/[^/]+\/[^/]+\.csv$/u).flatMap((file) => {
    if (!knowledge.ids.has("facility type", file.parent))
      file.fault(`no facility type \`${file.parent}\`; write facilities/${file.parent}/type.yaml`);
    return file.csv(FACILITY_COLUMNS).map((row) => {
      const facility = readFacility(row, file.parent, knowledge);
      refuseTwin(facility, row, seen);
      return facility;
    });
  });
}

function readFacility(row: FacilityRow, type: string, knowledge: Compilation): Facility {
  const { ids } = knowledge;
  const id = row.get("id").as(ID);
  ids.define("facility", id, row);
  const place = row.find("place");
  return {
    id,
    type,
    name: readFacilityName(row),
    status: row.get("status").as(STATUS),
    place: place ? ids.refer("place", place) : null,
    address: text(row, "address"),
    ...readPoint(row),
    precision: readPrecision(row),
    sessions: row.find("sessions")?.as(SESSIONS) ?? [],
    exceptions: row.find("exceptions")?.as(EXCEPTIONS) ?? [],
    hours: text(row, "hours"),
    prices: text(row, "prices"),
    phone: row.find("phone")?.as(PHONE) ?? null,
    services: splitWords(row.find("services")?.as(TEXT)),
    note: text(row, "note"),
    sources: [readCitation(row.get("source"), row.get("clause"), knowledge)],
    reported: row.find("reported")?.as(DAY) ?? null,
    checked: row.get("checked").as(DAY),
  };
}

function readFacilityName(row: FacilityRow): Facility["name"] {
  const name = row.get("name").as(TEXT);
  return { "zh-Hans": name, "zh-Hant": nameToTraditional(name), en: row.get("name_en").as(TEXT) };
}

function text(row: FacilityRow, column: "address" | "hours" | "prices" | "note"): string | null {
  return row.find(column)?.as(TEXT) ?? null;
}

/** How fine the point is: must be told where there is one, and cannot be told where there is none. */
function readPrecision(row: FacilityRow): Facility["precision"] {
  const precision = row.find("precision");
  if (row.find("latitude")) return row.get("precision").as(PRECISION);
  precision?.fault(
    "a precision without a point means nothing; write latitude and longitude, or leave it empty",
  );
  return null;
}

/** The same name at the same place twice would send people to one door as if it were two. */
function refuseTwin(facility: Facility, row: FacilityRow, seen: Map<string, Placed>): void {
  const where = facility.place ?? facility.address ?? "";
  const key = `${facility.type}\n${facility.name["zh-Hans"]}\n${where}`;
  const first = seen.get(key);
  if (first === undefined) seen.set(key, { position: row.position });
  else
    row.fault(
      `\`${facility.name["zh-Hans"]}\` at this place is already at ${spot(first)}; keep one of the two`,
    );
}
