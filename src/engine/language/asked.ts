/** The clause that asks, and the benefit it asks about. */
import type { Match } from "./automaton.ts";
import { meansBenefit, PERSON_WORD } from "./benefit-words.ts";
import { isOf } from "./concepts.ts";
import { markBefore } from "./marks.ts";
import { conceptsOf, type Reading } from "./reading.ts";

/** Particles and words that make any sentence a question. */
export const QUESTION = /[吗么]|多少|什么|哪|怎|几|(.)[不没]\1|有没有|是否/;
/** 想申请装扶手: a wish asks as well. */
const WISH = /[想要](?:申请|申报|办|领|报名)|\bapply\b/;
/** So many characters before a word may make it a question: 能不能评五保. */
const BEFORE = 4;

/** Whether some word asks, whatever it asks for. */
export function asksByWord(reading: Reading): boolean {
  return reading.cues.some((word) => isOf(word, "cue"));
}

/** The last clause that asks something: of `where do I get a bus card, my mum is 66` the first. */
export function askingClause(reading: Reading): { readonly start: number; readonly end: number } {
  const asks = ({ start, end }: { start: number; end: number }) =>
    QUESTION.test(reading.text.slice(start, end)) ||
    WISH.test(reading.text.slice(start, end)) ||
    reading.cues.some((cue) => cue.start >= start && cue.end <= end && isOf(cue, "cue"));
  const last = reading.clauses.at(-1) ?? { start: 0, end: reading.text.length };
  const clause = [...reading.clauses].reverse().find(asks) ?? last;
  return { start: askedFrom(reading, clause), end: clause.end };
}

/** A clause longer than this is several said without a break; the question is in about so many characters at its end. */
const BREATHLESS = { from: 30, asked: 16 };

/** Where the question begins in a clause; of a long one only the end asks. No word is cut. */
function askedFrom(
  { text, all }: Reading,
  { start, end }: { readonly start: number; readonly end: number },
): number {
  if (end - start <= BREATHLESS.from || /[a-z]/.test(text.slice(start, end))) return start;
  const from = end - BREATHLESS.asked;
  return Math.min(from, ...all.filter((one) => one.start < from && one.end > from).map((one) => one.start));
}

/** 低保看不看儿子的, 能不能评五保: a word for a benefit and for who has it, in a question that tells nothing of a person. */
function asksOnItself(reading: Reading, { start, word }: Match): boolean {
  if (PERSON_WORD.test(word) || !QUESTION.test(reading.text.slice(Math.max(0, start - BEFORE)))) return false;
  return !markBefore(reading, "mark:copula", start) && !markBefore(reading, "mark:negation", start, 1);
}

/** The benefit that the asking clause names as what is asked about; none where it is also a place (老人食堂). */
export function benefitAsked(reading: Reading): string | undefined {
  const { start } = askingClause(reading);
  const asked = conceptsOf(reading, "benefit").filter(
    ({ match }) =>
      match.start >= start &&
      !isOf(match, "type") &&
      (meansBenefit(reading, match) || asksOnItself(reading, match)),
  );
  const named = asked.filter(({ match }) => !match.concepts.includes("mark:service"));
  return (named.length > 0 ? named : asked).at(-1)?.concept;
}
