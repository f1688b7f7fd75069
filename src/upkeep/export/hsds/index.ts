import type { Knowledge } from "../../../engine/knowledge/index.ts";
import type { Facility } from "../../../engine/knowledge/types.ts";
import { attributes, metadata } from "./attributes.ts";
import { taxonomies, taxonomyTerms } from "./profile.ts";
import { addresses, location, organization, phones, schedules, service, serviceAtLocation } from "./rows.ts";

/**
 * Facilities by the Human Services Data Specification 3.1: one JSON object of its tables, each row as that table's
 * schema has it and linked by UUIDs. `cost_options` and `languages` stay empty: our sources tell prices in words
 * (`fees_description`) and nobody which languages are spoken, and neither is guessed.
 */
export function facilitiesHsds(knowledge: Knowledge, facilities: readonly Facility[]): string {
  const types = knowledge.bundle.facilityTypes;
  const tables = {
    organizations: facilities.map((facility) => organization(knowledge, facility)),
    services: facilities.map((facility) => service(knowledge, facility)),
    locations: facilities.map(location),
    service_at_locations: facilities.map(serviceAtLocation),
    addresses: facilities.flatMap((facility) => addresses(knowledge, facility)),
    phones: facilities.flatMap(phones),
    schedules: facilities.flatMap(schedules),
    languages: [],
    cost_options: [],
    attributes: facilities.flatMap((facility) => attributes(knowledge, facility)),
    taxonomies: taxonomies(),
    taxonomy_terms: taxonomyTerms(types),
    metadata: facilities.map((facility) => metadata(knowledge, facility)),
  };
  return `${JSON.stringify(tables, null, 1)}\n`;
}
