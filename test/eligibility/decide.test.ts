import { describe, expect, it } from "vitest";
import { decide, decideBenefit } from "../../src/engine/eligibility/index.ts";
import { indexKnowledge } from "../../src/engine/knowledge/index.ts";
import type { AmountRule, Benefit, Condition, Facts } from "../../src/engine/knowledge/types.ts";
import { benefit, document, provision, smallBundle } from "../knowledge/small-bundle.ts";

const DAY = "2023-06-01";
const JINJIANG = "350582";
const ANXI = "350524";
const CITY = "350500";
const over = (age: number, ...more: Condition[]): Condition => ({
  all: [{ fact: "age", "at-least": age }, ...more],
});
const sum = (value: number, extra: Partial<AmountRule> = {}): AmountRule => ({
  when: null,
  value,
  unit: "yuan/month",
  bound: "exact",
  goesTo: "person",
  label: null,
  ...extra,
});

function decided(benefits: Benefit | readonly Benefit[], facts: Facts, asOf = DAY) {
  const list = "id" in benefits ? [benefits] : benefits;
  return decide(indexKnowledge(smallBundle({ benefits: list, documents: DOCUMENTS })), facts, asOf);
}

/** Outcome, provision and missing facts of each decision: what the tests below are about. */
function told(benefits: Benefit | readonly Benefit[], facts: Facts, asOf = DAY) {
  return decided(benefits, facts, asOf).map((one) => [one.outcome, one.provision.id, one.evaluation.missing]);
}

const DOCUMENTS = [
  document("city"),
  document("old", { issued: "2010-01-01" }),
  document("page", { kind: "news", url: null }),
];

const CARE = benefit("care", [
  provision("city", CITY, over(80, { belongs: CITY })),
  provision("jinjiang", JINJIANG, over(70, { belongs: JINJIANG })),
]);

describe("which provision answers", () => {
  it("is the county's where it has one, else the city's", () => {
    expect(told(CARE, { age: 75, hukou: JINJIANG, residence: "350582101" })).toEqual([
      ["yes", "jinjiang", []],
    ]);
    expect(told(CARE, { age: 75, hukou: ANXI, residence: ANXI })).toEqual([["no", "city", []]]);
  });

  it("is of both counties when hukou and residence differ, and the text does not say which counts", () => {
    const decisions = decided(CARE, { age: 85, hukou: JINJIANG, residence: ANXI });
    expect(decisions.map((one) => [one.outcome, one.provision.id, one.confirm])).toEqual([
      ["yes", "city", []],
      ["unknown", "jinjiang", ["residence-differs"]],
    ]);
  });

  it("is not one that begins later, and within one place the one that began last", () => {
    const changed = benefit("changed", [
      provision("first", CITY, over(80), { period: { from: "2020-01-01", to: null, basis: "stated" } }),
      provision("second", CITY, over(90), { period: { from: "2022-01-01", to: null, basis: "stated" } }),
      provision("third", CITY, over(60), { period: { from: "2024-01-01", to: null, basis: "stated" } }),
    ]);
    expect(told(changed, { age: 85, hukou: ANXI, residence: ANXI })).toEqual([["no", "second", []]]);
    expect(told(changed, { age: 85, hukou: ANXI, residence: ANXI }, "2021-12-31")).toEqual([
      ["yes", "first", []],
    ]);
    expect(told(changed, { age: 85, hukou: ANXI, residence: ANXI }, "2019-12-31")).toEqual([]);
  });

  it("does not fall back to an older list when the newer one has ended", () => {
    const ended = benefit("ended", [
      provision("old", CITY, over(60), { period: { from: "2010-01-01", to: null, basis: "standing" } }),
      provision("new", CITY, over(80), { period: { from: "2020-01-01", to: "2022-12-31", basis: "stated" } }),
    ]);
    expect(told(ended, { age: 85, hukou: ANXI, residence: ANXI })).toEqual([["confirm", "new", []]]);
    expect(told(ended, { age: 65, hukou: ANXI, residence: ANXI })).toEqual([["no", "new", []]]);
  });

  it("is none when no place of the person has one", () => {
    const local = benefit("local", [provision("anxi", ANXI, over(60, { fact: "hukou", within: ANXI }))]);
    expect(told(local, { age: 85, hukou: JINJIANG, residence: JINJIANG })).toEqual([]);
    expect(told(local, { age: 85, hukou: JINJIANG })).toEqual([]);
  });
});

describe("of two counties' provisions", () => {
  const byHukou = benefit("cash", [
    provision("city", CITY, over(80, { fact: "hukou", within: CITY })),
    provision("jinjiang", JINJIANG, over(80, { fact: "hukou", within: JINJIANG })),
    provision("anxi", ANXI, over(80, { fact: "hukou", within: ANXI })),
  ]);

  it("the one that only the place rules out is left out", () => {
    expect(told(byHukou, { age: 85, hukou: ANXI, residence: JINJIANG })).toEqual([["yes", "anxi", []]]);
    expect(told(byHukou, { age: 75, hukou: ANXI, residence: JINJIANG })).toEqual([["no", "anxi", []]]);
    expect(told(byHukou, { hukou: ANXI, residence: JINJIANG })).toEqual([["unknown", "anxi", ["age"]]]);
    expect(told(byHukou, { age: 85, hukou: "TIA-QZ", residence: JINJIANG })).toEqual([["yes", "city", []]]);
  });

  it("one stays for its reason when the place rules out both", () => {
    const crossed = benefit("crossed", [
      provision("jinjiang", JINJIANG, over(80, { fact: "residence", within: JINJIANG })),
      provision("anxi", ANXI, over(80, { fact: "hukou", within: ANXI })),
    ]);
    expect(told(crossed, { age: 85, hukou: JINJIANG, residence: ANXI })).toEqual([["no", "jinjiang", []]]);
  });

  it("both stay when age or another fact rules one out", () => {
    const living = benefit("living", [
      provision("jinjiang", JINJIANG, over(90, { fact: "residence", within: JINJIANG })),
      provision("anxi", ANXI, over(80, { fact: "hukou", within: ANXI })),
    ]);
    expect(told(living, { age: 85, hukou: ANXI, residence: JINJIANG })).toEqual([
      ["yes", "anxi", []],
      ["no", "jinjiang", []],
    ]);
  });
});

describe("outside Quanzhou", () => {
  const AWAY = "elsewhere";
  const cash = benefit("cash", [
    provision("city", CITY, over(80, { fact: "hukou", within: CITY })),
    provision("jinjiang", JINJIANG, over(80, { fact: "hukou", within: JINJIANG })),
  ]);
  const service = benefit("service", [
    provision("city", CITY, over(80, { fact: "residence", within: CITY })),
    provision("jinjiang", JINJIANG, over(80, { fact: "residence", within: JINJIANG })),
  ]);
  const tiered = benefit("tiered", [
    provision("nation", "100000", over(60)),
    provision("city", CITY, over(80, { fact: "hukou", within: CITY })),
    provision("jinjiang", JINJIANG, over(80, { fact: "hukou", within: JINJIANG })),
  ]);

  it("a hukou gets no cash of ours, for that reason, and the home still counts for services", () => {
    const person = { age: 85, hukou: AWAY, residence: JINJIANG };
    const [refused] = decided(cash, person);
    expect([refused?.outcome, refused?.provision.id]).toEqual(["no", "jinjiang"]);
    expect(refused?.evaluation.because.map(({ fact, value }) => [fact, value])).toEqual([["hukou", AWAY]]);
    expect(told(cash, { ...person, residence: ANXI })).toEqual([["no", "city", []]]);
    expect(told(service, person)).toEqual([["yes", "jinjiang", []]]);
  });

  it("a home leaves what the hukou gives", () => {
    expect(told(cash, { age: 85, hukou: JINJIANG, residence: AWAY })).toEqual([["yes", "jinjiang", []]]);
    expect(told(service, { age: 85, hukou: JINJIANG, residence: AWAY })).toEqual([["no", "jinjiang", []]]);
  });

  it("with neither hukou nor home here the city's provision says why not", () => {
    expect(told(cash, { age: 85, hukou: AWAY, residence: AWAY })).toEqual([["no", "city", []]]);
    expect(told(CARE, { age: 85, hukou: AWAY, residence: AWAY })).toEqual([["no", "city", []]]);
  });

  it("the province's or the country's answers where no list of ours does", () => {
    expect(told(tiered, { age: 85, hukou: AWAY, residence: AWAY })).toEqual([["yes", "nation", []]]);
    expect(told(tiered, { age: 85, hukou: AWAY, residence: JINJIANG })).toEqual([["yes", "nation", []]]);
    expect(told(tiered, { age: 85, hukou: JINJIANG, residence: AWAY })).toEqual([["yes", "jinjiang", []]]);
    expect(told(tiered, { age: 70, hukou: JINJIANG, residence: AWAY })).toEqual([["no", "jinjiang", []]]);
  });

  it("is a full answer: only the other place is asked for", () => {
    expect(told(service, { age: 85, hukou: AWAY })).toEqual([["unknown", "city", ["residence"]]]);
    expect(told(cash, { age: 85, hukou: AWAY })).toEqual([["no", "city", []]]);
  });

  it("is a difference where the text is silent, unless both are outside", () => {
    const fujian = benefit("fujian", [provision("province", "350000", over(80, { belongs: "350000" }))]);
    const confirm = (facts: Facts) => decided(fujian, { age: 85, ...facts }).map((one) => one.confirm);
    expect(confirm({ hukou: AWAY, residence: JINJIANG })).toEqual([["residence-differs"]]);
    expect(confirm({ hukou: AWAY, residence: AWAY })).toEqual([[]]);
  });
});

describe("when the place is not told", () => {
  it("the city's provision is shown and the place is missing", () => {
    expect(told(CARE, { age: 85 })).toEqual([["unknown", "city", ["hukou", "residence"]]]);
    expect(told(CARE, { age: 85, hukou: CITY })).toEqual([["unknown", "city", ["residence"]]]);
    expect(told(CARE, { age: 85, hukou: CITY, residence: CITY })).toEqual([
      ["unknown", "city", ["hukou", "residence"]],
    ]);
  });

  it("a county's is shown when only counties have one, or when the city's fails and the county's may hold", () => {
    const local = benefit("local", [provision("anxi", ANXI, over(60, { fact: "hukou", within: ANXI }))]);
    expect(told(local, { age: 85 })).toEqual([["unknown", "anxi", ["hukou"]]]);
    expect(told(CARE, { age: 75 })).toEqual([["unknown", "jinjiang", ["hukou", "residence"]]]);
  });

  it("it is no when every provision fails wherever the person belongs", () => {
    expect(told(CARE, { age: 50 })).toEqual([["no", "city", []]]);
  });

  it("a right that asks no place is a yes only if no county may have another rule", () => {
    const right = benefit("right", [provision("province", "350000", over(65))]);
    const tiered = benefit("tiered", [
      provision("province", "350000", over(65)),
      provision("anxi", ANXI, over(90)),
    ]);
    expect(told(right, { age: 70 })).toEqual([["yes", "province", []]]);
    expect(told(right, {})).toEqual([["unknown", "province", ["age"]]]);
    expect(told(tiered, { age: 70 })).toEqual([["unknown", "province", ["hukou", "residence"]]]);
  });

  it("one known county is enough when its provision gives hope", () => {
    const cash = benefit("cash", [
      provision("jinjiang", JINJIANG, over(60, { fact: "hukou", within: JINJIANG })),
      provision("anxi", ANXI, over(60, { fact: "residence", within: ANXI })),
    ]);
    expect(told(cash, { age: 85, hukou: JINJIANG })).toEqual([["yes", "jinjiang", []]]);
    expect(told(cash, { age: 85, hukou: "TIA-QZ" })).toEqual([["unknown", "anxi", ["residence"]]]);
  });
});

describe("a provision that holds is at best “confirm”", () => {
  const person = { age: 85, hukou: ANXI, residence: ANXI };
  it.each([
    [
      "its period has ended",
      { period: { from: "2020-01-01", to: "2023-05-31", basis: "stated" } },
      ["ended"],
    ],
    ["its source gives no period", { period: { from: null, to: null, basis: "none" } }, ["undated"]],
    ["it only promotes", { force: "promote" }, ["weak-force"]],
    ["a person assesses", { assessed: true }, ["assessed"]],
    ["a news page is all there is", { sources: [{ document: "page", clause: "全文" }] }, ["news-source"]],
    ["several at once", { assessed: true, force: "target" }, ["weak-force", "assessed"]],
  ] as const)("when %s", (_, extra, reasons) => {
    const [decision] = decided(benefit("one", [provision("city", CITY, over(80), extra)]), person);
    expect([decision?.outcome, decision?.confirm]).toEqual(["confirm", reasons]);
  });

  it("and on its last day it is still a yes", () => {
    const last = benefit("one", [
      provision("city", CITY, over(80), { period: { from: "2020-01-01", to: DAY, basis: "stated" } }),
    ]);
    expect(told(last, person)).toEqual([["yes", "city", []]]);
  });
});

describe("the amount", () => {
  const person = { age: 85, hukou: JINJIANG, residence: JINJIANG };
  const FLOOR = provision("city", CITY, over(80), {
    floor: true,
    amounts: [sum(200, { bound: "at-least" })],
  });
  const own = (...amounts: AmountRule[]): Benefit =>
    benefit("money", [
      FLOOR,
      provision("jinjiang", JINJIANG, over(80), { sources: [{ document: "old", clause: "三" }], amounts }),
    ]);
  const amountOf = (one: Benefit, facts: Facts = person) => {
    const [decision] = decided(one, facts);
    return [decision?.amount?.value ?? null, decision?.amount?.bound ?? null, decision?.amountMissing];
  };

  it("is the county's own where it is not below the superior's floor", () => {
    expect(amountOf(own(sum(300)))).toEqual([300, "exact", []]);
  });

  it("is the floor where the county states none or less", () => {
    expect(amountOf(own())).toEqual([200, "at-least", []]);
    expect(amountOf(own(sum(100)))).toEqual([200, "at-least", []]);
  });

  it("is left alone where units or receivers cannot be compared", () => {
    expect(amountOf(own(sum(100, { unit: "yuan/year" })))).toEqual([100, "exact", []]);
    expect(amountOf(own(sum(100, { goesTo: "insurer" })))).toEqual([100, "exact", []]);
  });

  it("is the first whose condition holds, and none while an earlier one is open", () => {
    const tiers = own(sum(400, { when: { fact: "minimum-living", is: true } }), sum(300));
    expect(amountOf(tiers, { ...person, "minimum-living": true })).toEqual([400, "exact", []]);
    expect(amountOf(tiers, { ...person, "minimum-living": false })).toEqual([300, "exact", []]);
    expect(amountOf(tiers)).toEqual([null, null, ["minimum-living"]]);
  });

  it("is none for a no", () => {
    expect(amountOf(own(sum(300)), { ...person, age: 70 })).toEqual([null, null, []]);
  });

  it("cites the floor after the deciding source", () => {
    const [decision] = decided(own(sum(300)), person);
    expect(decision?.citations.map((citation) => citation.document)).toEqual(["old", "city"]);
  });

  it("never takes a doubtful floor's sum into a plain yes", () => {
    const undated = { ...FLOOR, period: { from: null, to: null, basis: "none" } as const };
    const one = benefit("money", [undated, provision("jinjiang", JINJIANG, over(80))]);
    const [decision] = decided(one, person);
    expect([decision?.outcome, decision?.amount, decision?.citations.length]).toEqual(["yes", null, 2]);
  });

  it("does not attach a floor that has ended to a provision in force", () => {
    const gone = { ...FLOOR, period: { from: "2010-01-01", to: "2020-01-01", basis: "stated" } as const };
    const [decision] = decided(benefit("money", [gone, provision("jinjiang", JINJIANG, over(80))]), person);
    expect([decision?.amount, decision?.citations.length]).toEqual([null, 1]);
  });
});

describe("what follows from the facts", () => {
  const disabled = benefit("disabled", [provision("city", CITY, { fact: "severe-disability", is: true })]);

  it("counts as known", () => {
    expect(told(disabled, { "disability-level": "1", hukou: ANXI, residence: ANXI })).toEqual([
      ["yes", "city", []],
    ]);
  });

  it("is unknown when it contradicts what was said", () => {
    const torn = { "disability-level": "1", "severe-disability": false, hukou: ANXI, residence: ANXI };
    expect(told(disabled, torn)).toEqual([["unknown", "city", ["severe-disability"]]]);
  });
});

describe("the order", () => {
  it("is yes, confirm, unknown, no; money before services; then by id", () => {
    const person = { age: 85, hukou: ANXI, residence: ANXI };
    const yes = (id: string, kind: Benefit["kind"]): Benefit =>
      benefit(id, [provision("p", CITY, over(80))], { kind });
    const list = [
      benefit("a-no", [provision("p", CITY, over(90))]),
      benefit("a-unknown", [provision("p", CITY, { fact: "lives-alone", is: true })]),
      yes("b-service", "service"),
      benefit("a-confirm", [provision("p", CITY, over(80), { assessed: true })]),
      yes("d-cash", "cash"),
      yes("c-cash", "cash"),
    ];
    const order = decided(list, person).map((one) => one.benefit.id);
    expect(order).toEqual(["c-cash", "d-cash", "b-service", "a-confirm", "a-unknown", "a-no"]);
  });
});

it("an unknown benefit has no decision", () => {
  expect(decideBenefit(indexKnowledge(smallBundle()), "nothing", { age: 80 }, DAY)).toEqual([]);
});
