/** A paragraph is ended at the end of a sentence before it grows beyond this, so that pages fill evenly. */
const PARAGRAPH = 50;
/** Only a sentence longer than this is cut inside, at a comma. */
const LONG_SENTENCE = 70;
/** What a letter, digit or sign takes of a line, a Chinese character taking 1. */
const NARROW = 0.5;

/** Cuts a text at ends of sentences, and a long sentence at its commas, into parts of about `PARAGRAPH` characters. */
export function paragraphs(text: string): readonly string[] {
  const sentences = text.match(/[^。！？!?；;\n]+(?:[。！？!?；;\n]+|$)/g) ?? [text];
  const clauses = sentences.flatMap((sentence) =>
    lengthOf(sentence) > LONG_SENTENCE
      ? (sentence.match(/[^，、：,:]+(?:[，、：,:]+|$)/g) ?? [sentence])
      : [sentence],
  );
  const parts: string[] = [];
  for (const sentence of clauses) {
    const last = parts.at(-1);
    if (last !== undefined && lengthOf(last) + lengthOf(sentence) <= PARAGRAPH) {
      parts[parts.length - 1] = last + sentence;
    } else parts.push(sentence);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}

/** Length in Chinese characters, as wide as it is set. */
function lengthOf(text: string): number {
  const wide = text.match(/[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/gu)?.length ?? 0;
  return wide + (text.length - wide) * NARROW;
}
