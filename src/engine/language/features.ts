import { kindOf } from "./concepts.ts";
import type { Reading } from "./reading.ts";

const ABSTRACTED: Readonly<Record<string, string>> = {
  place: "P",
  elsewhere: "E",
  type: "T",
  benefit: "B",
  topic: "O",
  document: "D",
  kin: "K",
  fact: "F",
  category: "F",
  hint: "F",
};
const TAGGED = new Set(["cue", "command", "smalltalk", "emergency", "danger", "topic"]);

/** Beside one of these 有没有人 and 叫人来 ask for no staff (有没有人上门打扫). */
const NAMED = new Set(["type", "benefit", "topic"]);

/** What a classifier sees of a text: features, each as a number below `FEATURES` or by a name of its own, with their values. */
export type Features = ReadonlyMap<number | string, number>;

/**
 * Features are told apart by a number made of their letters, not by a name: looking up numbers is quicker and the model
 * needs no names. With so many numbers two features hardly ever share one, and then the model has learnt with both.
 */
const FEATURES = 2 ** 24;

/** Odd, and its bits look like chance, so that what is multiplied with it is spread over all numbers. */
const SPREAD = 0x9e3779b1;
/** The families of features; the same letters mean another feature in each. */
const [WHOLE, LAST, CONCEPT, LAST_CONCEPT, KIND, THING, LENGTH, NAME] = [1, 2, 3, 4, 5, 6, 7, 8].map(
  (family) => Math.imul(family, SPREAD),
) as [number, number, number, number, number, number, number, number];
const START = 0x110001;
const END = 0x110002;
/** Words count whole and have numbers above those of characters. */
const WORD = 0x200000;
const LONG_TEXT = 60;

function mix(hash: number, next: number): number {
  const mixed = Math.imul(hash ^ next, SPREAD);
  return mixed ^ (mixed >>> 15);
}

function hashOf(text: string, family: number): number {
  let hash = family;
  for (let i = 0; i < text.length; i++) hash = mix(hash, text.charCodeAt(i));
  return hash;
}

/** Which feature a hash stands for. */
const numberOf = (hash: number) => (mix(hash, WORD) >>> 0) % FEATURES;

/** The number of a feature; one that a model calls by a name gets the number of that name. */
export function featureNumber(feature: number | string): number {
  return typeof feature === "number" ? feature : numberOf(hashOf(feature, NAME));
}

/** The text with things replaced by their kind, so that what is learnt for 晋江 holds for 安溪. */
function abstractText(reading: Reading, start: number, end: number): string {
  let result = "";
  let at = start;
  const numbers = reading.numbers.map((number) => ({ ...number, letter: "N" }));
  const things = reading.things.map((match) => ({
    start: match.start,
    end: match.end,
    letter: ABSTRACTED[kindOf(match.concepts[0] ?? ":")] ?? "X",
  }));
  const spans = [
    ...things,
    ...numbers.filter((n) => !things.some((t) => n.start < t.end && n.end > t.start)),
  ];
  for (const span of spans.sort((a, b) => a.start - b.start)) {
    if (span.start < at || span.end > end) continue;
    result += reading.text.slice(at, span.start) + span.letter;
    at = span.end;
  }
  return result + reading.text.slice(at, end);
}

/** Latin words count whole, everything else by character. */
function unitsOf(text: string): number[] {
  const units = text.match(/[a-z]+|[^\s]/gu) ?? [];
  return [
    START,
    ...units.map((unit) => (unit.length > 1 ? hashOf(unit, WORD) | WORD : (unit.codePointAt(0) ?? 0))),
    END,
  ];
}

type Table = Map<number, number>;

function add(features: Table, feature: number, value: number): void {
  const known = features.get(feature);
  if (known === undefined || known < value) features.set(feature, value);
}

/** Every one, two and three units that stand together. */
function addGrams(features: Table, units: readonly number[], family: number, value: number): void {
  for (let i = 0; i < units.length; i++) {
    let hash = family;
    for (let at = i; at < i + 3 && at < units.length; at++) {
      hash = mix(hash, units[at] ?? 0);
      add(features, numberOf(hash), value);
    }
  }
}

function addTag(features: Table, tag: string, family: number, value: number): void {
  add(features, numberOf(hashOf(tag, family)), value);
}

function addCues({ cues, things }: Reading, lastStart: number, features: Table): void {
  const named = things.some((match) => match.concepts.some((one) => NAMED.has(kindOf(one))));
  for (const match of cues) {
    if (named && match.concepts.includes("mark:anybody")) continue;
    for (const concept of match.concepts) {
      if (!TAGGED.has(kindOf(concept))) continue;
      addTag(features, concept, CONCEPT, 2.5);
      if (match.start >= lastStart) addTag(features, concept, LAST_CONCEPT, 1.5);
    }
  }
}

function addThings({ things }: Reading, features: Table): void {
  for (const { concepts } of things) {
    for (const concept of concepts) addTag(features, kindOf(concept), KIND, 2);
    const type = concepts.find((concept) => kindOf(concept) === "type" || kindOf(concept) === "topic");
    if (type) addTag(features, type, THING, 0.5);
  }
}

/**
 * What the classifier sees of a text: n-grams of the abstracted wording, once for the whole and once more for the
 * last clause (the question comes last), and the concepts found. Training and reading use this same function.
 */
export function featuresOf(reading: Reading): ReadonlyMap<number, number> {
  const features: Table = new Map();
  const clauses = reading.clauses.slice(-8).map(({ start, end }) => ({ start, end }));
  const last = clauses.at(-1) ?? { start: 0, end: reading.text.length };
  const units = clauses.map(({ start, end }) => unitsOf(abstractText(reading, start, end)));
  for (const clause of units) addGrams(features, clause, WHOLE, 1);
  const asked = units.at(-1) ?? unitsOf(abstractText(reading, last.start, last.end));
  addGrams(features, asked, LAST, 0.7);
  addCues(reading, last.start, features);
  addThings(reading, features);
  addTag(features, reading.text.length > LONG_TEXT ? "long" : "short", LENGTH, 0.5);
  return features;
}

/** What the classes of words in the alarms' grammar weigh beside a run of the wording. */
const PART_WEIGHT = 1.5;

/**
 * What the model of alarms sees of a text: n-grams of the wording as it stands, and the classes of words found. Unlike
 * for intents nothing is abstracted and no clause counts more: whose arm and which floor matter here. Training and
 * reading use this same function.
 */
export function alarmFeaturesOf({
  text,
  parts,
  cues,
}: Pick<Reading, "text" | "parts" | "cues">): ReadonlyMap<number, number> {
  const features: Table = new Map();
  addGrams(features, unitsOf(text.replace(/\d+/g, "0")), WHOLE, 1);
  for (const { concepts } of parts)
    for (const concept of concepts) addTag(features, concept, CONCEPT, PART_WEIGHT);
  for (const { concepts } of cues) for (const concept of concepts) addTag(features, concept, CONCEPT, 1);
  return features;
}
