/** Words that name a benefit and are a fact about somebody as well: which of the two is meant. */
import type { Match } from "./automaton.ts";
import { isOf, kindOf } from "./concepts.ts";
import { denied } from "./manner.ts";
import { markAfter, markBefore } from "./marks.ts";
import { clauseAt, type Reading } from "./reading.ts";

/** 低保户, 特困老人 are people; 低保, 五保 also the money. */
export const PERSON_WORD = /(?:户|家庭|对象|人员|老人|人)$/;

/** Asked of every word that may be a benefit, and the same for all of them. */
const benefitNamed = new WeakMap<Reading, boolean>();

/** Whether a benefit is named by a word that is no fact as well. */
function namesBenefit(reading: Reading): boolean {
  const known = benefitNamed.get(reading);
  if (known !== undefined) return known;
  const named = reading.named.ofKind("benefit").some((match) => !isOf(match, "fact"));
  benefitNamed.set(reading, named);
  return named;
}

/**
 * A word that is both a benefit and a fact (低保): the benefit when somebody wants it (申请低保, 低保多少钱) and no other
 * benefit is named, otherwise the fact.
 */
export function meansBenefit(reading: Reading, match: Match): boolean {
  const kinds = match.concepts.map(kindOf);
  if (!kinds.includes("benefit")) return false;
  if (!kinds.includes("fact")) return true;
  if (namesBenefit(reading) || denied(reading, match) || markAfter(reading, "cue:entitled", match.end, 1))
    return false;
  const clause = clauseAt(reading, match.start);
  const before = markBefore(reading, "mark:wanting", match.start, 1);
  const after = markAfter(reading, "mark:wanted", match.end, 1);
  return (before?.start ?? -1) >= clause.start || (after?.end ?? Number.POSITIVE_INFINITY) <= clause.end;
}

/** 参加长护险 says that somebody is insured and names what is asked about. */
export function isBothAtOnce(match: Match): boolean {
  return match.concepts.includes("mark:fact-and-benefit");
}
