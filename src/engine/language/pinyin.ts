import { kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { isHan } from "./normalise.ts";
import { mergeSyllable } from "./sound.ts";
import type { SoundWord } from "./soundtree.ts";
import { undoubled } from "./spelling.ts";

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
function splitSyllables(run: string, lexicon: Lexicon): string[] | null {
  const best: (string[] | undefined)[] = [[]];
  for (let end = 1; end <= run.length; end++) {
    for (let start = Math.max(0, end - LONGEST_SYLLABLE); start < end; start++) {
      const before = best[start];
      const piece = run.slice(start, end);
      if (!before || !looksLikeSyllable(piece) || lexicon.sounds.syllable(mergeSyllable(piece)) === undefined)
        continue;
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
function wordCost({ length, concepts }: SoundWord): number {
  if (length === 1) return 1.2;
  if (concepts.some((concept) => TELLING.test(kindOf(concept)))) return 0.9;
  return concepts.every((concept) => kindOf(concept) === "common") ? 1 : 0.95;
}

/** What a word costs more that begins or ends within syllables typed together (li chengdong is no 鲤城 + 东). */
const TORN = 2;

/** A syllable, and whether it is typed together with the one before it. */
interface Typed {
  readonly syllable: number;
  readonly joined: boolean;
}

function joinWords(typed: readonly Typed[], { sounds }: Lexicon): string {
  const syllables = typed.map(({ syllable }) => syllable);
  const torn = (from: number, to: number) =>
    to - from > 1 ? [from, to].filter((at) => typed[at]?.joined).length * TORN : 0;
  const best: ({ cost: number; text: string } | undefined)[] = [{ cost: 0, text: "" }];
  const read = syllables.map((syllable) => [syllable]);
  for (let i = 0; i < syllables.length; i++) {
    const here = best[i];
    if (!here) continue;
    const options = [{ length: 1, word: sounds.anyCharacter(syllables[i] ?? 0), cost: 2 }];
    for (const found of sounds.wordsAt(read, i))
      options.push({
        length: found.length,
        word: found.word,
        cost: wordCost(found) + torn(i, i + found.length),
      });
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
  const split = splitPieces(pieces, lexicon);
  return split && joinPieces(split, lexicon);
}

/** So many pieces must be pinyin as they are before others count as pinyin with a letter typed twice (see you). */
const PLAIN_PIECES = 2;

/** Syllables of the pieces in letters; null where those are no pinyin, or there are too few of them to tell. */
function splitPieces(pieces: readonly string[], lexicon: Lexicon): (string | string[])[] | null {
  let plain = 0;
  let slips = 0;
  const split: (string | string[])[] = [];
  for (const piece of pieces) {
    const inLetters = /[a-z]/.test(piece);
    const syllables = inLetters ? splitSyllables(piece, lexicon) : null;
    const meant = inLetters && syllables === null ? withoutSlip(piece, lexicon) : syllables;
    if (inLetters && meant === null) return null;
    if (syllables !== null) plain += 1;
    else if (inLetters) slips += 1;
    split.push(meant ?? piece);
  }
  return plain >= PLAIN_PIECES && slips <= plain / PLAIN_PIECES ? split : null;
}

/** The syllables of a piece in which one letter was typed twice (jjin, quu). */
function withoutSlip(piece: string, lexicon: Lexicon): string[] | null {
  for (const spelling of undoubled(piece)) {
    const syllables = splitSyllables(spelling, lexicon);
    if (syllables !== null) return syllables;
  }
  return null;
}

function joinPieces(pieces: readonly (string | string[])[], lexicon: Lexicon): string {
  let result = "";
  let run: Typed[] = [];
  for (const piece of [...pieces, ""]) {
    if (typeof piece !== "string") {
      run.push(
        ...piece.map((syllable, at) => ({
          syllable: lexicon.sounds.syllable(mergeSyllable(syllable)) ?? 0,
          joined: at > 0,
        })),
      );
      continue;
    }
    if (run.length > 0) result += joinWords(run, lexicon);
    run = [];
    result += piece;
  }
  return result;
}
