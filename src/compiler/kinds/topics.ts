import type { Topic } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field } from "../reading/field.ts";
import { DAY, oneOf } from "../reading/forms.ts";
import { readText, readWords } from "../reading/texts.ts";
import { readFigures, readPeriod, readSources } from "./citations.ts";

/** What a topic tells. */
export const TOPIC_KIND = oneOf([
  ...(["provider-subsidy", "standard", "target", "right", "definition"] as const),
  ...(["responsibility", "not-decided", "other-scope"] as const),
]);

/** All topics: what is asked but decided for no person; one YAML file each. */
export function readTopics(knowledge: Compilation): readonly Topic[] {
  return knowledge.files.take(/^topics\/[^/]+\.yaml$/u).map((file) => {
    const id = file.id();
    knowledge.ids.define("topic", id, file);
    return readTopic(id, file.yaml(), knowledge);
  });
}

function readTopic(id: string, field: Field, knowledge: Compilation): Topic {
  const record = field.record("kind", "name", "also", "office", "answers");
  const office = record.find("office");
  const answers = record.get("answers");
  if (answers.isEmptyList) answers.fault("there is no answer; write at least one");
  return {
    id,
    kind: record.get("kind").as(TOPIC_KIND),
    name: readText(record.get("name")),
    also: readWords(record.find("also")),
    office: office ? knowledge.ids.refer("office", office) : null,
    answers: answers.list((item) => readAnswer(item, knowledge)),
  };
}

function readAnswer(field: Field, knowledge: Compilation): Topic["answers"][number] {
  const record = field.record("jurisdiction", "sources", "period", "checked", "text", "figures");
  return {
    jurisdiction: knowledge.ids.refer("place", record.get("jurisdiction")),
    sources: readSources(record.get("sources"), knowledge),
    period: readPeriod(record.get("period")),
    checked: record.get("checked").as(DAY),
    text: readText(record.get("text")),
    figures: readFigures(record.find("figures"), knowledge),
  };
}
