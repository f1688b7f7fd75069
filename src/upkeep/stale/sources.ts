import { compareText } from "../../compiler/reading/faults.ts";
import type { Bundle, Day } from "../../engine/knowledge/types.ts";
import { daysFrom, isYearOld } from "./days.ts";

/** A document that nobody compared with its source for over a year. */
export interface StaleDocument {
  readonly id: string;
  readonly checked: Day;
  readonly age: number;
}

/** An address that people are shown and nobody opened for over a year, or ever (`checked` null). */
export interface StaleLink {
  readonly id: string;
  readonly url: string;
  readonly checked: Day | null;
  readonly age: number | null;
}

/** Documents due for a comparison, the longest unchecked first. */
export function staleDocuments({ documents }: Bundle, asOf: Day): readonly StaleDocument[] {
  return documents
    .filter(({ checked }) => isYearOld(checked, asOf))
    .map(({ id, checked }) => ({ id, checked, age: daysFrom(checked, asOf) }))
    .sort((one, other) => other.age - one.age || compareText(one.id, other.id));
}

/** Addresses due to be opened, those never opened first. */
export function staleLinks({ documents }: Bundle, asOf: Day): readonly StaleLink[] {
  return documents
    .flatMap(({ id, url, linkChecked }): readonly StaleLink[] => {
      if (url === null || (linkChecked !== null && !isYearOld(linkChecked, asOf))) return [];
      return [
        { id, url, checked: linkChecked, age: linkChecked === null ? null : daysFrom(linkChecked, asOf) },
      ];
    })
    .sort((one, other) => ageOf(other) - ageOf(one) || compareText(one.id, other.id));
}

function ageOf({ age }: StaleLink): number {
  return age ?? Number.MAX_SAFE_INTEGER;
}
