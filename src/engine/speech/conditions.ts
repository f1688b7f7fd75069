import type { Condition } from "../knowledge/types.ts";
import { local, sayFact, sayList, sayPlace, type Voice } from "./words.ts";

/** A single group a person may belong to: a boolean fact that must be so. */
function groupName(voice: Voice, condition: Condition): string | null {
  if (!("fact" in condition) || !("is" in condition) || condition.is !== true) return null;
  const fact = voice.knowledge.facts.get(condition.fact);
  return fact ? local(voice, fact.name) : null;
}

function sayNumber(voice: Voice, least: number | undefined, below: number | undefined): string {
  if (least !== undefined && below === least + 1) return voice.say("who.exactly", { least });
  if (least !== undefined && below !== undefined) return voice.say("who.band", { least, last: below - 1 });
  return least !== undefined
    ? voice.say("who.at-least", { least })
    : voice.say("who.below", { below: below ?? 0 });
}

function sayLeaf(
  voice: Voice,
  condition: Exclude<Condition, { all: unknown } | { any: unknown } | { not: unknown }>,
): string {
  if ("belongs" in condition) return voice.say("who.belongs", { place: sayPlace(voice, condition.belongs) });
  if ("within" in condition)
    return voice.say(condition.fact === "hukou" ? "who.hukou" : "who.residence", {
      place: sayPlace(voice, condition.within),
    });
  if ("is" in condition) return sayFact(voice, condition.fact, condition.is);
  if ("one-of" in condition) return sayAlternatives(voice, condition.fact, condition["one-of"]);
  return sayNumber(voice, condition["at-least"], condition.below);
}

function sayAlternatives(voice: Voice, fact: string, values: readonly string[]): string {
  const name = voice.knowledge.facts.get(fact)?.name;
  return voice.say("who.one-of", {
    name: name ? local(voice, name) : "",
    values: sayList(
      voice,
      values.map((value) => sayFact(voice, fact, value)),
    ),
  });
}

/** Alternatives inside a list of conditions stand in brackets, so that it is clear how far “or” reaches. */
function sayPart(voice: Voice, part: Condition): string {
  const text = sayWho(voice, part);
  const ambiguous = "any" in part && !text.startsWith(voice.say("who.any-of", { names: "" }));
  return ambiguous ? voice.say("who.group", { parts: text }) : text;
}

/** A group one must not belong to in the words of its fact (没有失智); anything longer in brackets. */
function sayNot(voice: Voice, part: Condition): string {
  if ("is" in part && typeof part.is === "boolean") return sayFact(voice, part.fact, !part.is);
  const text = sayWho(voice, part);
  const isOne = !("all" in part) && !("any" in part);
  return voice.say("who.not", { name: isOne ? text : voice.say("who.group", { parts: text }) });
}

/** Who may have it, in words: the condition tree read out, groups as one list. */
export function sayWho(voice: Voice, condition: Condition): string {
  if ("all" in condition)
    return condition.all.map((part) => sayPart(voice, part)).join(voice.say("who.all.separator"));
  if ("not" in condition) return sayNot(voice, condition.not);
  if (!("any" in condition)) return sayLeaf(voice, condition);
  const groups = condition.any.flatMap((part) => groupName(voice, part) ?? []);
  const others = condition.any
    .filter((part) => groupName(voice, part) === null)
    .map((part) => sayWho(voice, part));
  const listed = groups.length > 1 ? [voice.say("who.any-of", { names: sayList(voice, groups) })] : groups;
  return [...others, ...listed].join(voice.say("who.any.separator"));
}
