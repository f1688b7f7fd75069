import type { Match } from "./automaton.ts";
import { idOf, isOf, kindOf } from "./concepts.ts";

/** So far apart, in characters, two words may stand and still describe one thing; letters count a third. */
const REACH = 9;
const REACH_LATIN = 27;
const PART = /^mark:(first|second)=(.+)$/;

interface Part {
  readonly match: Match;
  readonly place: string;
  readonly concept: string;
}

/** What is said of a person or place inside a description stays readable; the description then is its second part. */
function keepsWithin(all: readonly Match[], found: Match, second: Match): Match {
  const holds = all.some(
    (match) =>
      match.start >= found.start && match.end <= found.end && isOf(match, "fact", "kin", "place", "hint"),
  );
  return holds ? { ...found, start: second.start, end: second.end, word: second.word } : found;
}

function partsOf(all: readonly Match[]): Part[] {
  return all.flatMap((match) =>
    match.concepts.flatMap((one) => {
      const [, place, concept] = PART.exec(one) ?? [];
      return place && concept ? [{ match, place, concept }] : [];
    }),
  );
}

function joined(text: string, one: Part, other: Part): Match | null {
  if (one.place !== "first" || other.place !== "second" || one.concept !== other.concept) return null;
  const start = Math.min(one.match.start, other.match.start);
  const end = Math.max(one.match.end, other.match.end);
  const between = text.slice(
    Math.min(one.match.end, other.match.end),
    Math.max(one.match.start, other.match.start),
  );
  const apart = one.match.end <= other.match.start || other.match.end <= one.match.start;
  const reach = /[a-z]/.test(between) ? REACH_LATIN : REACH;
  if (!apart || between.length > reach || /[。！？；]/.test(between)) return null;
  return { start, end, word: text.slice(start, end), concepts: [one.concept] };
}

/** Whether the text names one of these itself, outside the description. */
function namesAnother(all: readonly Match[], { start, end, concepts }: Match): boolean {
  const kind = kindOf(concepts[0] ?? ":");
  return all.some(
    (match) =>
      (match.start < start || match.end > end) &&
      !isOf(match, "fact") &&
      !/医院$|^hospital$/.test(match.word) &&
      match.concepts.some(
        (one) =>
          kindOf(one) === kind ||
          (kind === "benefit" && kindOf(one) === "topic") ||
          (kind === "topic" && kindOf(one) === "benefit"),
      ),
  );
}

/**
 * Benefits and facilities that are told of in other words: 政府派人到家里给老人洗澡. The shortest description of each
 * counts, and none where the text names another thing of the kind.
 */
export function describedThings(text: string, all: readonly Match[]): Match[] {
  const parts = partsOf(all);
  const shortest = new Map<string, Match>();
  for (const one of parts) {
    for (const other of parts) {
      const found = joined(text, one, other);
      const known = shortest.get(one.concept);
      if (found && !namesAnother(all, found) && (!known || found.word.length < known.word.length))
        shortest.set(one.concept, keepsWithin(all, found, other.match));
    }
  }
  return [...shortest.values()].sort((a, b) =>
    idOf(a.concepts[0] ?? ":").localeCompare(idOf(b.concepts[0] ?? ":")),
  );
}
