import type { FactValue } from "../knowledge/types.ts";
import type { Match } from "./automaton.ts";
import { idOf, kindOf, type Lexicon } from "./lexicon.ts";
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
      (mark.end === match.start || bridged(reading, mark.end, match.start)),
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
    reading.all.some(
      (mark) =>
        mark.concepts.includes("mark:bridge") && mark.start === start && Math.abs(mark.end - end) <= 1,
    )
  );
}

function mannerOf(reading: Reading, match: Match): FactSaid["manner"] {
  const clause = clauseAt(reading, match.start);
  if (denied(reading, match)) return "denied";
  if (markAfter(reading, "mark:negated-after", match.end, 1)) return "denied";
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
  if (others || denied(reading, match)) return false;
  const clause = clauseAt(reading, match.start);
  const before = markBefore(reading, "mark:wanting", match.start, 1);
  const after = markAfter(reading, "mark:wanted", match.end, 1);
  return (before?.start ?? -1) >= clause.start || (after?.end ?? Number.POSITIVE_INFINITY) <= clause.end;
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

/** Every fact said in the text; a word may say several (二级残疾). */
export function findFacts(reading: Reading, lexicon: Lexicon): FactSaid[] {
  const stated = reading.things
    .filter((match) => !meansBenefit(reading, match))
    .map((match) => ({ match, manner: mannerOf(reading, match) }));
  const alone = aloneOnes(reading);
  const groups = groupsInside(reading).map((match) => ({ match, manner: "group" as const }));
  const worded = [...stated, ...groups].flatMap(({ match, manner }) =>
    match.concepts
      .filter((concept) => kindOf(concept) === "fact")
      .map((concept) => ({ start: match.start, end: match.end, manner, ...parseFact(concept, lexicon) })),
  );
  return [
    ...worded,
    ...alone.filter(({ start }) => !worded.some((one) => one.start <= start && one.end > start)),
  ];
}
