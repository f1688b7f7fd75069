import { describe, expect, it } from "vitest";
import { indexKnowledge } from "../../../src/engine/knowledge/index.ts";
import { facilitiesGeoJson } from "../../../src/upkeep/export/geojson.ts";
import { realBundle } from "../../real-bundle.ts";
import { BARE, FULL, sample } from "./sample.ts";

interface Feature {
  readonly type: string;
  readonly id: string;
  readonly geometry: { readonly type: string; readonly coordinates: readonly number[] } | null;
  readonly properties: Readonly<Record<string, unknown>>;
}

function read(text: string): { readonly type: string; readonly features: readonly Feature[] } {
  return JSON.parse(text) as ReturnType<typeof read>;
}

describe("the exported map layer", () => {
  it("is a FeatureCollection with longitude first and all that is known", () => {
    const { type, features } = read(facilitiesGeoJson(sample(), [FULL]));
    expect(type).toBe("FeatureCollection");
    expect(features[0]).toMatchObject({
      type: "Feature",
      id: "anhai-canteen",
      geometry: { type: "Point", coordinates: [118.472, 24.722] },
      properties: {
        name: "安海长者食堂",
        status: "open",
        precision: "village",
        sessions: "1-5 10:30-12:30; 6-7 16:30-24:00",
        exceptions: "2026-10-01..2026-10-07 closed; 2026-12-24 10:30-12:00, 16:30-18:00; holidays as-usual",
        reported: "2026-06-01",
        sources: [{ document: "page", clause: "全文", url: "https://example.org/p" }, { document: "city" }],
      },
    });
  });

  it("has a null geometry where no point is known", () => {
    expect(read(facilitiesGeoJson(sample(), [BARE])).features[0]).toMatchObject({
      geometry: null,
      properties: { precision: null, address: null, placeName: null, reported: null },
    });
  });

  it("has every place of this house, each point within Quanzhou", () => {
    const knowledge = indexKnowledge(realBundle());
    const { features } = read(facilitiesGeoJson(knowledge, knowledge.bundle.facilities));
    expect(features.map(({ id }) => id)).toEqual(knowledge.bundle.facilities.map(({ id }) => id));
    const points = features.flatMap(({ geometry }) => (geometry === null ? [] : [geometry.coordinates]));
    expect(points.length).toBe(
      knowledge.bundle.facilities.filter(({ latitude }) => latitude !== null).length,
    );
    const outside = points.filter(
      ([longitude = 0, latitude = 0]) =>
        longitude < 117.4 || longitude > 119.3 || latitude < 24.2 || latitude > 26,
    );
    expect(outside).toEqual([]);
  });
});
