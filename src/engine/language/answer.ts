import type { FactDefinition, FactValue } from "../knowledge/types.ts";
import type { AgeFound } from "./ages.ts";
import { longest } from "./automaton.ts";
import { idOf, kindOf, type Lexicon } from "./lexicon.ts";
import type { Reading } from "./reading.ts";
import { type PlaceSaid, settled } from "./residence.ts";
import type { FactSaid } from "./said.ts";
import type { Understanding } from "./types.ts";

/** So many characters may stand beside yes or no in a plain answer. */
const SPARE = 3;
/** 一个人, 一下, 一点: no number is meant. */
const NO_NUMBER = /^[个下点些起样直定般]/;

function polarity(reading: Reading): "yes" | "no" | "unsure" | undefined {
  const word = reading.cues.find((match) => match.concepts.some((concept) => kindOf(concept) === "answer"));
  const answer = word?.concepts.find((concept) => kindOf(concept) === "answer");
  const rest = reading.text.length - (word ? word.end - word.start : 0);
  const leads = word?.start === 0 && !/^[\p{Script=Han}a-z]/u.test(reading.text.slice(word.end));
  if (!answer || !(leads || rest <= SPARE)) return undefined;
  return idOf(answer) as "yes" | "no" | "unsure";
}

const POLITE = /[，。？！ 的了吧啊呢啦呀哦]/g;

const NOT =
  /(?:不|没|没法|无法|不能|不会|不太|不大|不可以|没办法)$|\b(?:not|cannot|can't|cant|doesn't|doesnt|don't|dont|never|no longer)\b[^，。]*$/;

/**
 * A choice answered in one's own words (别的自己都行). Short everyday words count only as the whole answer; of several
 * the one further down the choices holds, since who can do all but one thing needs help with one.
 */
function freeChoice({ id, choices }: FactDefinition, reading: Reading): FactValue | undefined {
  const of = `mark:choice=${id}=`;
  const spoken = reading.text.replace(POLITE, "");
  const words = reading.all.filter(
    ({ start, word, concepts }) =>
      concepts.some((concept) => concept.startsWith(of)) &&
      !NOT.test(reading.text.slice(0, start)) &&
      (word.length > 2 || spoken === word || spoken.length <= word.length + SPARE),
  );
  const said = new Set(longest(words).flatMap(({ concepts }) => concepts));
  return [...choices].reverse().find(({ value }) => said.has(`${of}${String(value)}`))?.value;
}

/** The value of the fact asked for, where the text names one of its choices or says the fact itself. */
function saidValue(
  asked: string,
  reading: Reading,
  said: readonly FactSaid[],
  lexicon: Lexicon,
): FactValue | undefined {
  const direct = said.find((fact) => fact.fact === asked);
  if (direct?.manner === "stated") return direct.value;
  if (direct?.manner === "denied" && typeof direct.value === "boolean") return !direct.value;
  const definition = lexicon.facts.get(asked);
  const free = definition && freeChoice(definition, reading);
  if (free !== undefined) return free;
  const spoken = reading.text.replace(/[，。？！ ]/g, "");
  const choice = definition?.choices.find(
    ({ text }) =>
      spoken !== "" &&
      Object.values(text).some((words) => words.toLowerCase().replace(/[，。？！ ]/g, "") === spoken),
  );
  return choice?.value;
}

/** Reads the text as an answer to the open question: the number, yes or no, place or choice in it. */
export function findAnswer(
  reading: Reading,
  asked: string | null,
  said: readonly FactSaid[],
  ages: readonly AgeFound[],
  places: readonly PlaceSaid[],
  lexicon: Lexicon,
): Understanding["answer"] {
  const age = ages.find(({ kind }) => kind === "exact" || kind === "full");
  const bare = reading.numbers.find(({ vague, end }) => !vague && !NO_NUMBER.test(reading.text.slice(end)));
  const number = age?.value ?? (ages.length === 0 ? bare?.value : undefined);
  const yesOrNo = polarity(reading);
  const place = settled(places.at(-1));
  const value = asked ? saidValue(asked, reading, said, lexicon) : undefined;
  return {
    ...(number !== undefined ? { number } : {}),
    ...(yesOrNo ? { polarity: yesOrNo } : {}),
    ...(place ? { place } : {}),
    ...(value !== undefined ? { value } : {}),
  };
}
