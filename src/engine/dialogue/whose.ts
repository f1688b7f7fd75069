/** Whose facts a text tells, and what is only supposed of them. */
import type { Knowledge } from "../knowledge/index.ts";
import type { Facts } from "../knowledge/types.ts";
import type { Slots, Understanding } from "../language/types.ts";
import type { State } from "./state.ts";

/** Facts by person, as the state keeps them. */
export type People = Readonly<Record<string, Facts>>;

/** So many years ahead somebody asks about; more is a question about somebody else. */
const MOST_AHEAD = 5;

/** As many people as one family asks about; the one told of first is forgotten for the next. */
const MOST_PEOPLE = 6;

/** What a text tells, put to the people known before it. */
interface Telling {
  readonly reading: Understanding;
  /** Whom the talk was about, and whom it is about now. */
  readonly before: string;
  readonly about: string;
  /** The answer to the question just asked. */
  readonly answer: Facts;
}

/**
 * What is known with what is told now. A fact that follows from another goes with it: “三级” takes back that the
 * disability is severe, and “不是重度” takes back the level.
 */
function merged(knowledge: Knowledge, before: Facts = {}, said: Facts): Facts {
  const kept: Record<string, Facts[string]> = { ...before, ...said };
  for (const { id, implies } of knowledge.facts.values()) {
    for (const { when, fact, value } of implies) {
      if (kept[id] !== when || kept[fact] === undefined || kept[fact] === value) continue;
      if (said[id] !== undefined && said[fact] === undefined) kept[fact] = value;
      else if (said[fact] !== undefined && said[id] === undefined) delete kept[id];
    }
  }
  return kept;
}

/** Facts said of nobody in particular belong to the one we talk about; named ones to the named. */
function told(knowledge: Knowledge, people: People, { reading, before, about, answer }: Telling): People {
  const next: Record<string, Facts> = { ...people };
  if (
    before === "unnamed" &&
    about !== "unnamed" &&
    agrees(next.unnamed ?? {}, next[about] ?? {}, reading.people[about] ?? {})
  ) {
    next[about] = { ...next.unnamed, ...next[about] };
    delete next.unnamed;
  }
  for (const [ref, facts] of Object.entries(reading.people)) {
    const owner = ref === "unnamed" ? about : ref;
    next[owner] = merged(knowledge, next[owner], facts);
  }
  if (Object.keys(answer).length > 0) next[about] = merged(knowledge, next[about], answer);
  return fewEnough(next, about);
}

/** Facts of nobody may move to a person only where they contradict nothing said of that person. */
function agrees(loose: Facts, ...known: readonly Facts[]): boolean {
  return Object.entries(loose).every(([id, value]) =>
    known.every((facts) => facts[id] === undefined || facts[id] === value),
  );
}

function fewEnough(people: People, about: string): People {
  const others = Object.keys(people).filter((ref) => ref !== about);
  const kept = [...others.slice(-(MOST_PEOPLE - 1)), about];
  return Object.fromEntries(Object.entries(people).filter(([ref]) => kept.includes(ref)));
}

/** “如果是低保呢” is answered as if it were so. */
function supposed(knowledge: Knowledge, slots: Slots): Facts {
  const named = [...knowledge.facts.values()].filter(
    ({ category }) => category && slots.categories?.includes(category.slot),
  );
  return Object.fromEntries(named.flatMap(({ id, category }) => (category ? [[id, category.value]] : [])));
}

/** “明年满八十有什么” of somebody younger is answered as if it were so; an age that was reached before asks nothing new. */
function turning({ turning: age = null, people }: Understanding, known: Facts = {}): number | null {
  if (age === null || typeof known.age !== "number" || known.age >= age) return null;
  return known.age + MOST_AHEAD >= age && Object.keys(people.others ?? {}).length === 0 ? age : null;
}

/**
 * The people after a text. What is supposed while a matter is talked about holds for that answer and the questions
 * after it, and is dropped with the first thing said that answers none: nobody is promised what only might be.
 */
export function peopleAfter(
  knowledge: Knowledge,
  state: State,
  answered: boolean,
  telling: Telling,
): Pick<State, "people" | "actual"> {
  const { reading, about } = telling;
  const real = state.actual ?? state.people;
  const people = told(knowledge, real, telling);
  const age = turning(reading, people[about]);
  if (age !== null) return { people: { ...people, [about]: { ...people[about], age } }, actual: people };
  if (reading.hypothetical && state.intent !== null) {
    return {
      people: { ...people, [about]: { ...people[about], ...supposed(knowledge, reading.slots) } },
      actual: real,
    };
  }
  if (answered && state.actual)
    return { people: told(knowledge, state.people, telling), actual: told(knowledge, state.actual, telling) };
  return { people, actual: null };
}
