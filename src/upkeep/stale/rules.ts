import { compareText } from "../../compiler/reading/faults.ts";
import type { Bundle, Citation, Day, Period } from "../../engine/knowledge/types.ts";
import { daysFrom } from "./days.ts";

/** A provision or a topic's answer whose period has ended or soon ends; what still holds then needs a new source. */
export interface EndingRule {
  /** `benefit/provision`, or a topic's id with the place it answers for. */
  readonly id: string;
  readonly document: string;
  readonly clause: string;
  readonly end: Day;
  /** Days left, 0 on the last day; negative when it has ended. */
  readonly daysLeft: number;
}

/** Rules with a last day at most `within` days ahead, the one that ended first coming first. */
export function endingRules(bundle: Bundle, asOf: Day, within: number): readonly EndingRule[] {
  const rules = [...provisions(bundle), ...answers(bundle)];
  return rules
    .flatMap(({ id, sources: [source], period: { to } }): readonly EndingRule[] => {
      if (to === null || source === undefined) return [];
      return [{ id, ...source, end: to, daysLeft: daysFrom(asOf, to) }];
    })
    .filter(({ daysLeft }) => daysLeft <= within)
    .sort(
      (one, other) =>
        one.daysLeft - other.daysLeft ||
        compareText(one.document, other.document) ||
        compareText(one.id, other.id),
    );
}

interface Rule {
  readonly id: string;
  readonly sources: readonly Citation[];
  readonly period: Period;
}

function provisions({ benefits }: Bundle): readonly Rule[] {
  return benefits.flatMap((benefit) =>
    benefit.provisions.map(({ id, sources, period }) => ({ id: `${benefit.id}/${id}`, sources, period })),
  );
}

function answers({ topics }: Bundle): readonly Rule[] {
  return topics.flatMap((topic) =>
    topic.answers.map(({ jurisdiction, sources, period }) => ({
      id: `${topic.id} (${jurisdiction})`,
      sources,
      period,
    })),
  );
}
