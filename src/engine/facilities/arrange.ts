import type { Knowledge } from "../knowledge/index.ts";
import type { Candidate } from "./candidates.ts";
import type { Point } from "./distance.ts";
import { trustOf } from "./opening.ts";
import type { InstantParts } from "./time.ts";

/** Metres within which another kind of place is a better answer than the asked kind farther off. */
const NEARBY = 10_000;
/** Metres beyond which no place is near to an elder. */
const NEAR = 15_000;
/** Distances up to each of these metres count as about the same: there, who vouches for a place matters more. */
const ABOUT_AS_NEAR = [1000, 3000, 5000, NEARBY, NEAR];

/** How the candidates are put in order: whether a place was named, from where and whether its distances mean anything, and when. */
export interface Arrangement {
  readonly placeNamed: boolean;
  readonly distancesTold: boolean;
  readonly origin: Point | null;
  readonly at: InstantParts;
}

/** A candidate that is offered; `far` as in `RankedFacility`. */
export interface Arranged {
  readonly candidate: Candidate;
  readonly far: boolean;
}

interface Tiered extends Arranged {
  readonly tier: number;
  readonly trust: number;
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
): readonly Arranged[] {
  const stay =
    arrangement.placeNamed && candidates.some(({ match, inPlace }) => match === "asked" && inPlace);
  const tiered = candidates.flatMap((candidate): readonly Tiered[] => {
    if (stay && !candidate.inPlace) return [];
    const tier = tierOf(candidate, stay, arrangement);
    if (tier === null) return [];
    const trust = trustOf(knowledge, candidate.facility, arrangement.at);
    return [{ candidate, tier, trust, far: isFar(candidate, arrangement) }];
  });
  const byDistance = arrangement.distancesTold || !stay;
  return onlyNearestOfFar(tiered.sort((left, right) => compare(left, right, byDistance)));
}

/** Far ones go where one of the asked type is near; else all but the first of them. */
function onlyNearestOfFar(ordered: readonly Tiered[]): readonly Arranged[] {
  const served = ordered.some(
    ({ candidate, far }) => !far && candidate.match === "asked" && candidate.facility.status !== "suspended",
  );
  const nearest = served ? undefined : ordered.find(({ far }) => far);
  return ordered.filter((one) => !one.far || one === nearest);
}

function compare(left: Tiered, right: Tiered, byDistance: boolean): number {
  const [one, other] = [left.candidate, right.candidate];
  return (
    left.tier - right.tier ||
    (byDistance ? classOf(left) - classOf(right) : 0) ||
    left.trust - right.trust ||
    (byDistance ? metresOf(one) - metresOf(other) : 0) ||
    compareText(other.facility.reported ?? "", one.facility.reported ?? "") ||
    compareText(one.facility.id, other.facility.id)
  );
}

/** Lower comes first; null is not offered at all: a related kind far off helps nobody. */
function tierOf(candidate: Candidate, stay: boolean, { placeNamed, origin }: Arrangement): number | null {
  const { match, roughly, inPlace, facility } = candidate;
  const close = stay || origin === null || (roughly !== null && roughly <= NEARBY) || (placeNamed && inPlace);
  const suspended = facility.status === "suspended" ? 10 : 0;
  if (match === "asked") return suspended + (close ? 0 : 2);
  return close ? suspended + 1 : null;
}

/** What lies in the place asked for is never far: it was asked for. */
function isFar({ roughly, inPlace }: Candidate, { placeNamed, origin }: Arrangement): boolean {
  if (origin === null || (placeNamed && inPlace)) return false;
  return roughly === null || roughly > NEAR;
}

/** Distances told apart only as an elder would; beyond what is near each metre counts, so that the nearest is the nearest. */
function classOf({ candidate, far }: Tiered): number {
  if (far) return candidate.roughly ?? Number.MAX_SAFE_INTEGER;
  const metres = metresOf(candidate);
  const at = ABOUT_AS_NEAR.findIndex((limit) => metres <= limit);
  return at < 0 ? metres : at;
}

/** A distance that is not known sorts last. */
function metresOf({ metres }: Candidate): number {
  return metres ?? Number.MAX_SAFE_INTEGER;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
