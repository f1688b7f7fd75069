/** How long sentences are, counted in Hanzi as an old reader meets them: digits, Latin letters and marks cost little. */

/** Longest sentence that may be shown, and the mean of all of one kind, in Hanzi. */
const LONGEST = 28;
const MEAN = 18;
/** Hanzi that one card holds. */
export const CARD = 80;

/** A text that people are shown, and where it comes from, e.g. `benefits/note old-age-allowance/jinjiang-2012`. */
export interface Shown {
  readonly kind: string;
  readonly at: string;
  readonly text: string;
}

/** Number of Hanzi. @example hanzi("每月300元。") // 3 */
export function hanzi(text: string): number {
  return (text.match(/\p{Script=Han}/gu) ?? []).length;
}

/** Sentences that have words; they end at 。！？； or with the line. */
export function sentences(text: string): readonly string[] {
  return cut(text, /(?<=[。！？；\n])/u);
}

/**
 * Entries of a text that is a list (what to bring, what is still to be known, who belongs, which sum for whom): each
 * thing named and each heading before a colon is read by itself.
 */
export function entries(text: string): readonly string[] {
  return cut(text, /(?<=[。！？；：、\n])/u);
}

/** Without citations: titles of documents are not ours to shorten, and stand on the source line. */
export function withoutCitations(text: string): string {
  return text.replace(/《.*?核对）/gu, "");
}

/** Sentences longer than may be, each once, with where they stand. */
export function tooLong(shown: readonly Shown[], split = sentences): readonly string[] {
  const long = shown.flatMap(({ kind, at, text }) =>
    split(text)
      .filter((sentence) => hanzi(sentence) > LONGEST)
      .map((sentence) => `${hanzi(sentence)} ${kind} ${at}: ${sentence}`),
  );
  return [...new Set(long)];
}

/** Mean length of all sentences. @throws when there is none */
function meanOf(shown: readonly Shown[], split = sentences): number {
  const lengths = shown.flatMap(({ text }) => split(text).map(hanzi));
  if (lengths.length === 0) throw new Error("no sentence to measure");
  return lengths.reduce((sum, length) => sum + length, 0) / lengths.length;
}

/** Kinds whose mean is too high, with it. */
export function tooLongOnAverage(shown: readonly Shown[], split = sentences): readonly string[] {
  const kinds = [...new Set(shown.map(({ kind }) => kind))];
  return kinds
    .map((kind) => ({
      kind,
      mean: meanOf(
        shown.filter((one) => one.kind === kind),
        split,
      ),
    }))
    .filter(({ mean }) => mean > MEAN)
    .map(({ kind, mean }) => `${kind}: ${mean.toFixed(1)}`);
}

function cut(text: string, ends: RegExp): readonly string[] {
  return text
    .split(ends)
    .map((part) => part.trim())
    .filter((part) => hanzi(part) > 0);
}
