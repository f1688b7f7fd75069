import { isWithin } from "../../../engine/knowledge/places.ts";
import type { Place } from "../../../engine/knowledge/types.ts";
import type { FacilityRow } from "../table/facility-row.ts";
import type { Gazetteer } from "../where/gazetteer.ts";
import { comparable, placeStem } from "../where/names.ts";
import type { Cores } from "./core.ts";
import type { Kept } from "./files.ts";

/** The entry a row is about, null for a new one, or why it cannot be told. */
export type Same = { readonly kept: Kept | null } | { readonly wrong: string };

/** Finds the entry of a row by name and place; a row that names no place must have a name known once in the county. */
export function findSame(
  row: FacilityRow,
  county: readonly Kept[],
  cores: Cores,
  gazetteer: Gazetteer,
): Same {
  const keyOf = (name: string, place: Place | undefined) =>
    cores.key(name, gazetteer) ||
    (place && place.level !== "county" ? placeStem(comparable(place.name["zh-Hans"])) : "");
  const key = keyOf(row.name, row.place ?? undefined);
  const alike = county.filter(
    ({ entry }) =>
      keyOf(entry.name, gazetteer.table.places.get(entry.place)) === key &&
      mayBeAt(entry.place, row, gazetteer),
  );
  const exact = alike.filter(({ entry }) => comparable(entry.name) === comparable(row.name));
  const [first, second] = exact.length > 0 ? exact : alike;
  if (first !== undefined && second !== undefined)
    return { wrong: `it may be ${first.entry.id} or ${second.entry.id} of ours; write its village` };
  return { kept: first ?? null };
}

function mayBeAt(place: string, row: FacilityRow, { table }: Gazetteer): boolean {
  if (row.place === null || !row.sure || place === "") return true;
  return isWithin(table, place, row.place.code) || isWithin(table, row.place.code, place);
}
