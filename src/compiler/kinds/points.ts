import type { Row } from "../reading/csv.ts";
import { LATITUDE, LONGITUDE } from "../reading/forms.ts";

/** A point in WGS-84 degrees, or nulls when nothing is known. */
export interface Point {
  readonly latitude: number | null;
  readonly longitude: number | null;
}

/** The point of a row: both numbers or neither, and within Quanzhou. */
export function readPoint(row: Row<"latitude" | "longitude">): Point {
  const latitude = row.find("latitude");
  const longitude = row.find("longitude");
  const half = latitude && !longitude ? latitude : longitude && !latitude ? longitude : undefined;
  half?.fault("a point needs both latitude and longitude; write both, or leave both empty");
  return { latitude: latitude?.as(LATITUDE) ?? null, longitude: longitude?.as(LONGITUDE) ?? null };
}
