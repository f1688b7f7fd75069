import type { Provision } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field, FieldRecord } from "../reading/field.ts";
import { DAY, FLAG, ID, oneOf } from "../reading/forms.ts";
import { readText } from "../reading/texts.ts";
import { readAmounts } from "./amounts.ts";
import { readFigures, readPeriod, readSources } from "./citations.ts";
import { namesPlace, readCondition } from "./conditions.ts";
import { SUPERIOR_PLACES } from "./places.ts";

const FORCE = oneOf(["grant", "duty", "promote", "explore", "target"]);
const KEYS = [
  ...(["id", "jurisdiction", "sources", "period", "checked", "force", "who"] as const),
  ...(["amount", "amounts", "figures", "assessed", "floor", "self-check", "gaps", "note"] as const),
];
type ProvisionRecord = FieldRecord<(typeof KEYS)[number]>;

/** What one document gives in one jurisdiction. */
export function readProvision(field: Field, knowledge: Compilation): Provision {
  const record = field.record(...KEYS);
  const jurisdiction = knowledge.ids.refer("place", record.get("jurisdiction"));
  const figures = readFigures(record.find("figures"), knowledge);
  const note = record.find("note");
  return {
    id: record.get("id").as(ID),
    jurisdiction,
    sources: readSources(record.get("sources"), knowledge),
    period: readPeriod(record.get("period")),
    checked: record.get("checked").as(DAY),
    force: record.get("force").as(FORCE),
    who: readWho(record.get("who"), jurisdiction, knowledge),
    amounts: readAmounts(record, figures, knowledge),
    figures,
    assessed: record.find("assessed")?.as(FLAG) ?? false,
    floor: readFloor(record, jurisdiction, knowledge),
    selfCheck: record.find("self-check")?.list(readText) ?? [],
    gaps: record.find("gaps")?.list(readText) ?? [],
    note: note ? readText(note) : null,
  };
}

/** Who receives it; below the province a rule must say where it holds, or it would hold for everybody. */
function readWho(field: Field, jurisdiction: string, knowledge: Compilation): Provision["who"] {
  const who = readCondition(field, knowledge);
  const local = knowledge.places.has(jurisdiction) && !SUPERIOR_PLACES.includes(jurisdiction);
  if (local && field.isMap && !namesPlace(who))
    field.fault(
      `\`who\` does not say where it holds; add { fact: hukou, within: "${jurisdiction}" }, { fact: residence, within: "${jurisdiction}" } or { belongs: "${jurisdiction}" }`,
    );
  return who;
}

/** A floor holds under somebody else's list, so only a superior can set one. */
function readFloor(record: ProvisionRecord, jurisdiction: string, knowledge: Compilation): boolean {
  const field = record.find("floor");
  const floor = field?.as(FLAG) ?? false;
  const level = knowledge.places.get(jurisdiction)?.level ?? "city";
  if (floor && level !== "city")
    field?.fault(
      `a ${level} sets no floor for others; write floor: false, or the jurisdiction of the city, the province or the country`,
    );
  return floor;
}
