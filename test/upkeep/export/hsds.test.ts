import { describe, expect, it } from "vitest";
import type { z } from "zod";
import { indexKnowledge, type Knowledge } from "../../../src/engine/knowledge/index.ts";
import type { Facility } from "../../../src/engine/knowledge/types.ts";
import { facilitiesHsds } from "../../../src/upkeep/export/hsds/index.ts";
import { BENEFIT_OF_TYPE } from "../../../src/upkeep/export/hsds/profile.ts";
import { DNS_NAMESPACE, uuidOf } from "../../../src/upkeep/export/hsds/uuid.ts";
import { facility } from "../../knowledge/small-bundle.ts";
import { realBundle } from "../../real-bundle.ts";
import { HSDS } from "./hsds-schema.ts";
import { ANXI, BARE, FULL, sample } from "./sample.ts";

type Directory = z.infer<typeof HSDS>;

/** The export as the schema reads it; throws what the schema refuses. */
function exported(knowledge: Knowledge, facilities: readonly Facility[]): Directory {
  return HSDS.parse(JSON.parse(facilitiesHsds(knowledge, facilities)));
}

function attributesOf(directory: Directory, entity: string): readonly (readonly [string, string])[] {
  return directory.attributes
    .filter(({ link_entity }) => link_entity === entity)
    .map(({ link_type, value }) => [link_type, value]);
}

describe("the ids", () => {
  it("are name-based UUIDs as the RFC has them", () => {
    expect(uuidOf("www.example.com", DNS_NAMESPACE)).toBe("2ed6657d-e927-568b-95e1-2665a8aea6a2");
  });

  it("are the same in every export", () => {
    const one = exported(sample(), [FULL, BARE]);
    const other = exported(sample(), [BARE, FULL]);
    expect(one.services[0]?.id).toBe(other.services[1]?.id);
    expect(facilitiesHsds(sample(), [FULL])).toBe(facilitiesHsds(sample(), [FULL]));
  });
});

describe("a place with everything known", () => {
  const directory = exported(sample(), [FULL]);

  it("is a service of an organization at a location", () => {
    const [organization, service, location, link] = [
      directory.organizations[0],
      directory.services[0],
      directory.locations[0],
      directory.service_at_locations[0],
    ];
    expect(service).toMatchObject({
      organization_id: organization?.id,
      name: "安海长者食堂",
      alternate_name: "Anhai Canteen",
      status: "active",
      fees_description: "每餐9.9元",
      assured_date: "2026-06-01",
    });
    expect(link).toMatchObject({ service_id: service?.id, location_id: location?.id });
    expect([location?.latitude, location?.longitude]).toEqual([24.722, 118.472]);
  });

  it("has a weekly schedule a session, with zone, and the end of the day as midnight", () => {
    const link = directory.service_at_locations[0]?.id;
    expect(directory.schedules).toMatchObject([
      {
        service_at_location_id: link,
        freq: "WEEKLY",
        byday: "MO,TU,WE,TH,FR",
        opens_at: "10:30+08:00",
        closes_at: "12:30+08:00",
        timezone: 8,
      },
      { byday: "SA,SU", opens_at: "16:30+08:00", closes_at: "00:00+08:00" },
    ]);
  });

  it("has its exceptions as attributes in their order, as HSDS has no field for them", () => {
    expect(attributesOf(directory, "service_at_location")).toEqual([
      ["exception", "2026-10-01..2026-10-07 closed"],
      ["exception", "2026-12-24 10:30-12:00, 16:30-18:00"],
      ["exception", "holidays as-usual"],
    ]);
  });

  it("names the benefit that decides, our status, the day of its source and the source", () => {
    expect(attributesOf(directory, "service")).toEqual([
      ["facility-type", "canteen"],
      ["status", "open"],
      ["eligibility-rule", "canteen-meals"],
      ["reported", "2026-06-01"],
      ["note", "要先登记"],
      ["source", "page 全文"],
      ["source-address", "https://example.org/p"],
      ["source", "city 二（三）8；附件·4"],
      ["source-address", "https://example.org/"],
    ]);
    expect(attributesOf(directory, "location")).toEqual([
      ["place-code", "350582101201"],
      ["datum", "WGS-84"],
      ["precision", "village"],
    ]);
  });

  it("has an address without an invented postal code, and says so", () => {
    expect(directory.addresses).toMatchObject([
      {
        address_1: '成功路1号,"老年活动中心"',
        region: "晋江市",
        city: "泉州市",
        postal_code: "",
        country: "CN",
      },
    ]);
    expect(attributesOf(directory, "address")).toEqual([["postal-code", "not-known"]]);
  });

  it("has each telephone number of its own, the extension apart", () => {
    expect(directory.phones).toMatchObject([
      { number: "+86 595 12345678" },
      { number: "0595-87654321", extension: 8 },
    ]);
  });
});

describe("a place of which little is known", () => {
  it("has neither point, address, telephone nor schedule made up for it", () => {
    const { locations, addresses, phones, schedules } = exported(sample(), [BARE]);
    expect(locations[0]).not.toHaveProperty("latitude");
    expect([addresses, phones, schedules]).toEqual([[], [], []]);
  });

  it("keeps hours in words as words", () => {
    const { schedules, services } = exported(sample(), [ANXI]);
    expect(schedules).toMatchObject([{ description: "上午" }]);
    expect(schedules[0]).not.toHaveProperty("freq");
    expect(services[0]?.status).toBe("temporarily closed");
  });

  it.each([
    ["planned", "inactive"],
    ["unverified", "inactive"],
    ["suspended", "temporarily closed"],
    ["closed", "defunct"],
    ["open", "active"],
  ] as const)("%s is %s, and never active without being open", (status, expected) => {
    const directory = exported(sample(), [facility("x", "clinic", { status })]);
    expect(directory.services[0]?.status).toBe(expected);
    expect(attributesOf(directory, "service")).toContainEqual(["status", status]);
  });
});

describe("the directory of this house", () => {
  const knowledge = indexKnowledge(realBundle());
  const directory = exported(knowledge, knowledge.bundle.facilities);
  const tables = Object.values(directory).flat() as readonly { readonly id: string }[];

  it("has every place, and no id twice", () => {
    expect(directory.services).toHaveLength(knowledge.bundle.facilities.length);
    expect(new Set(tables.map(({ id }) => id)).size).toBe(tables.length);
  });

  it("has no link that leads nowhere", () => {
    const ids = new Set(tables.map(({ id }) => id));
    const links = tables.flatMap((row) =>
      Object.entries(row).flatMap(([field, value]) => (field.endsWith("_id") ? [String(value)] : [])),
    );
    expect(links.length).toBeGreaterThan(500);
    expect(links.filter((link) => !ids.has(link))).toEqual([]);
  });

  it("names only benefits and types that the knowledge has", () => {
    const [types, benefits] = [Object.keys(BENEFIT_OF_TYPE), Object.values(BENEFIT_OF_TYPE)];
    expect(types.filter((type) => !knowledge.types.has(type))).toEqual([]);
    expect(benefits.filter((benefit) => !knowledge.benefits.has(benefit))).toEqual([]);
  });

  it("has a province in every address", () => {
    expect(new Set(directory.addresses.map(({ state_province }) => state_province))).toEqual(
      new Set(["福建省"]),
    );
  });
});
