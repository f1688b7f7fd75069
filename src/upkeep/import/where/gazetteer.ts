import { isWithin, type PlaceTable } from "../../../engine/knowledge/places.ts";
import type { Place, PlaceCode } from "../../../engine/knowledge/types.ts";
import { comparable, placeStem } from "./names.ts";

/** The places of one county, to be found by name. */
export class Gazetteer {
  readonly county: Place;
  readonly table: PlaceTable;
  /** All towns and villages of the county. */
  readonly places: readonly Place[];
  readonly #otherCounties: readonly string[];
  readonly #names = new Map<PlaceCode, readonly string[]>();

  constructor(places: readonly Place[], county: Place) {
    this.county = county;
    this.table = { places: new Map(places.map((place) => [place.code, place])) };
    const below = ({ level }: Place) => level === "town" || level === "village";
    this.places = places.filter((place) => below(place) && isWithin(this.table, place.code, county.code));
    for (const place of this.places) this.#names.set(place.code, namesOf(place));
    this.#otherCounties = places
      .filter(({ level, code }) => level === "county" && code !== county.code)
      .map(({ name }) => comparable(name["zh-Hans"]));
  }

  /** The places of a level whose name, stem or other name is exactly this text. */
  named(text: string, level: "town" | "village", within: Place | null = null): readonly Place[] {
    const name = comparable(text);
    const stem = placeStem(name);
    const candidates = this.#candidates(level, within);
    const exact = candidates.filter((place) => this.#namesOf(place).includes(name));
    return exact.length > 0 ? exact : candidates.filter((place) => this.#namesOf(place).includes(stem));
  }

  /** The places of a level whose full name stands in the text; where one name holds another, the longer one. */
  mentioned(text: string, level: "town" | "village", within: Place | null = null): readonly Place[] {
    const plain = comparable(text);
    const full = ({ name }: Place) => comparable(name["zh-Hans"]);
    const found = this.#candidates(level, within).filter((place) => plain.includes(full(place)));
    return found.filter(
      (place) => !found.some((other) => full(other) !== full(place) && full(other).includes(full(place))),
    );
  }

  /** Another county that the text names while it does not name this one, or null. */
  foreignCounty(text: string): string | null {
    const plain = comparable(text);
    if (plain.includes(comparable(this.county.name["zh-Hans"]))) return null;
    return this.#otherCounties.find((name) => plain.includes(name)) ?? null;
  }

  /** The text without the province, the city and the county in front of it. */
  withoutCounty(text: string): string {
    const county = comparable(this.county.name["zh-Hans"]);
    return comparable(text)
      .replace(/^(福建省)?(泉州市)?/u, "")
      .replace(new RegExp(`^${county}`, "u"), "");
  }

  /** The town a place lies in, itself when it is one. */
  townOf(place: Place): Place | null {
    return place.level === "town" ? place : (this.table.places.get(place.parent ?? "") ?? null);
  }

  #candidates(level: Place["level"], within: Place | null): readonly Place[] {
    const inside = ({ parent, code }: Place) =>
      within === null || parent === within.code || code === within.code;
    return this.places.filter((place) => place.level === level && inside(place));
  }

  #namesOf({ code }: Place): readonly string[] {
    return this.#names.get(code) ?? [];
  }
}

function namesOf({ name, also }: Place): readonly string[] {
  const full = comparable(name["zh-Hans"]);
  return [...new Set([full, placeStem(full), ...also.map(comparable)])];
}
