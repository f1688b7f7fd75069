import type { Place } from "../../../engine/knowledge/types.ts";
import type { Cores } from "../facilities/core.ts";
import { type Datum, datumOf, misplaced, type Point, pairOf, readPoint } from "../where/coordinates.ts";
import type { Gazetteer } from "../where/gazetteer.ts";
import { locate, type Whereabouts } from "../where/locate.ts";
import { type Details, type DetailsContext, readDetails, words } from "./details.ts";
import type { RowReader } from "./row.ts";

/** One facility as a row of the sheet tells it. */
export interface FacilityRow {
  readonly row: number;
  readonly name: string;
  readonly english: string;
  readonly address: string | null;
  /** Null when the row names no place; then only a facility known by this name can be meant. */
  readonly place: Place | null;
  /** False when the place is only the town of the rows above: then what is known of it elsewhere weighs more. */
  readonly sure: boolean;
  readonly point: Point | null;
  readonly details: Details;
}

/** What rows are read against. */
export interface RowContext extends DetailsContext {
  readonly gazetteer: Gazetteer;
  readonly cores: Cores;
  readonly datum: Datum | null;
}

/** Reads a row, or says why the whole row cannot be taken. */
export function readFacilityRow(
  row: RowReader,
  context: RowContext,
): FacilityRow | { readonly wrong: string } {
  const name = words(row, "name");
  if (name === null || name.numeric)
    return { wrong: row.refused[0] ? "its name cannot be used" : "it has no name" };
  const address = words(row, "address")?.text ?? "";
  const located = locate(whereaboutsOf(row, name.text, address, context.cores), context.gazetteer);
  if ("wrong" in located && !located.unnamed) return located;
  const place = "place" in located ? located.place : null;
  if ("place" in located && located.remark !== null) row.remarks.push(`row ${row.number}: ${located.remark}`);
  return {
    row: row.number,
    name: name.text,
    english: words(row, "english")?.text ?? "",
    address: address === "" ? null : address.replace(/^(福建省)(泉州市)?/u, ""),
    place,
    sure: "place" in located && located.sure,
    point: pointOf(row, place, context),
    details: readDetails(row, context),
  };
}

function whereaboutsOf(row: RowReader, name: string, address: string, cores: Cores): Whereabouts {
  const [town, village] = [words(row, "town"), words(row, "village")];
  return {
    town: town?.text ?? "",
    townFilled: town?.filled ?? false,
    village: village?.text ?? "",
    address,
    name,
    core: cores.of(name),
  };
}

/** The point of a row in WGS-84, or null: then the place’s own point must do. */
function pointOf(row: RowReader, place: Place | null, { gazetteer, datum }: RowContext): Point | null {
  const cells = coordinateCells(row);
  if (cells === null) return null;
  const told = row.cell("datum");
  const known = told === undefined ? (datumOf(cells.heading) ?? datum) : datumOf(told.text);
  if (known === null) {
    if (told !== undefined)
      row.refuse(told, `“${told.text}” is no known datum; write WGS84, GCJ-02 or BD-09`);
    return null;
  }
  const read = readPoint(cells.longitude, cells.latitude, known);
  if ("wrong" in read) {
    row.refuse(
      cells.cell,
      `${cells.longitude}, ${cells.latitude} ${read.wrong}; the place’s own point is used`,
    );
    return null;
  }
  const far = misplaced(read.point, place, gazetteer);
  if (far !== null) row.refuse(cells.cell, `the point ${far}; the place’s own point is used`);
  else if (read.swapped) row.remark(cells.cell, "longitude and latitude had changed places; put right");
  return far === null ? read.point : null;
}

/** Longitude and latitude as written: from two columns or from one. */
function coordinateCells(row: RowReader) {
  const [longitude, latitude, point] = [row.cell("longitude"), row.cell("latitude"), row.cell("point")];
  if (longitude && latitude) {
    const heading = `${longitude.heading} ${latitude.heading}`;
    return { cell: longitude, longitude: longitude.text, latitude: latitude.text, heading };
  }
  const half = longitude ?? latitude;
  if (half) row.refuse(half, "a point needs both 经度 and 纬度");
  if (point === undefined) return null;
  const pair = pairOf(point.text);
  if (pair === null)
    row.refuse(point, `“${point.text}” is no point; write 经度,纬度, such as 118.55104,24.80518`);
  return pair && { cell: point, longitude: pair[0], latitude: pair[1], heading: point.heading };
}
