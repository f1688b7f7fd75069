/** Numbers, money, days and distances as a person says them; every word comes from the phrases. */
import type { PhraseKey } from "../knowledge/ids.generated.ts";
import { type Knowledge, NATION, PROVINCE, placePath } from "../knowledge/index.ts";
import type {
  AmountRule,
  Day,
  Facts,
  FactValue,
  Language,
  LocalText,
  PlaceCode,
} from "../knowledge/types.ts";
import type { Parameter, Parameters } from "./draft.ts";
import type { Say } from "./phrases.ts";

/** Everything a renderer needs to speak one language. */
export interface Voice {
  readonly language: Language;
  readonly say: Say;
  readonly knowledge: Knowledge;
}

/** A text of the knowledge in this voice's language. */
export function local(voice: Voice, text: LocalText): string {
  return text[voice.language];
}

/** `2024-12-31` as people write it: 2024年12月31日, 31 December 2024. */
export function sayDay(voice: Voice, day: Day): string {
  const [year = "", month = "", date = ""] = day.split("-");
  const monthName = voice.say(`month.${Number(month)}` as PhraseKey);
  return voice.say("day", { year, month: monthName, date: String(Number(date)) });
}

/** Several words as one list: 甲、乙、丙. */
export function sayList(voice: Voice, words: readonly string[]): string {
  return words.join(voice.say("list.separator"));
}

/** Money is said with its receiver; visits and days are received by nobody else. */
function whole(voice: Voice, amount: AmountRule, sum: string): string {
  const isMoney = amount.unit.startsWith("yuan") || amount.unit === "percent";
  if (!isMoney) return sum;
  return voice.say("amount.whole", { sum, goesTo: voice.say(`amount.goes-to.${amount.goesTo}`) });
}

/**
 * An amount with its bound, its rhythm and who receives it, e.g. 每月不低于20元，付给服务机构，不发到个人手里.
 * Bound and receiver are always said: “at least” must never sound like a promise of a sum.
 */
export function sayAmount(voice: Voice, amount: AmountRule): string {
  const sum = voice.say(`amount.${amount.bound}.${amount.unit}` as PhraseKey, { value: amount.value });
  const text = whole(voice, amount, sum);
  return amount.label
    ? voice.say("amount.labelled", { label: local(voice, amount.label), amount: text })
    : text;
}

/** Metres as finely as they are known: 约600米, 约3公里. */
export function sayDistance(voice: Voice, metres: number): string {
  return metres < 1000
    ? voice.say("distance.metres", { value: metres })
    : voice.say("distance.kilometres", { value: Math.round(metres / 100) / 10 });
}

/** A place with what it lies in, as addresses are said: 晋江市安海镇; Anhai Town, Jinjiang. The city stands alone. */
export function sayPlace(voice: Voice, code: PlaceCode): string {
  if (code === NATION) return voice.say("place.nation");
  if (code === PROVINCE) return voice.say("place.fujian");
  const path = placePath(voice.knowledge, code);
  const named = path.length > 1 ? path.filter((place) => place.level !== "city") : path;
  const names = named.map((place) => local(voice, place.name));
  return voice.language === "en" ? names.join(voice.say("list.separator")) : names.reverse().join("");
}

/** One fact as a clause: 今年82岁, 户口在晋江市, 是低保对象. Empty for a fact that is not in the knowledge. */
export function sayFact(voice: Voice, id: string, value: FactValue | undefined): string {
  const definition = voice.knowledge.facts.get(id);
  if (!definition) return "";
  const key =
    value === undefined
      ? "unknown"
      : definition.kind === "number" || definition.kind === "place"
        ? "value"
        : String(value);
  const clause = definition.because[key];
  if (!clause) return local(voice, definition.name);
  const shown =
    definition.kind === "place" && typeof value === "string" ? sayPlace(voice, value) : String(value);
  return local(voice, clause).replace("{{value}}", shown);
}

/** What is known of a person, in the order in which it is asked. What counts against nothing (`false`) is left out. */
export function sayFacts(voice: Voice, facts: Facts): string {
  const known = [...voice.knowledge.facts.values()].filter(
    (fact) => facts[fact.id] !== undefined && facts[fact.id] !== false,
  );
  const ordered = known.sort((one, other) => one.order - other.order);
  return sayList(
    voice,
    ordered.map((fact) => sayFact(voice, fact.id, facts[fact.id])),
  );
}

/** Phrase parameters made into words. */
export function words(voice: Voice, parameters: Parameters = {}): Record<string, string | number> {
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, word(voice, value)]));
}

function word(voice: Voice, value: Parameter): string | number {
  if (typeof value === "string" || typeof value === "number") return value;
  if ("day" in value) return sayDay(voice, value.day);
  if ("place" in value) return sayPlace(voice, value.place);
  if ("facts" in value) return sayFacts(voice, value.facts);
  if ("list" in value)
    return sayList(
      voice,
      value.list.map((text) => local(voice, text)),
    );
  return local(voice, value);
}
