import { z } from "zod";

/**
 * Required fields, forms and codes of the HSDS 3.1 schemas (openreferral/specification, `schema/*.json`), with the
 * links that their tabular form requires. Strict: a field that the schema does not have is a fault.
 */
const id = z.uuid();
const text = z.string().min(1);
const day = z.iso.date();
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d(Z|[+-]\d\d:\d\d)$/u);
const DAY = "(MO|TU|WE|TH|FR|SA|SU)";

export const HSDS = z.strictObject({
  organizations: z.array(
    z.strictObject({ id, name: text, alternate_name: text.optional(), description: text }),
  ),
  services: z.array(
    z.strictObject({
      ...{ id, organization_id: id, name: text, alternate_name: text.optional() },
      description: text.optional(),
      status: z.enum(["active", "inactive", "defunct", "temporarily closed"]),
      fees_description: text.optional(),
      assured_date: day.optional(),
    }),
  ),
  locations: z.array(
    z.strictObject({
      ...{ id, location_type: z.enum(["physical", "postal", "virtual"]), organization_id: id.optional() },
      ...{ name: text.optional(), alternate_name: text.optional() },
      latitude: z.number().min(-90).max(90).optional(),
      longitude: z.number().min(-180).max(180).optional(),
    }),
  ),
  service_at_locations: z.array(z.strictObject({ id, service_id: id, location_id: id })),
  addresses: z.array(
    z.strictObject({
      ...{ id, location_id: id, address_1: text, city: text, region: text.optional() },
      // Required, though it may be empty: a string is all that the schema wants.
      ...{ state_province: z.string(), postal_code: z.string(), country: z.string().length(2) },
      address_type: z.enum(["physical", "postal", "virtual"]),
    }),
  ),
  phones: z.array(
    z.strictObject({
      id,
      service_at_location_id: id,
      number: text,
      extension: z.number().optional(),
      type: text,
    }),
  ),
  schedules: z.array(
    z.strictObject({
      ...{ id, service_at_location_id: id, description: text.optional() },
      freq: z.enum(["WEEKLY", "MONTHLY"]).optional(),
      wkst: z
        .string()
        .regex(new RegExp(`^${DAY}$`))
        .optional(),
      byday: z
        .string()
        .regex(new RegExp(`^${DAY}(,${DAY})*$`))
        .optional(),
      ...{ interval: z.number().optional(), timezone: z.number().optional() },
      ...{ opens_at: time.optional(), closes_at: time.optional() },
    }),
  ),
  languages: z.array(z.never()),
  cost_options: z.array(z.never()),
  attributes: z.array(
    z.strictObject({
      id,
      link_id: id,
      link_entity: text,
      link_type: text,
      taxonomy_term_id: id,
      value: text,
    }),
  ),
  taxonomies: z.array(z.strictObject({ id, name: text, description: text })),
  taxonomy_terms: z.array(
    z.strictObject({
      ...{ id, code: text, name: text, description: text, taxonomy: text },
      ...{ taxonomy_id: id, language: text },
    }),
  ),
  metadata: z.array(
    z.strictObject({
      ...{ id, resource_id: id, resource_type: text, last_action_date: day, last_action_type: text },
      ...{
        field_name: z.string(),
        previous_value: z.string(),
        replacement_value: z.string(),
        updated_by: text,
      },
    }),
  ),
});
