import type { Apply, Benefit, Provision } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field } from "../reading/field.ts";
import { FLAG, oneOf } from "../reading/forms.ts";
import { readText, readWords } from "../reading/texts.ts";
import { readExample } from "./examples.ts";
import { readProvision } from "./provisions.ts";

/** What a benefit gives. */
export const BENEFIT_KIND = oneOf([
  "cash",
  "service",
  "insurance",
  "voucher",
  "discount",
  "equipment",
  "care-place",
  "right",
]);

/** All benefits: one YAML file each. */
export function readBenefits(knowledge: Compilation): readonly Benefit[] {
  return knowledge.files.take(/^benefits\/[^/]+\.yaml$/u).map((file) => {
    const id = file.id();
    knowledge.ids.define("benefit", id, file);
    return readBenefit(id, file.yaml(), knowledge);
  });
}

function readBenefit(id: string, field: Field, knowledge: Compilation): Benefit {
  const record = field.record("name", "summary", "kind", "also", "provisions", "apply", "examples");
  const provisions = readProvisions(record.get("provisions"), knowledge);
  return {
    id,
    name: readText(record.get("name")),
    summary: readText(record.get("summary")),
    kind: record.get("kind").as(BENEFIT_KIND),
    also: readWords(record.find("also")),
    provisions,
    apply: readApply(record.get("apply"), knowledge),
    examples: readExamples(record.get("examples"), provisions, knowledge),
  };
}

function readProvisions(field: Field, knowledge: Compilation): readonly Provision[] {
  const seen = new Set<string>();
  if (field.isEmptyList) field.fault("there is no provision; write at least one");
  return field.list((item) => {
    const provision = readProvision(item, knowledge);
    if (seen.has(provision.id))
      item.fault(`provision \`${provision.id}\` stands here twice; write another id`);
    if (provision.id !== "") seen.add(provision.id);
    return provision;
  });
}

function readApply(field: Field, knowledge: Compilation): Apply {
  const record = field.record("office", "bring", "steps", "automatic");
  const steps = record.find("steps");
  return {
    office: knowledge.ids.refer("office", record.get("office")),
    bring: record.find("bring")?.list(readText) ?? [],
    steps: steps ? readText(steps) : null,
    automatic: record.find("automatic")?.as(FLAG) ?? false,
  };
}

/** Examples are the benefit's tests: one alone shows nothing of where the rule ends. */
function readExamples(
  field: Field,
  provisions: readonly Provision[],
  knowledge: Compilation,
): Benefit["examples"] {
  const ids = provisions.map(({ id }) => id);
  const examples = field.list((item) => readExample(item, ids, knowledge));
  if (field.isList && examples.length < 2)
    field.fault(
      `${examples.length} example is not enough; write at least two, one of them for a person who does not get it`,
    );
  return examples;
}
