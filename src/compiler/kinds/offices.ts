import type { Office } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field } from "../reading/field.ts";
import { DAY, ID, oneOf, PHONE, TEXT } from "../reading/forms.ts";
import { readName, readText } from "../reading/texts.ts";
import { readCitations } from "./citations.ts";

const KIND = oneOf(["role", "office", "hotline"]);

/** All offices: who confirms and who takes requests; several in one file. */
export function readOffices(knowledge: Compilation): readonly Office[] {
  const kinds = ["office", "office role"] as const;
  return knowledge.items(/^offices\/[^/]+\.yaml$/u, kinds, (item) => readOffice(item, knowledge));
}

function readOffice(field: Field, knowledge: Compilation): Office {
  const record = field.record(
    ...(["id", "kind", "name", "matter", "place", "role"] as const),
    ...(["phone", "address", "hours", "sources", "checked"] as const),
  );
  const id = record.get("id").as(ID);
  const kind = record.get("kind").as(KIND);
  knowledge.ids.define("office", id, record.get("id"));
  if (kind === "role") knowledge.ids.define("office role", id, record.get("id"));
  const place = record.find("place");
  const role = record.find("role");
  const phone = record.find("phone");
  return {
    id,
    kind,
    name: (kind === "role" ? readText : readName)(record.get("name")),
    matter: readText(record.get("matter")),
    place: place ? knowledge.ids.refer("place", place) : null,
    role: role ? knowledge.ids.refer("office role", role) : null,
    phone: phone?.as(PHONE) ?? null,
    address: record.find("address")?.as(TEXT) ?? null,
    hours: record.find("hours")?.as(TEXT) ?? null,
    sources: readOfficeSources(record.find("sources"), phone, knowledge),
    checked: record.get("checked").as(DAY),
  };
}

/** A role needs no source, but a number an elder may call does. */
function readOfficeSources(
  sources: Field | undefined,
  phone: Field | undefined,
  knowledge: Compilation,
): Office["sources"] {
  const read = sources ? readCitations(sources, knowledge) : [];
  if (phone && read.length === 0)
    phone.fault("this phone number has no source; write sources: [{ document: …, clause: … }]");
  return read;
}
