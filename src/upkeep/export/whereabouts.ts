import { type PlaceTable, placePath } from "../../engine/knowledge/index.ts";
import type { Facility, Place, PlaceLevel } from "../../engine/knowledge/types.ts";

/** The places a facility lies in, by level; what its source does not tell is undefined. */
export type Whereabouts = Readonly<Partial<Record<PlaceLevel, Place>>>;

/** Village, town, county and city of a facility, as finely as they are known. */
export function whereaboutsOf(table: PlaceTable, { place }: Facility): Whereabouts {
  if (place === null) return {};
  return Object.fromEntries(placePath(table, place).map((one) => [one.level, one]));
}

/** County, town and village as one Chinese address: 晋江市安海镇鸿塔社区; empty where nothing is known. */
export function placeName({ county, town, village }: Whereabouts): string {
  return [county, town, village].map((place) => place?.name["zh-Hans"] ?? "").join("");
}
