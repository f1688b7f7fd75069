import { CITY, isWithin, type Knowledge } from "../knowledge/index.ts";
import type { Facts, Provision } from "../knowledge/types.ts";
import { evaluate } from "./evaluate.ts";
import { countyOfFact, isUntold, PLACE_FACTS } from "./provisions.ts";
import type { Evaluation } from "./types.ts";

interface Weighed {
  readonly provision: Provision;
  readonly evaluation: Evaluation;
}

/**
 * The one provision shown while a county is unknown, and what can be said of it.
 * Any of the possible provisions may turn out to be the person's. So it is no only when all of them say no, and yes
 * only when all say yes and one of them holds everywhere; otherwise it is unknown and the place is missing. That keeps
 * an answer from turning round when a place is added or taken away. Shown is the first (the city's or above) unless
 * it fails where another might hold.
 */
export function decideWithoutPlace(
  possible: readonly Provision[],
  facts: Facts,
  knowledge: Knowledge,
): Weighed {
  const weighed = possible.map((provision) => ({
    provision,
    evaluation: evaluate(provision.who, facts, knowledge),
  }));
  const first = weighed[0];
  if (first === undefined)
    throw new Error("a place can only be undecided between provisions, and none was given");
  const shown = weighed.find(({ evaluation }) => evaluation.verdict !== "no") ?? first;
  const { verdict } = shown.evaluation;
  const agreed = weighed.every(({ evaluation }) => evaluation.verdict === verdict);
  if (
    agreed &&
    (verdict === "no" || (verdict === "yes" && holdsEverywhere(first.provision, facts, knowledge)))
  ) {
    return shown;
  }
  return { provision: shown.provision, evaluation: leftOpen(shown, weighed, facts, knowledge) };
}

/** Whether the provision answers wherever the untold places lie: it is the city's or above, and no county is known that may have none or another. */
function holdsEverywhere(provision: Provision, facts: Facts, knowledge: Knowledge): boolean {
  const noCounty = PLACE_FACTS.every((fact) => countyOfFact(knowledge, facts, fact) === null);
  return noCounty && isWithin(knowledge, CITY, provision.jurisdiction);
}

/** The shown provision's evaluation as unknown, with the place facts that the possible provisions wait for. */
function leftOpen(
  shown: Weighed,
  weighed: readonly Weighed[],
  facts: Facts,
  knowledge: Knowledge,
): Evaluation {
  const { missing, because } = shown.evaluation;
  const untold = PLACE_FACTS.filter((fact) => isUntold(knowledge, facts, fact));
  if (untold.some((fact) => missing.includes(fact))) return shown.evaluation;
  const awaited = untold.filter((fact) =>
    weighed.some(({ evaluation }) => evaluation.missing.includes(fact)),
  );
  const places = awaited.length > 0 ? awaited : untold;
  const leaf = { kind: "belongs", place: shown.provision.jurisdiction } as const;
  return {
    verdict: "unknown",
    because: [
      ...because,
      ...places.map((fact) => ({ fact, holds: "unknown", leaf, negated: false }) as const),
    ],
    missing: [...missing, ...places],
  };
}
