import type { Knowledge } from "../knowledge/index.ts";
import type { Candidate } from "./candidates.ts";
import { mustConfirm } from "./opening.ts";
import type { InstantParts } from "./time.ts";

/** Metres within which another kind of place is a better answer than the asked kind farther off. */
const NEARBY = 10_000;

/** How the candidates are put in order: whether a place was named, whether its distances mean anything, and when. */
export interface Arrangement {
  readonly placeNamed: boolean;
  readonly distancesTold: boolean;
  readonly at: InstantParts;
}

/**
 * Candidates in the order they are offered, those out of question left out. In the place: the asked type, then
 * related types. When the place has none of the asked type: the asked type nearby, related types nearby or in the place,
 * the asked type farther off. Places suspended for now come after all others.
 */
export function arrange(
  knowledge: Knowledge,
  candidates: readonly Candidate[],
  arrangement: Arrangement,
): readonly Candidate[] {
  const stay =
    arrangement.placeNamed && candidates.some(({ match, inPlace }) => match === "asked" && inPlace);
  const tiered = candidates.flatMap((candidate) => {
    if (stay && !candidate.inPlace) return [];
    const tier = tierOf(candidate, stay, arrangement);
    return tier === null
      ? []
      : [{ candidate, tier, doubtful: mustConfirm(knowledge, candidate.facility, arrangement.at) }];
  });
  const byDistance = arrangement.distancesTold || !stay;
  tiered.sort(
    (left, right) =>
      left.tier - right.tier ||
      (byDistance ? metresOf(left.candidate) - metresOf(right.candidate) || 0 : 0) ||
      Number(left.doubtful) - Number(right.doubtful) ||
      compareText(right.candidate.facility.reported ?? "", left.candidate.facility.reported ?? "") ||
      compareText(left.candidate.facility.id, right.candidate.facility.id),
  );
  return tiered.map(({ candidate }) => candidate);
}

/** Lower comes first; null is not offered at all: a related kind far off helps nobody. */
function tierOf(candidate: Candidate, stay: boolean, { placeNamed }: Arrangement): number | null {
  const { match, metres, inPlace, facility } = candidate;
  const anywhere = !placeNamed && metres === null;
  const close = stay || anywhere || (metres !== null && metres <= NEARBY) || (placeNamed && inPlace);
  const suspended = facility.status === "suspended" ? 10 : 0;
  if (match === "asked") return suspended + (close ? 0 : 2);
  return close ? suspended + 1 : null;
}

/** A distance that is not known sorts last. */
function metresOf({ metres }: Candidate): number {
  return metres ?? Number.MAX_SAFE_INTEGER;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
