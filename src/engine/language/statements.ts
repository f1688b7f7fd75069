import type { Intent } from "../knowledge/intents.ts";
import type { FactValue } from "../knowledge/types.ts";
import type { AgeFound } from "./ages.ts";
import { idOf, kindOf, type Lexicon } from "./lexicon.ts";
import { markBefore } from "./marks.ts";
import { followPeople, type People } from "./people.ts";
import type { Reading } from "./reading.ts";
import { type PlaceSaid, settled } from "./residence.ts";
import type { FactSaid } from "./said.ts";
import { tellsOfPerson } from "./slots.ts";

/** Everything a text says, each piece with the person it is said of. */
export interface Statements {
  readonly people: People;
  readonly facts: readonly (FactSaid & { readonly ref: string })[];
  readonly ages: readonly (AgeFound & { readonly ref: string })[];
  readonly places: readonly (PlaceSaid & { readonly ref: string })[];
}

/** Attaches facts, ages and places to the people of the text. */
export function attribute(
  reading: Reading,
  facts: readonly FactSaid[],
  ages: readonly AgeFound[],
  places: readonly PlaceSaid[],
): Statements {
  const people = followPeople(reading);
  const whose = <T extends { readonly start: number; readonly end: number }>(piece: T) => ({
    ...piece,
    ref: people.at(piece.start, piece.end),
  });
  const home = (place: PlaceSaid) => {
    const nobodys = markBefore(reading, "mark:home", place.start, 1);
    return nobodys ? { ...place, ref: "unnamed" } : whose(place);
  };
  return { people, facts: facts.map(whose), ages: ages.map(whose), places: places.map(home) };
}

type MutablePeople = Record<string, Record<string, FactValue>>;

function put(people: MutablePeople, ref: string, fact: string, value: FactValue): void {
  const facts = people[ref] ?? {};
  facts[fact] = value;
  people[ref] = facts;
}

function putAges({ ages }: Statements, intent: Intent, people: MutablePeople): void {
  for (const { ref, kind, value } of ages) {
    const counts = kind === "exact" || (kind === "full" && (ref !== "unnamed" || intent === "entitlements"));
    if (counts && value >= 1) put(people, ref, "age", value);
  }
}

function putPlaces({ places }: Statements, intent: Intent, people: MutablePeople): void {
  for (const place of places) {
    const code = settled(place);
    if (!code || place.role === "passing") continue;
    if (place.role !== "bare") put(people, place.ref, place.role, code);
    else if (tellsOfPerson(intent)) {
      const known = people[place.ref] ?? {};
      for (const fact of ["hukou", "residence"]) if (!(fact in known)) put(people, place.ref, fact, code);
    }
  }
}

function putFacts({ facts }: Statements, intent: Intent, people: MutablePeople): void {
  for (const { ref, fact, value, manner } of facts) {
    if (manner === "denied" && typeof value === "boolean") put(people, ref, fact, !value);
    if (manner === "stated" && (ref !== "unnamed" || intent === "entitlements"))
      put(people, ref, fact, value);
  }
}

/** Facts by person. What is heard, asked or said of a group is not among them. */
export function factsByPerson(statements: Statements, intent: Intent): MutablePeople {
  const people: MutablePeople = {};
  putAges(statements, intent, people);
  putPlaces(statements, intent, people);
  putFacts(statements, intent, people);
  for (const { ref } of statements.people.named) people[ref] ??= {};
  return people;
}

/** Facts hinted at, taken back or only heard of: never stored, good to ask. */
export function hintsOf(reading: Reading, statements: Statements, lexicon: Lexicon): string[] {
  const doubtful = statements.facts
    .filter(
      ({ manner, value }) =>
        manner === "asked" || manner === "heard" || (manner === "denied" && typeof value !== "boolean"),
    )
    .map(({ fact }) => fact);
  const ages = statements.ages.some(({ kind }) => kind === "nominal" || kind === "about") ? ["age"] : [];
  const words = reading.things.flatMap((match) =>
    match.concepts.filter((concept) => kindOf(concept) === "hint").map(idOf),
  );
  const known = (fact: string) => lexicon.facts.size === 0 || lexicon.facts.has(fact);
  return [...new Set([...words, ...doubtful, ...ages])].filter(known);
}
