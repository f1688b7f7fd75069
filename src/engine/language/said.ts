import type { FactValue } from "../knowledge/types.ts";
import type { Match } from "./automaton.ts";
import { idOf, kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { markAfter, markBefore, markBetween } from "./marks.ts";
import { clauseAt, conceptsOf, type Reading } from "./reading.ts";

/** One fact word of a text and how it is meant. */
export interface FactSaid {
  readonly start: number;
  readonly end: number;
  readonly fact: string;
  readonly value: FactValue;
  /** `stated` of a person, `denied`, only `asked` (是不是低保), `heard` of others, or a `group` in a benefit's name. */
  readonly manner: "stated" | "denied" | "asked" | "heard" | "group";
}

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
  const negation = reading.all.find(
    (mark) =>
      mark.concepts.includes("mark:negation") &&
      mark.end <= match.start &&
      (reading.text.slice(mark.end, match.start).trim() === "" || bridged(reading, mark.end, match.start)),
  );
  if (!negation) return false;
  return !reading.all.some(
    (mark) =>
      mark.concepts.includes("mark:polar") && mark.start <= negation.start && mark.end >= negation.end,
  );
}

/** Small words that may stand between 不/没 and the fact: 没有吃低保, 不算是失能. */
function bridged(reading: Reading, start: number, end: number): boolean {
  return (
    end - start <= 4 &&
    !/[，。！？；]/.test(reading.text.slice(start, end)) &&
    reading.all.some(
      (mark) =>
        mark.concepts.includes("mark:bridge") && mark.start === start && Math.abs(mark.end - end) <= 1,
    )
  );
}

/** 特困我妈都没有: so many characters may name whose it is. */
const WHOSE = 4;

function mannerOf(reading: Reading, match: Match): FactSaid["manner"] {
  const clause = clauseAt(reading, match.start);
  if (denied(reading, match)) return "denied";
  if (markAfter(reading, "mark:negated-after", match.end, 1)) return "denied";
  const none = markAfter(reading, "mark:none-of-them", match.end, WHOSE);
  if (none && none.end <= clause.end) return "denied";
  if (markBefore(reading, "mark:polar", match.start, 1)) return "asked";
  if (markBetween(reading, "mark:hearsay", clause.start, match.start)) return "heard";
  return "stated";
}

/** A benefit's name may contain a group: 失能老人护理补贴 is about 失能, 失能护理保险 is one word. */
function groupsInside(reading: Reading): Match[] {
  const names = reading.things.filter((match) => match.concepts.some((c) => kindOf(c) === "benefit"));
  return reading.all.filter((match) => {
    if (!match.concepts.some((concept) => kindOf(concept) === "fact")) return false;
    const name = names.find((one) => one.start <= match.start && one.end >= match.end);
    if (!name || name.word === match.word) return false;
    return !!markAfter(reading, "mark:group", match.end) || /(?:户|家庭|对象|人员|老人)$/.test(match.word);
  });
}

/**
 * A word that is both a benefit and a fact (低保): the benefit when somebody wants it (申请低保, 低保多少钱) and no other
 * benefit is named, otherwise the fact.
 */
export function meansBenefit(reading: Reading, match: Match): boolean {
  const kinds = match.concepts.map(kindOf);
  if (!kinds.includes("benefit")) return false;
  if (!kinds.includes("fact")) return true;
  const others = conceptsOf(reading, "benefit").some(
    ({ match: other }) => other !== match && !other.concepts.some((concept) => kindOf(concept) === "fact"),
  );
  if (others || denied(reading, match) || markAfter(reading, "cue:entitled", match.end, 1)) return false;
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
  return reading.all
    .filter((match) => match.concepts.includes("mark:alone"))
    .filter(({ start, end }) => {
      const clause = clauseAt(reading, start);
      const person =
        markBefore(reading, "mark:he", start) ??
        markBefore(reading, "mark:she", start) ??
        reading.things.find(
          (thing) => thing.end === start && thing.concepts.some((one) => kindOf(one) === "kin"),
        );
      const left = markBetween(reading, "mark:left", clause.start, start);
      return left || (!!person && !markAfter(reading, "mark:alone-action", end));
    })
    .map(({ start, end }) => ({ start, end, fact: "lives-alone", value: true, manner: "stated" as const }));
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

/** 低保去问过，说有车不符合，没批: in the same sentence it is told that nothing came of it. */
function wasRefused(reading: Reading, { end }: Match): boolean {
  const sentence = /[。！？]/.exec(reading.text.slice(end));
  const until = sentence ? end + sentence.index : reading.text.length;
  return markBetween(reading, "mark:refused", end, until);
}

/** 低保特困才能做吗，我妈都不是: a clause of its own that takes back what the one before it named. */
function takenBack(reading: Reading, said: readonly Meant[]): Meant[] {
  const backs = reading.all.filter(
    (mark) =>
      mark.concepts.includes("mark:none-of-them") &&
      !said.some(({ match }) => clauseAt(reading, match.start).start === clauseAt(reading, mark.start).start),
  );
  return said.map((one) => {
    if (isSupport(one.match) && wasRefused(reading, one.match)) return { ...one, manner: "denied" as const };
    const next = reading.clauses.find(({ start }) => start >= clauseAt(reading, one.match.start).end);
    const back = next && backs.some(({ start }) => start >= next.start && start < next.end);
    return back && isSupport(one.match) ? { ...one, manner: "denied" as const } : one;
  });
}

/** 申请五保: the word is the benefit asked about and the group it is for at once. */
function groupsAsked(reading: Reading): Match[] {
  return reading.things.filter(
    (match) =>
      match.concepts.includes("fact:extreme-poverty=true") &&
      meansBenefit(reading, match) &&
      !isBothAtOnce(match),
  );
}

/** Every fact said in the text; a word may say several (二级残疾). */
export function findFacts(reading: Reading, lexicon: Lexicon): FactSaid[] {
  const meant = reading.things
    .filter((match) => !meansBenefit(reading, match) || isBothAtOnce(match))
    .filter((match) => match.concepts.some((one) => kindOf(one) === "fact"))
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
