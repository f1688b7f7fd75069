import type { FacilityStatus, FacilityType } from "../../../engine/knowledge/types.ts";
import { rowId } from "./uuid.ts";

/**
 * Our status in the words of HSDS. It has none for “planned” and none for “nobody vouches that it runs”: both become
 * `inactive`, as a directory that calls them active would send people in vain. The attribute `status` keeps our word.
 */
export const STATUS: Readonly<
  Record<FacilityStatus, "active" | "inactive" | "defunct" | "temporarily closed">
> = {
  open: "active",
  planned: "inactive",
  unverified: "inactive",
  suspended: "temporarily closed",
  closed: "defunct",
};

/** The benefit whose rules say who may use places of a type, and on what terms. */
export const BENEFIT_OF_TYPE: Readonly<Record<string, string>> = {
  canteen: "canteen-meals",
  "meal-point": "canteen-meals",
  "day-care": "day-care-and-short-stays",
  "elder-school": "elder-education",
  "nursing-insurance-provider": "long-term-care-insurance",
};

/** What our attributes say that HSDS has no field for. */
const TERMS = {
  "facility-type": "Kind of place; the value is our id of the type.",
  status: "Our own status: open, planned, suspended, closed or unverified.",
  "eligibility-rule": "Id of the benefit whose rules decide who may use the service.",
  exception: "Days on which the weekly schedule does not hold, in order: the first that names a day counts.",
  "place-code": "Administrative division code of the village or town, as finely as it is known.",
  datum: "Geodetic datum of latitude and longitude.",
  precision: "What the point stands for: address, village or town.",
  reported: "Day the source speaks for; older than a year means to confirm before going.",
  source: "Document and clause the record rests on.",
  "source-address": "Web address of that document.",
  "postal-code": "not-known: no source gives one, and the empty postal_code is no code.",
  operator:
    "not-known: no source names the body that runs the service; the organization stands for the place itself.",
  note: "Remark for people who want to go there.",
} as const;

/** A kind of attribute. */
export type Term = keyof typeof TERMS;

const TAXONOMY = "quanzhou-elder-service-assistant";

/** The taxonomies: our attributes, and our types of places. */
export function taxonomies() {
  return [
    {
      id: rowId("taxonomy", "attributes"),
      name: `${TAXONOMY}/attributes`,
      description: "Kinds of attributes.",
    },
    { id: rowId("taxonomy", "types"), name: `${TAXONOMY}/types`, description: "Kinds of places." },
  ];
}

/** The terms of both taxonomies. */
export function taxonomyTerms(types: readonly FacilityType[]) {
  const [attributes, places] = taxonomies();
  const kinds = Object.entries(TERMS).map(([code, description]) => ({
    ...{ id: termId(code as Term), code, name: code, description },
    ...{ taxonomy: attributes?.name, taxonomy_id: attributes?.id, language: "en" },
  }));
  const ofTypes = types.map(({ id, name, summary }) => ({
    ...{ id: rowId("taxonomy_term", `type/${id}`), code: id, name: name["zh-Hans"] },
    ...{ description: summary["zh-Hans"], taxonomy: places?.name, taxonomy_id: places?.id, language: "zh" },
  }));
  return [...kinds, ...ofTypes];
}

/** Id of the term for a kind of attribute. */
export function termId(term: Term): string {
  return rowId("taxonomy_term", `attribute/${term}`);
}
