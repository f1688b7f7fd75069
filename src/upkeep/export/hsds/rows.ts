import type { Knowledge } from "../../../engine/knowledge/index.ts";
import type { Facility, OpeningSession } from "../../../engine/knowledge/types.ts";
import { placeName, whereaboutsOf } from "../whereabouts.ts";
import { writtenTime } from "../written-hours.ts";
import { STATUS } from "./profile.ts";
import { rowId } from "./uuid.ts";

const DAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
/** Asia/Shanghai is UTC+8 all year. */
const OFFSET_HOURS = 8;
const OFFSET = "+08:00";
const MIDNIGHT = 1440;

/** The ids of the rows that one facility becomes. */
export function idsOf({ id }: Facility) {
  return {
    organization: rowId("organization", id),
    service: rowId("service", id),
    location: rowId("location", id),
    here: rowId("service_at_location", id),
    address: rowId("address", id),
  };
}

/** The place as its own organization: sources seldom name the body behind it, and HSDS wants one. */
export function organization(knowledge: Knowledge, facility: Facility) {
  const type = knowledge.types.get(facility.type);
  return {
    id: idsOf(facility).organization,
    ...names(facility),
    description: type?.summary["zh-Hans"] ?? facility.type,
  };
}

/** What is offered. `assured_date` is the day our record was last compared with its source. */
export function service(knowledge: Knowledge, facility: Facility) {
  const ids = idsOf(facility);
  const summary = knowledge.types.get(facility.type)?.summary["zh-Hans"] ?? "";
  return {
    id: ids.service,
    organization_id: ids.organization,
    ...names(facility),
    description: [summary, facility.services.join("、")].filter((part) => part !== "").join("\n"),
    status: STATUS[facility.status],
    ...(facility.prices !== null && { fees_description: facility.prices }),
    assured_date: facility.checked,
  };
}

/** Where it is, in WGS-84 degrees, which HSDS means by latitude and longitude. */
export function location(facility: Facility) {
  const ids = idsOf(facility);
  const { latitude, longitude } = facility;
  return {
    id: ids.location,
    location_type: "physical",
    organization_id: ids.organization,
    ...names(facility),
    ...(latitude !== null && longitude !== null && { latitude, longitude }),
  };
}

/** The link of the two, to which schedules and telephones belong. */
export function serviceAtLocation(facility: Facility) {
  const ids = idsOf(facility);
  return { id: ids.here, service_id: ids.service, location_id: ids.location };
}

/**
 * The address, or none where neither a street nor a village is known. HSDS wants a postal code, and no source of ours
 * gives one: it is empty, never invented, and an attribute says so.
 */
export function addresses(knowledge: Knowledge, facility: Facility) {
  const ids = idsOf(facility);
  const where = whereaboutsOf(knowledge, facility);
  const first = facility.address ?? placeName({ town: where.town, village: where.village });
  if (first === "") return [];
  return [
    {
      ...{ id: ids.address, location_id: ids.location, address_1: first },
      ...(where.county !== undefined && { region: where.county.name["zh-Hans"] }),
      city: knowledge.places.get("350500")?.name["zh-Hans"] ?? "",
      state_province: knowledge.bundle.phrases["zh-Hans"]["place.fujian"] ?? "",
      ...{ postal_code: "", country: "CN", address_type: "physical" },
    },
  ];
}

/** Each number of its own; an extension behind 转 apart, as HSDS has it. */
export function phones(facility: Facility) {
  const ids = idsOf(facility);
  return (facility.phone?.split("、") ?? []).map((written) => {
    const [number = "", extension] = written.split("转");
    return {
      id: rowId("phone", `${facility.id}/${written}`),
      ...{ service_at_location_id: ids.here, number },
      ...(extension !== undefined && { extension: Number(extension) }),
      type: "voice",
    };
  });
}

/** One row a weekly session; where only words are known, one row with the words. */
export function schedules(facility: Facility) {
  const service_at_location_id = idsOf(facility).here;
  const words = facility.hours === null ? {} : { description: facility.hours };
  if (facility.sessions.length === 0 && facility.hours === null) return [];
  if (facility.sessions.length === 0)
    return [{ id: rowId("schedule", `${facility.id}/words`), service_at_location_id, ...words }];
  return facility.sessions.map((session, index) => ({
    id: rowId("schedule", `${facility.id}/${index}`),
    service_at_location_id,
    ...weekly(session),
    ...words,
  }));
}

function weekly({ days, opens, closes }: OpeningSession) {
  return {
    ...{ freq: "WEEKLY", wkst: "MO", interval: 1, timezone: OFFSET_HOURS },
    byday: days.flatMap((day) => DAYS[day - 1] ?? []).join(","),
    opens_at: `${writtenTime(opens)}${OFFSET}`,
    // The end of the day is midnight: a time field has no 24:00.
    closes_at: `${writtenTime(closes % MIDNIGHT)}${OFFSET}`,
  };
}

function names({ name }: Facility) {
  return { name: name["zh-Hans"], alternate_name: name.en };
}
