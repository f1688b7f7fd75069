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
function unitsOf(text: string): string[] {
  return text.match(/[a-z]+|[^\s]/gu) ?? [];
}

function add(features: Map<string, number>, feature: string, value: number): void {
  features.set(feature, Math.max(features.get(feature) ?? 0, value));
}

function addGrams(
  features: Map<string, number>,
  units: readonly string[],
  prefix: string,
  value: number,
): void {
  const padded = ["^", ...units, "$"];
  for (let i = 0; i < padded.length; i++) {
    for (let length = 1; length <= 3 && i + length <= padded.length; length++) {
      add(features, prefix + padded.slice(i, i + length).join("\u0001"), value * (length === 1 ? 1 : 1));
    }
  }
}

/**
 * What the classifier sees of a text: n-grams of the abstracted wording, once for the whole and once more for the
 * last clause (the question comes last), and the concepts found. Training and reading use this same function.
 */
export function featuresOf(reading: Reading): Map<string, number> {
  const features = new Map<string, number>();
  const last = reading.clauses.at(-1) ?? { start: 0, end: reading.text.length };
  for (const clause of reading.clauses.slice(-8)) {
    addGrams(features, unitsOf(abstractText(reading, clause.start, clause.end)), "", 1);
  }
  addGrams(features, unitsOf(abstractText(reading, last.start, last.end)), "L", 0.7);
  const named = reading.things.some((match) => match.concepts.some((one) => NAMED.has(kindOf(one))));
  for (const match of reading.cues) {
    if (named && match.concepts.includes("mark:anybody")) continue;
    for (const concept of match.concepts) {
      if (!TAGGED.has(kindOf(concept))) continue;
      add(features, `#${concept}`, 2.5);
      if (match.start >= last.start) add(features, `#L${concept}`, 1.5);
    }
  }
  for (const match of reading.things) {
    for (const concept of match.concepts) add(features, `@${kindOf(concept)}`, 2);
    const type = match.concepts.find((concept) => kindOf(concept) === "type" || kindOf(concept) === "topic");
    if (type) add(features, `@${type}`, 0.5);
  }
  add(features, reading.text.length > 60 ? "@long" : "@short", 0.5);
  return features;
}
