import type { Place, PlaceCode } from "../knowledge/types.ts";
import type { Match } from "./automaton.ts";
import { idOf, kindOf } from "./concepts.ts";
import { type PlaceTree, villageName } from "./placetree.ts";

/** Villages by the short name people say after their county or town (晋江围头). */
export type VillageNames = ReadonlyMap<string, readonly PlaceCode[]>;

const SHORTEST = 2;
const LONGEST = 5;
/** What may stand between the county or town and the village: 晋江市围头, 永春的茂霞. */
const JOIN = /^(?:市|县|区|镇|乡|街道)?的?$/;
const JOIN_LENGTH = 3;
/** Directions and parts of any place: nobody means the village of that name by them. */
const EVERYDAY =
  /^(?:[东西南北前后上下里外中][边面头村山]|城[东西南北关区]|中心|市场|新村|老街|街[头上]|农村|乡下)$/;

/** Indexes the villages by their names without 村 and 社区. */
export function buildVillageNames(places: readonly Place[]): VillageNames {
  const names = new Map<string, PlaceCode[]>();
  for (const place of places) {
    if (place.level !== "village") continue;
    const short = villageName(place.name["zh-Hans"]).replace(/(?:村|社区)$/, "");
    for (const name of new Set([short, ...place.also])) {
      if (name.length < SHORTEST || name.length > LONGEST || EVERYDAY.test(name)) continue;
      names.set(name, [...(names.get(name) ?? []), place.code]);
    }
  }
  return names;
}

const isNarrow = (code: PlaceCode, tree: PlaceTree) =>
  tree.get(code)?.level === "county" || tree.get(code)?.level === "town";

/** The village that begins here and lies within one of the places, when its name is one of a single town. */
function villageAt(
  text: string,
  start: number,
  above: readonly PlaceCode[],
  names: VillageNames,
  tree: PlaceTree,
): Match | null {
  for (let length = LONGEST; length >= SHORTEST; length--) {
    const word = text.slice(start, start + length);
    const codes = (names.get(word) ?? []).filter((code) =>
      tree.ancestors(code).some((one) => above.includes(one)),
    );
    const [code] = codes;
    if (code !== undefined && new Set(codes.map((one) => tree.town(one))).size === 1)
      return { start, end: start + length, word, concepts: [`place:${code}`] };
  }
  return null;
}

/** A word that is no place begins at the same character or runs over it. */
function isTaken(start: number, match: Match, known: readonly Match[]): boolean {
  return known.some(
    (one) => one !== match && one.start <= start && one.end > start + 1 && one.end > match.end,
  );
}

/**
 * Villages named by their short name right after their county or town, where no known word begins there. `certain` are
 * the words that stand by themselves; the village also tells a town by whose short name alone nothing is meant (石井奎霞).
 */
export function villagesAfter(
  text: string,
  all: readonly Match[],
  certain: readonly Match[],
  names: VillageNames,
  tree: PlaceTree,
): Match[] {
  const found: Match[] = [];
  for (const match of all) {
    const codes = match.concepts.filter((one) => kindOf(one) === "place").map(idOf);
    const narrow = codes.filter((code) => isNarrow(code, tree));
    if (narrow.length === 0) continue;
    for (let gap = 0; gap <= JOIN_LENGTH; gap++) {
      const start = match.end + gap;
      if (!JOIN.test(text.slice(match.end, start)) || isTaken(start, match, certain)) continue;
      const village = villageAt(text, start, narrow, names, tree);
      if (village) found.push(village);
    }
  }
  return found;
}
