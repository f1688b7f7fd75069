import type { FacilityType, Place } from "../../../engine/knowledge/types.ts";
import { comparable, placeStem } from "../where/names.ts";
import { countyWord, word } from "./files.ts";

/** What a new facility is named after. */
export interface Named {
  readonly place: Place;
  /** The part of its name that is not the kind of facility. */
  readonly core: string;
  readonly english: string;
}

/**
 * An id that nobody has yet: county, the place or the English name given, type; counted on from 2 where it is taken.
 * Spelling comes from the table of places, which has every village in pinyin.
 */
export function newId(named: Named, type: FacilityType, county: Place, taken: ReadonlySet<string>): string {
  const distinct =
    named.english === "" ? placeWord(named.place) : word(named.english).replace(`-${type.id}`, "");
  const parts = [countyWord(county), named.place.code === county.code ? "" : distinct, type.id];
  const plain = parts.filter((part) => part !== "").join("-");
  let id = plain;
  for (let count = 2; taken.has(id); count++) id = `${plain}-${count}`;
  return id;
}

/** The English name: Jinmei Community Canteen for Elders when it is the place's own, else Canteen for Elders in Jinmei Community. */
export function newEnglishName({ place, core, english }: Named, type: FacilityType): string {
  if (english !== "") return english;
  const kind = titled(type.name.en);
  const name = place.name.en.replace(/ \(.*\)$/u, "");
  return isNamedAfter(core, place) ? `${name} ${kind}` : `${kind} in ${name}`;
}

function isNamedAfter(core: string, { name, also }: Place): boolean {
  const full = comparable(name["zh-Hans"]);
  const names = [full, placeStem(full), ...also.map(comparable)];
  return core === "" || names.some((one) => core === one || core.endsWith(full));
}

function placeWord({ name }: Place): string {
  return word(
    name.en.replace(/ \(.*\)$/u, "").replace(/ (Village|Community|Town|Township|Subdistrict|Area)$/u, ""),
  );
}

const SMALL_WORDS = new Set(["for", "of", "the", "in", "and", "a"]);

function titled(text: string): string {
  const title = (part: string) =>
    SMALL_WORDS.has(part) ? part : part.slice(0, 1).toUpperCase() + part.slice(1);
  return text.split(" ").map(title).join(" ");
}
