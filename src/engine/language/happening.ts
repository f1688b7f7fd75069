/** Whether what a word tells is happening: not over, denied, supposed, feared, reported or merely a figure of speech. */
import type { Match } from "./automaton.ts";
import { stands } from "./signs.ts";

interface Span {
  readonly start: number;
  readonly end: number;
}

const SENTENCE_END = /[。？！]/;
/** 三年, 十几年了, 两个月了, for ten years: what lasts so long is no emergency. */
const LASTING =
  /(?:[0-9一二三四五六七八九十两几多半好]+ ?(?:多)?(?:年(?!级|纪|龄)|个月|个多月)|\b(?:[0-9]+|two|three|four|five|six|ten|several|many|few) (?:years|months))/;
/** 跌倒过, 被电过: an experience. */
const EXPERIENCED = /^(?:死的|走的|身亡|去世|过世)|^(?:了)?过(?!去|来|马|量|敏|期|程|度|世|桥|路|街)/;
/** Still to be answered at once when it has lasted for years: 打了我十几年, 老说不想活. */
const RECURS: ReadonlySet<string> = new Set(["fraud", "abuse", "self-harm"]);
const NEGATOR_GAP = 1;
/** What somebody in hospital or under treatment tells of is no news; he may still go missing or be beaten there. */
const TREATED: ReadonlySet<string> = new Set(["medical", "fire", "gas"]);
/** As many characters after a word as tell whether it was lived through. */
const AFTER = 8;

const covers = (outer: Span, inner: Span) => outer.start <= inner.start && outer.end >= inner.end;

/** The grammar's words of a text that say when and how, sorted once: every word of danger is held against them. */
interface Marks {
  readonly now: readonly Match[];
  readonly past: readonly Match[];
  /** What frames a clause (insurance, prevention), and what recurs; no word of now holds them (报警器在响). */
  readonly frames: readonly Match[];
  readonly habits: readonly Match[];
  readonly of: (part: string) => readonly Match[];
}

function marksIn(all: readonly Match[]): Marks {
  const groups = new Map<string, Match[]>();
  const of = (part: string): readonly Match[] => {
    const known = groups.get(part) ?? all.filter((match) => stands(match, part));
    groups.set(part, known as Match[]);
    return known;
  };
  return {
    now: without(of("now"), of("past")),
    past: without(of("past"), of("now")),
    frames: without(of("frame"), of("now")),
    habits: without(of("habit"), of("now")),
    of,
  };
}

/** Marks of time that are not part of a longer mark (`ago` inside `ten minutes ago`). */
function without(marks: readonly Match[], stronger: readonly Match[]): readonly Match[] {
  return marks.filter(
    (match) => !stronger.some((other) => covers(other, match) && other.word.length > match.word.length),
  );
}

/** The mark that ends last of those before a word: what is said after it is also after all the others. */
function lastBefore(marks: readonly Match[], word: Span): Match | undefined {
  return marks.reduce<Match | undefined>(
    (last, mark) => (mark.end <= word.start && (last === undefined || mark.end > last.end) ? mark : last),
    undefined,
  );
}

/** The last mark of time before a word decides; one of “now” ends what is past, supposed or reported. */
function nowSince({ now }: Marks, mark: Match, word: Span): boolean {
  return now.some(({ start }) => start >= mark.end && start <= word.start);
}

/** 如果晚上突然…… still supposes; only “now” in a later clause ends it. */
function reallyNow(text: string, marks: Marks, mark: Match, word: Span): boolean {
  return marks
    .of("really")
    .some(
      ({ start }) => start >= mark.end && start <= word.start && /[，；：]/.test(text.slice(mark.end, start)),
    );
}

function isPast(marks: Marks, word: Span, clause: Span): boolean {
  const before = lastBefore(marks.past, word);
  if (before && !nowSince(marks, before, word)) return true;
  return marks.of("closing").some((mark) => mark.start >= word.end && mark.end <= clause.end);
}

/** Supposed and reported to the end of the sentence or until “now”; feared only in the clause. */
function isSupposed(text: string, marks: Marks, word: Span, clause: Span, kind: string): boolean {
  const news = lastBefore(marks.of("news"), word);
  if (news && !nowSince(marks, news, word)) return true;
  const suppose = lastBefore(marks.of("suppose"), word);
  if (suppose && !SENTENCE_END.test(text.slice(suppose.end, word.start)))
    if (!reallyNow(text, marks, suppose, word)) return true;
  if (kind === "fraud") return false;
  return marks.of("fear").some(({ start }) => start >= clause.start && start <= word.start);
}

/** 没跌倒, 也没流血, 煤气没漏. */
function isDenied(text: string, marks: Marks, word: Span): boolean {
  const wordGap = /[a-z]/.test(text.slice(word.start, word.end)) ? 4 : NEGATOR_GAP;
  return marks
    .of("deny")
    .some(
      (mark) =>
        mark.end <= word.start &&
        word.start - mark.end <= wordGap &&
        !/[，。？！；：]/.test(text.slice(mark.end, word.start)),
    );
}

/** 气到吐血; and 火车站 or 中风险, which merely hold the word. */
function isFigure(marks: Marks, word: Span): boolean {
  return (
    marks.of("harmless").some((mark) => covers(mark, word)) ||
    marks.of("figure").some((mark) => mark.end <= word.start && word.start - mark.end <= 4)
  );
}

/** Prevention, insurance or training told of in the same clause. */
function isFramed(marks: Marks, word: Span, clause: Span): boolean {
  return marks.frames.some((mark) => covers(clause, mark) && !nowSince(marks, mark, word));
}

/**
 * The whole text asks what is granted or whose duty something is, and neither a word of now nor a plea says that
 * it is happening: 房子被火烧了，可以申请临时救助吗; 老人走失了，上报流程是什么. Who is beaten and asks for money is
 * still heard; who asks what becomes of those who beat (护理员打人要吊销证吗) is not.
 */
function onlyAskedIn({ now, of }: Marks): (kind: string) => boolean {
  if (now.length > 0 || of("acute").length > 0) return () => false;
  const claimed = of("claim").length > 0;
  const official = of("office").length > 0;
  return (kind) => ((claimed || official) && !RECURS.has(kind)) || (official && kind === "abuse");
}

/** What lasts or recurs, told of in the same clause. */
function isLasting(text: string, marks: Marks, word: Span, clause: Span): boolean {
  const habit = marks.habits.some((mark) => covers(clause, mark) && !nowSince(marks, mark, word));
  const said = text.slice(clause.start, clause.end);
  return habit || (LASTING.test(said) && !marks.of("now").some((mark) => covers(clause, mark)));
}

/** Builds the test for one text: `all` are the grammar's words found in it. */
export function happeningIn(
  text: string,
  clauses: readonly Span[],
  all: readonly Match[],
): (word: Span, kind: string) => boolean {
  const marks = marksIn(all);
  const treated = marks.of("sudden").length === 0 && marks.of("treated").length > 0;
  const onlyAsked = onlyAskedIn(marks);
  const happens = (word: Span, kind: string): boolean => {
    const clause = clauses.find(({ start, end }) => word.start >= start && word.start < end) ?? {
      start: 0,
      end: text.length,
    };
    return !(
      EXPERIENCED.test(text.slice(word.end, word.end + AFTER)) ||
      isFigure(marks, word) ||
      isDenied(text, marks, word) ||
      isPast(marks, word, clause) ||
      isSupposed(text, marks, word, clause, kind) ||
      (treated && TREATED.has(kind)) ||
      (kind !== "fraud" && isFramed(marks, word, clause)) ||
      onlyAsked(kind) ||
      (!RECURS.has(kind) && isLasting(text, marks, word, clause))
    );
  };
  return oncePerWord(happens);
}

/** A word is asked about once for every kind of emergency, and only for those that recur the answer may differ. */
function oncePerWord(happens: (word: Span, kind: string) => boolean): (word: Span, kind: string) => boolean {
  const known = new Map<string, boolean>();
  return (word, kind) => {
    const key = `${word.start} ${word.end} ${kind === "fraud"} ${RECURS.has(kind)} ${TREATED.has(kind)} ${kind === "abuse"}`;
    const answer = known.get(key) ?? happens(word, kind);
    known.set(key, answer);
    return answer;
  };
}
