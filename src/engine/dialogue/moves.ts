/**
 * Buttons and shared places as readings: a tap says the same as words would, with full confidence,
 * so that the dialogue has one way in. Choice ids are short ASCII (64 bytes in Telegram).
 */
import { INTENTS, type Intent } from "../knowledge/intents.ts";
import type { FactDefinition, Facts, FactValue, Language } from "../knowledge/types.ts";
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

/** A choice id's value in the kind of its fact; undefined when it is none of the fact's. */
export function parseFactValue(definition: FactDefinition, text: string): FactValue | undefined {
  switch (definition.kind) {
    case "boolean":
      return text === "true" ? true : text === "false" ? false : undefined;
    case "number":
      return /^\d{1,3}$/.test(text) ? Number(text) : undefined;
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

type Reader = (body: string, base: Understanding, lookup: Lookup) => Understanding | null;

const READERS: Readonly<Record<string, Reader>> = {
  fact: readFact,
  intent: readIntent,
  place: (code, base, lookup) => (lookup.isPlace(code) ? { ...base, answer: { place: code } } : null),
  benefit: (id, base, lookup) =>
    lookup.isBenefit(id)
      ? { ...base, intent: "benefit_info", ellipsis: false, slots: { benefit: id } }
      : null,
  howto: (id, base, lookup) =>
    lookup.isBenefit(id) ? { ...base, intent: "apply_howto", ellipsis: false, slots: { benefit: id } } : null,
  topic: (id, base, lookup) =>
    lookup.isTopic(id) ? { ...base, intent: "policy_lookup", ellipsis: false, slots: { topic: id } } : null,
  about: (ref, base) => (/^[a-z-]{1,30}$/.test(ref) ? { ...base, about: ref } : null),
  lang: (language, base) =>
    language === "zh-Hans" || language === "zh-Hant" || language === "en"
      ? { ...base, language, smalltalk: "greeting", ellipsis: false }
      : null,
};

/** A tapped choice as a reading; null when the id is not one of ours (hostile or outdated). */
export function readChoice(id: string, language: Language, lookup: Lookup): Understanding | null {
  const base = emptyReading(language);
  if (id === "start") return { ...base, smalltalk: "greeting", ellipsis: false };
  const command = COMMANDS.find((known) => known === id);
  if (command) return { ...base, command };
  const colon = id.indexOf(":");
  const read = colon > 0 ? READERS[id.slice(0, colon)] : undefined;
  return read ? read(id.slice(colon + 1), base, lookup) : null;
}
