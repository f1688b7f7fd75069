import type { Bundle, Language, Place, PlaceCode } from "../../../src/engine/index.ts";

/** What a look-up of places may ask; all parts narrow it. */
export interface PlaceQuery {
  readonly q?: string;
  readonly parent?: PlaceCode;
  readonly limit: number;
  readonly language: Language;
}

/** County, town and village in one line: official Chinese names need no space between them. */
function pathOf(place: Place, byCode: ReadonlyMap<PlaceCode, Place>, language: Language): string {
  const names: string[] = [];
  for (let at: Place | undefined = place; at && at.level !== "city"; at = byCode.get(at.parent ?? "")) {
    names.unshift(at.name[language]);
  }
  if (names.length === 0) return place.name[language];
  return language === "en" ? names.reverse().join(", ") : names.join("");
}

/** 0 is an exact hit, larger is weaker, null is none. */
function rank(place: Place, wanted: string): number | null {
  if (place.code.startsWith(wanted)) return place.code === wanted ? 0 : 3;
  const names = [...Object.values(place.name), ...place.also].map((name) => name.toLowerCase());
  if (names.includes(wanted)) return 0;
  if (names.some((name) => name.startsWith(wanted))) return 1;
  return names.some((name) => name.includes(wanted)) ? 2 : null;
}

const LEVELS: readonly Place["level"][] = ["city", "county", "town", "village", "elsewhere"];

/**
 * Places by name, short name or code, best and largest first; without words the places under `parent`,
 * and without that the counties.
 *
 * @example findPlaces(bundle, { q: "官桥镇", limit: 10, language: "zh-Hans" }) // one in 南安, one in 安溪
 */
export function findPlaces(bundle: Bundle, { q, parent, limit, language }: PlaceQuery) {
  const byCode = new Map(bundle.places.map((place) => [place.code, place]));
  const wanted = q?.trim().toLowerCase() ?? "";
  const among = bundle.places.filter((place) => {
    if (parent !== undefined) return place.parent === parent;
    return wanted !== "" || place.level === "county";
  });
  return among
    .flatMap((place) => {
      const found = wanted === "" ? 0 : rank(place, wanted);
      return found === null ? [] : [{ place, order: found * 10 + LEVELS.indexOf(place.level) }];
    })
    .sort((a, b) => a.order - b.order || a.place.code.localeCompare(b.place.code, "en"))
    .slice(0, limit)
    .map(({ place }) => {
      const { code, level, latitude, longitude } = place;
      const path = pathOf(place, byCode, language);
      return { code, name: place.name[language], path, level, parent: place.parent, latitude, longitude };
    });
}
