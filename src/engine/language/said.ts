import type { FactValue } from "../knowledge/types.ts";
import type { Match } from "./automaton.ts";
import { idOf, isOf, kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { markAfter, markBefore, markBetween } from "./marks.ts";
import { clauseAt, type Reading } from "./reading.ts";

/** One fact word of a text and how it is meant. */
export interface FactSaid {
  readonly start: number;
  readonly end: number;
  readonly fact: string;
  readonly value: FactValue;
  /** `stated` of a person, `denied`, only `asked` (是不是低保), `heard` of others, or a `group` in a benefit's name. */
  readonly manner: "stated" | "denied" | "asked" | "heard" | "group";
}

/** 低保户, 特困老人 are people; 低保, 五保 also the money. */
export const PERSON_WORD = /(?:户|家庭|对象|人员|老人|人)$/;

/** Reads the value of a concept `fact:<id>=<value>` in the kind its definition asks for. */
export function parseFact(concept: string, lexicon: Lexicon): { fact: string; value: FactValue } {
  const [fact = "", raw = "true"] = idOf(concept).split("=");
  const kind = lexicon.facts.get(fact)?.kind;
  if (kind === "number") return { fact, value: Number(raw) };
  if (kind === "choice" || kind === "place") return { fact, value: raw };
  if (raw === "true" || raw === "false") return { fact, value: raw === "true" };
  return { fact, value: raw };
}

function denied(reading: Reading, match: Match): boolean {
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

function mannerOf(reading: Reading, match: Match): FactSaid["manner"] {
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

/** A benefit's name may contain a group: 失能老人护理补贴 is about 失能, 失能护理保险 is one word. */
function groupsInside(reading: Reading): Match[] {
  const names = reading.things.filter((match) => isOf(match, "benefit") && meansBenefit(reading, match));
  return reading.found.ofKind("fact").filter((match) => {
    const name = names.find((one) => one.start <= match.start && one.end >= match.end);
    if (!name || name.word === match.word) return false;
    return !!markAfter(reading, "mark:group", match.end) || /(?:户|家庭|对象|人员|老人)$/.test(match.word);
  });
}

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

/** 我爸一个人, 他一个人天天吃稀饭, 就剩我妈一个人: living alone, unless 一个人 counts or acts (一个人多少, 一个人去). */
function aloneOnes(reading: Reading): FactSaid[] {
  return reading.found
    .of("mark:alone")
    .filter(({ start, end }) => {
      const clause = clauseAt(reading, start);
      const person =
        markBefore(reading, "mark:he", start) ??
        markBefore(reading, "mark:she", start) ??
        reading.things.find((thing) => thing.end === start && isOf(thing, "kin"));
      const left = markBetween(reading, "mark:left", clause.start, start);
      if (saysOnlyAlone(reading, clause)) return true;
      return left || (!!person && !markAfter(reading, "mark:alone-action", end));
    })
    .map(({ start, end }) => ({ start, end, fact: "lives-alone", value: true, manner: "stated" as const }));
}

/** 妈妈在鲤城，八十六了，一个人: a clause that says nothing else, after somebody has been named. */
function saysOnlyAlone({ text, things }: Reading, { start, end }: { start: number; end: number }): boolean {
  if (/我一个人(?:在家|了)?[，。！ ]?$/.test(text.slice(start, end))) return true;
  const named = things.some((thing) => thing.end <= start && isOf(thing, "kin"));
  return (
    named &&
    /^(?:[她他就也都]|现在|平时|还是)*一个人(?:的|在家|啊|了)?[，。！ ]?$/.test(text.slice(start, end))
  );
}

/** 低保、特困 or 低保和五保: named in one breath, so meant in one way. */
const LISTED = /^(?:[、和或跟与及]|或者|还是| ?(?:or|nor|and) ?)?$/;
const SUPPORT: ReadonlySet<string> = new Set([
  "minimum-living",
  "extreme-poverty",
  "poverty-registered",
  "severe-disability",
]);

function isSupport(match: Match): boolean {
  return match.concepts.some((concept) => SUPPORT.has(idOf(concept).split("=")[0] ?? ""));
}

interface Meant {
  readonly match: Match;
  readonly manner: FactSaid["manner"];
}

/** A list shares its denial or question, whether that stands before (不是低保、特困) or after it (低保特困都不是). */
function shareManner(reading: Reading, said: readonly Meant[]): Meant[] {
  const shared = [...said];
  const joined = (left: Meant | undefined, right: Meant | undefined) =>
    left &&
    right &&
    isSupport(left.match) &&
    isSupport(right.match) &&
    LISTED.test(reading.text.slice(left.match.end, right.match.start));
  for (let i = 1; i < shared.length; i++) {
    const [left, right] = [shared[i - 1], shared[i]];
    if (left && right && joined(left, right) && right.manner === "stated" && left.manner !== "stated")
      shared[i] = { ...right, manner: left.manner };
  }
  for (let i = shared.length - 1; i > 0; i--) {
    const [left, right] = [shared[i - 1], shared[i]];
    if (left && right && joined(left, right) && right.manner === "denied")
      shared[i - 1] = { ...left, manner: "denied" };
  }
  return shared;
}

/** 低保去年给取消了: no more, unlike 低保会不会取消. */
const TAKEN_AWAY =
  /^(?:[^吗么会能要怎不]{0,6})(?:[被给让]|已经)?[^吗么会能要怎不]{0,2}(?:取消|清退|退掉|退出|摘掉|摘帽)(?:了|掉|过)(?!吗|没|怎|会|要|还能|还可)/;

/** 低保去问过，说有车不符合，没批; 以前是低保户，去年取消了: in the same sentence it is told that it is not so, or no more. */
function wasRefused(reading: Reading, { start, end }: Match): boolean {
  const sentence = /[。！？]/.exec(reading.text.slice(end));
  const until = sentence ? end + sentence.index : reading.text.length;
  if (markBetween(reading, "mark:refused", end, until)) return true;
  const clause = clauseAt(reading, start);
  if (TAKEN_AWAY.test(reading.text.slice(end, clause.end))) return true;
  const once = markBetween(reading, "mark:formerly", clause.start, start);
  return once && markBetween(reading, "mark:ended", end, until);
}

/** 低保特困才能做吗，我妈都不是: a clause of its own that takes back what the one before it named. */
function takenBack(reading: Reading, said: readonly Meant[]): Meant[] {
  const backs = reading.found
    .of("mark:none-of-them")
    .filter(
      (mark) =>
        !said.some(
          ({ match }) => clauseAt(reading, match.start).start === clauseAt(reading, mark.start).start,
        ),
    );
  return said.map((one) => {
    if (isSupport(one.match) && wasRefused(reading, one.match)) return { ...one, manner: "denied" as const };
    const next = reading.clauses.find(({ start }) => start >= clauseAt(reading, one.match.start).end);
    const back = next && backs.some(({ start }) => start >= next.start && start < next.end);
    return back && isSupport(one.match) ? { ...one, manner: "denied" as const } : one;
  });
}

const GROUPS: ReadonlySet<string> = new Set([
  "fact:extreme-poverty=true",
  "fact:special-family-planning=true",
]);

/** 申请五保, 报了计生特殊家庭: the word is the benefit asked about and the group it is for at once. */
function groupsAsked(reading: Reading): Match[] {
  return reading.things.filter(
    (match) =>
      match.concepts.some((concept) => GROUPS.has(concept)) &&
      meansBenefit(reading, match) &&
      !isBothAtOnce(match) &&
      !wasRefused(reading, match),
  );
}

/** Every fact said in the text; a word may say several (二级残疾). */
export function findFacts(reading: Reading, lexicon: Lexicon): FactSaid[] {
  const meant = reading.things
    .filter((match) => !meansBenefit(reading, match) || isBothAtOnce(match))
    .filter((match) => isOf(match, "fact"))
    .map((match) => ({ match, manner: mannerOf(reading, match) }));
  const stated = takenBack(reading, shareManner(reading, meant));
  const alone = aloneOnes(reading);
  const groups = groupsInside(reading).map((match) => ({ match, manner: "group" as const }));
  const named = groupsAsked(reading).map((match) => ({ match, manner: "group" as const }));
  const worded = [...stated, ...groups, ...named].flatMap(({ match, manner }) =>
    match.concepts
      .filter((concept) => kindOf(concept) === "fact")
      .map((concept) => ({ start: match.start, end: match.end, manner, ...parseFact(concept, lexicon) })),
  );
  return [
    ...worded,
    ...alone.filter(({ start }) => !worded.some((one) => one.start <= start && one.end > start)),
  ];
}
