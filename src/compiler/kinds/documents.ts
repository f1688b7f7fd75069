import type { PolicyDocument } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Row } from "../reading/csv.ts";
import type { Field } from "../reading/field.ts";
import { DAY, ID, oneOf, TEXT, WEB_ADDRESS } from "../reading/forms.ts";
import { readText } from "../reading/texts.ts";
import { readPeriod } from "./citations.ts";

const KIND = oneOf(["policy", "official-page", "news"]);
const RELATION = oneOf(["refines", "replaces-list", "repeats", "differs"]);
const COLUMNS = ["id", "title", "issuer", "issued", "jurisdiction", "kind", "url", "checked"] as const;

/** All documents: one YAML file each, or many source pages as rows of a CSV file. */
export function readDocuments(knowledge: Compilation): readonly PolicyDocument[] {
  const files = knowledge.files.take(/^documents\/[^/]+\.yaml$/u).map((file) => {
    const id = file.id();
    knowledge.ids.define("document", id, file);
    return readDocument(id, file.yaml(), knowledge);
  });
  const rows = knowledge.rows(/^documents\/[^/]+\.csv$/u, COLUMNS, "document");
  return [...files, ...rows.map((row) => readPage(row, knowledge))];
}

function readDocument(id: string, field: Field, knowledge: Compilation): PolicyDocument {
  const record = field.record(
    ...["title", "number", "issuer", "issued", "period", "jurisdiction"],
    ...["kind", "url", "checked", "relations"],
  );
  return {
    id,
    title: record.get("title").as(TEXT),
    number: record.find("number")?.as(TEXT) ?? null,
    issuer: record.find("issuer")?.as(TEXT) ?? null,
    issued: record.find("issued")?.as(DAY) ?? null,
    period: readPeriod(record.get("period")),
    jurisdiction: knowledge.ids.refer("place", record.get("jurisdiction")),
    kind: record.get("kind").as(KIND),
    url: record.find("url")?.as(WEB_ADDRESS) ?? null,
    checked: record.get("checked").as(DAY),
    relations: record.find("relations")?.list((item) => readRelation(item, knowledge)) ?? [],
  };
}

function readRelation(field: Field, { ids }: Compilation): PolicyDocument["relations"][number] {
  const record = field.record("kind", "clause", "document", "other-clause", "note");
  const note = record.find("note");
  return {
    kind: record.get("kind").as(RELATION),
    clause: record.find("clause")?.as(TEXT) ?? null,
    document: ids.refer("document", record.get("document")),
    otherClause: record.find("other-clause")?.as(TEXT) ?? null,
    ...(note && { note: readText(note) }),
  };
}

function readPage(row: Row<(typeof COLUMNS)[number]>, { ids }: Compilation): PolicyDocument {
  const id = row.get("id").as(ID);
  ids.define("document", id, row);
  return {
    id,
    title: row.get("title").as(TEXT),
    number: null,
    issuer: row.find("issuer")?.as(TEXT) ?? null,
    issued: row.find("issued")?.as(DAY) ?? null,
    period: { from: null, to: null, basis: "none" },
    jurisdiction: ids.refer("place", row.get("jurisdiction")),
    kind: row.get("kind").as(KIND),
    url: row.find("url")?.as(WEB_ADDRESS) ?? null,
    checked: row.get("checked").as(DAY),
    relations: [],
  };
}
