/** A word people may want to write, and how near it is to what the kiosk knows: benefits before everyday words. */
export interface Word {
  readonly text: string;
  /** 1 an everyday word … 4 the name of a benefit or a kind of place. */
  readonly weight: number;
}

/** Most characters of a word that is offered whole. */
export const LONGEST_WORD = 8;
/** Words offered after what is written. */
const MOST_FOLLOWING = 4;
/** Everyday words are too many to guess the next from; only words nearer to us are offered. */
const LEAST_WEIGHT = 2;
/** Characters at the end of the text that a word may begin with. */
const LONGEST_BEGINNING = 4;

/** A word to offer: tapping it replaces the last `replaces` characters of the text by it. */
export interface Offer {
  readonly text: string;
  readonly replaces: number;
}

/** From this weight and length on a word at the end of the text is a whole name: what follows is a new thought. */
const NAME_WEIGHT = 3.5;
const NAME_LENGTH = 3;

/**
 * Words that go on from the end of the text, those for the longest beginning first: 高 → 高龄补贴. Nothing for a
 * text that ends in a whole name or in no beginning of a word.
 *
 * @example following("我要问高", words) // [{ text: "高龄补贴", replaces: 1 }]
 */
export function following(text: string, words: readonly Word[]): readonly Offer[] {
  const isName = ({ text: name, weight }: Word): boolean =>
    weight >= NAME_WEIGHT && name.length >= NAME_LENGTH && text.endsWith(name);
  if (words.some(isName)) return [];
  const offers: Offer[] = [];
  for (let length = Math.min(LONGEST_BEGINNING, text.length); length > 0; length -= 1) {
    const beginning = text.slice(-length);
    const own = words
      .filter(
        (word) => word.weight >= LEAST_WEIGHT && word.text.length > length && word.text.startsWith(beginning),
      )
      .sort((one, other) => worth(other) - worth(one));
    for (const { text: word } of own) offers.push({ text: word, replaces: length });
  }
  return unlike(offers).slice(0, MOST_FOLLOWING);
}

/** The nearer to what we know the better, and of two the shorter: a long name is easily chosen by a short one. */
function worth({ text, weight }: Word): number {
  return weight * 10 - text.length;
}

function unlike(offers: readonly Offer[]): readonly Offer[] {
  const seen = new Set<string>();
  return offers.filter(({ text }) => !seen.has(text) && seen.add(text));
}

/** How often each character is in the words, weighed by how near they are to what we know. */
export function needOfCharacters(words: readonly Word[]): ReadonlyMap<string, number> {
  const need = new Map<string, number>();
  for (const { text, weight } of words)
    for (const character of text) need.set(character, (need.get(character) ?? 0) + weight * weight);
  return need;
}
