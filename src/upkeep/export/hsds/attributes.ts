import type { Knowledge } from "../../../engine/knowledge/index.ts";
import type { Facility } from "../../../engine/knowledge/types.ts";
import { writtenException } from "../written-hours.ts";
import { BENEFIT_OF_TYPE, type Term, termId } from "./profile.ts";
import { addresses, idsOf } from "./rows.ts";
import { rowId } from "./uuid.ts";

type Entity = "organization" | "service" | "service_at_location" | "location" | "address";
type Said = readonly [Term, string];

/** What HSDS has no field for, each as an attribute of the row it is about. */
export function attributes(knowledge: Knowledge, facility: Facility) {
  const ids = idsOf(facility);
  const about = (entity: Entity, id: string, said: readonly Said[]) =>
    said.map(([term, value], index) => ({
      id: rowId("attribute", `${facility.id}/${entity}/${term}/${index}`),
      ...{ link_id: id, link_entity: entity, link_type: term, taxonomy_term_id: termId(term), value },
    }));
  return [
    ...about("organization", ids.organization, [["operator", "not-known"]]),
    ...about("service", ids.service, ofService(knowledge, facility)),
    ...about(
      "service_at_location",
      ids.here,
      facility.exceptions.map((exception) => ["exception", writtenException(exception)]),
    ),
    ...about("location", ids.location, ofLocation(facility)),
    ...addresses(knowledge, facility).flatMap(({ id }) =>
      about("address", id, [["postal-code", "not-known"]]),
    ),
  ];
}

function ofService(knowledge: Knowledge, facility: Facility): readonly Said[] {
  const benefit = BENEFIT_OF_TYPE[facility.type];
  return [
    ["facility-type", facility.type],
    ["status", facility.status],
    ...(benefit !== undefined && knowledge.benefits.has(benefit)
      ? [["eligibility-rule", benefit] satisfies Said]
      : []),
    ...(facility.reported === null ? [] : [["reported", facility.reported] satisfies Said]),
    ...(facility.note === null ? [] : [["note", facility.note] satisfies Said]),
    ...facility.sources.flatMap(({ document, clause }): readonly Said[] => {
      const url = knowledge.documents.get(document)?.url;
      return [["source", `${document} ${clause}`], ...(url ? [["source-address", url] satisfies Said] : [])];
    }),
  ];
}

function ofLocation({ place, latitude, precision }: Facility): readonly Said[] {
  return [
    ...(place === null ? [] : [["place-code", place] satisfies Said]),
    ...(latitude === null ? [] : [["datum", "WGS-84"] satisfies Said]),
    ...(precision === null ? [] : [["precision", precision] satisfies Said]),
  ];
}

/** One entry of the audit trail: the record was compared with its source on that day; what changed is not kept. */
export function metadata({ bundle }: Knowledge, facility: Facility) {
  return {
    id: rowId("metadata", `${facility.id}/${facility.checked}`),
    ...{ resource_id: idsOf(facility).service, resource_type: "service" },
    ...{ last_action_date: facility.checked, last_action_type: "checked" },
    ...{ field_name: "", previous_value: "", replacement_value: "" },
    updated_by: `knowledge ${bundle.version}`,
  };
}
