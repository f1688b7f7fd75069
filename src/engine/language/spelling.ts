/** Slips of the finger in Latin letters: a letter typed twice, and in long English words any one letter wrong. */
import type { Vocabulary } from "../knowledge/types.ts";
import { kindOf } from "./concepts.ts";

/** The English words that the vocabulary uses, by themselves or within a wording, in groups by first letter. */
export interface Spelling {
  readonly words: ReadonlySet<string>;
  readonly long: ReadonlyMap<string, readonly string[]>;
}

/** Everyday words that are right as they are, though without the doubled letter they would be another word. */
const RIGHT: ReadonlySet<string> = new Set(
  "soon too off meet choose loose teen steep inn bee latter dinner been seen feed fell good food need keep week poor tell add ill all noon cool tool root shoot boot ass".split(
    " ",
  ),
);
const SHORTEST = 3;
/** In so long a word one wrong letter leaves no doubt: shorter ones are one letter apart too often (county, country). */
const LONG = 8;

/** Collects the words that texts are compared with. */
export function readSpelling({ concepts }: Vocabulary): Spelling {
  const words = new Set<string>();
  for (const [concept, list] of Object.entries(concepts)) {
    if (kindOf(concept) === "spoken" || kindOf(concept) === "sign") continue;
    for (const text of list) for (const [word] of text.matchAll(/[a-z]{2,}/g)) words.add(word);
  }
  const long = new Map<string, string[]>();
  for (const word of words) {
    if (word.length < LONG) continue;
    const first = word[0] ?? "";
    const group = long.get(first);
    if (group) group.push(word);
    else long.set(first, [word]);
  }
  return { words, long };
}

/** The spellings of a word with one of two equal letters beside each other left out, in their order. */
export function undoubled(word: string): string[] {
  const spellings: string[] = [];
  for (let at = 1; at < word.length; at += 1)
    if (word[at] === word[at - 1]) spellings.push(word.slice(0, at) + word.slice(at + 1));
  return spellings;
}

/** Whether one letter left out, put in, changed or swapped with its neighbour makes one word of the other. */
export function isOneSlip(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false;
  let same = 0;
  while (same < word.length && word[same] === other[same]) same += 1;
  const rest = word.slice(same);
  const right = other.slice(same);
  if (rest.length !== right.length) return rest.slice(1) === right || rest === right.slice(1);
  const swapped = rest[0] === right[1] && rest[1] === right[0] && rest.slice(2) === right.slice(2);
  return swapped || rest.slice(1) === right.slice(1);
}

function rightSpelling(word: string, { words, long }: Spelling): string {
  if (words.has(word) || RIGHT.has(word)) return word;
  const known = undoubled(word).find((one) => words.has(one));
  if (known !== undefined || word.length < LONG) return known ?? word;
  const near = (long.get(word[0] ?? "") ?? []).filter((one) => isOneSlip(word, one));
  return near.length === 1 ? (near[0] ?? word) : word;
}

/** The text with unknown English words spelt as the known word that they are a slip away from; the rest stays. */
export function repairSpelling(text: string, spelling: Spelling): string {
  if (spelling.words.size === 0) return text;
  return text.replace(/[a-z]+/g, (word) => (word.length < SHORTEST ? word : rightSpelling(word, spelling)));
}
