import { describe, expect, it } from "vitest";
import type { AmountRule, Condition, Provision } from "../../src/engine/knowledge/types.ts";
import { realBundle } from "../real-bundle.ts";

/** Traps that can be looked for in the whole knowledge itself, without asking it anything. */
const bundle = realBundle();
const TODAY = "2026-11-22";
const kindOf = new Map(bundle.documents.map((document) => [document.id, document.kind]));
const provisions = bundle.benefits.flatMap((benefit) =>
  benefit.provisions.map((provision) => ({ benefit, provision, at: `${benefit.id}/${provision.id}` })),
);

/** Why the provision can never be a plain yes, or that it can on some day. */
function doubts(provision: Provision): readonly string[] {
  return [
    ...(provision.force === "grant" || provision.force === "duty" ? [] : [provision.force]),
    ...(provision.assessed ? ["assessed"] : []),
    ...(provision.period.basis === "none" ? ["undated"] : []),
    ...(kindOf.get(provision.sources[0]?.document ?? "") === "news" ? ["news"] : []),
  ];
}

function leaves(condition: Condition): readonly Condition[] {
  if ("all" in condition) return condition.all.flatMap(leaves);
  if ("any" in condition) return condition.any.flatMap(leaves);
  if ("not" in condition) return leaves(condition.not);
  return [condition];
}

function textsOf(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(textsOf) : [];
}

const asks = (provision: Provision, fact: string): boolean =>
  leaves(provision.who).some((leaf) => "fact" in leaf && leaf.fact === fact && "within" in leaf);

describe("what only promotes, explores or aims, is undated, assessed or news", () => {
  const weak = provisions.filter(({ provision }) => doubts(provision).length > 0);

  it("is never a yes in its own examples", () => {
    expect(weak.length).toBeGreaterThan(60);
    const yes = weak.flatMap(({ benefit, provision, at }) =>
      benefit.examples
        .filter((example) => example.outcome === "yes" && example.provision === provision.id)
        .map((example) => `${at}: ${example.name}`),
    );
    expect(yes).toEqual([]);
  });

  it("comes in every kind, so that none is guarded in vain", () => {
    expect(new Set(weak.flatMap(({ provision }) => doubts(provision)))).toEqual(
      new Set(["promote", "explore", "target", "assessed", "undated", "news"]),
    );
  });

  it("leaves exactly one benefit that can be a plain yes today: the standing support of people in extreme poverty", () => {
    const firm = provisions.filter(
      ({ provision }) =>
        doubts(provision).length === 0 &&
        (provision.period.from ?? "") <= TODAY &&
        (provision.period.to ?? TODAY) >= TODAY,
    );
    expect(firm.map(({ at }) => at)).toEqual(["extreme-poverty-support/national-2014"]);
  });
});

describe("a founding document that is not dated or has ended", () => {
  it.each([
    ["quanzhou-2017-homecare", null],
    ["quanzhou-2021-56", "2025-12-31"],
    ["quanzhou-2022-57", "2025-12-31"],
    ["anxi-2022-14", "2025-12-31"],
    ["jinjiang-2022-8", "2024-12-31"],
  ])("%s ends every provision that rests on it first by %s", (id, to) => {
    const resting = provisions.filter(({ provision }) => provision.sources[0]?.document === id);
    expect(resting.length).toBeGreaterThan(4);
    const beyond = resting.filter(({ provision }) =>
      to === null ? provision.period.basis !== "none" : (provision.period.to ?? "9999") > to,
    );
    expect(beyond.map(({ at }) => at)).toEqual([]);
  });
});

describe("money", () => {
  const sums = provisions.flatMap(({ at, benefit, provision }) =>
    provision.amounts.map((amount: AmountRule) => ({ at, benefit, provision, amount })),
  );

  it("of every sum is a figure of its clause", () => {
    expect(sums.filter(({ provision, amount }) => !provision.figures.includes(amount.value))).toEqual([]);
  });

  it("paid to an insurer belongs to an insurance, never to cash", () => {
    const premiums = sums.filter(({ amount }) => amount.goesTo === "insurer");
    expect(premiums.length).toBeGreaterThan(3);
    expect(premiums.filter(({ benefit }) => benefit.kind !== "insurance").map(({ at }) => at)).toEqual([]);
  });

  it("paid to an organisation is cash only where the home keeps the person, and says so", () => {
    const kept = sums.filter(
      ({ amount, benefit }) => amount.goesTo === "organisation" && benefit.kind === "cash",
    );
    expect(kept.filter(({ amount }) => !amount.label?.["zh-Hans"].includes("钱用在供养上"))).toEqual([]);
  });

  it("of a county or of the city that is cash for the person asks for the hukou", () => {
    const local = sums.filter(
      ({ benefit, provision, amount }) =>
        benefit.kind === "cash" &&
        amount.goesTo === "person" &&
        !["350000", "100000"].includes(provision.jurisdiction),
    );
    expect(local.length).toBeGreaterThan(40);
    expect(local.filter(({ provision }) => !asks(provision, "hukou")).map(({ at }) => at)).toEqual([]);
    expect(local.filter(({ provision }) => asks(provision, "residence")).map(({ at }) => at)).toEqual([]);
  });

  it("in vouchers, bus fares and health checks goes by the home, whatever the hukou", () => {
    for (const id of ["consumption-subsidy", "elder-concessions-60", "health-check-65"]) {
      const own = provisions.filter(({ benefit }) => benefit.id === id);
      expect(own.length).toBeGreaterThan(0);
      expect(own.filter(({ provision }) => asks(provision, "hukou")).map(({ at }) => at)).toEqual([]);
      expect(own.filter(({ provision }) => !asks(provision, "residence")).map(({ at }) => at)).toEqual([]);
    }
  });
});

describe("an age", () => {
  it("counts from the birthday on, and no text says “over” for it", () => {
    const texts = [...bundle.benefits, ...bundle.topics, ...bundle.documents, ...bundle.outlines].flatMap(
      (entry) => textsOf({ ...entry, also: [] }),
    );
    expect(texts.length).toBeGreaterThan(2000);
    const wrong = texts.filter(
      (text) =>
        /(超过|大于|高于) ?\d+ ?周?岁/.test(text) ||
        /\b(over|above|older than) (the age of )?(60|65|70|80|90|100)\b(?!%| ?percent| ?yuan)/.test(text),
    );
    expect(wrong).toEqual([]);
  });

  it("that decides is one that the sources name", () => {
    const ages = provisions.flatMap(({ at, provision }) =>
      [provision.who, ...provision.amounts.flatMap((amount) => amount.when ?? [])]
        .flatMap(leaves)
        .flatMap((leaf) =>
          "fact" in leaf && leaf.fact === "age" && "at-least" in leaf ? [{ at, age: leaf["at-least"] }] : [],
        ),
    );
    expect(ages.length).toBeGreaterThan(100);
    expect(new Set(ages.map(({ age }) => age))).toEqual(new Set([60, 65, 80, 90, 91, 95, 99, 100]));
  });
});

describe("what is not for elders", () => {
  it("child care decides nothing and has no benefit", () => {
    const inBenefits = bundle.benefits.filter((benefit) =>
      /托位|托育|婴幼|托班/.test(JSON.stringify(benefit)),
    );
    expect(inBenefits.map(({ id }) => id)).toEqual([]);
    expect(bundle.topics.find(({ id }) => id === "child-care")?.kind).toBe("other-scope");
  });

  it("money for operators is a topic, never a benefit of the same name", () => {
    const subsidies = bundle.topics.filter((topic) => topic.kind === "provider-subsidy");
    expect(subsidies.length).toBeGreaterThan(10);
    const ids = new Set(bundle.benefits.map(({ id }) => id));
    const names = new Set(bundle.benefits.map(({ name }) => name["zh-Hans"]));
    expect(subsidies.filter(({ id, name }) => ids.has(id) || names.has(name["zh-Hans"]))).toEqual([]);
  });
});

describe("officials", () => {
  it("are never named: no text puts a name before or after an office", () => {
    const { vocabulary: _, intentModel: __, ...told } = bundle;
    const office = "副?(?:市长|局长|县长|区长|主任科员|科长|书记|大队长|指挥长|规划师|召集人)(?!者)";
    // 分管副市长, 民政局负责人: an office without a name is no person.
    const named = new RegExp(
      `(?:${office})[:：]?\\s?[一-龥]{1,2}\\s?[一-龥](?:[，。；、（(]|$)|[（(](?:市|县|区)[一-龥]*${office}`,
    );
    expect(textsOf(told).length).toBeGreaterThan(10_000);
    expect(textsOf(told).filter((text) => named.test(text))).toEqual([]);
    const beforeOffice =
      /(?:^|[，。；、：])[一-龥]{2,3}(?:同志|局长|副局长|主任|市长|副市长|科长)(?:[，。；、]|$)/;
    expect(textsOf(told).filter((text) => beforeOffice.test(text) && !/分管副市长/.test(text))).toEqual([]);
  });

  it("and the membership list of Jinjiang’s meeting is cited by no entry as a source of people", () => {
    const cited = [
      ...provisions.flatMap(({ provision }) => provision.sources),
      ...bundle.topics.flatMap((topic) => topic.answers.flatMap((answer) => answer.sources)),
    ];
    expect(cited.length).toBeGreaterThan(200);
    expect(
      cited.filter(({ document, clause }) => document === "jinjiang-2022-8" && clause.includes("附件1-2")),
    ).toEqual([]);
  });
});
