import type { Condition, FactDefinition, FactKind } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field, FieldRecord } from "../reading/field.ts";
import { FLAG } from "../reading/forms.ts";
import { numberOf, readChoiceOf } from "./fact-values.ts";

/** Which tests a fact of each kind can stand. */
const TESTS_OF = {
  number: ["at-least", "below"],
  boolean: ["is"],
  choice: ["is", "one-of"],
  place: ["within"],
} as const satisfies Record<FactKind, readonly string[]>;

const TESTS = ["at-least", "below", "is", "one-of", "within"] as const;
const STARTS = ["all", "any", "not", "fact", "belongs"] as const;
/** Deeper trees are a mistake, or an alias that contains itself. */
const DEEPEST = 12;

const STAND_IN: Condition = { all: [] };
type Leaf = FieldRecord<"fact" | (typeof TESTS)[number]>;

/** Reads a condition tree; the key that starts a condition decides which others may stand beside it. */
export function readCondition(field: Field, knowledge: Compilation, depth = 0): Condition {
  if (depth > DEEPEST) return refuseDepth(field);
  switch (STARTS.find((key) => field.keys.includes(key))) {
    case "all":
      return { all: readBranches(field.record("all").get("all"), knowledge, depth + 1) };
    case "any":
      return { any: readBranches(field.record("any").get("any"), knowledge, depth + 1) };
    case "not":
      return { not: readCondition(field.record("not").get("not"), knowledge, depth + 1) };
    case "belongs":
      return { belongs: knowledge.ids.refer("place", field.record("belongs").get("belongs")) };
    case "fact":
      return readLeaf(field, knowledge);
    default:
      return refuse(field);
  }
}

function refuse(field: Field): Condition {
  const keys = STARTS.map((key) => `\`${key}\``).join(", ");
  if (field.isMap) field.fault(`this is no condition; write a map that starts with one of ${keys}`);
  else field.record(...STARTS);
  return STAND_IN;
}

function refuseDepth(field: Field): Condition {
  field.fault(`conditions stand in each other deeper than ${DEEPEST} levels; write a flatter tree`);
  return STAND_IN;
}

function readBranches(field: Field, knowledge: Compilation, depth: number): readonly Condition[] {
  if (field.isEmptyList)
    field.fault(`\`${field.name}\` is empty; write at least one condition in it, or leave it out`);
  return field.list((item) => readCondition(item, knowledge, depth));
}

function readLeaf(field: Field, knowledge: Compilation): Condition {
  const record: Leaf = field.record("fact", ...TESTS);
  const fact = knowledge.facts.get(knowledge.ids.refer("fact", record.get("fact")));
  if (fact === undefined) return STAND_IN;
  refuseTests(field, record, fact);
  switch (fact.kind) {
    case "number":
      return readRange(record, fact);
    case "place":
      return { fact: fact.id, within: readPlace(record, knowledge) };
    case "boolean":
      return { fact: fact.id, is: record.find("is")?.as(FLAG) ?? true };
    case "choice":
      return readChoice(record, fact);
  }
}

/** A fact stands only the tests of its kind, and at least one of them. */
function refuseTests(field: Field, record: Leaf, { id, kind }: FactDefinition): void {
  const fitting: readonly string[] = TESTS_OF[kind];
  const write = fitting.join(kind === "number" ? " and/or " : " or ");
  const written = TESTS.filter((test) => record.has(test));
  for (const test of written)
    if (!fitting.includes(test))
      record.get(test).fault(`\`${test}\` cannot test \`${id}\`, a ${kind} fact; write ${write}`);
  if (written.length === 0) field.fault(`nothing is asked of \`${id}\`; write ${write} beside it`);
  if (record.has("is") && record.has("one-of"))
    field.fault("`is` and `one-of` ask twice; write one of the two");
}

function readRange(record: Leaf, fact: FactDefinition): Condition {
  const form = numberOf(fact);
  const least = record.find("at-least")?.as(form);
  const below = record.find("below")?.as(form);
  if (least !== undefined && below !== undefined && least >= below)
    record
      .get("below")
      .fault(`nobody is ${least} or more and below ${below}; write \`below\` above \`at-least\``);
  return {
    fact: fact.id,
    ...(least !== undefined && { "at-least": least }),
    ...(below !== undefined && { below }),
  };
}

function readPlace(record: Leaf, knowledge: Compilation): string {
  const within = record.find("within");
  return within ? knowledge.ids.refer("place", within) : "";
}

function readChoice(record: Leaf, fact: FactDefinition): Condition {
  const several = record.find("one-of");
  if (several) return { fact: fact.id, "one-of": several.list((item) => readChoiceOf(item, fact)) };
  const one = record.find("is");
  return { fact: fact.id, is: one ? readChoiceOf(one, fact) : "" };
}

/** Whether a condition says where it holds: by a place it names anywhere inside. A stand-in may have named one. */
export function namesPlace(condition: Condition): boolean {
  if (condition === STAND_IN) return true;
  if ("all" in condition) return condition.all.some(namesPlace);
  if ("any" in condition) return condition.any.some(namesPlace);
  if ("not" in condition) return namesPlace(condition.not);
  return "within" in condition || "belongs" in condition;
}
