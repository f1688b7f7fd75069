import type { AmountRule } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field, FieldRecord } from "../reading/field.ts";
import { AMOUNT, oneOf } from "../reading/forms.ts";
import { readText } from "../reading/texts.ts";
import { readCondition } from "./conditions.ts";

const UNIT = oneOf([
  ...(["yuan/month", "yuan/year", "yuan/day", "yuan/meal", "yuan/once", "yuan/bed"] as const),
  ...(["percent", "days/year", "times/month"] as const),
]);
const BOUND = oneOf(["at-least", "exact", "up-to"]);
const GOES_TO = oneOf(["person", "organisation", "insurer"]);

/** The amounts of a provision, from `amount` or `amounts`; every value must be among the clause's figures. */
export function readAmounts(
  record: FieldRecord<"amount" | "amounts">,
  figures: readonly number[],
  knowledge: Compilation,
): readonly AmountRule[] {
  const one = record.find("amount");
  const several = record.find("amounts");
  if (one && several)
    several.fault("`amount` and `amounts` both stand here; write all of them under `amounts`");
  if (several) return several.list((item) => readAmount(item, figures, knowledge));
  return one ? [readAmount(one, figures, knowledge)] : [];
}

function readAmount(field: Field, figures: readonly number[], knowledge: Compilation): AmountRule {
  const record = field.record("when", "value", "unit", "bound", "goes-to", "label");
  const when = record.find("when");
  const label = record.find("label");
  return {
    when: when ? readCondition(when, knowledge) : null,
    value: readValue(record.get("value"), figures),
    unit: record.get("unit").as(UNIT),
    bound: record.get("bound").as(BOUND),
    goesTo: record.get("goes-to").as(GOES_TO),
    label: label ? readText(label) : null,
  };
}

function readValue(field: Field, figures: readonly number[]): number {
  const value = field.as(AMOUNT);
  if (field.scalar === value && !figures.includes(value))
    field.fault(
      `the amount ${value} is not among the figures of the clause; write the amount of the clause, or add ${value} to \`figures\` if the clause has it`,
    );
  return value;
}
