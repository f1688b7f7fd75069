import { kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { isHan } from "./normalise.ts";
import { mergeSyllable } from "./sound.ts";

const NUMERALS: Readonly<Record<string, string>> = {
  yi: "一",
  er: "二",
  san: "三",
  si: "四",
  wu: "五",
  liu: "六",
  qi: "七",
  ba: "八",
  jiu: "九",
  shi: "十",
  bai: "百",
};
const NUMERAL_AGE = /\b((?:(?:yi|er|san|si|wu|liu|qi|ba|jiu|shi|bai) ?){1,5}) ?(?=sui\b)/g;
const LONGEST_SYLLABLE = 6;

/** Splits a run of letters into pinyin syllables, the fewest possible; null where it is no pinyin. */
export function splitSyllables(run: string, lexicon: Lexicon): string[] | null {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= run.length; end++) {
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const before = best[start];
      const piece = run.slice(start, end);
      if (!before || !looksLikeSyllable(piece) || !lexicon.sounds.isSyllable(mergeSyllable(piece))) continue;
      const known = best[end];
      if (!known || before.length + 1 < known.length) best[end] = [...before, piece];
    }
  }
  return best[run.length] ?? null;
}

function looksLikeSyllable(piece: string): boolean {
  return /^(?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?[aeiouv]{1,4}(?:ng?|r)?$/.test(piece);
}

/** Kinds of words that carry what is asked, before those of grammar and politeness. */
const TELLING = /^(?:place|type|benefit|topic|fact|kin|cue|document)$/;

/** Words that mean something here come before everyday words of the same sound (石狮, 事实, 是是). */
function wordCost(word: string, lexicon: Lexicon): number {
  const concepts = lexicon.automaton.lookUp(word);
  if (concepts.some((concept) => TELLING.test(kindOf(concept)))) return 0.9;
  return concepts.every((concept) => kindOf(concept) === "common") ? 1 : 0.95;
}

function joinWords(syllables: readonly (readonly string[])[], lexicon: Lexicon): string {
  const best: ({ cost: number; text: string } | undefined)[] = [{ cost: 0, text: "" }];
  for (let i = 0; i < syllables.length; i++) {
    const here = best[i];
    if (!here) continue;
    const single = lexicon.sounds.anyCharacter(syllables[i]?.[0] ?? "");
    const options = [{ length: 1, word: single, cost: 2 }];
    for (const found of lexicon.sounds.wordsAt(syllables, i)) {
      options.push({ ...found, cost: found.length === 1 ? 1.2 : wordCost(found.word, lexicon) });
    }
    for (const { length, word, cost } of options) {
      const known = best[i + length];
      if (!known || here.cost + cost < known.cost) {
        best[i + length] = { cost: here.cost + cost, text: here.text + word };
      }
    }
  }
  return best[syllables.length]?.text ?? "";
}

/**
 * Turns a sentence typed in pinyin (`wo ma zhu zai li cheng qu`) into known Chinese words; null when the
 * text is Chinese already, or English. Unknown syllables become some character of that sound.
 */
export function decodePinyin(text: string, lexicon: Lexicon): string | null {
  if ([...text].some(isHan) || !/[a-z]/.test(text)) return null;
  const aged = text.replace(NUMERAL_AGE, (_, run: string) =>
    run
      .trim()
      .split(/ +/)
      .map((syllable) => NUMERALS[syllable] ?? "")
      .join(""),
  );
  const pieces = aged.match(/[a-z]+|[^a-z ]+/g) ?? [];
  const split = pieces.map((piece) => (/[a-z]/.test(piece) ? splitSyllables(piece, lexicon) : piece));
  if (split.includes(null) || pieces.filter((piece) => /[a-z]/.test(piece)).length < 2) return null;
  return joinPieces(split as (string | string[])[], lexicon);
}

function joinPieces(pieces: readonly (string | string[])[], lexicon: Lexicon): string {
  let result = "";
  let run: string[][] = [];
  for (const piece of [...pieces, ""]) {
    if (typeof piece !== "string") {
      run.push(...piece.map((syllable) => [mergeSyllable(syllable)]));
      continue;
    }
    if (run.length > 0) result += joinWords(run, lexicon);
    run = [];
    result += piece;
  }
  return result;
}
