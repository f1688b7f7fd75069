/** Longest answer, in characters, that is a word or two. */
const BRIEF = 6;

/** The look of an answer's button by its text. */
export function choiceClass(text: string): string {
  return [...text].length <= BRIEF ? "choice choice-brief" : "choice";
}
