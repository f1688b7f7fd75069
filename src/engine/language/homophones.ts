import type { Match } from "./automaton.ts";
import { idOf, kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import type { Alike, SoundWord } from "./soundtree.ts";

const REPAIRABLE = new Set([
  "type",
  "benefit",
  "topic",
  "place",
  "fact",
  "cue",
  "command",
  "document",
  "say",
]);
const COST = { character: 1, word: 0.5, repairedTown: 1.3, repairedPair: 1.4, repairedLong: 1.5 };

/** Pieces of sentences (能的, 要到) that are found in anything: that they stand there does not prove the text right. */
const FRAGMENT = /^mark:(?:choice=.*|came-from|going|at-action|wishing)$/;

interface Step {
  readonly cost: number;
  readonly from: number;
  readonly text: string;
}

/** Words of grammar are heard right far more often than wrong: 晋江是 is not 晋江市, 那家 is not 哪家. */
const GRAMMAR: ReadonlySet<string> = new Set("是有我你他她不没和的了能给那这年月会来去说什么在人");

/** In so long a name words of grammar are misheard after all: one (是老化改造), and more the longer it is (日间照了中新). */
const LONG_NAME = 5;

function keepsGrammar(heard: string, word: string): boolean {
  const wrong = [...heard].filter((character, i) => word[i] !== character).length;
  if (heard.length >= LONG_NAME && wrong <= Math.max(1, heard.length / 2 - 1)) return true;
  return [...heard].every((character, i) => word[i] === character || !GRAMMAR.has(character));
}

/** A mishearing keeps at least one character in its place; without that, chance similarities win. */
function sharesCharacter(heard: string, word: string): boolean {
  return [...word].some((character, i) => heard[i] === character);
}

const NUMERALS = "一二三四五六七八九十百";
const isNumeral = (character: string | undefined) => character !== undefined && NUMERALS.includes(character);

/** 八十的 is no 八 + 是的: a numeral stays whole. */
function cutsNumber(text: string, start: number, end: number): boolean {
  return (
    (isNumeral(text[start - 1]) && isNumeral(text[start])) ||
    (isNumeral(text[end - 1]) && isNumeral(text[end]))
  );
}

function isTownOnly(concepts: readonly string[], lexicon: Lexicon): boolean {
  return concepts.every(
    (concept) => kindOf(concept) === "place" && lexicon.places.get(idOf(concept))?.level !== "county",
  );
}

/** Two-character town names sound like many things; they are only repaired right after their county. */
function followsCounty(text: string, start: number, towns: readonly string[], lexicon: Lexicon): boolean {
  const counties = new Set(towns.map((town) => lexicon.places.county(idOf(town))));
  return [2, 3].some((back) => {
    if (start < back) return false;
    const sounds = lexicon.sounds.soundsOf(text.slice(start - back, start));
    return lexicon.sounds
      .wordsAt(sounds, 0)
      .some(({ length, concepts }) => length === back && concepts.some((one) => counties.has(idOf(one))));
  });
}

/** 是是是 sounds like 是石狮: one character said again is no word to look for behind others. */
function isRepeated(word: string): boolean {
  return new Set(word).size === 1;
}

/** 安溪蓬来: the character heard right is no word of its own, so that the other is hardly one of grammar. */
function isRare(heard: string, word: string, lexicon: Lexicon): boolean {
  return [...heard].some(
    (character, i) => word[i] === character && lexicon.automaton.lookUp(character).length === 0,
  );
}

/** Whether a word may be meant that sounds like what is written. */
function isRepair(text: string, { start, word }: Alike, lexicon: Lexicon): boolean {
  const { length, concepts } = word;
  const heard = text.slice(start, start + length);
  if (!sharesCharacter(heard, word.word) || cutsNumber(text, start, start + length)) return false;
  if (isRepeated(word.word) || !concepts.some((concept) => REPAIRABLE.has(kindOf(concept)))) return false;
  const town = length === 2 && isTownOnly(concepts, lexicon);
  if (!keepsGrammar(heard, word.word) && !(town && isRare(heard, word.word, lexicon))) return false;
  return !town || followsCounty(text, start, concepts, lexicon);
}

/** A two-character town is only offered after its county, and is then likelier than any other word. */
function repairCost({ length, concepts }: SoundWord, lexicon: Lexicon): number {
  if (length > 2) return COST.repairedLong;
  return isTownOnly(concepts, lexicon) ? COST.repairedTown : COST.repairedPair;
}

function relax(best: (Step | undefined)[], to: number, step: Step): void {
  const known = best[to];
  if (!known || step.cost < known.cost) best[to] = step;
}

function trace(best: readonly (Step | undefined)[], end: number): string {
  const parts: string[] = [];
  for (let at = end; at > 0; ) {
    const step = best[at];
    if (!step) break;
    parts.push(step.text);
    at = step.from;
  }
  return parts.reverse().join("");
}

const isWhole = ({ start, end, concepts }: Match) =>
  end - start > 1 && !concepts.every((one) => FRAGMENT.test(one));

/**
 * Replaces words that were misheard or mistyped by sound (长这食堂, 石师) by the known word that sounds so.
 * The cheapest way to read the whole text wins: known words as they stand are cheaper than repaired ones,
 * and those are cheaper than unknown characters, so correct text is left alone. `found` are the words that stand in
 * the text and `alike` those that sound like what stands there, both in text order.
 */
export function repairSounds(
  text: string,
  found: readonly Match[],
  alike: readonly Alike[],
  lexicon: Lexicon,
): string {
  const repairs = alike.filter((one) => isRepair(text, one, lexicon));
  if (repairs.length === 0) return text;
  const words = found.filter(isWhole);
  const best: (Step | undefined)[] = [{ cost: 0, from: 0, text: "" }];
  let word = 0;
  let repair = 0;
  for (let i = 0; i < text.length; i++) {
    const here = best[i]?.cost ?? Number.POSITIVE_INFINITY;
    relax(best, i + 1, { cost: here + COST.character, from: i, text: text[i] ?? "" });
    for (let one = words[word]; one?.start === i; one = words[++word])
      relax(best, one.end, { cost: here + COST.word, from: i, text: one.word });
    for (let one = repairs[repair]; one?.start === i; one = repairs[++repair]) {
      const cost = here + repairCost(one.word, lexicon);
      relax(best, i + one.word.length, { cost, from: i, text: one.word.word });
    }
  }
  return trace(best, text.length);
}
