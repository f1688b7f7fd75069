/** Characters after which a paragraph is cut at the next end of a sentence, so that pages fill evenly. */
const PARAGRAPH = 50;
/** Only a sentence longer than this is cut inside. */
const LONG_SENTENCE = 100;

/** Cuts a text at ends of sentences, and a long sentence at its commas, into parts of about `PARAGRAPH` characters. */
export function paragraphs(text: string): readonly string[] {
  const sentences = text.match(/[^。！？!?\n]+(?:[。！？!?\n]+|$)/g) ?? [text];
  const clauses = sentences.flatMap((sentence) =>
    sentence.length > LONG_SENTENCE
      ? (sentence.match(/[^，、；,;]+(?:[，、；,;]+|$)/g) ?? [sentence])
      : [sentence],
  );
  const parts: string[] = [];
  for (const sentence of clauses) {
    const last = parts.at(-1);
    if (last !== undefined && last.length + sentence.length <= PARAGRAPH) {
      parts[parts.length - 1] = last + sentence;
    } else parts.push(sentence);
  }
  return parts.map((part) => part.trim()).filter((part) => part !== "");
}
