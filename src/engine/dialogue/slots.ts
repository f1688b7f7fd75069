/** What a turn reports as slots: the conversation's, not only the text's. */
import { countyOf, ELSEWHERE, type Knowledge, townOf } from "../knowledge/index.ts";
import type { FactValue, PlaceCode } from "../knowledge/types.ts";
import type { Slots } from "../language/types.ts";
import { isFacilityIntent } from "./matter.ts";
import { factsOf, type State } from "./state.ts";

/** Slots of the conversation after this turn: what is known of the person, overridden by what this text named. */
export function conversationSlots(knowledge: Knowledge, state: State, said: Slots): Slots {
  const facts = factsOf(state);
  const belongs = placeFact(facts.hukou) ?? placeFact(facts.residence);
  const looks = state.town ?? state.county;
  const isWhere = state.intent !== null && isFacilityIntent(state.intent);
  const home = isWhere ? (looks ?? belongs) : (belongs ?? looks);
  const categories = [...knowledge.facts.values()].flatMap((fact) =>
    fact.category && facts[fact.id] === fact.category.value ? [fact.category.slot] : [],
  );
  const town = home ? townOf(knowledge, home) : null;
  const county = home ? countyOf(knowledge, home) : null;
  return {
    ...(typeof facts.age === "number" ? { age: facts.age } : {}),
    ...(county ? { county } : {}),
    ...(town ? { town } : {}),
    ...(state.facilityType ? { facilityType: state.facilityType } : {}),
    ...(state.benefit ? { benefit: state.benefit } : {}),
    ...(state.topic ? { topic: state.topic } : {}),
    ...(state.about === "unnamed" ? {} : { person: state.about }),
    ...said,
    ...withCategories([...categories, ...(state.groups ?? []), ...(said.categories ?? [])]),
  };
}

function placeFact(value: FactValue | undefined): PlaceCode | undefined {
  return typeof value === "string" && value !== ELSEWHERE ? value : undefined;
}

function withCategories(categories: readonly string[]): Slots {
  return categories.length > 0 ? { categories: [...new Set(categories)] } : {};
}
