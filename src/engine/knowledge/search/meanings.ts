import type { Bundle, PlaceCode } from "../types.ts";
import { type Reading, simplified, unitsOf } from "./tokens.ts";
import { plant, type WordTree, wordsIn, wordTree } from "./word-tree.ts";

/** What words stand for besides themselves, built once per knowledge. */
export interface Meanings {
  /** Words of facts, facility types and groups of related words (`like:`) → meaning tokens. */
  readonly words: WordTree;
  /** Wordings that say nothing of what is asked about: 多少钱, 怎么办, 在哪, and whom it is for. */
  readonly questions: WordTree;
  /** Dialect and variant wordings → the standard ones. */
  readonly wordings: WordTree;
}

/** Kinds of concepts a word is widened by; a hint is as good as the fact when somebody only looks things up. */
const WIDENING: Readonly<Record<string, string>> = {
  fact: "fact",
  hint: "fact",
  category: "fact",
  type: "type",
  like: "like",
};
/** Cues whose words only ask, and words for elders: everything here is about them. */
const ASKING = new Set([
  ...["where", "nearest", "is-there", "entitled", "amount", "what-is", "qualify", "howto"].map(
    (id) => `cue:${id}`,
  ),
  "like:anybody",
]);

/** The meaning token of a fact, e.g. of a condition that asks for it. Its value does not matter for finding. */
export function factToken(fact: string): string {
  return `@fact:${fact}`;
}

/** The meaning token of a county, of its name as of what holds there. */
export function placeToken(code: PlaceCode): string {
  return `@place:${code}`;
}

/** A place and the words for it, as they are compared. */
export interface NamedPlace {
  readonly code: PlaceCode;
  readonly words: readonly string[];
}

/** Reads the words for understanding and those for looking up into trees. A few milliseconds per thousand words. */
export function meaningsOf(
  { vocabulary, lookUp }: Pick<Bundle, "vocabulary" | "lookUp">,
  reading: Reading,
  counties: readonly NamedPlace[],
): Meanings {
  const meanings = { words: wordTree(), questions: wordTree(), wordings: wordTree() };
  for (const [concept, words] of Object.entries({ ...vocabulary.concepts, ...lookUp })) {
    const [kind = "", id = ""] = splitConcept(concept);
    const widened = WIDENING[kind];
    for (const word of words) {
      if (kind === "say") plant(meanings.wordings, unitsOf(word), simplified(id, reading));
      if (ASKING.has(concept) || kind === "kin") plant(meanings.questions, unitsOf(word), concept);
      else if (widened !== undefined) plant(meanings.words, unitsOf(word), `@${widened}:${id.split("=")[0]}`);
    }
  }
  for (const { code, words } of counties)
    for (const word of words) plant(meanings.words, unitsOf(word), placeToken(code));
  return meanings;
}

function splitConcept(concept: string): readonly string[] {
  const colon = concept.indexOf(":");
  return [concept.slice(0, colon), concept.slice(colon + 1)];
}

/** The text in standard wording: 佗位有 → 哪里有. Words may stand in each other, the longest wins. */
export function standardWording(text: string, { wordings }: Meanings): string {
  const units = unitsOf(text);
  let at = 0;
  let result = "";
  for (const { start, end, meanings } of wordsIn(wordings, units)) {
    if (start < at) continue;
    result += joined(units.slice(at, start)) + (meanings[0] ?? "");
    at = end;
  }
  return at === 0 ? text : result + joined(units.slice(at));
}

function joined(units: readonly string[]): string {
  return units.map((unit) => (/^[a-z\d]/.test(unit) || unit === "" ? ` ${unit} ` : unit)).join("");
}
