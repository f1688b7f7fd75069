import type { Place, PlaceCode, PlaceLevel } from "./types.ts";

/** The whole country: contains every place. */
export const NATION: PlaceCode = "100000";
/** Fujian: contains every place but the nation. */
export const PROVINCE: PlaceCode = "350000";
/** Quanzhou: contains every place we know, the two development zones included. */
export const CITY: PlaceCode = "350500";

/** Everywhere outside Quanzhou, as a person's hukou or home: in no county of ours; whether in Fujian is not known. */
export const ELSEWHERE: PlaceCode = "elsewhere";

/** What the look-ups below need of the knowledge: its table of places. */
export interface PlaceTable {
  readonly places: ReadonlyMap<PlaceCode, Place>;
}

const CITY_RANK = 2;
/** Elsewhere is no jurisdiction of anybody's, so it ranks as an unknown code does. */
const RANKS: Readonly<Record<PlaceLevel, number>> = {
  elsewhere: -1,
  city: CITY_RANK,
  county: 3,
  town: 4,
  village: 5,
};

/** Whether the code says “outside Quanzhou”. @example isElsewhere(knowledge, ELSEWHERE) // true where the table lists it */
export function isElsewhere(table: PlaceTable, code: PlaceCode): boolean {
  return table.places.get(code)?.level === "elsewhere";
}

/** From the place itself up to the city (village, town, county, city); empty for a code that is not in the table. */
export function placePath(table: PlaceTable, code: PlaceCode): readonly Place[] {
  const path: Place[] = [];
  let place = table.places.get(code);
  while (place !== undefined && !path.includes(place)) {
    path.push(place);
    place = place.parent === null ? undefined : table.places.get(place.parent);
  }
  return path;
}

/** The county the place is or lies in; null for the city, anything above it, elsewhere and unknown codes. */
export function countyOf(table: PlaceTable, code: PlaceCode): PlaceCode | null {
  return ofLevel(table, code, "county");
}

/** The town the place is or lies in; null for a county, anything above it and unknown codes. */
export function townOf(table: PlaceTable, code: PlaceCode): PlaceCode | null {
  return ofLevel(table, code, "town");
}

function ofLevel(table: PlaceTable, code: PlaceCode, level: PlaceLevel): PlaceCode | null {
  return placePath(table, code).find((place) => place.level === level)?.code ?? null;
}

/** How specific a jurisdiction is: 0 nation, 1 province, 2 city, 3 county, 4 town, 5 village; -1 for an unknown code and for elsewhere. */
export function jurisdictionRank(table: PlaceTable, code: PlaceCode): number {
  if (code === NATION) return 0;
  if (code === PROVINCE) return 1;
  if (code === CITY) return CITY_RANK;
  const place = table.places.get(code);
  return place === undefined ? -1 : RANKS[place.level];
}

/**
 * Whether the place is the ancestor or lies in it; false for elsewhere and for codes that are not in the table.
 * Follows the parents in the table, not the digits of the code, because the development zones have no digits of their own.
 *
 * @example isWithin(knowledge, "TIA-QZ", "350500") // true
 */
export function isWithin(table: PlaceTable, code: PlaceCode, ancestor: PlaceCode): boolean {
  const rank = jurisdictionRank(table, code);
  const above = jurisdictionRank(table, ancestor);
  if (rank < 0 || above < 0) return false;
  if (code === ancestor) return true;
  if (above <= CITY_RANK) return rank > above;
  let place = table.places.get(code);
  for (let steps = above; steps < rank && place !== undefined; steps += 1) {
    if (place.parent === ancestor) return true;
    place = place.parent === null ? undefined : table.places.get(place.parent);
  }
  return false;
}
