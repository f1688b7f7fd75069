import { isWithin, type Knowledge } from "../../engine/knowledge/index.ts";
import type { Facility } from "../../engine/knowledge/types.ts";

/** Which facilities to export; undefined means all. */
export interface Wish {
  readonly county: string | undefined;
  readonly type: string | undefined;
}

/** The facilities wished for in the order of the knowledge; `problem` when the county or the type is unknown. */
export function chooseFacilities(
  knowledge: Knowledge,
  { county, type }: Wish,
): { readonly facilities: readonly Facility[] } | { readonly problem: string } {
  const counties = knowledge.bundle.places.filter(({ level }) => level === "county");
  if (county !== undefined && !counties.some(({ code }) => code === county))
    return {
      problem: `\`${county}\` is no county; there are ${counties.map(({ code }) => code).join(", ")}`,
    };
  if (type !== undefined && !knowledge.types.has(type))
    return {
      problem: `\`${type}\` is no facility type; there are ${[...knowledge.types.keys()].join(", ")}`,
    };
  const facilities = knowledge.bundle.facilities.filter(
    (facility) =>
      (type === undefined || facility.type === type) &&
      (county === undefined || (facility.place !== null && isWithin(knowledge, facility.place, county))),
  );
  return { facilities };
}
