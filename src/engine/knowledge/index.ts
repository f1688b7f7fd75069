/** Look-ups over the compiled knowledge: by id, by place, by name. The only user of fuse.js. */
export { indexKnowledge, type Knowledge, officeFor, sourceOf } from "./knowledge.ts";
export {
  CITY,
  countyOf,
  ELSEWHERE,
  isElsewhere,
  isWithin,
  jurisdictionRank,
  NATION,
  type PlaceTable,
  PROVINCE,
  placePath,
  townOf,
} from "./places.ts";
export { findPlaces } from "./search/find-places.ts";
export { searchKnowledge } from "./search/search.ts";
