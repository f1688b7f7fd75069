import type { Knowledge } from "../../engine/knowledge/index.ts";
import type { Facility } from "../../engine/knowledge/types.ts";
import { placeName, whereaboutsOf } from "./whereabouts.ts";
import { writtenExceptions, writtenSessions } from "./written-hours.ts";

/**
 * Facilities as a GeoJSON FeatureCollection (RFC 7946): WGS-84, longitude first. A place without a point has a null
 * geometry; `precision` says what the point stands for, since a village's or town's point is not the door of the place.
 */
export function facilitiesGeoJson(knowledge: Knowledge, facilities: readonly Facility[]): string {
  const features = facilities.map((facility) => ({
    type: "Feature",
    id: facility.id,
    geometry: geometryOf(facility),
    properties: propertiesOf(knowledge, facility),
  }));
  return `${JSON.stringify({ type: "FeatureCollection", features }, null, 1)}\n`;
}

function geometryOf({ latitude, longitude }: Facility) {
  return latitude === null || longitude === null
    ? null
    : { type: "Point", coordinates: [longitude, latitude] };
}

function propertiesOf(knowledge: Knowledge, facility: Facility) {
  const { type, name, status, place, address, precision, hours, prices, phone, services, note } = facility;
  return {
    ...{ type, typeName: knowledge.types.get(type)?.name["zh-Hans"] ?? null },
    ...{ name: name["zh-Hans"], nameEn: name.en, status },
    ...{ place, placeName: placeName(whereaboutsOf(knowledge, facility)) || null, address, precision },
    sessions: writtenSessions(facility.sessions) || null,
    exceptions: writtenExceptions(facility.exceptions) || null,
    ...{ hours, prices, phone, services, note },
    ...{ reported: facility.reported, checked: facility.checked },
    sources: facility.sources.map(({ document, clause }) => {
      const source = knowledge.documents.get(document);
      return { document, clause, title: source?.title ?? null, url: source?.url ?? null };
    }),
  };
}
