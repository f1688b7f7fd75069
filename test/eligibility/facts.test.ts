import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkFacts, determinationId, impliedFacts } from "../../src/engine/eligibility/index.ts";
import { sha256 } from "../../src/engine/eligibility/sha256.ts";
import { indexKnowledge } from "../../src/engine/knowledge/index.ts";
import { smallBundle } from "../knowledge/small-bundle.ts";

const knowledge = indexKnowledge(smallBundle());

describe("facts from outside", () => {
  it("have no fault when they are known facts with allowed values", () => {
    const facts = {
      age: 82,
      hukou: "350582101201",
      residence: "TIA-QZ",
      "lives-alone": false,
      "care-need": "severe",
    };
    expect(checkFacts(knowledge, facts)).toEqual([]);
    expect(checkFacts(knowledge, { hukou: "elsewhere", residence: "elsewhere" })).toEqual([]);
  });

  it.each<[string, unknown, string]>([
    ["age", "82", "must be a whole number from 0 to 130"],
    ["age", 82.5, "must be a whole number from 0 to 130"],
    ["age", -1, "must be a whole number from 0 to 130"],
    ["age", Number.NaN, "must be a whole number from 0 to 130"],
    ["age", null, "must not be empty; leave the fact out when it is unknown"],
    ["lives-alone", "true", "must be true or false"],
    ["care-need", "heavy", "must be one of none, partial, severe"],
    ["hukou", "110000", "must be the code of a known place, as text"],
    ["hukou", 350582, "must be the code of a known place, as text"],
    ["hukou", ["350582"], "must be the code of a known place, as text"],
  ])("%s = %j is refused: %s", (field, value, problem) => {
    expect(checkFacts(knowledge, { [field]: value })).toEqual([{ field, problem }]);
  });

  it("name the facts there are when one is unknown", () => {
    const [fault] = checkFacts(knowledge, { height: 180 });
    expect(fault?.field).toBe("height");
    expect(fault?.problem).toMatch(/^is not a known fact; facts are hukou, residence, age,/);
  });

  it("are refused when they contradict what follows from others", () => {
    const faults = checkFacts(knowledge, { "disability-level": "2", "severe-disability": false });
    expect(faults.map((fault) => fault.field)).toEqual(["severe-disability"]);
  });

  it("are refused, not crashed on, when they are something else altogether", () => {
    for (const value of [null, undefined, 7, "facts", [], () => 1]) {
      expect(checkFacts(knowledge, value)).toEqual([
        { field: "facts", problem: "must be an object of facts" },
      ]);
    }
    const hostile = JSON.parse('{"__proto__": {"age": 82}, "constructor": 1, "toString": true}');
    expect(checkFacts(knowledge, hostile).map((fault) => fault.field)).toEqual([
      "__proto__",
      "constructor",
      "toString",
    ]);
  });

  it("never crash the check, whatever they are", () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => {
        expect(Array.isArray(checkFacts(knowledge, value))).toBe(true);
      }),
    );
  });
});

describe("what follows from facts", () => {
  it("is added", () => {
    expect(impliedFacts(knowledge, { "disability-level": "2" })).toEqual({
      "disability-level": "2",
      "severe-disability": true,
    });
  });

  it("is unknown when it contradicts what was said", () => {
    expect(impliedFacts(knowledge, { "severe-disability": true, "disability-level": "none" })).toEqual({
      "disability-level": "none",
    });
  });
});

describe("the id of a determination", () => {
  it("is the same whatever the order of the facts", () => {
    const one = determinationId({ age: 82, hukou: "350582" }, "v1", "2026-11-22");
    expect(determinationId({ hukou: "350582", age: 82 }, "v1", "2026-11-22")).toBe(one);
    expect(one).toMatch(/^[0-9a-f]{32}$/);
  });

  it("changes with a fact, its kind, the knowledge and the day", () => {
    const ids = [
      determinationId({ age: 82 }, "v1", "2026-11-22"),
      determinationId({ age: 83 }, "v1", "2026-11-22"),
      determinationId({ age: "82" }, "v1", "2026-11-22"),
      determinationId({}, "v1", "2026-11-22"),
      determinationId({ age: 82 }, "v2", "2026-11-22"),
      determinationId({ age: 82 }, "v1", "2026-11-23"),
    ];
    expect(new Set(ids).size).toBe(ids.length);
  });
});

describe("sha256", () => {
  it.each([
    ["", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    ["abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ],
    ["a".repeat(1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"],
  ])("of the published vectors is right", (text, digest) => {
    expect(sha256(text)).toBe(digest);
  });

  it("agrees with Node's on any text, Chinese and emoji included", () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: "grapheme" }), fc.constantFrom("户籍在晋江", "👵🏻")),
        (text) => {
          expect(sha256(text)).toBe(createHash("sha256").update(text, "utf8").digest("hex"));
        },
      ),
      { numRuns: 500 },
    );
  });
});
