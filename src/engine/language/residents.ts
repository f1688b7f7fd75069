import type { Match } from "./automaton.ts";
import { isOf } from "./concepts.ts";

/** Characters a place may take between 住 and the home: 住晋江安海镇养老院. */
const PLACE_ROOM = 12;
const HOMES: ReadonlySet<string> = new Set([
  "type:care-home",
  "type:welfare-centre",
  "type:home-for-the-aged",
]);
/** Who asks for a home (住晋江养老院要多少钱, 哪里有) does not live in it yet. */
const LOOKING: ReadonlySet<string> = new Set(["cue:where", "cue:nearest", "mark:wishing"]);
/** These ask about the home where no benefit is named that they may be about (高龄津贴还有吗). */
const ASKING: ReadonlySet<string> = new Set(["cue:is-there", "cue:facility-detail", "cue:amount"]);

const is = (match: Match, concept: string) => match.concepts.includes(concept);

/** 住 + place + home, or a relative + 住养老院: the home as the fact of living in one. */
function livesThere(text: string, all: readonly Match[], home: Match): boolean {
  if (!/^(?:$|[，。？！；、 了里])/.test(text.slice(home.end))) return false;
  const kinBefore = (position: number) => all.some((one) => one.end === position && isOf(one, "kin"));
  if (home.word.startsWith("住")) return kinBefore(home.start);
  return all.some((living) => {
    if (!is(living, "mark:lives-in") || living.end > home.start || home.start - living.end > PLACE_ROOM)
      return false;
    const places = all.filter(
      (one) => one.start >= living.end && one.end <= home.start && isOf(one, "place"),
    );
    if (home.start === living.end) return kinBefore(living.start);
    return places.some(({ start }) => start === living.end) && places.some(({ end }) => end === home.start);
  });
}

/** 我妈住晋江养老院: no question for a home but the fact of living in one, which then stands in its place. */
export function residentsOf(text: string, all: readonly Match[]): Match[] {
  const benefit = all.some((one) => isOf(one, "benefit"));
  const asks = (concept: string) => LOOKING.has(concept) || (!benefit && ASKING.has(concept));
  if (all.some(({ concepts }) => concepts.some(asks))) return [];
  return all
    .filter((match) => match.concepts.some((concept) => HOMES.has(concept)) && livesThere(text, all, match))
    .map((match) => ({ ...match, concepts: ["fact:in-institution=true"] }));
}
