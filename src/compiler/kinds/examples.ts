import type { Example, Facts } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field } from "../reading/field.ts";
import { AMOUNT, DAY, ID, oneOf, TEXT } from "../reading/forms.ts";
import { didYouMean } from "../reading/suggest.ts";
import { readFactValue } from "./fact-values.ts";

const OUTCOME = oneOf(["yes", "no", "unknown", "confirm", "absent"]);

/** One example of a benefit: a person, a day, and what the person must be told. */
export function readExample(field: Field, provisions: readonly string[], knowledge: Compilation): Example {
  const record = field.record("name", "facts", "as-of", "outcome", "provision", "amount", "missing");
  const provision = record.find("provision");
  return {
    name: record.get("name").as(TEXT),
    facts: readFacts(record.get("facts"), knowledge),
    asOf: record.get("as-of").as(DAY),
    outcome: record.get("outcome").as(OUTCOME),
    provision: provision ? readProvisionId(provision, provisions) : null,
    amount: record.find("amount")?.as(AMOUNT) ?? null,
    missing: record.find("missing")?.list((item) => knowledge.ids.refer("fact", item)) ?? null,
  };
}

/** What is known of the example's person. */
function readFacts(field: Field, knowledge: Compilation): Facts {
  const known = field.entries().map((entry) => {
    knowledge.ids.mention("fact", entry.name, entry.key);
    return [entry.name, readFactValue(entry, entry.name, knowledge)] as const;
  });
  return Object.fromEntries(known);
}

function readProvisionId(field: Field, provisions: readonly string[]): string {
  const id = field.as(ID);
  const known = id === "" || provisions.includes(id) || provisions.includes("");
  if (!known)
    field.fault(
      `\`${id}\` is no provision of this benefit; write one of ${provisions.join(", ")}${didYouMean(id, provisions)}`,
    );
  return id;
}
