import type { Day, PolicyDocument } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Row } from "../reading/csv.ts";
import type { Field, FieldRecord } from "../reading/field.ts";
import { DAY, ID, oneOf, TEXT, WEB_ADDRESS } from "../reading/forms.ts";
import { readText } from "../reading/texts.ts";
import { readPeriod } from "./citations.ts";

const KIND = oneOf(["policy", "official-page", "news"]);
const RELATION = oneOf(["refines", "replaces-list", "repeats", "differs"]);
const COLUMNS = ["id", "title", "issuer", "issued", "jurisdiction", "kind", "url", "checked"] as const;
const OPTIONAL_COLUMNS = ["link-checked"] as const;
type PageColumn = (typeof COLUMNS | typeof OPTIONAL_COLUMNS)[number];

/** All documents: one YAML file each, or many source pages as rows of a CSV file. */
export function readDocuments(knowledge: Compilation): readonly PolicyDocument[] {
  const files = knowledge.files.take(/^documents\/[^/]+\.yaml$/u).map((file) => {
    const id = file.id();
    knowledge.ids.define("document", id, file);
    return readDocument(id, file.yaml(), knowledge);
  });
  const rows = knowledge.rows(/^documents\/[^/]+\.csv$/u, COLUMNS, "document", OPTIONAL_COLUMNS);
  return [...files, ...rows.map((row) => readPage(row, knowledge))];
}

function readDocument(id: string, field: Field, knowledge: Compilation): PolicyDocument {
  const record = field.record(
    ...["title", "number", "issuer", "issued", "period", "jurisdiction"],
    ...["kind", "url", "checked", "link-checked", "relations"],
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
    linkChecked: readLinkChecked(record),
    relations: record.find("relations")?.list((item) => readRelation(item, id, knowledge)) ?? [],
  };
}

function readRelation(
  field: Field,
  own: string,
  { ids, origins }: Compilation,
): PolicyDocument["relations"][number] {
  const record = field.record("kind", "clause", "document", "other-clause", "note");
  const note = record.find("note");
  const document = ids.refer("document", record.get("document"));
  const clauseOf = (cited: string, clause: Field | undefined) =>
    clause ? origins.cite({ document: cited, clause: clause.as(TEXT) }, clause).clause : null;
  return {
    kind: record.get("kind").as(RELATION),
    clause: clauseOf(own, record.find("clause")),
    document,
    otherClause: clauseOf(document, record.find("other-clause")),
    ...(note && { note: readText(note) }),
  };
}

function readPage(row: Row<PageColumn>, { ids }: Compilation): PolicyDocument {
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
    linkChecked: readLinkChecked(row),
    relations: [],
  };
}

/** The day the address was last opened; where there is no address, there is nothing to open. */
function readLinkChecked(
  from: FieldRecord<"url" | "link-checked"> | Row<"url" | "link-checked">,
): Day | null {
  const day = from.find("link-checked");
  if (day && !from.find("url")) day.fault("there is no address to check; write `url`, or leave this out");
  return day?.as(DAY) ?? null;
}
