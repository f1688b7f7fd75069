/** Whom the talk is about, whose turn comes next, and what is asked of them. */
import type { Understanding } from "../language/types.ts";
import type { Heard } from "./heard.ts";
import type { State } from "./state.ts";

/** Whom the talk is about now: the one named, the other one of two, or still the same. */
export function whom(state: State, reading: Understanding): string {
  const tellsNothing = Object.values(reading.people).every((facts) => Object.keys(facts).length === 0);
  if (reading.command !== null && tellsNothing) return state.about;
  const others = Object.keys(state.people).filter((ref) => ref !== state.about && ref !== "unnamed");
  const other = reading.otherPerson ? (state.waiting?.[0] ?? others.at(-1)) : undefined;
  return reading.about ?? other ?? state.about;
}

/** Relatives that are mentioned in passing and asked about by nobody. */
const IN_PASSING: ReadonlySet<string> = new Set(["self", "unnamed", "child", "grandchild", "others"]);

/** Elders told of in one breath with the one answered about, whose turn comes next: 公公79婆婆76. */
function waitingFor({ waiting = [] }: State, { people }: Understanding, about: string): readonly string[] {
  const told = Object.entries(people).filter(([ref, { age }]) => !IN_PASSING.has(ref) && age !== undefined);
  const refs = told.map(([ref]) => ref);
  return (refs.length > 1 && refs.includes(about) ? refs : waiting).filter((ref) => ref !== about);
}

/** What is hinted at is worth a question of its own; of whom the talk is about. */
function hinting({ hinted = {} }: State, { hints, command }: Understanding, about: string): State["hinted"] {
  if (hints.length === 0 || command !== null) return hinted;
  return { ...hinted, [about]: [...new Set([...(hinted[about] ?? []), ...hints])] };
}

/** The fact told without being asked for (“他有二级残疾证”), which a correction may mean as well. */
function volunteered({ people }: Understanding, about: string): string | undefined {
  const facts = Object.keys({ ...people.unnamed, ...people[about] });
  return facts.filter((fact) => fact !== "age" && fact !== "hukou" && fact !== "residence").at(-1);
}

/** The open question is not asked of this person again. */
function declining({ declined, about }: State, fact: string): State["declined"] {
  return { ...declined, [about]: [...new Set([...(declined[about] ?? []), fact])] };
}

/** What of the state is about people: whose turn it is, what is asked of them and what was answered last. */
export function peopleState(
  state: State,
  reading: Understanding,
  about: string,
  heard: Heard,
): Partial<State> {
  const { asked, answer, unsure } = heard;
  const isAnother = about !== state.about && state.about !== "unnamed";
  const told = asked && answer[asked.id] !== undefined ? asked.id : volunteered(reading, about);
  return {
    about,
    waiting: waitingFor(state, reading, about),
    hinted: hinting(state, reading, about),
    declined: unsure && asked ? declining(state, asked.id) : state.declined,
    last: isAnother ? null : (told ?? state.last ?? null),
    ...(isAnother ? { questionsAsked: 0 } : {}),
  };
}

/** Whether a text tells the age itself of a person; what it tells of nobody by name is of whom the talk is about. */
export function tellsAge({ people }: Understanding, ref: string, about: string): boolean {
  return people[ref]?.age !== undefined || (ref === about && people.unnamed?.age !== undefined);
}
