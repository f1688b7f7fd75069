import { LONGEST_WORD, type Word } from "./lexicon.ts";
import { forgettingTyped, type Sounds, southern } from "./sounds.ts";

/** Words and characters for letters; tapping one takes `letters` of them away. */
export interface Reading {
  readonly text: string;
  readonly letters: number;
}

/** Finds words by their sound. */
export interface PinyinReader {
  /** Candidates for the letters typed, best first: our own words, everyday words, then single characters. */
  read(letters: string): readonly Reading[];
}

/** Candidates worth paging through. */
const MOST_READINGS = 60;
/** How much a candidate loses: heard alike only, more to come than is typed, letters left over. */
const HEARD_COST = 6;
const UNFINISHED_COST = 1;
const LEFT_OVER_COST = 4;
const WEIGHT_WORTH = 3;

interface Entry {
  readonly text: string;
  readonly weight: number;
  /** For each character its syllables. */
  readonly syllables: readonly (readonly string[])[];
}

/** Prepares the words for finding; words with a character that has no sound (letters, digits) are left out. */
export function createPinyinReader(
  words: readonly Word[],
  sounds: Sounds,
  need: ReadonlyMap<string, number>,
): PinyinReader {
  const entries = byFirstSound(words, sounds);
  const look = (letters: string): readonly Reading[] => {
    const found = new Map<string, Reading & { readonly cost: number }>();
    for (const entry of entries.get(southern(letters).slice(0, 1)) ?? [])
      keep(found, reading(entry, letters));
    for (const one of characters(letters, sounds, need)) keep(found, one);
    return [...found.values()]
      .sort((one, other) => one.cost - other.cost)
      .slice(0, MOST_READINGS)
      .map(({ text, letters: taken }) => ({ text, letters: taken }));
  };
  return {
    read: (typed) => {
      const letters = typed.toLowerCase().replace(/[^a-z]/g, "");
      return letters === "" ? [] : forgettingTyped(() => look(letters));
    },
  };
}

function keep(
  found: Map<string, Reading & { cost: number }>,
  one: (Reading & { cost: number }) | null,
): void {
  if (one === null) return;
  const known = found.get(one.text);
  if (known === undefined || one.cost < known.cost) found.set(one.text, one);
}

function byFirstSound(words: readonly Word[], sounds: Sounds): ReadonlyMap<string, readonly Entry[]> {
  const entries = new Map<string, Entry[]>();
  for (const { text, weight } of words) {
    if (text.length < 2 || text.length > LONGEST_WORD) continue;
    const syllables = [...text].map(sounds.syllablesOf);
    if (syllables.some((readings) => readings.length === 0)) continue;
    const first = new Set((syllables[0] ?? []).map((one) => southern(one).slice(0, 1)));
    for (const letter of first) {
      const list = entries.get(letter);
      if (list === undefined) entries.set(letter, [{ text, weight, syllables }]);
      else list.push({ text, weight, syllables });
    }
  }
  return entries;
}

/** The word as a candidate, null when the letters are not its sound or the beginning of it. */
function reading(entry: Entry, letters: string): (Reading & { cost: number }) | null {
  const match = matched(entry.syllables, 0, letters);
  if (match === null) return null;
  const unfinished = Math.max(0, entry.syllables.length - match.syllables);
  const cost =
    match.cost +
    UNFINISHED_COST * unfinished +
    (match.letters < letters.length ? LEFT_OVER_COST : 0) -
    WEIGHT_WORTH * entry.weight -
    Math.min(match.letters, letters.length);
  return { text: entry.text, letters: match.letters, cost };
}

interface Match {
  readonly letters: number;
  readonly syllables: number;
  readonly cost: number;
}

/**
 * Reads the letters as the word's syllables from `at` on: each whole, or only its first letter (gl for 高龄), or
 * at the end of the letters its beginning. Null when they are something else.
 */
function matched(syllables: readonly (readonly string[])[], at: number, letters: string): Match | null {
  if (letters === "" && at > 0) return { letters: 0, syllables: 0, cost: 0 };
  const readings = syllables[at];
  if (readings === undefined) return at === 0 ? null : { letters: 0, syllables: 0, cost: 0 };
  let best: Match | null = null;
  for (const piece of pieces(readings, letters)) {
    const rest = matched(syllables, at + 1, letters.slice(piece.letters));
    if (rest === null) continue;
    const whole = {
      letters: piece.letters + rest.letters,
      syllables: rest.syllables + 1,
      cost: piece.cost + rest.cost,
    };
    const unread = letters.length - whole.letters;
    if (unread > 0 && whole.syllables < syllables.length - at) continue;
    if (best === null || whole.cost < best.cost) best = whole;
  }
  return best;
}

const INITIAL_COST = 1.5;

/** How the letters may begin with one of the syllables. */
function pieces(readings: readonly string[], letters: string): readonly { letters: number; cost: number }[] {
  const found: { letters: number; cost: number }[] = [];
  for (const syllable of readings) {
    if (letters.startsWith(syllable)) found.push({ letters: syllable.length, cost: 0 });
    else if (syllable.startsWith(letters)) found.push({ letters: letters.length, cost: 0.5 });
    if (letters[0] === syllable[0]) found.push({ letters: 1, cost: INITIAL_COST });
    for (let length = 2; length <= Math.min(6, letters.length); length += 1) {
      const heard = letters.slice(0, length);
      if (heard !== syllable && southern(heard) === southern(syllable))
        found.push({ letters: length, cost: HEARD_COST });
    }
  }
  return found;
}

/** Characters of the first syllable in the letters: as typed, heard alike, and those that only begin so. */
function characters(
  letters: string,
  sounds: Sounds,
  need: ReadonlyMap<string, number>,
): readonly (Reading & { cost: number })[] {
  const found: (Reading & { cost: number })[] = [];
  for (const syllable of sounds.syllables) {
    const taken = takenBy(syllable, letters);
    if (taken === null) continue;
    const ranked = sounds.charactersOf(syllable);
    for (const [rank, text] of ranked.entries()) {
      const needed = Math.log1p(need.get(text) ?? 0);
      const left = taken.letters < letters.length ? LEFT_OVER_COST : 0;
      found.push({
        text,
        letters: taken.letters,
        cost: taken.cost + left + rank / 20 - needed - taken.letters,
      });
    }
  }
  return found;
}

function takenBy(syllable: string, letters: string): { letters: number; cost: number } | null {
  if (letters.startsWith(syllable)) return { letters: syllable.length, cost: 0 };
  if (syllable.startsWith(letters)) return { letters: letters.length, cost: 3 };
  for (let length = Math.min(6, letters.length); length > 1; length -= 1)
    if (southern(letters.slice(0, length)) === southern(syllable))
      return { letters: length, cost: HEARD_COST };
  return null;
}
