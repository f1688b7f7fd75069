import type { Match } from "./automaton.ts";
import { idOf, isOf, kindOf } from "./concepts.ts";
import { conceptsOf, has, type Reading } from "./reading.ts";
import type { Command } from "./types.ts";

/** A steering word only steers when hardly anything else is said. */
const SPARE_CHARACTERS = 8;
/** 有没有人, 有人吗 ask for staff only when they are nearly all that is said. */
const SPARE_ANYBODY = 2;
const NAMED: ReadonlySet<string> = new Set(["benefit", "type", "topic", "document", "fact"]);
const POLITE =
  /请|你|您|吧|啊|呀|啦|了|呢|一下|我|要|想|能不能|可以|吗|就|，|。|！|？| |\b(?:the|please|to|me|a|i|want|can|you|could|would|like)\b/g;

/** What remains of a text beside the words of this concept and politeness; a Latin letter counts a third. */
function spare(reading: Reading, concept: string): number {
  let rest = "";
  let at = 0;
  for (const match of reading.cues.filter(({ concepts }) => concepts.includes(concept))) {
    rest += `${reading.text.slice(at, match.start)} `;
    at = match.end;
  }
  rest = (rest + reading.text.slice(at)).replace(POLITE, "");
  return rest.length - (2 / 3) * (rest.match(/[a-z]/g)?.length ?? 0);
}

/** Whoever names a benefit, a facility or a fact asks about that, even with 还有吗 or 怎么用 in it. */
function namesThings(reading: Reading): boolean {
  return reading.things.some((match) => match.concepts.some((concept) => NAMED.has(kindOf(concept))));
}

/** How much else may be said beside a steering word; words that are also everyday words bear hardly any. */
function room(command: string, { word, concepts }: Match): number {
  if (command === "command:yes" || command === "command:no" || word.length <= 2) return 1;
  return concepts.includes("mark:anybody") ? SPARE_ANYBODY : SPARE_CHARACTERS;
}

/** 先讲爷爷的 tells whose turn it is, and does not want the questions to stop. */
function isOrder(reading: Reading, { word, end }: Match): boolean {
  const person = (match: Match) => match.start === end && isOf(match, "kin");
  return /^你?先[讲说]$/.test(word) && reading.things.some(person);
}

/**
 * The steering word of a text, if the text is little more than that. Who does not know and asks for the answer
 * all the same (不知道，你先讲有什么) wants the answer.
 */
export function findCommand(reading: Reading): Command | null {
  if (namesThings(reading)) return null;
  const found = reading.cues.flatMap((match) => {
    const command = match.concepts.find((concept) => kindOf(concept) === "command");
    return command ? [{ command, match }] : [];
  });
  if (found.some((one) => one.command === "command:just-answer" && !isOrder(reading, one.match))) {
    const short = spare(reading, "command:just-answer") <= 2 * SPARE_CHARACTERS;
    if (short) return "just-answer";
  }
  const asksForStaff = has(reading, "cue:person") || found.some(({ command }) => command === "command:human");
  const steering = found.find(
    ({ command, match }) =>
      !isOrder(reading, match) &&
      (command === "command:human" || !asksForStaff) &&
      spare(reading, command) <= room(command, match),
  );
  return steering ? (idOf(steering.command) as Command) : null;
}

/** The kind of small talk, again only when little else is said. */
export function findSmalltalk(reading: Reading): string | null {
  if (namesThings(reading) || reading.numbers.some(({ value }) => value > 10)) return null;
  if (has(reading, "cue:entitled")) return null;
  if (has(reading, "cue:person") || conceptsOf(reading, "place").length > 0) return null;
  for (const match of reading.cues) {
    const kind = match.concepts.find((concept) => kindOf(concept) === "smalltalk");
    if (kind && spare(reading, kind) <= SPARE_CHARACTERS + 4) return idOf(kind);
  }
  return null;
}
