import { describe, expect, it } from "vitest";
import {
  countyOf,
  ELSEWHERE,
  findPlaces,
  indexKnowledge,
  isElsewhere,
  isWithin,
  jurisdictionRank,
  officeFor,
  placePath,
  sourceOf,
  townOf,
} from "../../src/engine/knowledge/index.ts";
import type { Office } from "../../src/engine/knowledge/types.ts";
import type { Source } from "../../src/engine/message/types.ts";
import { document, PLACES, place, smallBundle, text } from "./small-bundle.ts";

const VILLAGE = "350582101201";
const office = (id: string, extra: Partial<Office> = {}): Office => ({
  id,
  name: text(id),
  matter: text(id),
  place: null,
  phone: null,
  address: null,
  hours: null,
  kind: "role",
  role: null,
  sources: [],
  checked: "2026-01-01",
  ...extra,
});
const OFFICES = [
  office("civil"),
  office("civil-jinjiang", { kind: "office", role: "civil", place: "350582" }),
  office("civil-anhai", { kind: "office", role: "civil", place: "350582101" }),
];
const knowledge = indexKnowledge(
  smallBundle({
    offices: OFFICES,
    documents: [document("plan", { number: "泉政办〔2021〕56号", title: "规划" })],
  }),
);

describe("places", () => {
  it("lead from the village to the city", () => {
    expect(placePath(knowledge, VILLAGE).map((one) => one.code)).toEqual([
      VILLAGE,
      "350582101",
      "350582",
      "350500",
    ]);
    expect([townOf(knowledge, VILLAGE), countyOf(knowledge, VILLAGE)]).toEqual(["350582101", "350582"]);
    expect([townOf(knowledge, "350582"), countyOf(knowledge, "350500"), countyOf(knowledge, "x")]).toEqual([
      null,
      null,
      null,
    ]);
  });

  it.each([
    [VILLAGE, "350582", true],
    ["350582", VILLAGE, false],
    ["350582", "350524", false],
    ["TIA-QZ", "350500", true],
    ["TIA-QZ", "350582", false],
    ["350500", "350500", true],
    ["350500", "350000", true],
    ["350582", "100000", true],
    ["350000", "350500", false],
    ["100000", "350000", false],
    ["x", "350500", false],
    ["x", "x", false],
    ["elsewhere", "350500", false],
    ["elsewhere", "100000", false],
    ["350582", "elsewhere", false],
  ])("%s lies within %s: %s", (code, ancestor, expected) => {
    expect(isWithin(knowledge, code, ancestor)).toBe(expected);
  });

  it("rank from the nation to the village", () => {
    const codes = ["x", "elsewhere", "100000", "350000", "350500", "TIA-QZ", "350582101", VILLAGE];
    expect(codes.map((code) => jurisdictionRank(knowledge, code))).toEqual([-1, -1, 0, 1, 2, 3, 4, 5]);
  });

  it("outside Quanzhou are one, which has no county, town or path to the city", () => {
    expect([isElsewhere(knowledge, ELSEWHERE), isElsewhere(knowledge, "350500")]).toEqual([true, false]);
    expect([countyOf(knowledge, ELSEWHERE), townOf(knowledge, ELSEWHERE)]).toEqual([null, null]);
    expect(placePath(knowledge, ELSEWHERE).map((one) => one.code)).toEqual([ELSEWHERE]);
    expect(officeFor(knowledge, "civil", ELSEWHERE)?.id).toBe("civil");
  });

  it("that name themselves as parent do not hang the look-up", () => {
    const loop = indexKnowledge(smallBundle({ places: [...PLACES, place("loop", "town", "loop", "圈")] }));
    expect([countyOf(loop, "loop"), isWithin(loop, "loop", "350582")]).toEqual([null, false]);
  });
});

describe("the office for a role", () => {
  it("is the nearest concrete one, else the role itself", () => {
    expect(officeFor(knowledge, "civil", VILLAGE)?.id).toBe("civil-anhai");
    expect(officeFor(knowledge, "civil", "350582")?.id).toBe("civil-jinjiang");
    expect(officeFor(knowledge, "civil", "350524")?.id).toBe("civil");
    expect(officeFor(knowledge, "civil", null)?.id).toBe("civil");
    expect(officeFor(knowledge, "nobody", VILLAGE)).toBeNull();
  });
});

describe("a citation", () => {
  it("is made readable as the messages want it", () => {
    const source: Source = sourceOf(knowledge, { document: "plan", clause: "二（三）7" });
    expect(source).toEqual({
      document: "plan",
      number: "泉政办〔2021〕56号",
      title: "规划",
      clause: "二（三）7",
      issued: "2020-01-01",
      url: "https://example.org/",
      checked: "2026-01-01",
      kind: "policy",
    });
  });

  it("of a document that is not there is an error that names it", () => {
    expect(() => sourceOf(knowledge, { document: "lost", clause: "一" })).toThrow('cites "lost"');
  });
});

describe("places by name", () => {
  const codes = (query: string, limit = 3) => findPlaces(knowledge, query, limit).map((one) => one.code);

  it("are found in full, in part, and by the place above", () => {
    expect(codes("安海镇")[0]).toBe("350582101");
    expect(codes("安海")[0]).toBe("350582101");
    expect(codes("晋江")[0]).toBe("350582");
    expect(codes("晋江安海镇鸿塔")[0]).toBe(VILLAGE);
  });

  it("are none for nothing, and no more than asked for", () => {
    expect(codes("  ")).toEqual([]);
    expect(codes("zzz")).toEqual([]);
    expect(codes("市", 1)).toHaveLength(1);
    expect(codes("安", 0)).toEqual([]);
    expect(codes("泉州以外", 99)).not.toContain(ELSEWHERE);
  });
});
