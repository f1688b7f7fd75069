import { CITY, isWithin, type Knowledge } from "../knowledge/index.ts";
import type { Facts, Provision } from "../knowledge/types.ts";
import { evaluate, verdictOf } from "./evaluate.ts";
import { countyOfFact, isUntold, PLACE_FACTS } from "./provisions.ts";
import type { Evaluation, Verdict } from "./types.ts";

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
  possible: Iterable<Provision>,
  facts: Facts,
  knowledge: Knowledge,
): Weighed {
  const weigh = weigher(facts, knowledge);
  const firstOf = (holds: (evaluation: Evaluation) => boolean): Provision | undefined => {
    for (const provision of possible) if (holds(weigh(provision).evaluation)) return provision;
    return undefined;
  };
  const first = firstOf(() => true);
  if (first === undefined)
    throw new Error("a place can only be undecided between provisions, and none was given");
  const withOther = (than: Verdict): Provision | undefined => {
    for (const provision of possible)
      if (verdictOf(provision.who, facts, knowledge) !== than) return provision;
    return undefined;
  };
  const hopeful = withOther("no");
  if (hopeful === undefined) return weigh(first);
  const shown = weigh(hopeful);
  if (waitsForPlace(shown.evaluation, facts, knowledge)) return shown;
  if (shown.evaluation.missing.length > 0 && asksNoPlace(possible, facts, knowledge)) return shown;
  const { verdict } = shown.evaluation;
  if (verdict === "yes" && holdsEverywhere(first, facts, knowledge) && withOther("yes") === undefined)
    return shown;
  const awaitedBy = (fact: string): boolean => firstOf(({ missing }) => missing.includes(fact)) !== undefined;
  return { provision: shown.provision, evaluation: leftOpen(shown, awaitedBy, facts, knowledge) };
}

/** Evaluates a provision when it is first asked for: there may be one for every county, and mostly the first few decide. */
function weigher(facts: Facts, knowledge: Knowledge): (provision: Provision) => Weighed {
  const known = new Map<Provision, Weighed>();
  return (provision) => {
    const weighed = known.get(provision) ?? {
      provision,
      evaluation: evaluate(provision.who, facts, knowledge),
    };
    known.set(provision, weighed);
    return weighed;
  };
}

/** Whether the one possible provision is a superior's, which speaks for people of any county and of none: then the place is beside the point. */
function asksNoPlace(possible: Iterable<Provision>, facts: Facts, knowledge: Knowledge): boolean {
  if (PLACE_FACTS.some((fact) => countyOfFact(knowledge, facts, fact) !== null)) return false;
  let only: Provision | null = null;
  for (const provision of possible) {
    if (only !== null) return false;
    only = provision;
  }
  return only !== null && !isWithin(knowledge, only.jurisdiction, CITY);
}

/** Unknown already, and for want of the place: whatever the other provisions say, that is the answer. */
function waitsForPlace({ verdict, missing }: Evaluation, facts: Facts, knowledge: Knowledge): boolean {
  return (
    verdict === "unknown" &&
    PLACE_FACTS.some((fact) => isUntold(knowledge, facts, fact) && missing.includes(fact))
  );
}

/** Whether the provision answers wherever the untold places lie: it is the city's or above, and no county is known that may have none or another. */
function holdsEverywhere(provision: Provision, facts: Facts, knowledge: Knowledge): boolean {
  const noCounty = PLACE_FACTS.every((fact) => countyOfFact(knowledge, facts, fact) === null);
  return noCounty && isWithin(knowledge, CITY, provision.jurisdiction);
}

/** The shown provision's evaluation as unknown, with the place facts that the possible provisions wait for. */
function leftOpen(
  shown: Weighed,
  isAwaited: (fact: string) => boolean,
  facts: Facts,
  knowledge: Knowledge,
): Evaluation {
  const { missing, because } = shown.evaluation;
  const untold = PLACE_FACTS.filter((fact) => isUntold(knowledge, facts, fact));
  const awaited = untold.filter(isAwaited);
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
