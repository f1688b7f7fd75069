import type { Match } from "./automaton.ts";
import { idOf, kindOf } from "./concepts.ts";
import { soundsLikeFraud } from "./fraud.ts";
import { happeningIn } from "./happening.ts";
import { markBetween } from "./marks.ts";
import { conceptsOf, has, type Reading } from "./reading.ts";
import { meansBenefit } from "./said.ts";
import { findSigns, type SignGrammar, stands } from "./signs.ts";
import type { EmergencyKind } from "./types.ts";
import { tellsOfViolence } from "./violence.ts";

/** How sure a text is an emergency happening now, and which. */
export interface Alarm {
  readonly kind: EmergencyKind | null;
  /** Points from danger words and signs of “now”; `URGENT` and more is an emergency. */
  readonly score: number;
}

/** From this score on a text is answered as an emergency first. */
export const URGENT = 2;

const POINTS: Readonly<Record<string, number>> = { emergency: 2, danger: 1 };

/** Asked about in the calmest words, and still to be answered at once. */
const ALWAYS: ReadonlySet<string> = new Set(["fraud", "self-harm"]);

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Which help comes first where several are needed; what is not named comes last. */
const FIRST: readonly string[] = [
  "fire",
  "fraud",
  "self-harm",
  "abuse",
  "crime",
  "medical",
  "missing",
  "gas",
];

interface Danger {
  readonly kind: string;
  readonly points: number;
}

/** A clause that tells of the past, a fear or an insurance question (上个月摔了, 怕她走丢) raises no alarm. */
function dangersIn(
  reading: Reading,
  { start, end }: Span,
  over: boolean,
  happening: (match: Match, kind: string) => boolean,
): Danger[] {
  const worded = reading.cues
    .filter((match) => match.start >= start && match.end <= end && !isFigurative(reading, start, match))
    .flatMap((match) =>
      match.concepts.filter((concept) => kindOf(concept) in POINTS && happening(match, idOf(concept))),
    )
    .map((concept) => ({ kind: idOf(concept), points: POINTS[kindOf(concept)] ?? 0 }));
  const violence = tellsOfViolence(reading, start, end) ? [{ kind: "abuse", points: URGENT }] : [];
  const calm = over || holds(reading, "calm", start, end);
  const calmAbuse = over || holds(reading, "calm", start, end, isNamed);
  return [...worded, ...violence].filter(
    ({ kind }) => ALWAYS.has(kind) || !(kind === "abuse" ? calmAbuse : calm),
  );
}

/** 累得断气, 笑死了: a strong word for a feeling. */
function isFigurative(reading: Reading, clauseStart: number, { start, end }: Match): boolean {
  return (
    markBetween(reading, "mark:hyperbole", start, end) &&
    reading.all.some(
      (mark) => mark.concepts.includes("mark:figure") && mark.start >= clauseStart && mark.start <= start,
    )
  );
}

/** Who asks what a benefit pays or who may have it tells of something that is over (着火烧了，有没有救助金). */
function asksOfBenefit(reading: Reading): boolean {
  const asks = ["cue:qualify", "cue:amount", "cue:entitled", "cue:howto"].some((cue) => has(reading, cue));
  const named = conceptsOf(reading, "benefit").some(
    ({ match }) => meansBenefit(reading, match) && !tellsOfAbuse(reading, match),
  );
  return named || asks;
}

/** 虐待老人 is a word for legal aid and, said of somebody, a call for help. */
function tellsOfAbuse(reading: Reading, { start, end }: Match): boolean {
  return reading.all.some(
    (match) =>
      match.start >= start && match.end <= end && match.concepts.some((one) => one === "emergency:abuse"),
  );
}

/** Any help? asks what there is; Help! calls. */
function isNoCall(reading: Reading, { start, end }: Match): boolean {
  return reading.all.some(
    (match) => match.concepts.includes("mark:no-call") && match.start <= start && match.end >= end,
  );
}

/** 养老院 calms most words of danger, but it is also where somebody may be beaten. */
function isNamed(reading: Reading, { start, end }: Match): boolean {
  return reading.things.some((thing) => thing.start <= start && thing.end >= end);
}

function holds(
  reading: Reading,
  kind: string,
  start: number,
  end: number,
  leftOut: (reading: Reading, match: Match) => boolean = () => false,
): boolean {
  return reading.all.some(
    (match) =>
      !leftOut(reading, match) &&
      match.start >= start &&
      match.end <= end &&
      match.concepts.some((c) => kindOf(c) === kind) &&
      !isProcedure(reading, match) &&
      !isNoCall(reading, match),
  );
}

/** 长护险怎么办 asks for a procedure; elsewhere 怎么办 is a call for help. */
function isProcedure(reading: Reading, { start, word }: Match): boolean {
  return (
    /^(?:怎么办|咋办)$/.test(word) && conceptsOf(reading, "benefit").some(({ match }) => match.end === start)
  );
}

/** Adds up the danger of a text clause by clause; the past colours the clauses after it until something is “now”. */
export function soundAlarm(reading: Reading, grammar: SignGrammar): Alarm {
  const happening = happeningIn(reading.text, reading.clauses, reading.parts);
  const settled =
    asksOfBenefit(reading) &&
    !holds(reading, "now", 0, reading.text.length) &&
    !reading.parts.some((match) => stands(match, "now"));
  const signs = findSigns(reading.text, reading.parts, grammar, happening, settled);
  const dangers: Danger[] = signs.map(({ kind }) => ({ kind, points: URGENT }));
  let past = false;
  let now = 0;
  for (const { start, end } of reading.clauses) {
    if (holds(reading, "now", start, end)) {
      past = false;
      now = 1;
    }
    if (holds(reading, "past", start, end)) past = true;
    dangers.push(...dangersIn(reading, { start, end }, past || settled, happening));
  }
  if (soundsLikeFraud(reading)) dangers.push({ kind: "fraud", points: URGENT });
  const over = reading.cues.some((match) => match.concepts.some((concept) => kindOf(concept) === "over"));
  return over ? { kind: null, score: 0 } : sum(dangers, now);
}

/** A word of “now” makes a danger urgent, but not one of money: 现在密码忘了 is no fraud. */
function sum(dangers: readonly Danger[], now: number): Alarm {
  const rank = ({ kind }: Danger) => FIRST.indexOf(kind) + (FIRST.includes(kind) ? 0 : FIRST.length);
  const top = [...dangers].sort((a, b) => b.points - a.points || rank(a) - rank(b))[0];
  if (!top) return { kind: null, score: 0 };
  const points = dangers.reduce((total, danger) => total + danger.points, 0);
  return { kind: top.kind as EmergencyKind, score: points + (top.kind === "fraud" ? 0 : now) };
}
