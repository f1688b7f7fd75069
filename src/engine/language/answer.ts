import type { FactDefinition, Facts, FactValue } from "../knowledge/types.ts";
import type { AgeFound } from "./ages.ts";
import { longest, type Match } from "./automaton.ts";
import { idOf, isOf, kindOf } from "./concepts.ts";
import type { Lexicon } from "./lexicon.ts";
import { has, marked, type Reading } from "./reading.ts";
import { type PlaceSaid, settled } from "./residence.ts";
import type { FactSaid } from "./said.ts";
import type { Understanding } from "./types.ts";

/** So many characters may stand beside yes or no in a plain answer. */
const SPARE = 3;
/** A longer text with 一样 in it compares something else. */
const SAME_AT_MOST = 12;
/** Words of a choice so long that they are clear without the question. */
const CLEAR = 4;
/** 一个人, 一下, 一点: no number is meant. */
const NO_NUMBER = /^[个下点些起样直定般级等元块次]/;

/** 没领过, 也没有吃, 不算; 有在领, 领着呢: yes and no by the verb, when nothing else is said. */
const DOES =
  /^(?:[她他我]|老人家?|都|也|一直|早就|已经|现在|正|是)*(?:有|在)?(?:领|吃|办|拿|交|评|享受|参加|登记|买|住|签|做|算|属于|符合)+(?:过|了|着|到|上|好)*$/;
const DOES_NOT =
  /^(?:[她他我]|老人家?|都|也|一直|从来|根本|还|又|现在|是)*(?:没|没有|不|不算|未|无)(?:在|有|去)?(?:领|吃|办|拿|交|评|享受|参加|登记|买|签|做|算|属于)*(?:过|了|着|到|上|这个|这种|那个|这回事|那回事|这些)*$/;

/** Sure enough for a yes or no, though said as a guess: 有吧, 应该没有, 大概是. */
const SOFTENERS = /[，。？！ 的了吧啊呢啦呀哦喔嘛哈咧]|应该|应当|大概|估计|多半|八成|好像是?/g;
/** Yes and no alone, once the guessing is taken off. */
const JUST_YES = /^(?:[她他我]|老人家?)?(?:也|还|都)?(?:是|有|对|算|会|能|在)+$/;
const JUST_NO = /^(?:[她他我]|老人家?)?(?:也|还|都)?(?:不是|没有|没|不算|不会|不能|不在|不对|无)$/;
/** 以前有过，现在取消了: what was so and is not any more; and the other way round. */
const ONCE = "(?:以前|从前|过去|原来|原先|早先|早些年|早年|之前|曾经|本来|前些年|前几年|那时候?)";
const NO_LONGER = new RegExp(
  `^${ONCE}.{0,10}(?:没有?了|没|不[是吃领算在符够]|取消|停|退|注销|断|过期|撤)|used to|no longer|not any ?more|\\bstopped|\\bexpired`,
);
const ONLY_NOW = new RegExp(
  `^${ONCE}.{0,3}(?:没有?|不是|不算).{0,8}(?:有了|是了|办了|批了|评上|吃上|领上|才[有办批])`,
);
/** he doesn't, she has one: yes and no by the verb in English, where apostrophes are gone. */
const HE_DOES_NOT =
  /^(?:no|nope|oh|well|[， ])*(?:he|she|they|i|we|it|my \w+) (?:does|do|did|has|have|is|are|was)(?: not|nt)\b[a-z ]{0,30}[。]?$/;
const HE_DOES =
  /^(?:yes|yeah|oh|well|[， ])*(?:he|she|they|i|we|it) (?:does|do|has|have|is|are)(?: (?:have|get|gets|got))?(?: (?:one|it|that|already|now|too))*[。]?$/;

function byVerb({ text }: Reading): "yes" | "no" | undefined {
  const spoken = text.replace(SOFTENERS, "");
  if (ONLY_NOW.test(text)) return "yes";
  if ([DOES_NOT, JUST_NO].some((no) => no.test(spoken)) || NO_LONGER.test(text) || HE_DOES_NOT.test(text))
    return "no";
  return DOES.test(spoken) || JUST_YES.test(spoken) || HE_DOES.test(text) ? "yes" : undefined;
}

/** 心里没数, 说不上来 hold 没 and 不 but say neither: so short a word is an answer only by itself. */
function standsByItself({ word, start }: Pick<Match, "word" | "start">, { text }: Reading): boolean {
  if (start === 0 && /^[是对嗯好]$/.test(word)) return true;
  const spoken = text.replace(SOFTENERS, "").replace(/[她他我它]|老人家?|那|这|个/g, "");
  return word.length > 1 || spoken.length <= 2 || /^[嗯恩哦啊好对是有没]+$/.test(spoken);
}

/** 不对，她身份证上是86 puts something right and answers no question. */
function putsRight(reading: Reading): boolean {
  const wrong = /^(?:哦|啊|哎|诶|，)*(?:不对|不是|错了|(?:说|讲|看|记|搞|弄|打|写)错了?)(?=[，。！ ])/.exec(
    reading.text,
  );
  return !!wrong && (reading.numbers.length > 0 || reading.things.some((thing) => isOf(thing, "place")));
}

/** 她有低保 to a question on something else says yes to what it names, not to what was asked. */
function tellsAnother(asked: string | null, reading: Reading, said: readonly FactSaid[]): boolean {
  const told = said
    .filter(({ manner }) => manner === "stated" || manner === "denied")
    .map(({ fact }) => fact);
  const hinted = reading.things.flatMap(({ concepts }) =>
    concepts.filter((one) => kindOf(one) === "hint").map(idOf),
  );
  const named = [...told, ...hinted];
  return named.length > 0 && !named.some((fact) => fact === asked);
}

/** 有什么, 有吗 ask; they answer no question. */
const ASKS = /什么|啥|哪|多少|怎|几(?!年)|吗|谁/;

function polarity(reading: Reading, another: boolean): "yes" | "no" | "unsure" | undefined {
  if (putsRight(reading)) return undefined;
  const word = reading.cues.find((match) => isOf(match, "answer"));
  const answer = word?.concepts.find((concept) => kindOf(concept) === "answer");
  const guessed = reading.text.length <= SAME_AT_MOST ? byVerb(reading) : undefined;
  const rest = reading.text.length - (word ? word.end - word.start : 0);
  const leads = word?.start === 0 && !/^[\p{Script=Han}a-z]/u.test(reading.text.slice(word.end));
  if ((another || ASKS.test(reading.text)) && !leads) return undefined;
  const clear = word !== undefined && (leads || (rest <= SPARE && standsByItself(word, reading)));
  if (!answer || !clear || (guessed && idOf(answer) === "unsure")) return byVerb(reading);
  return idOf(answer) as "yes" | "no" | "unsure";
}

const POLITE = /[，。？！ 的了吧啊呢啦呀哦哎诶喔]|[看说讲记搞弄打按选点]错|不对|应该|其实|原来/g;

const NOT =
  /(?:不|不是|并非|没|没法|无法|不能|不会|不太|不大|不可以|没办法)$|\b(?:not|cannot|can't|cant|doesn't|doesnt|don't|dont|never|no longer)\b[^，。]*$/;

/**
 * A choice answered in one's own words (别的自己都行). Short everyday words count only as the whole answer; of several
 * the one further down the choices holds, since who can do all but one thing needs help with one.
 */
function freeChoice({ id, choices }: FactDefinition, reading: Reading, shortest = 1): FactValue | undefined {
  const of = `mark:choice=${id}=`;
  const spoken = reading.text.replace(POLITE, "");
  const clauses = reading.clauses.map(({ start, end }) => reading.text.slice(start, end).replace(POLITE, ""));
  const words = reading.all.filter(
    ({ start, word, concepts }) =>
      concepts.some((concept) => concept.startsWith(of)) &&
      word.length >= shortest &&
      !NOT.test(reading.text.slice(0, start)) &&
      (word.length > 2 || clauses[0] === word || spoken.length <= word.length + SPARE),
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
  const clear = tellsAnother(asked, reading, said) ? CLEAR : 1;
  const free = definition && freeChoice(definition, reading, clear);
  if (free !== undefined) return free;
  const spoken = reading.text.replace(/[，。？！ ]/g, "");
  const choice = definition?.choices.find(
    ({ text }) =>
      spoken !== "" &&
      Object.values(text).some((words) => words.toLowerCase().replace(/[，。？！ ]/g, "") === spoken),
  );
  return choice?.value;
}

/** Choices that tell yes as well as no of a fact; one that only presupposes it (散居 of 特困) answers nothing. */
function tellsOf({ kind, implies }: FactDefinition, asked: string): boolean {
  const values = implies.filter(({ fact }) => fact === asked).map(({ value }) => value);
  return kind === "choice" && values.includes(true) && values.includes(false);
}

/** 二级的 to a yes-or-no question on severe disability: the choice tells the fact asked for, and itself. */
function byImplication(asked: string, reading: Reading, lexicon: Lexicon): Facts | undefined {
  for (const definition of lexicon.facts.values()) {
    if (!tellsOf(definition, asked)) continue;
    const value = freeChoice(definition, reading);
    const rule = definition.implies.find(({ when, fact }) => when === value && fact === asked);
    if (value !== undefined && rule) return { [definition.id]: value, [asked]: rule.value };
  }
  return undefined;
}

/** So short is a text that corrects the answer before without saying so: 是三级. */
const JUST_THE_VALUE = 8;

const SHORT = 10;

/** 大部分要人帮, though something else was asked: told all the same, when it says nothing but that. */
export function findTold(reading: Reading, asked: string | null, lexicon: Lexicon): Facts {
  if (asked === null || reading.text.length > SHORT || reading.numbers.length > 1) return {};
  for (const definition of lexicon.facts.values()) {
    if (definition.kind !== "choice" || definition.id === asked || !definition.category) continue;
    const value = freeChoice(definition, reading, CLEAR);
    if (value !== undefined) return { [definition.id]: value };
  }
  return {};
}

/** The new value of the fact answered before: 看错了，是三级; 按错了，有的. Empty when the text is about something else. */
export function findCorrection(
  reading: Reading,
  last: string | null,
  said: readonly FactSaid[],
  lexicon: Lexicon,
): Facts {
  const definition = last === null ? undefined : lexicon.facts.get(last);
  if (!definition || last === null) return {};
  const errs = marked(reading, "mark:correction");
  if (!errs && reading.text.length > JUST_THE_VALUE) return {};
  const implied = byImplication(last, reading, lexicon);
  if (implied) return implied;
  if (definition.kind === "choice") {
    const value = saidValue(last, reading, said, lexicon);
    return value === undefined ? {} : { [last]: value };
  }
  if (!errs || definition.kind !== "boolean" || reading.numbers.length > 0) return {};
  const no = /(?:不是|没有|没|不会|不能)(?:的|啊|啦|了)?[。！]?$/.test(reading.text);
  const yes = /(?:是|有|会|能)(?:的|啊|啦|了)?[。！]?$/.test(reading.text);
  return no || yes ? { [last]: !no } : {};
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
  const wonders = has(reading, "cue:what-is");
  const age = ages.find(({ kind }) => kind === "exact" || kind === "full");
  const bare = reading.numbers.find(
    ({ vague, start, end }) =>
      !vague && reading.text[start - 1] !== "第" && !NO_NUMBER.test(reading.text.slice(end)),
  );
  const supposed = marked(reading, "mark:suppose");
  const number = age?.value ?? (ages.length === 0 || supposed ? bare?.value : undefined);
  const yesOrNo = wonders ? undefined : polarity(reading, tellsAnother(asked, reading, said));
  const place = settled(places.at(-1));
  const implied = asked ? byImplication(asked, reading, lexicon) : undefined;
  const value =
    asked && !wonders ? (saidValue(asked, reading, said, lexicon) ?? implied?.[asked]) : undefined;
  const same = !place && marked(reading, "mark:same-as-before");
  return {
    ...(number !== undefined ? { number } : {}),
    ...(yesOrNo ? { polarity: yesOrNo } : {}),
    ...(place ? { place } : {}),
    ...(value !== undefined ? { value } : {}),
    ...(implied ? { also: implied } : {}),
    ...(same && reading.text.length <= SAME_AT_MOST ? { same } : {}),
  };
}
