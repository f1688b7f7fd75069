import type { FactDefinition, FactKind, FactValue } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field } from "../reading/field.ts";
import { FLAG, type Form, NUMBER, number, PLACE, TEXT } from "../reading/forms.ts";
import { didYouMean } from "../reading/suggest.ts";

/** The form of a value by the kind of its fact. */
export const FACT_VALUE: Readonly<Record<FactKind, Form<FactValue>>> = {
  number: NUMBER,
  place: PLACE,
  boolean: FLAG,
  choice: TEXT,
};

/** Reads a value that the fact may take; says nothing when the fact itself is unknown, which is reported where it is named. */
export function readFactValue(field: Field, fact: string, knowledge: Compilation): FactValue {
  const definition = knowledge.facts.get(fact);
  if (definition === undefined) return "";
  switch (definition.kind) {
    case "place":
      return readWhereabouts(field, knowledge);
    case "number":
      return field.as(numberOf(definition));
    case "choice":
      return readChoiceOf(field, definition);
    case "boolean":
      return field.as(FLAG);
  }
}

/** Where a person belongs: a place of ours, or elsewhere. */
function readWhereabouts(field: Field, { ids }: Compilation): string {
  const code = field.as(PLACE);
  ids.mention("place", code, field);
  return code;
}

/** A threshold or value of a number fact: within its range. */
export function numberOf({ id, minimum, maximum }: FactDefinition): Form<number> {
  const [least, most] = [minimum ?? -1e12, maximum ?? 1e12];
  return number(least, most, `a number that \`${id}\` may be (${least} to ${most}), without quotes`);
}

/** One of the values that a choice fact offers. */
export function readChoiceOf(field: Field, { id, choices }: FactDefinition): string {
  const value = field.as(TEXT);
  const values = choices.map((choice) => String(choice.value));
  if (value !== "" && !values.includes(value))
    field.fault(
      `\`${value}\` is no value of \`${id}\`; write one of ${values.join(", ")}${didYouMean(value, values)}`,
    );
  return value;
}

/** Whether a fact may have the value that a word list writes behind `=`. */
export function takesValue({ kind, choices }: FactDefinition, value: string): boolean {
  if (kind === "boolean") return value === "true" || value === "false";
  if (kind === "choice") return choices.some((choice) => choice.value === value);
  return kind === "number" ? "value" in NUMBER.parse(NUMBER.fromText?.(value) ?? value) : value !== "";
}
