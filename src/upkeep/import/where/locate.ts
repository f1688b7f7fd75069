import type { Place } from "../../../engine/knowledge/types.ts";
import type { Gazetteer } from "./gazetteer.ts";
import { comparable } from "./names.ts";

/** What a row says about where it is; empty texts where it says nothing. */
export interface Whereabouts {
  readonly town: string;
  /** The town is taken from the rows above, so what the row itself says weighs more. */
  readonly townFilled: boolean;
  readonly village: string;
  readonly address: string;
  readonly name: string;
  /** The part of the name that is not the kind of facility: 锦美社区 of 锦美社区长者食堂. */
  readonly core: string;
}

/** The place found, with a remark where somebody should look; or why there is none. */
export type Located =
  /** `sure`: false when the place is only the town of the rows above. */
  | { readonly place: Place; readonly remark: string | null; readonly sure: boolean }
  /** `unnamed`: no place is named at all, so that one known from elsewhere does not contradict it. */
  | { readonly wrong: string; readonly unnamed?: boolean };

/**
 * The village or town of a row by name. What stands in different columns must agree, and a name that two towns
 * have is told apart by the town or refused: an elder must not be sent to the other one.
 */
export function locate(row: Whereabouts, gazetteer: Gazetteer): Located {
  const foreign = gazetteer.foreignCounty(`${row.town} ${row.address}`);
  if (foreign !== null) return { wrong: `it lies in ${foreign}, not in ${label(gazetteer.county)}` };
  const told = townTold(row, gazetteer);
  if ("wrong" in told) return told;
  const found = villages(row, told.town, gazetteer);
  if ("wrong" in found) return found;
  const [village, second] = found.villages;
  if (village !== undefined && second !== undefined) return { wrong: ambiguous(found.villages, gazetteer) };
  if (village !== undefined) return { place: village, remark: null, sure: true };
  const above = told.town === null ? filledTown(row, gazetteer) : null;
  const town = told.town ?? above;
  if (town !== null) return { place: town, remark: remarkOf(row, above), sure: above === null };
  const name = label(gazetteer.county);
  return { wrong: `no village or town of ${name} is named; write 镇街 and 村（社区）`, unnamed: true };
}

function remarkOf({ village }: Whereabouts, above: Place | null): string | null {
  if (village !== "") return `“${village}” is no village known here; only its town is kept`;
  return above && `its town, ${label(above)}, is that of the rows above; see that it is so`;
}

/** The town that the row itself names, null when it names none, or why it cannot be. */
function townTold(
  row: Whereabouts,
  gazetteer: Gazetteer,
): { readonly town: Place | null } | { readonly wrong: string } {
  const column = row.townFilled ? [] : columnTowns(row.town, gazetteer);
  if (column.length === 0 && row.town !== "" && !row.townFilled)
    return { wrong: `“${row.town}” is no town of ${label(gazetteer.county)}` };
  const address = gazetteer.mentioned(row.address, "town");
  const named = gazetteer.mentioned(row.name, "town");
  const [town] = column.length > 0 ? column : address.length > 0 ? address : named;
  const other = [...address, ...named].find(({ code }) => town !== undefined && code !== town.code);
  if (town !== undefined && other !== undefined)
    return { wrong: `it names two towns, ${label(town)} and ${label(other)}; keep the right one` };
  return { town: town ?? null };
}

function columnTowns(text: string, gazetteer: Gazetteer): readonly Place[] {
  if (text === "") return [];
  const exact = gazetteer.named(gazetteer.withoutCounty(text), "town");
  return exact.length > 0 ? exact : gazetteer.mentioned(text, "town");
}

function filledTown({ town, townFilled }: Whereabouts, gazetteer: Gazetteer): Place | null {
  return townFilled ? (columnTowns(town, gazetteer)[0] ?? null) : null;
}

/** The villages that the row may mean: one is the answer, several are in doubt, none leaves the town. */
function villages(
  row: Whereabouts,
  town: Place | null,
  gazetteer: Gazetteer,
): { readonly villages: readonly Place[] } | { readonly wrong: string } {
  const column = settled(columnVillages(row.village, town, gazetteer), row, town, gazetteer);
  if (column.length > 0) return { villages: column };
  if (town !== null && columnVillages(row.village, null, gazetteer).length > 0)
    return { wrong: elsewhere(columnVillages(row.village, null, gazetteer), town, gazetteer) };
  const named = settled(nameVillages(row, town, gazetteer), row, town, gazetteer);
  const address = settled(gazetteer.mentioned(row.address, "village", town), row, town, gazetteer);
  const both = named.filter((place) => address.includes(place));
  if (both.length > 0) return { villages: both };
  const [first, second] = [named[0], address[0]];
  if (first && second)
    return {
      wrong: `its name says ${label(first)}, its address ${label(second)}; write the right one into 村（社区）`,
    };
  return { villages: named.length > 0 ? named : address };
}

/** Among villages of one name, the one in the town written in a row above, where the row names no town itself. */
function settled(
  found: readonly Place[],
  row: Whereabouts,
  town: Place | null,
  gazetteer: Gazetteer,
): readonly Place[] {
  if (found.length < 2 || town !== null) return found;
  const above = filledTown(row, gazetteer);
  const inside = found.filter(({ parent }) => parent === above?.code);
  return inside.length > 0 ? inside : found;
}

function columnVillages(text: string, town: Place | null, gazetteer: Gazetteer): readonly Place[] {
  if (text === "") return [];
  const bare = withoutTown(gazetteer.withoutCounty(text), gazetteer);
  return gazetteer.named(bare, "village", town);
}

function nameVillages(row: Whereabouts, town: Place | null, gazetteer: Gazetteer): readonly Place[] {
  const core = withoutTown(gazetteer.withoutCounty(row.core), gazetteer);
  const exact = core === "" ? [] : gazetteer.named(core, "village", town);
  return exact.length > 0 ? exact : gazetteer.mentioned(row.name, "village", town);
}

/** 新店村 of 池店镇新店村. */
function withoutTown(text: string, gazetteer: Gazetteer): string {
  const town = gazetteer
    .mentioned(text, "town")
    .find(({ name }) => text.startsWith(comparable(name["zh-Hans"])));
  return town === undefined ? text : text.slice(comparable(town.name["zh-Hans"]).length);
}

function ambiguous(found: readonly Place[], gazetteer: Gazetteer): string {
  return `it may be ${found.map((place) => whole(place, gazetteer)).join(" or ")}; write its town and village`;
}

function elsewhere(found: readonly Place[], town: Place, gazetteer: Gazetteer): string {
  const where = found.map((place) => whole(place, gazetteer)).join(" or ");
  return `the village is ${where}, but the town written is ${label(town)}; write the right one`;
}

function whole(place: Place, gazetteer: Gazetteer): string {
  const town = gazetteer.townOf(place);
  return town === null || town === place ? label(place) : `${label(town)}${label(place)}`;
}

function label({ name }: Place): string {
  return name["zh-Hans"];
}
