import type { EmergencyKind } from "../knowledge/intents.ts";
import type { IntentModel } from "../knowledge/types.ts";
import { type LikelyAlarm, likelyAlarm } from "./alarm-model.ts";
import type { Match } from "./automaton.ts";
import { meansBenefit } from "./benefit-words.ts";
import { idOf, kindOf } from "./concepts.ts";
import { soundsLikeFraud } from "./fraud.ts";
import { happeningIn } from "./happening.ts";
import { markBetween } from "./marks.ts";
import { conceptsOf, has, type Reading } from "./reading.ts";
import { findSigns, type SignGrammar, stands } from "./signs.ts";
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

/** From this probability on a text alike to emergencies is one, and from `CERTAIN` even where it sounds settled. */
const LIKELY = 0.55;
const CERTAIN = 0.9;
/** Below this a sign of the grammar was met by chance; in a text that asks for something below `UNLIKELY`. */
const CHANCE = 0.05;
const UNLIKELY = 0.35;
/** From this probability on the model knows which help is needed, whatever sign was met first. */
const SURE_OF_KIND = 0.7;

const ASKING = [
  "qualify",
  "amount",
  "entitled",
  "howto",
  "where",
  "nearest",
  "is-there",
  "what-is",
  "facility-detail",
].map((cue) => `cue:${cue}`);

const NOTHING: Alarm = { kind: null, score: 0 };

/** Asked about in the calmest words, and still to be answered at once. */
const ALWAYS: ReadonlySet<string> = new Set(["fraud", "self-harm"]);

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Which help comes first where several are needed; what is not named comes last. */
const FIRST: readonly string[] = [
  "rescue",
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
    reading.found.of("mark:figure").some((mark) => mark.start >= clauseStart && mark.start <= start)
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
  return reading.found.of("emergency:abuse").some((match) => match.start >= start && match.end <= end);
}

/** Any help? asks what there is; Help! calls. */
function isNoCall(reading: Reading, { start, end }: Match): boolean {
  return reading.found.of("mark:no-call").some((match) => match.start <= start && match.end >= end);
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
  return reading.found
    .ofKind(kind)
    .some(
      (match) =>
        match.start >= start &&
        match.end <= end &&
        !leftOut(reading, match) &&
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

/**
 * What a text raises: what the grammar has signs for, and where it has none, what is likely from sentences alike. What
 * only asks about benefits, is denied, feared or dealt with stays silent unless the model is all but certain.
 */
export function soundAlarm(reading: Reading, grammar: SignGrammar, model: IntentModel): Alarm {
  const over = endedKinds(reading);
  const settled = asksOfBenefit(reading) && !saysNow(reading);
  const { told, quieted } = over.has("") ? SILENT : toldOf(reading, grammar, settled, over);
  const likely = likelyAlarm(model, reading);
  if (likely === null) return told;
  if (told.score >= URGENT) return weighed(told, likely, reading);
  const calm = settled || quieted || over.size > 0;
  return likely.probability < (calm ? CERTAIN : LIKELY) ? told : { kind: likely.kind, score: URGENT };
}

/** A sign of the grammar in the light of the model: met by chance it is dropped, and a surer kind takes its place. */
function weighed(told: Alarm, likely: LikelyAlarm, reading: Reading): Alarm {
  const doubtful = asks(reading) && !saysNow(reading) && !ALWAYS.has(told.kind ?? "");
  if (likely.probability < (doubtful ? UNLIKELY : CHANCE)) return NOTHING;
  return likely.ofKind < SURE_OF_KIND ? told : { ...told, kind: likely.kind };
}

/** Asks what there is, who may have it, where it is or how it is done. */
function asks(reading: Reading): boolean {
  return ASKING.some((cue) => has(reading, cue));
}

function saysNow(reading: Reading): boolean {
  return holds(reading, "now", 0, reading.text.length) || reading.parts.some((match) => stands(match, "now"));
}

/** What the grammar makes of a text. */
interface Told {
  readonly told: Alarm;
  /** There are signs, but what they tell is past, denied, feared or a figure of speech. */
  readonly quieted: boolean;
}

const SILENT: Told = { told: NOTHING, quieted: true };

/** Adds up the danger of a text clause by clause; the past colours the clauses after it until something is “now”. */
function toldOf(reading: Reading, grammar: SignGrammar, settled: boolean, over: ReadonlySet<string>): Told {
  const happening = happeningIn(reading.text, reading.clauses, reading.parts);
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
  const open = dangers.filter(({ kind }) => !over.has(kind));
  if (open.length > 0) return { told: sum(open, now), quieted: false };
  const worded = findSigns(reading.text, reading.parts, grammar, () => true, false);
  return { told: NOTHING, quieted: worded.length > 0 };
}

/** What has been dealt with: everything (没事了, the id is empty) or one kind (火扑灭了 says nothing of the gas). */
function endedKinds({ cues }: Reading): ReadonlySet<string> {
  const ended = cues.flatMap(({ concepts }) => concepts.filter((concept) => kindOf(concept) === "over"));
  return new Set(ended.map(idOf));
}

/** A word of “now” makes a danger urgent, but not one of money: 现在密码忘了 is no fraud. */
function sum(dangers: readonly Danger[], now: number): Alarm {
  const rank = ({ kind }: Danger) => FIRST.indexOf(kind) + (FIRST.includes(kind) ? 0 : FIRST.length);
  const top = [...dangers].sort((a, b) => b.points - a.points || rank(a) - rank(b))[0];
  if (!top) return { kind: null, score: 0 };
  const points = dangers.reduce((total, danger) => total + danger.points, 0);
  return { kind: top.kind as EmergencyKind, score: points + (top.kind === "fraud" ? 0 : now) };
}
