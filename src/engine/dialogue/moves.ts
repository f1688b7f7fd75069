/**
 * Buttons and shared places as readings: a tap says the same as words would, with full confidence,
 * so that the dialogue has one way in. Choice ids are short ASCII (64 bytes in Telegram).
 */
import { INTENTS, type Intent } from "../knowledge/intents.ts";
import {
  type FactDefinition,
  type Facts,
  type FactValue,
  LANGUAGES,
  type Language,
} from "../knowledge/types.ts";
import type { Command, Understanding } from "../language/types.ts";

const COMMANDS: readonly Command[] = [
  "back",
  "restart",
  "repeat",
  "skip",
  "slower",
  "larger",
  "human",
  "forget",
  "more",
  "just-answer",
];

/** A reading that says nothing yet: the base of every move. */
export function emptyReading(language: Language): Understanding {
  return {
    language,
    intent: "smalltalk",
    confidence: 1,
    second: null,
    slots: {},
    people: {},
    about: null,
    hints: [],
    command: null,
    emergency: null,
    elsewhere: null,
    ellipsis: true,
    hypothetical: false,
    ambiguousPlaces: [],
    smalltalk: null,
    answer: {},
  };
}

/** Whether a number may be the value of a fact, e.g. an age of 0–130. */
export function inRange(definition: FactDefinition, value: number): boolean {
  return value >= (definition.minimum ?? 0) && value <= (definition.maximum ?? Number.MAX_SAFE_INTEGER);
}

/** A choice id's value in the kind of its fact; undefined when it is none of the fact's. */
function parseFactValue(definition: FactDefinition, text: string): FactValue | undefined {
  switch (definition.kind) {
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "number":
      return /^\d{1,3}$/.test(text) && inRange(definition, Number(text)) ? Number(text) : undefined;
    case "choice":
      return definition.choices.find((choice) => choice.value === text)?.value;
    case "place":
      return text;
  }
}

interface Lookup {
  readonly fact: (id: string) => FactDefinition | undefined;
  readonly isPlace: (code: string) => boolean;
  readonly isBenefit: (id: string) => boolean;
  readonly isTopic: (id: string) => boolean;
  readonly isFacilityType: (id: string) => boolean;
  readonly isPerson: (ref: string) => boolean;
}

/** Parses `fact:age=82`, `fact:age=?`. */
function readFact(body: string, base: Understanding, lookup: Lookup): Understanding | null {
  const [id = "", text = ""] = body.split("=", 2);
  const definition = lookup.fact(id);
  if (!definition) return null;
  if (text === "?") return { ...base, answer: { polarity: "unsure" }, hints: [id], command: "dont-know" };
  const value = parseFactValue(definition, text);
  if (value === undefined || (definition.kind === "place" && !lookup.isPlace(String(value)))) return null;
  const facts: Facts = { [id]: value };
  return { ...base, people: { unnamed: facts } };
}

function readIntent(body: string, base: Understanding, lookup: Lookup): Understanding | null {
  const [id = "", type] = body.split(":", 2);
  const intent = INTENTS.find((known): known is Intent => known === id);
  if (!intent || (type !== undefined && !lookup.isFacilityType(type))) return null;
  return { ...base, intent, ellipsis: false, slots: type ? { facilityType: type } : {} };
}

function readBenefit(
  intent: Intent,
  benefit: string,
  base: Understanding,
  lookup: Lookup,
): Understanding | null {
  return lookup.isBenefit(benefit) ? { ...base, intent, ellipsis: false, slots: { benefit } } : null;
}

/** Money of this benefit that has not come. */
function readClaim(benefit: string, base: Understanding, lookup: Lookup): Understanding | null {
  const read = readBenefit("benefit_info", benefit, base, lookup);
  return read && { ...read, onlyNames: true };
}

function readTopic(topic: string, base: Understanding, lookup: Lookup): Understanding | null {
  const known = lookup.isTopic(topic);
  return known ? { ...base, intent: "policy_lookup", ellipsis: false, slots: { topic } } : null;
}

function readLanguage(said: string, base: Understanding): Understanding | null {
  const language = LANGUAGES.find((known) => known === said);
  return language ? { ...base, language, smalltalk: "greeting", ellipsis: false } : null;
}

type Reader = (body: string, base: Understanding, lookup: Lookup) => Understanding | null;

/** By the word before the colon; a map, so that no word finds what every object has (`constructor:`). */
const READERS: ReadonlyMap<string, Reader> = new Map<string, Reader>([
  ["fact", readFact],
  ["intent", readIntent],
  ["place", (code, base, { isPlace }) => (isPlace(code) ? { ...base, answer: { place: code } } : null)],
  ["benefit", (benefit, base, lookup) => readBenefit("benefit_info", benefit, base, lookup)],
  ["howto", (benefit, base, lookup) => readBenefit("apply_howto", benefit, base, lookup)],
  ["claim", readClaim],
  ["topic", readTopic],
  ["about", (ref, base, { isPerson }) => (isPerson(ref) ? { ...base, about: ref } : null)],
  ["lang", readLanguage],
]);

/** A tapped choice as a reading; null when the id is not one of ours (hostile or outdated). */
export function readChoice(id: string, language: Language, lookup: Lookup): Understanding | null {
  const base = emptyReading(language);
  if (id === "start") return { ...base, smalltalk: "greeting", ellipsis: false };
  const command = COMMANDS.find((known) => known === id);
  if (command) return { ...base, command };
  const colon = id.indexOf(":");
  const read = colon > 0 ? READERS.get(id.slice(0, colon)) : undefined;
  return read ? read(id.slice(colon + 1), base, lookup) : null;
}
