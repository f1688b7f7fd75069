import type { Words } from "../../words/words.ts";
import type { Word } from "../../writing/lexicon.ts";

const FOUR = [1, 2, 3, 4] as const;
const MANY = [1, 2, 3, 4, 5, 6, 7, 8] as const;
/** As near to us as a topic: ways of asking are wanted often. */
const WEIGHT = 3;

/** How questions begin, offered before anything is written. */
export function starters(words: Words): readonly string[] {
  return FOUR.map((number) => words.t(`kiosk.write.start.${number}`)).filter((text) => text !== "");
}

/** How questions end, offered when no name goes on from what is written. */
export function endings(words: Words): readonly string[] {
  return FOUR.map((number) => words.t(`kiosk.write.end.${number}`)).filter((text) => text !== "");
}

/** Ways of asking that no name contains, so that they can be begun and completed too. */
export function ownWords(words: Words): readonly Word[] {
  const more = MANY.map((number) => words.t(`kiosk.write.word.${number}`));
  return [...starters(words), ...endings(words), ...more]
    .filter((text) => text !== "")
    .map((text) => ({ text, weight: WEIGHT }));
}
