/** How one word for a fact is meant: stated, denied, asked, or heard of others. */
import type { Match } from "./automaton.ts";
import { isOf } from "./concepts.ts";
import { markAfter, markBefore, markBetween } from "./marks.ts";
import { clauseAt, type Reading } from "./reading.ts";

/** `stated` of a person, `denied`, only `asked` (是不是低保), `heard` of others, or a `group` in a benefit's name. */
export type Manner = "stated" | "denied" | "asked" | "heard" | "group";

/** 不是低保, 没有吃低保; 是不是低保 denies nothing. */
export function denied(reading: Reading, match: Match): boolean {
  const negation = reading.found
    .of("mark:negation")
    .find(
      (mark) =>
        mark.end <= match.start &&
        (reading.text.slice(mark.end, match.start).trim() === "" || bridged(reading, mark.end, match.start)),
    );
  if (!negation) return false;
  return !reading.found
    .of("mark:polar")
    .some((mark) => mark.start <= negation.start && mark.end >= negation.end);
}

/** Small words that may stand between 不/没 and the fact: 没有吃低保, 不算是失能. */
function bridged(reading: Reading, start: number, end: number): boolean {
  return (
    end - start <= 4 &&
    !/[，。！？；]/.test(reading.text.slice(start, end)) &&
    reading.found.of("mark:bridge").some((mark) => mark.start === start && Math.abs(mark.end - end) <= 1)
  );
}

/** 特困我妈都没有: so many characters may name whose it is. */
const WHOSE = 4;

/** So many may list more of the kind before it: 失能啊残疾啊这些我爸都没有. */
const LISTING = 14;

const LIST_WORDS = /[啊呀嘛吧、 和跟或也好]|这些|那些|这种|之类|什么的|一样|哪个/g;

/** 都没有 said of the word, or of a list with it: nothing else stands between but others of the kind and whose it is. */
function noneLater(reading: Reading, match: Match, clauseEnd: number): boolean {
  return reading.found.of("mark:none-of-them").some(({ start, end }) => {
    if (start < match.end || end > clauseEnd) return false;
    if (start - match.end <= WHOSE) return true;
    if (start - match.end > LISTING) return false;
    const listed = reading.things
      .filter((one) => one.start >= match.end && one.end <= start)
      .filter((one) => isOf(one, "fact", "hint", "kin"));
    const rest = listed.reduce(
      (text, { word }) => text.replace(word, ""),
      reading.text.slice(match.end, start),
    );
    return rest.replace(LIST_WORDS, "").length <= 1;
  });
}

/** 是不是低保, 有没有吃低保; 有没有收失能老人 asks for a place and not whether somebody is that. */
function isAsked(reading: Reading, { start }: Match): boolean {
  if (markBefore(reading, "mark:polar", start)) return true;
  return (
    /[吃领办评算是有享拿 ]/.test(reading.text[start - 1] ?? "") &&
    !!markBefore(reading, "mark:polar", start, 1)
  );
}

/** 要是以后被评成失能, 哪天真的瘫了: what may come one day is not so yet. */
const ONE_DAY =
  /(?:以后|将来|往后|日后|哪天|哪一天|有一天|真的?(?=瘫|失能|评|下|动|走|不)|one day|some day|in (?:the )?future)/;

/** 烟感先给独居的装: who comes first is nobody spoken of. */
const FIRST_SERVED = /(?:先|优先|只|都|专门|是)(?:给|帮|照顾|考虑|安排|装给|发给)[^，。！？]{0,2}$/;

/** 独居老人优先装. */
const FIRST_IN_LINE = /^(?:的|老人|家庭|户)*(?:优先|先[装给发办轮])/;

function isSupposed(reading: Reading, clauseStart: number, { start }: Match): boolean {
  if (!markBetween(reading, "mark:suppose", clauseStart, start)) return false;
  return ONE_DAY.test(reading.text.slice(clauseStart, start + 1));
}

/** How the word is meant by what stands around it in its clause. */
export function mannerOf(reading: Reading, match: Match): Manner {
  const clause = clauseAt(reading, match.start);
  if (denied(reading, match)) return "denied";
  if (isSupposed(reading, clause.start, match)) return "asked";
  if (FIRST_SERVED.test(reading.text.slice(clause.start, match.start))) return "asked";
  if (FIRST_IN_LINE.test(reading.text.slice(match.end, clause.end))) return "asked";
  if (markAfter(reading, "mark:negated-after", match.end, 1)) return "denied";
  if (noneLater(reading, match, clause.end)) return "denied";
  if (isAsked(reading, match)) return "asked";
  if (markBetween(reading, "mark:hearsay", clause.start, match.start)) return "heard";
  return "stated";
}
