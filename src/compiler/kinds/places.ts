import { ELSEWHERE } from "../../engine/knowledge/places.ts";
import type { Place, PlaceCode } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Row } from "../reading/csv.ts";
import { oneOf, PLACE_CODE, TEXT } from "../reading/forms.ts";
import { splitWords } from "../reading/texts.ts";
import { nameToTraditional } from "../traditional.ts";
import { readPoint } from "./points.ts";

/** Fujian and the whole country: above every place we list, and jurisdictions of superior rules. */
export const SUPERIOR_PLACES: readonly PlaceCode[] = ["350000", "100000"];

const LEVEL = oneOf(["city", "county", "town", "village", "elsewhere"]);
const COLUMNS = ["code", "name", "name_en", "level", "parent", "latitude", "longitude", "also"] as const;
type PlaceRow = Row<(typeof COLUMNS)[number]>;

/** All places; each must lie in a place one level above it, and elsewhere, outside all of them, in none. */
export function readPlaces(knowledge: Compilation): readonly Place[] {
  for (const code of SUPERIOR_PLACES) knowledge.ids.define("place", code, BUILT_IN);
  const rows = knowledge.rows(/^places\/[^/]+\.csv$/u, COLUMNS, "place");
  const read = rows.map((row) => ({ row, place: readPlace(row, knowledge) }));
  for (const { place } of read) knowledge.places.set(place.code, place);
  for (const { row, place } of read) {
    if (place.level === "elsewhere") refuseWhereabouts(row);
    else checkParent(row, place, knowledge);
  }
  return read.map(({ place }) => place);
}

/** What `define` needs of a place that no file holds. */
const BUILT_IN = {
  position: { file: "every knowledge", line: 1, column: 1 },
  fault: () => undefined,
};

function readPlace(row: PlaceRow, { ids }: Compilation): Place {
  const code = row.get("code").as(PLACE_CODE);
  const name = row.get("name").as(TEXT);
  const level = row.get("level").as(LEVEL);
  if ((level === "elsewhere") !== (code === ELSEWHERE))
    row
      .get("level")
      .fault(`only \`${ELSEWHERE}\` is of the level elsewhere; write city, county, town or village`);
  ids.definePlace(code, name, row);
  return {
    code,
    level,
    parent: row.find("parent")?.as(PLACE_CODE) ?? null,
    name: { "zh-Hans": name, "zh-Hant": nameToTraditional(name), en: row.get("name_en").as(TEXT) },
    also: splitWords(row.find("also")?.as(TEXT)),
    ...readPoint(row),
  };
}

/** The level a place's parent must have; a city lies in a superior place or says nothing. */
const PARENT_LEVEL = {
  city: null,
  county: "city",
  town: "county",
  village: "town",
  elsewhere: null,
} as const;

function checkParent(row: PlaceRow, { level }: Place, { ids, places }: Compilation): void {
  const wanted = PARENT_LEVEL[level];
  const cell = row.find("parent") ?? (wanted && row.get("parent"));
  if (!cell) return;
  const code = ids.refer("place", cell);
  if (!ids.has("place", code)) return;
  const actual = places.get(code)?.level ?? null;
  if (actual === wanted) return;
  cell.fault(`a ${level} cannot lie in \`${code}\`; write the code of its ${wanted ?? "province"}`);
}

/** Elsewhere is no spot on the map: whatever says where it lies would be wrong. */
function refuseWhereabouts(row: PlaceRow): void {
  for (const column of ["parent", "latitude", "longitude"] as const)
    row
      .find(column)
      ?.fault("elsewhere is everywhere outside Quanzhou and lies nowhere; leave this cell empty");
}
