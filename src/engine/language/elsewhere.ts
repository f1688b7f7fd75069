import { idOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { markAfter, markBefore } from "./marks.ts";
import { conceptsOf, type Reading } from "./reading.ts";
import { type PlaceSaid, roleOf } from "./residence.ts";

/** The code that stands for everywhere outside Quanzhou, where the knowledge has it. */
const ELSEWHERE = "elsewhere";
const HUKOU_WITHIN = /户口|户籍|hukou|registered/;

function spansElsewhere(reading: Reading): { readonly start: number; readonly end: number }[] {
  const inThings = (start: number, end: number) =>
    reading.things.some((thing) => thing.start <= start && thing.end >= end);
  const unnamed = reading.all.filter(
    (match) => match.concepts.includes("mark:elsewhere-word") && !inThings(match.start, match.end),
  );
  return [...conceptsOf(reading, "elsewhere").map(({ match }) => match), ...unnamed];
}

/** 台湾来的老人, 台胞: where somebody came from, not where the question is about. */
function cameFrom(reading: Reading, end: number): boolean {
  return !!markAfter(reading, "mark:came-from", end);
}

/** 户口不在泉州: not in the whole city, so elsewhere; 不在晋江 tells nothing of the kind. */
function notInCity(reading: Reading, lexicon: Lexicon): PlaceSaid[] {
  return conceptsOf(reading, "place")
    .filter(({ concept }) => lexicon.places.get(idOf(concept))?.level === "city")
    .flatMap(({ match: { start, end } }) => {
      const not = markBefore(reading, "mark:not-there", start);
      const around = not ? not.word + reading.text.slice(end, end + 4) : "";
      return HUKOU_WITHIN.test(around) ? [{ start, end, codes: [ELSEWHERE], role: "hukou" as const }] : [];
    });
}

/** Places outside Quanzhou with how they are meant: 外地户口, 住厦门, 在菲律宾. */
export function placesAway(reading: Reading): PlaceSaid[] {
  return spansElsewhere(reading).map(({ start, end }) => {
    const span = { start, end, codes: [ELSEWHERE] };
    return { ...span, role: cameFrom(reading, end) ? "passing" : roleOf(reading, span) };
  });
}

/** What is said of people's hukou or home outside Quanzhou; nothing where the knowledge has no code for it. */
export function homesAway(reading: Reading, away: readonly PlaceSaid[], lexicon: Lexicon): PlaceSaid[] {
  if (!lexicon.places.get(ELSEWHERE)) return [];
  const told = away.filter(({ role }) => role === "hukou" || role === "residence" || role === "at");
  return [...told, ...notInCity(reading, lexicon)];
}

/**
 * A place outside Quanzhou that the question is about, as said. Where the speaker merely is (我在厦门打工), where a
 * relative lives or is registered, where somebody came from, and any such place beside one in Quanzhou do not count.
 */
export function findElsewhere(
  reading: Reading,
  away: readonly PlaceSaid[],
  knowsPlace: boolean,
): string | null {
  if (knowsPlace) return null;
  const kin = conceptsOf(reading, "kin").length > 0;
  const asked = conceptsOf(reading, "elsewhere").find(({ match }) => {
    const role = away.find(({ start }) => start === match.start)?.role;
    const moved = kin && !!markBefore(reading, "mark:abroad", match.start, 1);
    return (role === "bare" || role === "visited" || (role === "at" && !kin)) && !moved;
  });
  return asked?.match.word ?? null;
}
