/** Another home or another age to answer for, while a person's matter goes on: 那石狮有吗, 那64呢. */
import { countyOf, isWithin, type Knowledge } from "../knowledge/index.ts";
import type { Intent } from "../knowledge/intents.ts";
import type { Facts, FactValue, PlaceCode } from "../knowledge/types.ts";
import type { Understanding } from "../language/types.ts";
import { isOfPersons } from "./matter.ts";
import { inRange } from "./moves.ts";
import { factsOf, type State } from "./state.ts";

/** A smaller number after “那…呢” counts something else than years of age. */
const YOUNGEST_ASKED_FOR = 40;

function isCoarser(knowledge: Knowledge, home: FactValue | undefined, place: PlaceCode): boolean {
  return typeof home === "string" && home !== place && isWithin(knowledge, place, home);
}

/**
 * The home that a mere place tells while a person's matter goes on: “石井镇” after “户口在南安” is the same home told
 * more finely, “那石狮有吗” another one to answer for. Nothing where the text tells of homes itself or of somebody.
 */
export function homes(knowledge: Knowledge, state: State, reading: Understanding): Facts {
  const { place } = reading.answer;
  const told = Object.entries(reading.people).some(
    ([ref, { hukou, residence }]) => ref !== "unnamed" || hukou !== undefined || residence !== undefined,
  );
  if (place === undefined || told || reading.about !== null) return {};
  if (reading.slots.county !== countyOf(knowledge, place)) return {};
  const facts = factsOf(state);
  const coarser = Object.keys(facts).filter(
    (fact) => knowledge.facts.get(fact)?.kind === "place" && isCoarser(knowledge, facts[fact], place),
  );
  const changed = coarser.length > 0 ? coarser : ["hukou", "residence"];
  return Object.fromEntries(changed.map((fact) => [fact, place]));
}

/** “那64呢”, “要是到了八十呢”: another age to answer for, while a person's matter goes on. */
export function otherAge(knowledge: Knowledge, reading: Understanding, intent: Intent): Facts {
  const { number } = reading.answer;
  const age = knowledge.facts.get("age");
  const turns = (reading.ellipsis || reading.hypothetical) && isOfPersons(intent);
  const names = reading.slots.age !== undefined || reading.slots.benefit !== undefined;
  if (!turns || names || number === undefined || number < YOUNGEST_ASKED_FOR) return {};
  return age && inRange(age, number) ? { age: number } : {};
}
