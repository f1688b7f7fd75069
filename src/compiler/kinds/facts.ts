import type { FactDefinition, FactKind, LocalText } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field, FieldRecord } from "../reading/field.ts";
import { FLAG, ID, NUMBER, oneOf } from "../reading/forms.ts";
import { readText } from "../reading/texts.ts";
import { FACT_VALUE, readFactValue } from "./fact-values.ts";

const KIND = oneOf(["number", "place", "boolean", "choice"]);
const PRIVACY = oneOf(["open", "private"]);
const KEYS = [
  ...(["kind", "name", "question", "why", "choices", "minimum", "maximum"] as const),
  ...(["privacy", "askable", "order", "category", "implies", "because"] as const),
];
type FactRecord = FieldRecord<(typeof KEYS)[number]>;

/** All facts that may be asked about a person, and what follows from one for another. */
export function readFacts(knowledge: Compilation): readonly FactDefinition[] {
  const read = knowledge.files.take(/^facts\/[^/]+\.yaml$/u).map((file) => {
    const record = file.yaml().record(...KEYS);
    const fact = readFact(file.id(), record);
    knowledge.ids.define("fact", fact.id, file);
    if (fact.kind === record.get("kind").scalar) knowledge.facts.set(fact.id, fact);
    return { record, fact };
  });
  return read.map(({ record, fact }) => {
    const whole = { ...fact, ...readConsequences(record, fact, knowledge) };
    if (knowledge.facts.has(fact.id)) knowledge.facts.set(fact.id, whole);
    return whole;
  });
}

function readFact(id: string, record: FactRecord): FactDefinition {
  const kind = record.get("kind").as(KIND);
  const choices = readChoices(record, kind);
  return {
    id,
    kind,
    name: readText(record.get("name")),
    question: readQuestion(record.get("question")),
    why: readText(record.get("why")),
    choices,
    minimum: record.find("minimum")?.as(NUMBER) ?? null,
    maximum: record.find("maximum")?.as(NUMBER) ?? null,
    privacy: record.get("privacy").as(PRIVACY),
    askable: record.get("askable").as(FLAG),
    order: record.get("order").as(NUMBER),
    category: null,
    implies: [],
    because: readBecause(record.get("because"), kind, choices),
  };
}

function readQuestion(field: Field): FactDefinition["question"] {
  const record = field.record("elder", "family");
  return { elder: readText(record.get("elder")), family: readText(record.get("family")) };
}

/** Boolean facts offer true and false, choice facts at least two values, the others none or shortcuts. */
function readChoices(record: FactRecord, kind: FactKind): FactDefinition["choices"] {
  const field = record.find("choices");
  const choices = field?.list((item) => readChoice(item, kind)) ?? [];
  const values = new Set(choices.map(({ value }) => value));
  const wanted = kind === "boolean" || kind === "choice" ? 2 : 0;
  if (record.get("kind").scalar === kind && (values.size < wanted || values.size < choices.length))
    (field ?? record.get("kind")).fault(
      `a ${kind} fact needs ${wanted || "no"} different choices or more; write each value once under \`choices\``,
    );
  return choices;
}

function readChoice(field: Field, kind: FactKind): FactDefinition["choices"][number] {
  const record = field.record("value", "text");
  return { value: record.get("value").as(FACT_VALUE[kind]), text: readText(record.get("text")) };
}

/** One clause per value; numbers and places share one with `{{value}}` in it. */
function readBecause(
  field: Field,
  kind: FactKind,
  choices: FactDefinition["choices"],
): FactDefinition["because"] {
  const open = kind === "number" || kind === "place";
  const values = kind === "boolean" ? ["true", "false"] : choices.map(({ value }) => String(value));
  const keys = [...(open ? ["value"] : values), "unknown"];
  const record = field.record(...keys);
  const clauses = keys.map((key) => [key, readText(record.get(key))] as const);
  if (open) checkShowsValue(record.get("value"), clauses[0]?.[1]);
  return Object.fromEntries(clauses);
}

function checkShowsValue(field: Field, clause: LocalText | undefined): void {
  const silent = Object.values(clause ?? {}).some((text) => text !== "" && !text.includes("{{value}}"));
  if (silent) field.fault("the clause does not say the value; write {{value}} in it, in every language");
}

/** What needs all facts to be known: the category it stands for and what it says of other facts. */
function readConsequences(
  record: FactRecord,
  fact: FactDefinition,
  knowledge: Compilation,
): Pick<FactDefinition, "category" | "implies"> {
  const category = record.find("category");
  const implies = record.find("implies");
  return {
    category: category ? readCategory(category, fact.id, knowledge) : null,
    implies: implies?.list((item) => readImplication(item, fact.id, knowledge)) ?? [],
  };
}

function readCategory(field: Field, fact: string, knowledge: Compilation): FactDefinition["category"] {
  const record = field.record("slot", "value");
  return { slot: record.get("slot").as(ID), value: readFactValue(record.get("value"), fact, knowledge) };
}

function readImplication(
  field: Field,
  self: string,
  knowledge: Compilation,
): FactDefinition["implies"][number] {
  const record = field.record("when", "fact", "value");
  const fact = knowledge.ids.refer("fact", record.get("fact"));
  return {
    when: readFactValue(record.get("when"), self, knowledge),
    fact,
    value: readFactValue(record.get("value"), fact, knowledge),
  };
}
