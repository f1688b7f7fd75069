/** What words share that are named in one breath, and what is taken back in the same sentence or the next. */
import type { Match } from "./automaton.ts";
import { idOf } from "./concepts.ts";
import type { Manner } from "./manner.ts";
import { markBetween } from "./marks.ts";
import { clauseAt, type Reading } from "./reading.ts";

/** 低保、特困 or 低保和五保: named in one breath, so meant in one way. */
const LISTED = /^(?:[、和或跟与及]|或者|还是| ?(?:or|nor|and) ?)?$/;

const SUPPORT: ReadonlySet<string> = new Set([
  "minimum-living",
  "extreme-poverty",
  "poverty-registered",
  "severe-disability",
]);

function isSupport(match: Match): boolean {
  return match.concepts.some((concept) => SUPPORT.has(idOf(concept).split("=")[0] ?? ""));
}

interface Meant {
  readonly match: Match;
  readonly manner: Manner;
}

/** A list shares its denial or question, whether that stands before (不是低保、特困) or after it (低保特困都不是). */
export function shareManner(reading: Reading, said: readonly Meant[]): Meant[] {
  const shared = [...said];
  const joined = (left: Meant | undefined, right: Meant | undefined) =>
    left &&
    right &&
    isSupport(left.match) &&
    isSupport(right.match) &&
    LISTED.test(reading.text.slice(left.match.end, right.match.start));
  for (let i = 1; i < shared.length; i++) {
    const [left, right] = [shared[i - 1], shared[i]];
    if (left && right && joined(left, right) && right.manner === "stated" && left.manner !== "stated")
      shared[i] = { ...right, manner: left.manner };
  }
  for (let i = shared.length - 1; i > 0; i--) {
    const [left, right] = [shared[i - 1], shared[i]];
    if (left && right && joined(left, right) && right.manner === "denied")
      shared[i - 1] = { ...left, manner: "denied" };
  }
  return shared;
}

/** 低保去年给取消了: no more, unlike 低保会不会取消. */
const TAKEN_AWAY =
  /^(?:[^吗么会能要怎不]{0,6})(?:[被给让]|已经)?[^吗么会能要怎不]{0,2}(?:取消|清退|退掉|退出|摘掉|摘帽)(?:了|掉|过)(?!吗|没|怎|会|要|还能|还可)/;

/** 低保去问过，说有车不符合，没批; 以前是低保户，去年取消了: in the same sentence it is told that it is not so, or no more. */
export function wasRefused(reading: Reading, { start, end }: Match): boolean {
  const sentence = /[。！？]/.exec(reading.text.slice(end));
  const until = sentence ? end + sentence.index : reading.text.length;
  if (markBetween(reading, "mark:refused", end, until)) return true;
  const clause = clauseAt(reading, start);
  if (TAKEN_AWAY.test(reading.text.slice(end, clause.end))) return true;
  const once = markBetween(reading, "mark:formerly", clause.start, start);
  return once && markBetween(reading, "mark:ended", end, until);
}

/** 低保特困才能做吗，我妈都不是: a clause of its own that takes back what the one before it named. */
export function takenBack(reading: Reading, said: readonly Meant[]): Meant[] {
  const backs = reading.found
    .of("mark:none-of-them")
    .filter(
      (mark) =>
        !said.some(
          ({ match }) => clauseAt(reading, match.start).start === clauseAt(reading, mark.start).start,
        ),
    );
  return said.map((one) => {
    if (isSupport(one.match) && wasRefused(reading, one.match)) return { ...one, manner: "denied" as const };
    const next = reading.clauses.find(({ start }) => start >= clauseAt(reading, one.match.start).end);
    const back = next && backs.some(({ start }) => start >= next.start && start < next.end);
    return back && isSupport(one.match) ? { ...one, manner: "denied" as const } : one;
  });
}
