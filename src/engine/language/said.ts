import type { FactValue } from "../knowledge/types.ts";
import { aloneOnes } from "./alone.ts";
import type { Match } from "./automaton.ts";
import { isBothAtOnce, meansBenefit } from "./benefit-words.ts";
import { idOf, isOf, kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { type Manner, mannerOf } from "./manner.ts";
import { markAfter } from "./marks.ts";
import type { Reading } from "./reading.ts";
import { shareManner, takenBack, wasRefused } from "./taken-back.ts";

/** One fact word of a text and how it is meant. */
export interface FactSaid {
  readonly start: number;
  readonly end: number;
  readonly fact: string;
  readonly value: FactValue;
  readonly manner: Manner;
}

/** Reads the value of a concept `fact:<id>=<value>` in the kind its definition asks for. */
function parseFact(concept: string, lexicon: Lexicon): { fact: string; value: FactValue } {
  const [fact = "", raw = "true"] = idOf(concept).split("=");
  const kind = lexicon.facts.get(fact)?.kind;
  if (kind === "number") return { fact, value: Number(raw) };
  if (kind === "choice" || kind === "place") return { fact, value: raw };
  if (raw === "true" || raw === "false") return { fact, value: raw === "true" };
  return { fact, value: raw };
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
