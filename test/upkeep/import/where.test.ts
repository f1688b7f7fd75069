import { describe, expect, test } from "vitest";
import { type Datum, datumOf, misplaced, readPoint } from "../../../src/upkeep/import/where/coordinates.ts";
import { Gazetteer } from "../../../src/upkeep/import/where/gazetteer.ts";
import { locate, type Whereabouts } from "../../../src/upkeep/import/where/locate.ts";
import { placeTable } from "./ground.ts";

function jinjiang(): Gazetteer {
  const places = placeTable();
  const county = places.find(({ code }) => code === "350582");
  if (county === undefined) throw new Error("the county is missing");
  return new Gazetteer(places, county);
}
const GAZETTEER = jinjiang();

function located(row: Partial<Whereabouts>): string {
  const empty = { town: "", townFilled: false, village: "", address: "", name: "", core: "" };
  const found = locate({ ...empty, ...row }, GAZETTEER);
  return "wrong" in found ? found.wrong : `${found.place.code}${found.remark ? ` ${found.remark}` : ""}`;
}

describe("a place is found by name", () => {
  test.each<[string, Partial<Whereabouts>, string]>([
    ["town and village", { town: "池店镇", village: "新店村" }, "350582107205"],
    ["short names", { town: "池店", village: "新店" }, "350582107205"],
    ["with county and committee", { town: "晋江市池店镇", village: "新店村委会" }, "350582107205"],
    ["town within the village column", { town: "安海镇", village: "安海镇新店村" }, "350582101220"],
    ["in the address", { address: "福建省泉州市晋江市池店镇华洲村华洲路8号" }, "350582107206"],
    ["in the name alone", { name: "竹园长者食堂", core: "竹园" }, "350582002012"],
    ["traditional characters", { town: "梅嶺街道", village: "竹園社區" }, "350582002012"],
    ["only the town", { town: "安海镇", name: "养心长者食堂", core: "养心" }, "350582101"],
    ["a town from a row above", { town: "安海镇", townFilled: true, village: "新店村" }, "350582101220"],
    [
      "the row itself against the town above",
      { town: "安海镇", townFilled: true, village: "竹园社区" },
      "350582002012",
    ],
    [
      "a village nobody knows",
      { town: "安海镇", village: "无名村" },
      "350582101 “无名村” is no village known here; only its town is kept",
    ],
  ])("%s", (_, row, place) => {
    expect(located(row)).toBe(place);
  });

  test.each<[string, Partial<Whereabouts>, string]>([
    ["a name in two towns", { village: "新店村" }, "it may be 安海镇新店村 or 池店镇新店村"],
    [
      "a village of another town",
      { town: "安海镇", village: "华洲村" },
      "the village is 池店镇华洲村, but the town written is 安海镇",
    ],
    ["two towns", { town: "安海镇", address: "池店镇新店村" }, "it names two towns, 安海镇 and 池店镇"],
    ["an unknown town", { town: "无名镇" }, "“无名镇” is no town of 晋江市"],
    ["another county", { address: "石狮市蚶江镇" }, "it lies in 石狮市, not in 晋江市"],
    ["nothing named", { name: "幸福长者食堂", core: "幸福" }, "no village or town of 晋江市 is named"],
    [
      "name against address",
      { town: "池店镇", name: "新店村长者食堂", core: "新店村", address: "华洲村口" },
      "its name says 新店村, its address 华洲村",
    ],
  ])("%s is refused", (_, row, why) => {
    expect(located(row)).toContain(why);
  });
});

describe("coordinates", () => {
  /** GCJ-02 from WGS-84 by the published polynomial, written anew as a measure of the converter. */
  function shifted(latitude: number, longitude: number): { latitude: number; longitude: number } {
    const [x, y, pi] = [longitude - 105, latitude - 35, Math.PI];
    const waves = (a: number, b: number, c: number, at: number, d: number, e: number, f: number) =>
      (2 / 3) * (a * Math.sin(at * pi) + b * Math.sin((at / d) * pi)) +
      (2 / 3) * (c * Math.sin((at / e) * pi) + f);
    const common = (2 / 3) * (20 * Math.sin(6 * x * pi) + 20 * Math.sin(2 * x * pi));
    const north =
      -100 +
      2 * x +
      3 * y +
      0.2 * y * y +
      0.1 * x * y +
      0.2 * Math.sqrt(Math.abs(x)) +
      common +
      waves(20, 40, 160, y, 3, 12, 320 * Math.sin((y * pi) / 30));
    const east =
      300 +
      x +
      2 * y +
      0.1 * x * x +
      0.1 * x * y +
      0.1 * Math.sqrt(Math.abs(x)) +
      common +
      waves(20, 40, 150, x, 3, 12, 300 * Math.sin((x / 30) * pi));
    const [axis, flat] = [6378245, 0.006693421622965943];
    const radians = (latitude / 180) * pi;
    const magic = 1 - flat * Math.sin(radians) ** 2;
    return {
      latitude: latitude + (north * 180) / (((axis * (1 - flat)) / (magic * Math.sqrt(magic))) * pi),
      longitude: longitude + (east * 180) / ((axis / Math.sqrt(magic)) * Math.cos(radians) * pi),
    };
  }

  test("the measure itself gives the published pair of Shanghai", () => {
    const { latitude, longitude } = shifted(31.1774276, 121.5272106);
    expect(latitude).toBeCloseTo(31.17530398364597, 6);
    expect(longitude).toBeCloseTo(121.531541859215, 6);
  });

  test("GCJ-02 becomes WGS-84 to the metre", () => {
    for (const [latitude, longitude] of [
      [24.81413, 118.57301],
      [24.71956, 118.4716],
      [25.05539, 118.1807],
    ] as const) {
      const there = shifted(latitude, longitude);
      const back = readPoint(String(there.longitude), String(there.latitude), "GCJ02");
      expect(back).toEqual({
        swapped: false,
        point: { latitude: expect.closeTo(latitude, 5), longitude: expect.closeTo(longitude, 5) },
      });
    }
  });

  test("BD-09 becomes WGS-84 to the metre", () => {
    const { latitude, longitude } = shifted(24.81413, 118.57301);
    const turn = (Math.PI * 3000) / 180;
    const length = Math.hypot(longitude, latitude) + 0.00002 * Math.sin(latitude * turn);
    const angle = Math.atan2(latitude, longitude) + 0.000003 * Math.cos(longitude * turn);
    const [x, y] = [length * Math.cos(angle) + 0.0065, length * Math.sin(angle) + 0.006];
    expect(readPoint(String(x), String(y), "BD09")).toEqual({
      swapped: false,
      point: { latitude: expect.closeTo(24.81413, 5), longitude: expect.closeTo(118.57301, 5) },
    });
  });

  test.each<[string, Datum | null]>([
    ["高德经度", "GCJ02"],
    ["经度（腾讯）", "GCJ02"],
    ["火星坐标系", "GCJ02"],
    ["BD-09", "BD09"],
    ["百度坐标", "BD09"],
    ["CGCS2000", "WGS84"],
    ["WGS84", "WGS84"],
    ["经度", null],
  ])("%s names %s", (text, datum) => {
    expect(datumOf(text)).toBe(datum);
  });

  test("numbers that changed places are put right", () => {
    expect(readPoint("24.81413", "118.57301", "WGS84")).toEqual({
      swapped: true,
      point: { latitude: 24.81413, longitude: 118.57301 },
    });
  });

  test.each([
    ["118.57", "39.9"],
    ["abc", "24.8"],
    ["1e3", "24.8"],
    ["", ""],
  ])("%s, %s is refused", (east, north) => {
    expect(readPoint(east, north, "WGS84")).toHaveProperty("wrong");
  });

  test("a point far from its village is refused", () => {
    const village = GAZETTEER.places.find(({ code }) => code === "350582101210") ?? null;
    const there = { latitude: 24.83145, longitude: 118.57309 };
    expect(misplaced(there, village, GAZETTEER)).toBe("lies 14.4 km from 梧山村");
    expect(misplaced({ latitude: 24.7281, longitude: 118.4879 }, village, GAZETTEER)).toBeNull();
    expect(misplaced({ latitude: 25.5, longitude: 118.2 }, null, GAZETTEER)).toContain(
      "from anything known in 晋江市",
    );
  });
});
