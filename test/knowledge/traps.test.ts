import { describe, expect, it } from "vitest";
import {
  type Block,
  createEngine,
  type Entitlement,
  type Facts,
  type Provision,
} from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";

/**
 * Answers that would hurt an elder, each looked for in what the real knowledge says to many people: money that does
 * not come, money that goes to somebody else, a sum of two sums, a place that is not there.
 */
const TODAY = "2026-11-22";
const NOW = `${TODAY}T10:30:00+08:00`;
/** A day on which all five founding documents but none of the later endings spoke. */
const EARLIER = "2023-06-01";

const bundle = realBundle();
const engine = createEngine(bundle);
const AGES = [62, 82, 101];
const SITUATIONS: readonly Facts[] = [
  {},
  { "minimum-living": true, "care-need": "severe", "disability-level": "1", "resident-pension": true },
  { "extreme-poverty": true, "care-need": "none", "support-mode": "dispersed", "lives-alone": true },
  { "extreme-poverty": true, "care-need": "severe", "support-mode": "central", "in-institution": true },
  { "special-family-planning": true, "minimum-living": false, "care-need": "severe", area: "rural" },
  { "ltci-insured": true, "assessed-care-need": "mild", "disability-level": "2", "resident-pension": true },
  {
    "ltci-insured": true,
    "assessed-care-need": "moderate",
    "in-institution": false,
    "extreme-poverty": false,
  },
  {
    "ltci-insured": true,
    "assessed-care-need": "severe",
    "care-need": "severe",
    "in-institution": true,
    "extreme-poverty": false,
    "minimum-living": false,
  },
  { "only-child-parent": true, "preferential-treatment": true, "care-need": "partial", area: "urban" },
];
const COUNTIES = bundle.places.filter((place) => place.level === "county").map((place) => place.code);
const PEOPLE: readonly Facts[] = COUNTIES.flatMap((county) =>
  AGES.flatMap((age) =>
    SITUATIONS.map((situation) => ({ age, hukou: county, residence: county, ...situation })),
  ),
);

interface Told {
  readonly facts: Facts;
  readonly entitlement: Entitlement;
}

function toldOn(day: string, people: readonly Facts[] = PEOPLE): readonly Told[] {
  return people.flatMap((facts) =>
    engine.determine(facts, day, "zh-Hans").entitlements.map((entitlement) => ({ facts, entitlement })),
  );
}

const told = toldOn(TODAY);

/** One person for every different amount that is told today. */
const WITH_AMOUNT: readonly Told[] = [
  ...new Map(
    told
      .filter(({ entitlement }) => entitlement.amount !== null && entitlement.outcome !== "no")
      .map((one) => [
        JSON.stringify([one.entitlement.benefit, one.entitlement.provision, one.entitlement.amount]),
        one,
      ]),
  ).values(),
];

/** What a face shows as the amount when this person asks for this benefit. */
function amountLine({ facts, entitlement }: Told): string {
  const { state } = engine.turn(null, { kind: "choice", id: "start" }, { now: NOW, language: "zh-Hans" });
  const knowing = { ...state, people: { [state.about]: facts } };
  const { reply } = engine.turn(
    knowing,
    { kind: "choice", id: `benefit:${entitlement.benefit}` },
    { now: NOW, language: "zh-Hans" },
  );
  const card = reply.blocks.find(
    (block): block is Extract<Block, { kind: "benefit" }> =>
      block.kind === "benefit" && block.benefit === entitlement.benefit && block.outcome !== "info",
  );
  const label = bundle.phrases["zh-Hans"]["label.amount"];
  return card?.lines.find((line) => line.label === label)?.text ?? "";
}

const LINES = WITH_AMOUNT.map((one) => ({
  name: `${one.entitlement.benefit}/${one.entitlement.provision}`,
  amount: one.entitlement.amount,
  text: amountLine(one),
}));

/** Names of the lines of which the amount is so and the text is not as it must be. */
function offending(
  concerns: (amount: NonNullable<Entitlement["amount"]>) => boolean,
  isRight: (text: string) => boolean,
): readonly string[] {
  const concerned = LINES.filter(({ amount }) => amount !== null && concerns(amount));
  expect(concerned.length).toBeGreaterThan(0);
  return concerned.filter(({ text }) => !isRight(text)).map(({ name, text }) => `${name}: ${text}`);
}

describe("money for operators", () => {
  const subsidies = bundle.topics.filter((topic) => topic.kind === "provider-subsidy");

  it("is known, but never among what a person is entitled to", () => {
    const ids = new Set(subsidies.map((topic) => topic.id));
    const names = new Set(subsidies.map((topic) => topic.name["zh-Hans"]));
    expect(ids.size).toBeGreaterThan(5);
    expect(told.filter(({ entitlement }) => ids.has(entitlement.benefit))).toEqual([]);
    expect(told.filter(({ entitlement }) => names.has(entitlement.name))).toEqual([]);
  });

  it("is not won by saying that one runs a canteen or a home", () => {
    const operators = COUNTIES.map((county) => ({ age: 45, hukou: county, residence: county }));
    for (const facts of [...operators, ...PEOPLE.slice(0, SITUATIONS.length)]) {
      const asOperator = engine.determine({ ...facts, role: "operator" }, TODAY, "zh-Hans");
      expect(asOperator.entitlements).toEqual(engine.determine(facts, TODAY, "zh-Hans").entitlements);
    }
  });

  it("is told to an operator as a matter of the office, with no benefit card", () => {
    const { reply, understanding } = engine.turn(
      null,
      { kind: "text", text: "我在石狮想开一家长者食堂，建设补助有多少" },
      { now: NOW, language: "zh-Hans" },
    );
    expect(understanding.intent).toBe("provider_subsidy");
    expect(reply.blocks.filter((block) => block.kind === "benefit")).toEqual([]);
  });
});

describe("a sum of money", () => {
  const stated = (provision: Provision, { benefit, amount, sources }: Entitlement): boolean =>
    sources.some((source) => source.document === provision.sources[0]?.document) &&
    bundle.benefits.some((one) => one.id === benefit && one.provisions.includes(provision)) &&
    provision.amounts.some(
      (rule) => rule.value === amount?.value && rule.unit === amount.unit && rule.goesTo === amount.goesTo,
    );

  it("always stands in one cited document, never comes from adding two", () => {
    const provisions = bundle.benefits.flatMap((benefit) => benefit.provisions);
    const unfounded = WITH_AMOUNT.filter(
      ({ entitlement }) => !provisions.some((provision) => stated(provision, entitlement)),
    );
    expect(WITH_AMOUNT.length).toBeGreaterThan(40);
    expect(unfounded.map(({ entitlement }) => entitlement)).toEqual([]);
  });

  it("of the city and the county for a centenarian is never told as 400 or more", () => {
    const centenarians = told.filter(
      ({ facts, entitlement }) =>
        facts.age === 101 && /^centenarian-(city|county)-allowance$/.test(entitlement.benefit),
    );
    expect(centenarians.length).toBe(2 * COUNTIES.length * SITUATIONS.length);
    expect(centenarians.filter(({ entitlement }) => (entitlement.amount?.value ?? 0) > 300)).toEqual([]);
    expect(
      centenarians.filter(({ entitlement }) => !entitlement.gaps.join("").includes("不要重复相加")),
    ).toEqual([]);
  });

  it("of the care allowances of 2017 and 2021 is never told as 600", () => {
    const facts = {
      age: 82,
      hukou: "350503",
      residence: "350503",
      "extreme-poverty": true,
      "special-family-planning": true,
      "minimum-living": true,
      "care-need": "severe",
    };
    const { entitlements } = engine.determine(facts, EARLIER, "zh-Hans");
    const values = entitlements
      .filter((one) => /care-allowance$/.test(one.benefit) && !one.benefit.startsWith("disability"))
      .map((one) => one.amount?.value);
    expect(values.length).toBe(2);
    expect(new Set(values)).toEqual(new Set([300]));
  });
});

describe("an amount in words", () => {
  it("is on the card of everybody who is told one", () => {
    expect(LINES.filter(({ text, amount }) => !text.includes(String(amount?.value)))).toEqual([]);
  });

  it("that is a minimum says so", () => {
    expect(
      offending(
        ({ bound }) => bound === "at-least",
        (text) => /不低于|不少于/.test(text),
      ),
    ).toEqual([]);
  });

  it("that is a maximum says so", () => {
    expect(
      offending(
        ({ bound }) => bound === "up-to",
        (text) => text.includes("最多"),
      ),
    ).toEqual([]);
  });

  it("for a month is never said as for a year", () => {
    expect(
      offending(
        ({ unit }) => unit === "yuan/month",
        (text) => text.includes("每月") && !text.includes("每年"),
      ),
    ).toEqual([]);
  });

  it("for a year is never said as for a month", () => {
    expect(
      offending(
        ({ unit }) => unit === "yuan/year",
        (text) => text.includes("每年") && !text.includes("每月"),
      ),
    ).toEqual([]);
  });

  it("that goes to an organisation or insurer says that it is not paid to the person", () => {
    expect(
      offending(
        ({ goesTo }) => goesTo !== "person",
        (text) => text.includes("不发到个人手里"),
      ),
    ).toEqual([]);
  });

  it("that is paid to the person is not said to go elsewhere", () => {
    expect(
      offending(
        ({ goesTo, unit }) => goesTo === "person" && unit.startsWith("yuan"),
        (text) => !text.includes("不发到个人手里"),
      ),
    ).toEqual([]);
  });
});

describe("a rule whose period has ended", () => {
  const ended = told.filter(
    ({ entitlement }) => entitlement.validity.to !== null && entitlement.validity.to < TODAY,
  );

  it("is never a yes today, and says that it has ended", () => {
    expect(ended.length).toBeGreaterThan(100);
    expect(ended.filter(({ entitlement }) => entitlement.outcome === "yes")).toEqual([]);
    expect(ended.filter(({ entitlement }) => entitlement.validity.state !== "ended")).toEqual([]);
    const silent = ended.filter(
      ({ entitlement }) => entitlement.outcome === "confirm" && entitlement.confirm.length === 0,
    );
    expect(silent).toEqual([]);
  });

  it("was a yes for some of the same people while it ran", () => {
    const yesThen = new Set(
      toldOn(EARLIER, PEOPLE.slice(0, SITUATIONS.length * AGES.length))
        .filter(({ entitlement }) => entitlement.outcome === "yes")
        .map(({ entitlement }) => `${entitlement.benefit}/${entitlement.provision}`),
    );
    const both = ended.filter(({ entitlement }) =>
      yesThen.has(`${entitlement.benefit}/${entitlement.provision}`),
    );
    expect(both.length).toBeGreaterThan(0);
  });
});

describe("a page of news", () => {
  it("never makes a plain yes", () => {
    const yes = told.filter(({ entitlement }) => entitlement.outcome === "yes");
    expect(yes.length).toBeGreaterThan(0);
    expect(yes.filter(({ entitlement }) => entitlement.sources[0]?.kind === "news")).toEqual([]);
  });
});

describe("a place that is only planned", () => {
  const everyday = { days: [1, 2, 3, 4, 5, 6, 7], opens: 0, closes: 24 * 60 };
  const planned = bundle.facilities.filter((one) => one.status === "planned");
  /** Careless data: somebody typed in hours for places that do not exist yet. */
  const withHours = planned.map((one) => ({ ...one, sessions: [everyday], reported: TODAY }));
  const running = bundle.facilities.filter((one) => one.status !== "planned");

  it("does not come while places that run are known", () => {
    const hits = engine.facilities({ at: NOW, limit: 1000 }, "zh-Hans");
    expect(planned.length).toBeGreaterThan(10);
    expect(hits.length).toBeGreaterThan(50);
    expect(hits.filter((hit) => hit.status === "planned")).toEqual([]);
  });

  it("is never open and always to be confirmed where nothing else is known, even with hours typed in", () => {
    const alone = createEngine({ ...bundle, facilities: withHours });
    const hits = alone.facilities({ at: NOW, limit: 1000 }, "zh-Hans");
    expect(hits.length).toBe(planned.length);
    expect(hits.filter((hit) => hit.openState === "open" || !hit.confirmFirst)).toEqual([]);
    expect(alone.facilities({ at: NOW, openOnly: true, limit: 1000 }, "zh-Hans")).toEqual([]);
  });

  it("is left out when only open places are wanted, though a running one with the same hours is not", () => {
    const mixed = createEngine({
      ...bundle,
      facilities: [
        ...withHours,
        ...running.map((one) => (one.status === "open" ? { ...one, sessions: [everyday] } : one)),
      ],
    });
    const open = mixed.facilities({ at: NOW, openOnly: true, limit: 1000 }, "zh-Hans");
    expect(open.length).toBeGreaterThan(30);
    expect(open.filter((hit) => hit.status !== "open")).toEqual([]);
  });

  it("says on its card that it is only planned", () => {
    const { reply } = createEngine({ ...bundle, facilities: withHours }).turn(
      null,
      { kind: "text", text: "晋江内坑镇的区域性养老服务中心在哪里" },
      { now: NOW, language: "zh-Hans" },
    );
    const states = reply.blocks.flatMap((block) => (block.kind === "facility" ? [block.state] : []));
    expect(states.length).toBeGreaterThan(0);
    expect(states.filter((state) => !/还没|计划|规划/.test(state))).toEqual([]);
  });
});
