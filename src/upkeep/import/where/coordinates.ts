import gcoord from "gcoord";
import { LATITUDE, LONGITUDE } from "../../../compiler/reading/forms.ts";
import type { Place } from "../../../engine/knowledge/types.ts";
import type { Gazetteer } from "./gazetteer.ts";

/** How a map counts its degrees. Chinese maps shift theirs by law; in Quanzhou by about 560 m. */
export type Datum = "WGS84" | "GCJ02" | "BD09";

/** The part of the converter that is used; its own types do not fit our modules. */
interface Converter {
  readonly WGS84: string;
  readonly GCJ02: string;
  readonly BD09: string;
  transform(point: readonly [number, number], from: string, to: string): readonly [number, number];
}

const CONVERTER = gcoord as unknown as Converter;

/** A point in WGS-84 degrees. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const DATUMS: readonly (readonly [RegExp, Datum])[] = [
  [/gcj|火星|高德|腾讯|amap|国测局/iu, "GCJ02"],
  [/bd-?_?09|百度|baidu/iu, "BD09"],
  [/wgs|cgcs|2000|gps|国家大地/iu, "WGS84"],
];

/** The datum that a heading, a cell or an argument names; CGCS2000 differs from WGS-84 by centimetres. Null: none. */
export function datumOf(text: string): Datum | null {
  return DATUMS.find(([pattern]) => pattern.test(text.normalize("NFKC")))?.[1] ?? null;
}

/** The two numbers of a cell such as `118.551,24.805`, in its order; null for anything else. */
export function pairOf(text: string): readonly [string, string] | null {
  const numbers = text
    .normalize("NFKC")
    .match(/^[\s([]*(\d+(?:\.\d+)?)°?[EN]?\s*[,;、\s/]\s*(\d+(?:\.\d+)?)°?[EN]?[\s)\]]*$/iu);
  const [, first, second] = numbers ?? [];
  return first && second ? [first, second] : null;
}

/** A point read, `swapped` when its two numbers had changed places; or what is wrong with it. */
export type ReadPoint = { readonly point: Point; readonly swapped: boolean } | { readonly wrong: string };

/** Reads longitude and latitude in degrees and converts them to WGS-84. */
export function readPoint(longitude: string, latitude: string, datum: Datum): ReadPoint {
  const [x, y] = [degrees(longitude), degrees(latitude)];
  if (x === null || y === null) return { wrong: "is no degrees; write them with a point, such as 118.55104" };
  const swapped = inRange(y, x) && !inRange(x, y);
  const [east, north] = swapped ? [y, x] : [x, y];
  if (!inRange(east, north)) return { wrong: "does not lie in Quanzhou" };
  const [lng, lat] = CONVERTER.transform([east, north], CONVERTER[datum], CONVERTER.WGS84);
  return { point: { longitude: fixed(lng), latitude: fixed(lat) }, swapped };
}

/** In metres: more than the way from a village’s middle to its last house, or from a town’s to its last village. */
const REACH = { village: 5_000, town: 15_000, county: 5_000 };

/** Why a point cannot be where the row says it is, or null. Knows no boundaries, only how far known places are. */
export function misplaced(point: Point, place: Place | null, gazetteer: Gazetteer): string | null {
  const level = place?.level === "village" ? "village" : "town";
  const fromPlace = place === null ? null : distanceTo(point, place);
  if (place !== null && fromPlace !== null)
    return fromPlace <= REACH[level]
      ? null
      : `lies ${kilometres(fromPlace)} km from ${place.name["zh-Hans"]}`;
  const distances = gazetteer.places
    .map((known) => distanceTo(point, known))
    .filter((metres) => metres !== null);
  const nearest = Math.min(...distances);
  const name = gazetteer.county.name["zh-Hans"];
  return distances.length === 0 || nearest <= REACH.county
    ? null
    : `lies ${kilometres(nearest)} km from anything known in ${name}`;
}

function distanceTo(point: Point, { latitude, longitude }: Place): number | null {
  if (latitude === null || longitude === null) return null;
  const metresPerDegree = 111_320;
  const north = (latitude - point.latitude) * metresPerDegree;
  const east = (longitude - point.longitude) * metresPerDegree * Math.cos((latitude * Math.PI) / 180);
  return Math.hypot(north, east);
}

function kilometres(metres: number): string {
  return (metres / 1000).toFixed(1);
}

function degrees(text: string): number | null {
  const plain = text
    .normalize("NFKC")
    .trim()
    .replace(/^(东经|北纬|[EN])\s*|\s*[°度]?\s*[EN]?$/giu, "");
  return /^\d{1,3}(\.\d+)?$/u.test(plain) ? Number(plain) : null;
}

function inRange(longitude: number, latitude: number): boolean {
  return "value" in LONGITUDE.parse(longitude) && "value" in LATITUDE.parse(latitude);
}

/** Five decimals are one metre. */
function fixed(degree: number): number {
  return Number(degree.toFixed(5));
}
