import type { Intent } from "../knowledge/intents.ts";
import type { FactValue } from "../knowledge/types.ts";
import type { AgeFound } from "./ages.ts";
import { idOf, kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { markBefore } from "./marks.ts";
import { agesApart } from "./pairs.ts";
import { followPeople, type People } from "./people.ts";
import type { Reading } from "./reading.ts";
import { type PlaceSaid, settled } from "./residence.ts";
import type { FactSaid } from "./said.ts";

/** Everything a text says, each piece with the person it is said of. */
export interface Statements {
  readonly people: People;
  readonly facts: readonly (FactSaid & { readonly ref: string })[];
  readonly ages: readonly (AgeFound & { readonly ref: string })[];
  readonly places: readonly (PlaceSaid & { readonly ref: string })[];
  /** Homes outside Quanzhou; no question is about them. */
  readonly away: readonly (PlaceSaid & { readonly ref: string })[];
}

/** The pieces of a text before it is known whose they are. */
export interface Said {
  readonly facts: readonly FactSaid[];
  readonly ages: readonly AgeFound[];
  readonly places: readonly PlaceSaid[];
  readonly away: readonly PlaceSaid[];
}

/** Attaches facts, ages and places to the people of the text. */
export function attribute(reading: Reading, { facts, ages, places, away }: Said): Statements {
  const people = followPeople(reading);
  const whose = <T extends { readonly start: number; readonly end: number }>(piece: T) => ({
    ...piece,
    ref: people.at(piece.start, piece.end),
  });
  const home = (place: PlaceSaid) => {
    const nobodys = markBefore(reading, "mark:home", place.start, 1);
    return nobodys ? { ...place, ref: "unnamed" } : whose(place);
  };
  const all = <T extends Span & { readonly ref: string }>(piece: T) => ofAll(reading, people, piece);
  return {
    people,
    facts: facts
      .map(whose)
      .map((fact) => ofParents(people, fact))
      .flatMap(all),
    ages: agesApart(
      reading,
      ages
        .map(whose)
        .map((age) => ofElder(reading, people, age, ages))
        .flatMap(all),
      people.named.filter(({ ref }) => ref !== "self" && !NOBODY.has(ref)),
    ),
    places: places.map(home).flatMap(all),
    away: away.map(whose),
  };
}

type Span = { readonly start: number; readonly end: number };

/** Shortly before what holds for everybody named: 户口都在晋江, 两个都是低保. */
const BOTH = /(?:都|全|两个|两人|两位)(?:是|在|住|住在|有|吃|领)?$/;
const NOBODY: ReadonlySet<string> = new Set(["child", "grandchild", "others"]);

/** 公公79婆婆76，都是晋江的: said of each of the people named before, where there are several. */
function ofAll<T extends Span & { readonly ref: string }>(
  reading: Reading,
  { named }: People,
  piece: T,
): readonly T[] {
  const before = reading.text.slice(0, piece.start).replace(/户口|户籍|现在|人/g, "");
  const refs = new Set(
    named.filter(({ position, ref }) => position < piece.start && !NOBODY.has(ref)).map(({ ref }) => ref),
  );
  if (refs.size < 2 || !BOTH.test(before)) return [piece];
  return [...refs].map((ref) => ({ ...piece, ref }));
}

/** What is said of a child but holds for the parents. */
const OF_PARENTS: ReadonlySet<string> = new Set(["special-family-planning", "only-child-parent"]);

/** 阿婆唯一的儿子没了: a fact of the elder named before, or of nobody by name. */
function ofParents<T extends FactSaid & { readonly ref: string }>({ named }: People, fact: T): T {
  if (!OF_PARENTS.has(fact.fact) || !NOBODY.has(fact.ref)) return fact;
  const elder = named.filter(({ position, ref }) => position < fact.start && !NOBODY.has(ref)).at(-1);
  return { ...fact, ref: elder?.ref ?? "unnamed" };
}

/** Nobody's child or grandchild that is spoken of here is older. */
const OLDEST_YOUNG: Readonly<Record<string, number>> = { child: 74, grandchild: 50 };
/** What the speaker says of himself stands directly beside 我. */
const BESIDE = /^[，、 ]?(?:今年|现在|自己|本人|已经?|都|也|是|刚|满|有|才|快|i am |am )*$/;
const ELDERLY = 65;

/** 我爹瘫了，尿布都是我换，81岁: an age too high for whoever was named last, or too far from 我, is the elder's. */
function ofElder<T extends AgeFound & { readonly ref: string }>(
  { text }: Reading,
  { named }: People,
  age: T,
  ages: readonly AgeFound[],
): T {
  const before = named.filter(({ position }) => position < age.start);
  const elder = before.filter(({ ref }) => ref !== "self" && !NOBODY.has(ref)).at(-1);
  const limit = OLDEST_YOUNG[age.ref];
  if (limit !== undefined && age.value > limit) return { ...age, ref: elder?.ref ?? "unnamed" };
  const self = age.ref === "self" ? before.filter(({ ref }) => ref === "self").at(-1) : undefined;
  const first = before.find(({ ref }) => ref !== "self" && !NOBODY.has(ref));
  const told = ages.some(
    ({ start, kind }) => first && kind === "exact" && start >= first.position && start < age.start,
  );
  const far =
    self && first && first.position < self.position && !BESIDE.test(text.slice(self.end, age.start));
  return far && !told && age.value >= ELDERLY ? { ...age, ref: first.ref } : age;
}

type MutablePeople = Record<string, Record<string, FactValue>>;

function put(people: MutablePeople, ref: string, fact: string, value: FactValue): void {
  const facts = people[ref] ?? {};
  facts[fact] = value;
  people[ref] = facts;
}

/** 我爸82，儿子在厦门，他52了: no elder is told of as 52 after 82. */
function isYounger(known: FactValue | undefined, value: number): boolean {
  return typeof known === "number" && known >= ELDERLY && value < ELDERLY;
}

function putAges({ ages }: Statements, intent: Intent, people: MutablePeople): void {
  for (const { ref, kind, value } of ages) {
    const counts = kind === "exact" || (kind === "full" && (ref !== "unnamed" || intent === "entitlements"));
    const known = people[ref]?.age;
    if (counts && !(kind === "full" && known !== undefined) && !isYounger(known, value))
      put(people, ref, "age", value);
  }
}

function putPlaces({ places, away }: Statements, intent: Intent, people: MutablePeople): void {
  const outright = (place: PlaceSaid) => (told(place).length > 0 ? 0 : 1);
  for (const place of [...away, ...places].sort((a, b) => outright(a) - outright(b))) {
    const code = settled(place);
    if (!code) continue;
    const known = people[place.ref] ?? {};
    for (const fact of told(place)) put(people, place.ref, fact, code);
    for (const fact of taken(place, intent)) if (!(fact in known)) put(people, place.ref, fact, code);
  }
}

/** What a place is said to be, outright. */
function told({ role }: PlaceSaid): readonly string[] {
  if (role === "both") return ["hukou", "residence"];
  return role === "hukou" || role === "residence" ? [role] : [];
}

const ABOUT_PEOPLE: readonly Intent[] = ["entitlements", "benefit_info", "apply_howto"];

/** Whether a bare place (晋江的) says something of a person rather than where to look. */
function tellsOfPerson(intent: Intent): boolean {
  return ABOUT_PEOPLE.includes(intent);
}

/** What a place is taken for where nothing else is known: 晋江的 for both, 在晋江 for where one lives. */
function taken({ role, ref }: PlaceSaid & { readonly ref: string }, intent: Intent): readonly string[] {
  if (!tellsOfPerson(intent)) return [];
  if (role === "bare") return ["hukou", "residence"];
  return role === "at" && (ref !== "unnamed" || intent === "entitlements") ? ["residence"] : [];
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
