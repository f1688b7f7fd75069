import type { EmergencyKind } from "../knowledge/intents.ts";
import type { Vocabulary } from "../knowledge/types.ts";
import { type Automaton, buildAutomaton, type Match } from "./automaton.ts";
import type { Alike } from "./soundtree.ts";

/** One way to tell of an emergency: parts that stand together (a fall and not getting up). */
export interface SignRule {
  readonly kind: EmergencyKind;
  readonly parts: readonly string[];
  /** Which of the parts stand directly beside one before (嘴唇 & 发紫). */
  readonly close: readonly boolean[];
  /** Parts of which none may stand beside the last one: 卡不见了 is no missing person. */
  readonly without: readonly string[];
  /** Where a benefit is asked about and nothing is said of now, it tells of what lasts (半边没力，有什么补助). */
  readonly unlessAsked: boolean;
}

/** The grammar of alarms as the knowledge writes it: word classes (`part:`) and how they combine (`sign:`). */
export interface SignGrammar {
  readonly parts: Automaton;
  readonly rules: readonly SignRule[];
}

/** An emergency told of, with the words that tell it. */
export interface Sign {
  readonly kind: EmergencyKind;
  readonly words: readonly Match[];
}

/** So far apart parts may stand, in characters: a breath of speech, and about three times as much in letters. */
const REACH = { close: { han: 5, latin: 24 }, far: { han: 36, latin: 110 } } as const;
const BESIDE = 3;
const UNLESS_ASKED = " unless asked";
const PART = "part:";
const SIGN = "sign:";

/** The classes of words that a match stands for. */
export function stands(match: Match, part: string): boolean {
  return match.concepts.includes(PART + part);
}

/** Reads `fall + helpless`, `mouth & colour` (close together) and `gone + person ! thing` (not beside a thing). */
function readRule(kind: EmergencyKind, text: string): SignRule {
  const unlessAsked = text.endsWith(UNLESS_ASKED);
  const [told = "", ...without] = text
    .replace(UNLESS_ASKED, "")
    .split(/[!！]/)
    .map((piece) => piece.trim());
  const pieces = told.split(/(?=[+&])/);
  const parts = pieces.map((piece) => piece.replace(/[+&]/, "").trim());
  const close = pieces.map((piece) => piece.startsWith("&"));
  return { kind, parts, without: without.flatMap((piece) => piece.split(/\s+/)), close, unlessAsked };
}

/** Builds the grammar from the vocabulary's `part:` and `sign:` lists. */
export function readGrammar({ concepts }: Vocabulary): SignGrammar {
  const entries = Object.entries(concepts);
  const words = entries
    .filter(([concept]) => concept.startsWith(PART))
    .flatMap(([concept, list]) => list.map((word) => [word, concept] as const));
  const rules = entries
    .filter(([concept]) => concept.startsWith(SIGN))
    .flatMap(([concept, list]) =>
      list.map((text) => readRule(concept.slice(SIGN.length) as EmergencyKind, text)),
    );
  return { parts: buildAutomaton(words), rules };
}

/** Parts of four characters and more are also heard when one of them was mistyped by sound (喘不过汽). */
const SHORTEST_HEARD = 4;

function heardAlike(text: string, alike: readonly Alike[]): Match[] {
  const heard: Match[] = [];
  for (const { start, word } of alike) {
    const { length, parts } = word;
    if (length < SHORTEST_HEARD || parts.length === 0) continue;
    let wrong = 0;
    for (let i = 0; i < length; i++) if (word.word[i] !== text[start + i]) wrong += 1;
    if (wrong <= 1) {
      const end = start + length;
      heard.push({ start, end, word: text.slice(start, end), concepts: parts });
    }
  }
  return heard;
}

/**
 * Every word of the grammar in a text, also those that merely sound like one (`alike`), and those that stood in the text
 * `before` sounds were repaired (a repair may hide an alarm; positions agree when the length does).
 */
export function findParts(
  text: string,
  before: string,
  alike: readonly Alike[],
  { parts }: SignGrammar,
): Match[] {
  const found = [...parts.findAll(text), ...heardAlike(text, alike)];
  return before === text || before.length !== text.length ? found : [...found, ...parts.findAll(before)];
}

function between(text: string, a: Match, b: Match): string {
  const [first, second] = a.start <= b.start ? [a, b] : [b, a];
  return text.slice(first.end, second.start);
}

const gap = (a: Match, b: Match) => Math.max(0, a.start <= b.start ? b.start - a.end : a.start - b.end);

function reach(text: string, match: Match, close: boolean): number {
  const { han, latin } = close ? REACH.close : REACH.far;
  return /[a-z]/.test(text.slice(match.start, match.end)) ? latin : han;
}

function fits(text: string, taken: readonly Match[], next: Match, close: boolean): boolean {
  const apart = taken.every((one) => next.end <= one.start || next.start >= one.end);
  const near = taken.length === 0 || taken.some((one) => gap(one, next) <= reach(text, next, close));
  return apart && near;
}

/** 不清 of 脑子不清楚: part of a longer word. */
const isPartOf = (word: Match, other: Match) =>
  other.start <= word.start && other.end >= word.end && other.word.length > word.word.length;

/** Whether a word of one of these classes stands right beside another, or holds it. */
function beside(text: string, word: Match, all: readonly Match[], parts: readonly string[]): boolean {
  const near = /[a-z]/.test(word.word) ? 4 * BESIDE : BESIDE;
  return all.some(
    (other) =>
      gap(word, other) <= near &&
      parts.some((part) => stands(other, part)) &&
      !/[，。？！；]/.test(between(text, word, other)) &&
      (other.end <= word.start || other.start >= word.end || isPartOf(word, other)),
  );
}

function complete(
  text: string,
  rule: SignRule,
  found: ReadonlyMap<string, readonly Match[]>,
  taken: readonly Match[],
): readonly Match[] | null {
  const part = rule.parts[taken.length];
  if (part === undefined) return taken;
  for (const next of found.get(part) ?? []) {
    if (!fits(text, taken, next, rule.close[taken.length] ?? false)) continue;
    const whole = complete(text, rule, found, [...taken, next]);
    if (whole) return whole;
  }
  return null;
}

function byPart(matches: readonly Match[]): Map<string, Match[]> {
  const found = new Map<string, Match[]>();
  for (const match of matches) {
    for (const concept of match.concepts) {
      const part = concept.slice(PART.length);
      const group = found.get(part);
      if (group === undefined) found.set(part, [match]);
      else group.push(match);
    }
  }
  return found;
}

/**
 * The emergencies that a text tells of. `live` leaves out words that tell of nothing happening now, and `asked`
 * says that a benefit is asked about without a word of now.
 */
export function findSigns(
  text: string,
  all: readonly Match[],
  { rules }: SignGrammar,
  live: (match: Match, kind: string) => boolean,
  asked = false,
): Sign[] {
  const told = byPart(all);
  const kinds = new Map<string, ReadonlyMap<string, readonly Match[]>>();
  return rules.flatMap((rule) => {
    if ((asked && rule.unlessAsked) || !rule.parts.every((part) => told.has(part))) return [];
    const found = kinds.get(rule.kind) ?? byPart(all.filter((match) => live(match, rule.kind)));
    kinds.set(rule.kind, found);
    const words = complete(text, rule, wordsFor(text, rule, found, all), []);
    return words ? [{ kind: rule.kind, words }] : [];
  });
}

/** The words for the parts of a rule; for the last part only those with nothing beside them that the rule rules out. */
function wordsFor(
  text: string,
  { parts, without }: SignRule,
  found: ReadonlyMap<string, readonly Match[]>,
  all: readonly Match[],
): ReadonlyMap<string, readonly Match[]> {
  const last = parts.at(-1) ?? "";
  if (without.length === 0) return found;
  const free = (found.get(last) ?? []).filter((word) => !beside(text, word, all, without));
  return new Map(found).set(last, free);
}
