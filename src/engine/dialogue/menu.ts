import type { FacilityTypeId } from "../knowledge/ids.generated.ts";
import type { Knowledge } from "../knowledge/index.ts";
import type { DraftChoice } from "../speech/draft.ts";
import type { State } from "./state.ts";

/** The kinds of place people look for most, in the order they are offered. */
const OFFERED_TYPES: readonly FacilityTypeId[] = [
  "canteen",
  "care-home",
  "day-care",
  "service-station",
  "elder-school",
  "clinic",
];

/** What one can start with: the same short list at the greeting, after “start over” and when we are at a loss. */
export function menu(): readonly DraftChoice[] {
  return [
    { id: "intent:entitlements", label: { key: "menu.entitlements" } },
    { id: "intent:facility_nearest:canteen", label: { key: "menu.canteen" } },
    { id: "intent:facility_nearest", label: { key: "menu.facility" } },
    { id: "intent:apply_howto", label: { key: "menu.howto" } },
    { id: "human", label: { key: "menu.human" } },
  ];
}

/** Back to the matter that small talk or an emergency interrupted; nothing where none was talked about. */
export function goOn(state: State): readonly DraftChoice[] {
  return state.intent === null ? [] : [{ id: "more", label: { key: "menu.go-on" } }];
}

export function typeChoices(knowledge: Knowledge): readonly DraftChoice[] {
  return OFFERED_TYPES.flatMap((id) => {
    const type = knowledge.types.get(id);
    return type ? [{ id: `intent:facility_nearest:${id}`, label: type.name }] : [];
  });
}

/** Counties as buttons; `prefix` makes them a place (`place:`) or a fact (`fact:hukou=`). */
export function countyChoices(knowledge: Knowledge, prefix: string): readonly DraftChoice[] {
  return [...knowledge.places.values()]
    .filter((place) => place.level === "county")
    .map((place) => ({ id: `${prefix}${place.code}`, label: place.name }));
}
