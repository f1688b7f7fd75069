import type { Vocabulary } from "../knowledge/types.ts";
import { isHan } from "./normalise.ts";
import { undoubled } from "./spelling.ts";

/** Hokkien in letters as the vocabulary knows it. */
export interface SpokenTable {
  /** Romanised syllables, joined by a space, and the standard Chinese they stand for. */
  readonly wordings: ReadonlyMap<string, string>;
  /** Every syllable of these. */
  readonly syllables: ReadonlySet<string>;
}

const KIND = "spoken:";
const LONGEST = 6;
/** So large a share of syllables must be known before letters count as Hokkien. */
const KNOWN_SHARE = 0.55;
/** So many syllables of a text must be spelled as only Hokkien is. */
const SURELY = 2;
/** Spellings that neither pinyin nor English has at such places. */
const HOKKIEN =
  /^(?:chh|kh|ph|th|tsh|j|[ptkhls])?[aeiou]+(?:h|k|p|t)$|^chh|^kh|oa|^(?:beh|kah|goa|lang|tioh|khi|chhu)$/;

/** Tone marks, the dotted o, the nasal and the neutral tone: only Hokkien writes these together with such syllables. */
const TONES = /\u0300|\u0301|\u0302|\u0304|\u030d|\u0358|ⁿ|--/u;

/** Brings both usual spellings (POJ, Tâi-lô) into one without tones: Chhù, tshù → chhu; puah, poah → poah. */
function foldSpelling(text: string): string {
  return text
    .replace(/ⁿ/gu, "n")
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[-·]+/g, " ")
    .replace(/tsh/g, "chh")
    .replace(/\bts/g, "ch")
    .replace(/nng\b/g, "ng")
    .replace(/nn\b/g, "n")
    .replace(/oo/g, "o")
    .replace(/ua/g, "oa")
    .replace(/ue/g, "oe")
    .replace(/ing\b/g, "eng")
    .replace(/ik\b/g, "ek")
    .replace(/ +/g, " ");
}

/** Reads the `spoken:` lists of the vocabulary. */
export function readSpoken({ concepts }: Vocabulary): SpokenTable {
  const table = new Map<string, string>();
  for (const [concept, words] of Object.entries(concepts)) {
    if (!concept.startsWith(KIND)) continue;
    for (const word of words) table.set(foldSpelling(word), concept.slice(KIND.length));
  }
  return { wordings: table, syllables: new Set([...table.keys()].flatMap((key) => key.split(" "))) };
}

/** An unknown syllable without the letter that was typed twice, where that makes it a known one (thhiap, ttsin). */
function rightSyllable(word: string, { syllables }: SpokenTable): string {
  if (syllables.has(word)) return word;
  const spellings = undoubled(word).map(foldSpelling);
  return spellings.find((spelling) => syllables.has(spelling)) ?? word;
}

interface Piece {
  readonly text: string;
  readonly known: number;
}

function pieceAt(words: readonly string[], start: number, { wordings }: SpokenTable): Piece {
  for (let length = Math.min(LONGEST, words.length - start); length > 0; length--) {
    const text = wordings.get(words.slice(start, start + length).join(" "));
    if (text !== undefined) return { text, known: length };
  }
  return { text: words[start] ?? "", known: 0 };
}

/**
 * Hokkien written in letters (A-má tú-chiah puah-tó) as standard Chinese, so that one grammar reads both; null
 * when the text holds Chinese characters or is English or pinyin. Unknown syllables stay as they are.
 */
export function hanOfRomanised(raw: string, table: SpokenTable): string | null {
  if ([...raw].some(isHan) || table.wordings.size === 0) return null;
  const clauses = foldSpelling(raw).split(/([,.;:!?]+)/);
  const marked = TONES.test(raw.normalize("NFD"));
  let known = 0;
  let total = 0;
  let spelled = 0;
  const told = clauses.map((clause, i) => {
    if (i % 2 === 1) return clause;
    const words = (clause.match(/[a-z0-9]+/g) ?? []).map((word) => rightSyllable(word, table));
    total += words.length;
    spelled += words.filter((word) => HOKKIEN.test(word) && table.syllables.has(word)).length;
    let text = "";
    for (let at = 0; at < words.length; ) {
      const piece = pieceAt(words, at, table);
      text += piece.text;
      known += piece.known;
      at += Math.max(1, piece.known);
    }
    return text;
  });
  const sure = marked || spelled >= SURELY;
  return sure && total > 1 && known / total >= KNOWN_SHARE ? told.join("") : null;
}
