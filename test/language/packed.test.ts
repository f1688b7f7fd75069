import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildAutomaton, longest } from "../../src/engine/language/automaton.ts";
import { pack, signed, unpack, unsigned } from "../../src/engine/language/packing.ts";
import { buildTrie, placeIn } from "../../src/engine/language/trie.ts";

const word = fc.string({
  unit: fc.constantFrom("低", "保", "户", "a", "b", " "),
  minLength: 1,
  maxLength: 6,
});

describe("a tree of words in flat arrays", () => {
  it("holds every word that was put in, and no other", () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { maxLength: 40 }), word, (words, other) => {
        const sorted = [...words].sort();
        const trie = buildTrie(sorted);
        for (const [at, one] of sorted.entries()) expect(placeIn(trie, one)).toBe(at);
        if (!words.includes(other)) expect(placeIn(trie, other)).toBe(-1);
      }),
    );
  });

  it("holds nothing when it is empty", () => {
    expect(placeIn(buildTrie([]), "低保")).toBe(-1);
  });
});

describe("the words found in a text", () => {
  it("are those that stand there, at every position and with all they stand for", () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), fc.array(word, { maxLength: 10 }), (words, pieces) => {
        const text = pieces.join("");
        const han = words.filter((one) => !/[a-z]/.test(one));
        const found = buildAutomaton(
          han.flatMap((one) => [[one, "mark:x"] as const, [one, "mark:y"] as const]),
        );
        const expected = [...text].flatMap((_, start) =>
          [...new Set(han)].filter((one) => text.startsWith(one, start)).map((one) => `${start} ${one}`),
        );
        const matches = found.findAll(text);
        expect(matches.map(({ start, word: one }) => `${start} ${one}`).sort()).toEqual(expected.sort());
        for (const { concepts } of matches) expect(concepts).toEqual(["mark:x", "mark:y"]);
      }),
    );
  });

  it("stand alone when they are English", () => {
    const found = buildAutomaton([["age", "mark:age"]]);
    expect(found.findAll("old age, aged; teenage").map(({ start }) => start)).toEqual([4]);
  });

  it("are thinned out to the longest, which never overlap", () => {
    const found = buildAutomaton(["高龄", "高龄津贴", "津贴", "贴现"].map((one) => [one, "mark:x"] as const));
    expect(longest(found.findAll("高龄津贴现")).map(({ word: one }) => one)).toEqual(["高龄津贴"]);
    expect(longest(found.findAll("高龄的津贴")).map(({ word: one }) => one)).toEqual(["高龄", "津贴"]);
  });
});

describe("packed numbers", () => {
  it("come out as they went in", () => {
    fc.assert(
      fc.property(fc.array(fc.nat()), (numbers) => {
        expect(unpack(pack(numbers))).toEqual(numbers);
      }),
    );
  });

  it("keep their sign", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -(2 ** 29), max: 2 ** 29 })), (numbers) => {
        expect(unpack(pack(numbers.map(unsigned))).map(signed)).toEqual(numbers.map((one) => one + 0));
      }),
    );
  });

  it("need no quoting in JSON", () => {
    const text = pack(Array.from({ length: 5000 }, (_, at) => at));
    expect(JSON.stringify(text)).toBe(`"${text}"`);
  });
});
