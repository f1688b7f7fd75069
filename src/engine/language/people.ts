import { idOf, isOf, kindOf } from "./concepts.ts";
import { markAfter, markBefore } from "./marks.ts";
import { coupleAt } from "./pairs.ts";
import { clauseAt, type Reading } from "./reading.ts";

/** From `position` on, the text speaks of `ref`. */
interface Subject {
  readonly position: number;
  readonly end: number;
  readonly ref: string;
}

/** Who is spoken of where. */
export interface People {
  /** Whose facts stand at this span; `unnamed` when nobody has been named. */
  at(start: number, end: number): string;
  /** Everybody named, in order, the speaker as `self`. */
  readonly named: readonly Subject[];
}

/** Relatives of whom nothing said later without a name is meant. */
const YOUNG: ReadonlySet<string> = new Set(["child", "grandchild", "others"]);
/** From this age on the speaker is an elder too. */
const ELDER = 60;
const FEMALE = /mother|aunt|wife|sister|daughter/;
const MALE = /father|uncle|husband|brother|son/;

/** Relatives as they are named. 住在儿子家 tells of a house, not of the son. */
function kinSubjects(reading: Reading): Subject[] {
  return reading.things.flatMap((match) => {
    const kin = match.concepts.find((concept) => kindOf(concept) === "kin");
    if (!kin || isMereHome(reading, idOf(kin), match) || isOfNeighbour(reading, match)) return [];
    const couple = coupleAt(reading, match.start, match.end);
    const refs = couple.length > 0 ? couple : [idOf(kin)];
    return refs.map((ref) => ({ position: match.start, end: match.end, ref }));
  });
}

/** 跟儿子来石狮 says nothing of the son. */
const BESIDE = /(?:跟着?|随着?|靠着?)$/;
/** 老伴走了, 岳父去年走的: nobody any more who could get anything. */
const DEAD =
  /^(?!丢|失)[^，。！？]{0,6}(?:走了(?=$|[，。！？ 以之后就]|[一二三四五六七八九十两几\d]+年)|走的|过世|去世|不在了|没了|死了|过身|病逝)|^ (?:has )?(?:died|passed away)/;
/** 没有孩子, has no children: there is nobody. */
const NONE = /(?:没有?|无|膝下无|\bno )$/;

/** Where somebody lives (住在丰泽我姑姑家) or whose register one is in (户口跟着我爸): nothing is said of that person. */
function isMereHome(reading: Reading, ref: string, { start, end }: Reading["things"][number]): boolean {
  const before = reading.text.slice(clauseAt(reading, start).start, start);
  if (/户[口籍][^，。]{0,4}(?:跟着?|随着?|和|同)$/.test(before)) return true;
  if (YOUNG.has(ref) && (BESIDE.test(before) || NONE.test(before))) return true;
  if (DEAD.test(reading.text.slice(end))) return true;
  if (/[给让]$/.test(before) && reading.text[end] === "住") return true;
  return reading.text[end] === "家" && (YOUNG.has(ref) || /住[^，。]{0,9}$/.test(before));
}

/** 邻居阿嬷, 朋友的妈妈: one person, and no relative of the speaker. */
function isOfNeighbour(reading: Reading, { start }: Reading["things"][number]): boolean {
  return reading.things.some(
    ({ end, concepts }) =>
      (concepts.includes("kin:neighbour") || concepts.includes("kin:friend")) &&
      end <= start &&
      /^(?:家的?|的|家里的?)?$/.test(reading.text.slice(end, start)),
  );
}

/** 我 as the one spoken of, not as the one who asks (我想问, 告诉我) or owns the relative (我妈). */
function selfSubjects(reading: Reading): Subject[] {
  return reading.found
    .of("mark:self")
    .filter((match) => !reading.things.some((thing) => thing.start <= match.start && thing.end >= match.end))
    .filter(({ end }) => !reading.things.some((thing) => thing.start === end && isOf(thing, "kin")))
    .filter((match) => !markAfter(reading, "mark:asking", match.end))
    .filter((match) => !markBefore(reading, "mark:telling", match.start))
    .map((match) => ({ position: match.start, end: match.end, ref: "self" }));
}

/** 他/她 is the last elder of that sex, and not the grandson named in between; 他 also anyone whose sex the word does not tell. */
function pronounSubjects(reading: Reading, named: readonly Subject[]): Subject[] {
  return reading.all.flatMap((match) => {
    const female = match.concepts.includes("mark:she");
    if (!female && !match.concepts.includes("mark:he")) return [];
    const fits = (subject: Subject) =>
      subject.ref !== "self" &&
      subject.position < match.start &&
      !(female ? MALE : FEMALE).test(withoutInLaw(subject.ref));
    const fitting = named.filter(fits);
    const elder = fitting.filter(({ ref }) => !YOUNG.has(ref)).at(-1);
    const person = elder ?? fitting.at(-1) ?? named.filter((one) => one.ref !== "self").at(-1);
    return person ? [{ position: match.start, end: match.end, ref: person.ref }] : [];
  });
}

/** Keeps `grandmother` from being read as male by its letters and the like. */
function withoutInLaw(ref: string): string {
  return ref.replace(/-in-law|-maternal|-paternal/, "");
}

/** Follows who is spoken of through the text. */
export function followPeople(reading: Reading): People {
  const named = [...kinSubjects(reading), ...selfSubjects(reading)].sort((a, b) => a.position - b.position);
  const subjects = [...named, ...pronounSubjects(reading, named)].sort((a, b) => a.position - b.position);
  return {
    named,
    at(start, end) {
      const next = subjects.find((subject) => subject.position >= end);
      const last = lastSubject(reading, subjects, start, end);
      if (last && last.end <= start && start - last.end <= 2) return last.ref;
      if (next && next.ref !== "self" && belongsToNext(reading, end, next)) return next.ref;
      return last?.ref ?? "unnamed";
    },
  };
}

/** Whoever was spoken of last. What the asker says of himself in passing (我自己57。) ends with the sentence. */
function lastSubject(
  reading: Reading,
  subjects: readonly Subject[],
  start: number,
  end: number,
): Subject | undefined {
  const before = subjects.filter((subject) => subject.position < end);
  const last = before.at(-1);
  if (last?.ref !== "self" || !/[。！？]/.test(reading.text.slice(last.end, start))) return last;
  return before.filter(({ ref }) => ref !== "self" && !YOUNG.has(ref)).at(-1) ?? last;
}

/** 86岁老母亲, 失能的外公: the fact stands directly before its person. */
function belongsToNext(reading: Reading, end: number, next: Subject): boolean {
  const between = reading.text.slice(end, next.position);
  return between.length <= 2 && clauseAt(reading, end - 1).end >= next.position && /^[的 -]*$/.test(between);
}

/**
 * Whom the question is about: a relative rather than the speaker, the one in the asking clause rather than one
 * mentioned in passing, the one with facts rather than one without. Null when nobody is named.
 */
export function aboutWhom(
  reading: Reading,
  people: People,
  factsOf: Readonly<Record<string, unknown>>,
  elders: (ref: string) => boolean,
): string | null {
  const asking = reading.clauses.at(-1);
  const theirs = /[她他]|老伴|老公|老婆|先生|太太/.test(reading.text.slice(asking?.start ?? 0));
  const own = theirs ? -3 : 0;
  const scores = new Map<string, number>();
  for (const { ref, position } of people.named) {
    if (!elders(ref) || isCompanion(reading, position)) continue;
    const facts = Object.keys((factsOf[ref] as object | undefined) ?? {}).length;
    const inQuestion = asking && position >= asking.start ? 3 : 0;
    const score = (ref === "self" ? own : 3) + Math.min(facts, 3) * 2 + inQuestion;
    scores.set(ref, Math.max(score, scores.get(ref) ?? 0));
  }
  const selfOnly = scores.size === 1 && scores.has("self");
  if (selfOnly || asksForSelf(reading)) return "self";
  if (!theirs && speaksForSelf(people, factsOf)) return "self";
  const wanted = people.named.find(
    ({ ref, position }) => ref !== "self" && elders(ref) && isAskedFor(reading, position),
  );
  if (wanted) return wanted.ref;
  const best = [...scores].sort((a, b) => b[1] - a[1])[0];
  return best?.[0] ?? null;
}

/** 就我和老伴在家，我今年81: the speaker is an elder and tells his age, and no other one's. */
function speaksForSelf({ named }: People, factsOf: Readonly<Record<string, unknown>>): boolean {
  const age = (ref: string) => (factsOf[ref] as { readonly age?: unknown } | undefined)?.age;
  const others = new Set(named.map(({ ref }) => ref).filter((ref) => ref !== "self" && !YOUNG.has(ref)));
  const own = age("self");
  return (
    typeof own === "number" && own >= ELDER && others.size === 1 && others.has("spouse") && !age("spouse")
  );
}

/** 先问我自己的: of several people the speaker comes first. */
export function asksForSelf(reading: Reading): boolean {
  return reading.found
    .of("mark:self")
    .some(
      ({ start, word }) =>
        /自己|本人|^myself$/.test(word) && !!markBefore(reading, "mark:on-behalf", start, 1),
    );
}

/** 跟我叔叔住一起 tells where somebody lives, 我弟陪着 who is there, and neither whom the question is about. */
function isCompanion(reading: Reading, position: number): boolean {
  const person = reading.things.find(({ start }) => start === position);
  if (person && markAfter(reading, "mark:accompanying", person.end, 1)) return true;
  return (
    !!person &&
    !!markBefore(reading, "mark:together", position, 1) &&
    !!markAfter(reading, "mark:living", person.end, 1)
  );
}

/** 想问我妈妈…, 帮我爸问: said outright. */
function isAskedFor(reading: Reading, position: number): boolean {
  return !!markBefore(reading, "mark:on-behalf", position, 1);
}
