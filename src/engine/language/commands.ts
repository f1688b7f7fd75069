import { idOf, kindOf } from "./lexicon.ts";
import type { Reading } from "./reading.ts";
import type { Command } from "./types.ts";

/** A steering word only steers when hardly anything else is said. */
const SPARE_CHARACTERS = 8;
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

/** The steering word of a text, if the text is little more than that. */
export function findCommand(reading: Reading): Command | null {
  if (namesThings(reading)) return null;
  for (const match of reading.cues) {
    const command = match.concepts.find((concept) => kindOf(concept) === "command");
    if (!command) continue;
    const short = command === "command:yes" || command === "command:no" || match.word.length <= 2;
    if (spare(reading, command) <= (short ? 1 : SPARE_CHARACTERS)) return idOf(command) as Command;
  }
  return null;
}

/** The kind of small talk, again only when little else is said. */
export function findSmalltalk(reading: Reading): string | null {
  if (namesThings(reading) || reading.numbers.some(({ value }) => value > 10)) return null;
  for (const match of reading.cues) {
    const kind = match.concepts.find((concept) => kindOf(concept) === "smalltalk");
    if (kind && spare(reading, kind) <= SPARE_CHARACTERS + 4) return idOf(kind);
  }
  return null;
}
