import type { PlaceCode } from "../types.ts";
import { analyse, type Weighed } from "./analysis.ts";
import { plainName, type SearchIndex } from "./index-of.ts";
import { standardWording } from "./meanings.ts";
import { isHan, soundTokens } from "./tokens.ts";

/** A query as it is searched. */
export interface Asked {
  /** Simplified, lower case, as names are compared. */
  readonly plain: string;
  readonly words: Weighed;
  /** A name perhaps misspelt: an English word that nothing holds, or a few Chinese characters with such a pair. */
  readonly maybeMisspelt: boolean;
  /** A county the words name. */
  readonly county: PlaceCode | undefined;
  /** Whether a document itself is looked for: by a number, or by words for documents. */
  readonly forDocument: boolean;
}

/** Words and signs of somebody who looks for a document itself. */
const FOR_DOCUMENT =
  /〔|\[\d{4}\]|（\d{4}）|\d+号文?|文件|文号|原文|通知|条例|意见|方案|办法|全文|document|notice|regulation|full text/u;
/** Longer Chinese texts are sentences, whose pairs are unknown without any slip. */
const NAME = 8;
/** A word that nobody has written before is heard instead: it counts less than a word that is known. */
const HEARD = 0.5;

/** Reads a query: standard wording, words and meanings, sounds for words nothing in the knowledge holds. */
export function readQuery(q: string, index: SearchIndex): Asked {
  const plain = plainName(q, index.reading);
  const text = standardWording(plain, index.meanings);
  const words = analyse(text, index.meanings, index.ages);
  const unknown = [...words.keys()].filter(
    (token) => !token.startsWith("@") && [...token].length > 1 && !index.ranking.knows(token),
  );
  const heard = unknown.filter(isHan).flatMap((pair) => soundTokens(pair, index.reading));
  return {
    plain,
    words: new Map([...words, ...heard.map((sound): [string, number] => [sound, HEARD])]),
    maybeMisspelt:
      unknown.some((token) => !isHan(token)) || (unknown.length > 0 && [...plain].length <= NAME),
    county: index.counties.find(({ words: own }) => own.some((word) => plain.includes(word)))?.code,
    forDocument: FOR_DOCUMENT.test(plain),
  };
}
