import { idOf, isOf } from "./concepts.ts";
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
  const unnamed = reading.found.of("mark:elsewhere-word").filter(({ start, end }) => !inThings(start, end));
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

/** 新加坡护照, 香港身份证, 日本国籍: papers of somebody whose question is about here. */
const OF_PAPERS =
  /^(?:的|那边的)?(?:护照|身份证|国籍|籍|居民|永居|绿卡|公民|华侨)|^(?:ese|an|ian)? ?(?:passport|citizen|national\b|nationality|id card|resident|green card)/;

/** Places outside Quanzhou with how they are meant: 外地户口, 住厦门, 在菲律宾. */
export function placesAway(reading: Reading): PlaceSaid[] {
  return spansElsewhere(reading).map(({ start, end }) => {
    const span = { start, end, codes: [ELSEWHERE] };
    const abroad = cameFrom(reading, end) || OF_PAPERS.test(reading.text.slice(end));
    return { ...span, role: abroad ? "passing" : roleOf(reading, span) };
  });
}

/** What is said of people's hukou or home outside Quanzhou; nothing where the knowledge has no code for it. */
export function homesAway(reading: Reading, away: readonly PlaceSaid[], lexicon: Lexicon): PlaceSaid[] {
  if (!lexicon.places.get(ELSEWHERE)) return [];
  const told = away.filter(({ role }) => role === "hukou" || role === "residence" || role === "at");
  return [...told, ...notInCity(reading, lexicon)];
}

/** 那边的低保怎么申请: what there is in the place named before; home (老家那边) is meant by nobody who says so. */
const OVER_THERE = /(?<!老家|家里|家乡|乡下)(?:那边|那里|那头|当地|那儿)的?/g;
/** Where the speaker or the children merely are: what is asked there is asked of home. */
const MERELY_THERE =
  /(?:我|儿子|女儿|孩子|子女|我们|弟弟|哥哥)(?:人|现在|一家|自己)?(?:在|嫁到|嫁去|嫁在)[^，。]{0,4}$/;

/** 我姐嫁在莆田，那边的低保怎么申请: a benefit or a question right after a word for that place. */
function asksOverThere({ text, things, cues }: Reading, end: number): boolean {
  const before = text.slice(0, end);
  if (MERELY_THERE.test(before.slice(0, -1)) && !/[姐妹姑姨婶嫂哥弟]嫁[^，。]*$/.test(before)) return false;
  return [...text.slice(end).matchAll(OVER_THERE)].some(({ index, 0: word }) => {
    const from = end + index + word.length;
    const benefit = things.some((one) => one.start >= from && one.start <= from + 1 && isOf(one, "benefit"));
    const entitled = cues.some(
      (one) => one.start >= from && one.start <= from + 3 && one.concepts.includes("cue:entitled"),
    );
    return benefit || entitled;
  });
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
  const over = conceptsOf(reading, "elsewhere").find(({ match }) => asksOverThere(reading, match.end));
  if (over) return over.match.word;
  const kin = conceptsOf(reading, "kin").length > 0;
  const asked = conceptsOf(reading, "elsewhere").find(({ match }) => {
    const role = away.find(({ start }) => start === match.start)?.role;
    const moved = kin && !!markBefore(reading, "mark:abroad", match.start, 1);
    return (role === "bare" || role === "visited" || (role === "at" && !kin)) && !moved;
  });
  return asked?.match.word ?? null;
}
