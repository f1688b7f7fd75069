import type { Knowledge } from "../knowledge.ts";
import { isElsewhere, placePath } from "../places.ts";
import type { Place, PlaceLevel } from "../types.ts";
import { buildIndex, type TextIndex } from "./bm25.ts";
import { tokens } from "./tokens.ts";

/** One index per knowledge, made at the first search: most faces never look places up by name. */
const indexes = new WeakMap<Knowledge, TextIndex>();

/** What people leave off a Chinese place name. */
const SUFFIX = /(?:社区|村|镇|乡|街道|市|县|区)(?:居委会|村委会)?$/u;

const LEVEL_BONUS: Readonly<Record<PlaceLevel, number>> = {
  city: 1.15,
  county: 1.1,
  town: 1.05,
  village: 1,
  elsewhere: 1,
};

/**
 * Places by name, best first: a name said in full before a part of it, larger places before smaller ones of
 * the same name, and names of the places above help (`晋江 安海`). Empty for an empty query or nothing alike;
 * never “elsewhere”, which is no place to go to or to look into.
 *
 * @example findPlaces(knowledge, "安海", 5)[0].code // "350582101"
 */
export function findPlaces(knowledge: Knowledge, query: string, limit: number): readonly Place[] {
  const asked = query.normalize("NFKC").toLowerCase().replaceAll(/\s+/g, " ").trim();
  if (asked === "") return [];
  const places = knowledge.bundle.places;
  const scored = indexOf(knowledge)
    .rank(tokens(asked))
    .flatMap(({ at, score }) => {
      const place = places[at];
      if (place === undefined || isElsewhere(knowledge, place.code)) return [];
      return [{ place, score: score * nameBonus(place, asked) }];
    });
  scored.sort((left, right) => right.score - left.score);
  return scored.slice(0, Math.max(0, limit)).map(({ place }) => place);
}

function indexOf(knowledge: Knowledge): TextIndex {
  const known = indexes.get(knowledge);
  if (known !== undefined) return known;
  const made = buildIndex(
    knowledge.bundle.places.map((place) => [
      { weight: 3, tokens: namesOf(place).flatMap(tokens) },
      { weight: 1, tokens: placePath(knowledge, place.code).slice(1, -1).flatMap(namesOf).flatMap(tokens) },
    ]),
  );
  indexes.set(knowledge, made);
  return made;
}

/** Said in full counts most; a name that the query contains, or that contains the query, counts more than loose characters. */
function nameBonus(place: Place, asked: string): number {
  const names = namesOf(place).flatMap((name) => [
    name.toLowerCase(),
    name.replace(SUFFIX, "").toLowerCase(),
  ]);
  const level = LEVEL_BONUS[place.level];
  if (names.includes(asked)) return 4 * level;
  if (names.some((name) => name.startsWith(asked))) return 2 * level;
  if (names.some((name) => name.length > 1 && (asked.includes(name) || name.includes(asked))))
    return 1.5 * level;
  return level;
}

function namesOf(place: Place): readonly string[] {
  return [...new Set([...Object.values(place.name), ...place.also])];
}
