import type { Bundle, Language, Matter, Place, PlaceLevel } from "../../../src/engine/index.ts";
import type { GroupMatter, Opened, PlaceName } from "./messages.ts";

/** Takes out of the knowledge what the page needs to draw its own screens. */
export function openedFrom(bundle: Bundle): Opened {
  const numbers = bundle.facts.filter((fact) => fact.kind === "number");
  return {
    version: bundle.version,
    checked: lastChecked(bundle),
    words: {
      "zh-Hans": kioskWords(bundle, "zh-Hans"),
      "zh-Hant": kioskWords(bundle, "zh-Hant"),
      en: kioskWords(bundle, "en"),
    },
    counties: placesOf(bundle, "county"),
    towns: placesOf(bundle, "town"),
    sites: bundle.sites,
    hotline: hotlineOf(bundle),
    privateFacts: bundle.facts.filter((fact) => fact.privacy === "private").map((fact) => fact.id),
    ranges: Object.fromEntries(
      numbers.map((fact) => [fact.id, { minimum: fact.minimum ?? 0, maximum: fact.maximum ?? 999 }]),
    ),
    groups: bundle.groups.map((group) => ({
      ...group,
      matters: group.matters.map((matter) => groupMatter(matter, bundle)),
    })),
    facilityTypes: bundle.facilityTypes.map(({ id }) => id),
    matters: Object.fromEntries(
      [...bundle.benefits, ...bundle.topics, ...bundle.facilityTypes].map(({ id, name }) => [id, name]),
    ),
  };
}

/** How the engine is asked for a matter. */
const CHOICE = {
  benefit: "benefit:",
  topic: "topic:",
  "facility type": "intent:facility_nearest:",
} as const;

function groupMatter({ kind, id }: Matter, { offices }: Bundle): GroupMatter {
  if (kind !== "office") return { choice: `${CHOICE[kind]}${id}`, matter: id };
  const office = offices.find((one) => one.id === id);
  if (office === undefined) throw new Error(`no office ${id}`);
  const { name, phone, address } = office;
  return { office: id, name, phone, address };
}

function lastChecked({ documents, facilities }: Bundle): string {
  const days = [...documents, ...facilities].map(({ checked }) => checked);
  return days.reduce((newest, day) => (day > newest ? day : newest), "");
}

/** The city's line for everything, of which the knowledge says so. */
const HOTLINE = "hotline-12345";

function hotlineOf({ offices }: Bundle): Opened["hotline"] {
  const office = offices.find(({ id }) => id === HOTLINE);
  return office === undefined || office.phone === null ? null : { name: office.name, number: office.phone };
}

/** Words of the engine by which the kiosk finds the sum and the other lines of a card. */
const OF_THE_CARD = new Set([
  ...["amount", "where", "bring", "place", "hours", "address", "distance", "phone", "source", "confirm"].map(
    (label) => `label.${label}`,
  ),
  "amount.none",
]);

function kioskWords(bundle: Bundle, language: Language): Readonly<Record<string, string>> {
  const all = Object.entries(bundle.phrases[language] ?? {});
  return Object.fromEntries(all.filter(([key]) => key.startsWith("kiosk.") || OF_THE_CARD.has(key)));
}

function placesOf(bundle: Bundle, level: PlaceLevel): readonly PlaceName[] {
  return bundle.places.filter((place) => place.level === level).map(nameOf);
}

function nameOf(place: Place): PlaceName {
  return { code: place.code, parent: place.parent, name: place.name };
}
