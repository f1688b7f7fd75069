import { idOf, kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { isHan } from "./normalise.ts";

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

/** In so long a name a single wrong word of grammar is a mishearing after all (是老化改造). */
const LONG_NAME = 5;

function keepsGrammar(heard: string, word: string): boolean {
  const wrong = [...heard].filter((character, i) => word[i] !== character).length;
  if (heard.length >= LONG_NAME && wrong === 1) return true;
  return [...heard].every((character, i) => word[i] === character || !GRAMMAR.has(character));
}

/** A mishearing keeps at least one character in its place; without that, chance similarities win. */
function sharesCharacter(heard: string, word: string): boolean {
  return [...word].some((character, i) => heard[i] === character);
}

/** 八十的 is no 八 + 是的: a numeral stays whole. */
function cutsNumber(text: string, start: number, end: number): boolean {
  const numeral = /[一二三四五六七八九十百]/;
  const cuts = (at: number) => numeral.test(text[at - 1] ?? "") && numeral.test(text[at] ?? "");
  return cuts(start) || cuts(end);
}

function isTownOnly(concepts: readonly string[], lexicon: Lexicon): boolean {
  return concepts.every(
    (concept) => kindOf(concept) === "place" && lexicon.places.get(idOf(concept))?.level !== "county",
  );
}

/** Two-character town names sound like many things; they are only repaired right after their county. */
function followsCounty(
  syllables: readonly (readonly string[])[],
  start: number,
  towns: readonly string[],
  lexicon: Lexicon,
): boolean {
  const counties = new Set(towns.map((town) => lexicon.places.county(idOf(town))));
  return [2, 3].some((back) =>
    lexicon.sounds
      .wordsAt(syllables, start - back, start)
      .some(
        ({ length, word }) =>
          length === back && lexicon.automaton.lookUp(word).some((concept) => counties.has(idOf(concept))),
      ),
  );
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

function repairsAt(
  text: string,
  syllables: readonly (readonly string[])[],
  start: number,
  lexicon: Lexicon,
): { length: number; word: string }[] {
  return lexicon.sounds.wordsAt(syllables, start).filter(({ length, word }) => {
    if (length < 2) return false;
    const heard = text.slice(start, start + length);
    if (cutsNumber(text, start, start + length)) return false;
    if (heard === word || !sharesCharacter(heard, word) || isRepeated(word)) return false;
    const concepts = lexicon.automaton.lookUp(word);
    if (!concepts.some((concept) => REPAIRABLE.has(kindOf(concept)))) return false;
    const town = length === 2 && isTownOnly(concepts, lexicon);
    if (!keepsGrammar(heard, word) && !(town && isRare(heard, word, lexicon))) return false;
    if (!town) return true;
    return followsCounty(syllables, start, concepts, lexicon);
  });
}

/** A two-character town is only offered after its county, and is then likelier than any other word. */
function repairCost(length: number, word: string, lexicon: Lexicon): number {
  if (length > 2) return COST.repairedLong;
  return isTownOnly(lexicon.automaton.lookUp(word), lexicon) ? COST.repairedTown : COST.repairedPair;
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

/**
 * Replaces words that were misheard or mistyped by sound (长这食堂, 石师) by the known word that sounds so.
 * The cheapest way to read the whole text wins: known words as they stand are cheaper than repaired ones,
 * and those are cheaper than unknown characters, so correct text is left alone.
 */
export function repairSounds(text: string, lexicon: Lexicon): string {
  const characters = [...text];
  if (!characters.some(isHan)) return text;
  if (characters.length !== text.length) return text;
  const syllables = characters.map((character) => lexicon.sounds.readings(character));
  const words = lexicon.automaton
    .findAll(text)
    .filter(({ start, end, concepts }) => end - start > 1 && !concepts.every((one) => FRAGMENT.test(one)));
  const best: (Step | undefined)[] = [{ cost: 0, from: 0, text: "" }];
  for (let i = 0; i < text.length; i++) {
    const here = best[i]?.cost ?? Number.POSITIVE_INFINITY;
    relax(best, i + 1, { cost: here + COST.character, from: i, text: characters[i] ?? "" });
    for (const { start, end, word } of words) {
      if (start === i) relax(best, end, { cost: here + COST.word, from: i, text: word });
    }
    for (const { length, word } of repairsAt(text, syllables, i, lexicon)) {
      relax(best, i + length, { cost: here + repairCost(length, word, lexicon), from: i, text: word });
    }
  }
  return trace(best, text.length);
}
