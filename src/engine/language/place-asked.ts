/** Which of the places of a text the question is about. */
import type { Intent } from "../knowledge/intents.ts";
import type { PlaceCode } from "../knowledge/types.ts";
import type { Lexicon } from "./lexicon.ts";
import { conceptsOf, type Reading } from "./reading.ts";
import { type PlaceSaid, settled } from "./residence.ts";
import type { Slots } from "./types.ts";

const ABOUT_PLACES: ReadonlySet<Intent> = new Set([
  "facility_nearest",
  "facility_info",
  "policy_lookup",
  "provider_subsidy",
]);

/** Which of several places is meant, the likeliest first. */
const WHERE_TO_GO: readonly PlaceSaid["role"][][] = [
  ["bare", "at", "visited", "both"],
  ["residence"],
  ["hukou"],
];

const WHERE_MONEY_IS: readonly PlaceSaid["role"][][] = [
  ["hukou", "both"],
  ["residence"],
  ["bare"],
  ["at"],
  ["visited"],
];

/** The place a question is about: where to look for facilities, where registered for money. */
export function placeAskedFor(
  places: readonly PlaceSaid[],
  intent: Intent,
  lexicon: Lexicon,
): PlaceSaid | undefined {
  const toGo = intentIsPlace(intent);
  for (const roles of toGo ? WHERE_TO_GO : WHERE_MONEY_IS) {
    const chosen = places.filter(({ role }) => roles.includes(role)).at(-1);
    const here = toGo && roles.includes("hukou") ? places.find(isWhereabouts) : undefined;
    if (chosen) return finest(here ?? chosen, places, lexicon);
  }
  return undefined;
}

/** 户口在安溪，人在晋江: nearby means where one is, not where one is registered. */
function isWhereabouts({ role }: PlaceSaid): boolean {
  return role === "passing";
}

/** 泉港 said after 泉港涂岭 is still 涂岭. */
function finest(chosen: PlaceSaid, places: readonly PlaceSaid[], lexicon: Lexicon): PlaceSaid {
  const code = settled(chosen);
  const within = places.find((place) => {
    const other = settled(place);
    return (
      other !== undefined &&
      code !== undefined &&
      other !== code &&
      lexicon.places.ancestors(other).includes(code)
    );
  });
  return code !== undefined && lexicon.places.get(code)?.level === "county" && within ? within : chosen;
}

/**
 * With no place to go by: anybody's; of one from elsewhere the place where the family works; and where the speaker is
 * (我在凤城), if nobody else is spoken of or help has to come there.
 */
export function placeLeft(
  reading: Reading,
  places: readonly PlaceSaid[],
  intent: Intent,
): PlaceSaid | undefined {
  const meant = places.filter(({ role }) => role !== "passing" && role !== "dismissed").at(-1);
  if (meant || conceptsOf(reading, "elsewhere").length > 0) return meant ?? places.at(-1);
  const alone = intentIsPlace(intent) && conceptsOf(reading, "kin").length === 0;
  const here = alone || intent === "emergency" || intent === "handoff";
  return here ? places.filter(({ role }) => role === "passing").at(-1) : undefined;
}

/** Whether a place in the question says where to look, whoever else is spoken of. */
export function intentIsPlace(intent: Intent): boolean {
  return ABOUT_PLACES.has(intent);
}

/** County and town of a place code; a town brings its county along. */
function placeSlots(code: PlaceCode | undefined, lexicon: Lexicon): Pick<Slots, "county" | "town"> {
  if (!code) return {};
  const county = lexicon.places.county(code);
  const town = lexicon.places.town(code);
  return { ...(county ? { county } : {}), ...(town ? { town } : {}) };
}

/** Where the question is about, as slots; a name that is several places gives only what they share. */
export function whereSlots(place: PlaceSaid | undefined, lexicon: Lexicon): Pick<Slots, "county" | "town"> {
  const code = settled(place);
  if (code) return placeSlots(code, lexicon);
  const counties = new Set(place?.codes.map((one) => lexicon.places.county(one)));
  const [county] = counties.size === 1 ? counties : [];
  return county ? { county } : {};
}
