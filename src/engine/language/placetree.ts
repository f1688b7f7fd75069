import type { Place, PlaceCode } from "../knowledge/types.ts";

/** Parents and levels of places, for composing 晋江 + 安海 and telling two 官桥 apart. */
export interface PlaceTree {
  get(code: PlaceCode): Place | undefined;
  /** The place and everything above it, finest first. */
  ancestors(code: PlaceCode): readonly PlaceCode[];
  /** The county (or functional zone) a place lies in or is; undefined for the city and above. */
  county(code: PlaceCode): PlaceCode | undefined;
  /** The town a place lies in or is. */
  town(code: PlaceCode): PlaceCode | undefined;
}

/** Indexes the places by code. */
export function buildPlaceTree(places: readonly Place[]): PlaceTree {
  const byCode = new Map(places.map((place) => [place.code, place]));
  const ancestors = (code: PlaceCode): PlaceCode[] => {
    const chain: PlaceCode[] = [];
    for (let at: PlaceCode | null = code; at && !chain.includes(at); at = byCode.get(at)?.parent ?? null) {
      chain.push(at);
    }
    return chain;
  };
  const onLevel = (code: PlaceCode, level: Place["level"]) =>
    ancestors(code).find((above) => byCode.get(above)?.level === level);
  return {
    get: (code) => byCode.get(code),
    ancestors,
    county: (code) => onLevel(code, "county"),
    town: (code) => onLevel(code, "town"),
  };
}

const VILLAGE_TAIL = /(?:社区)?居委会$|村委会$|村民委员会$|居民委员会$/;

/** The name people say of a village or neighbourhood: 东山村委会 → 东山村, 金山社区居委会 → 金山社区. */
export function villageName(name: string): string {
  if (/社区居(?:民委员|委)会$/.test(name)) return name.replace(VILLAGE_TAIL, "社区");
  if (/居(?:民委员|委)会$/.test(name)) return name.replace(VILLAGE_TAIL, "社区");
  const base = name.replace(VILLAGE_TAIL, "");
  return base.endsWith("村") || base.endsWith("社区") || base === name ? base : `${base}村`;
}

/**
 * Words of the villages, derived here because they would double the bundle. Only names that say by
 * their ending that they are places; whether one counts is decided by the town or county beside it.
 */
export function* villageWords(places: readonly Place[]): Iterable<readonly [string, string]> {
  for (const place of places) {
    if (place.level !== "village") continue;
    const name = villageName(place.name["zh-Hans"]);
    if (name.length >= 3) yield [name, `place:${place.code}`];
  }
}
