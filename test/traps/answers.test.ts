import { beforeAll, describe, expect, it } from "vitest";
import { createEngine, type Entitlement, type Facts, type Turn } from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";
import { digitsOf } from "./numbers.ts";

/** What people hear in whole answers, for many people and days: nothing that is not in the knowledge, and no sum of sums. */
const bundle = realBundle();
const engine = createEngine(bundle);
const NOW = "2026-11-22T10:30:00+08:00";
/** The first day after each plan, the middle of all plans, and today. */
const DAYS = ["2021-12-20", "2023-06-01", "2025-01-01", "2026-01-01", "2026-11-22"];
const LANGUAGES = ["zh-Hans", "en"] as const;

const COUNTIES = bundle.places.filter(({ level }) => level === "county").map(({ code }) => code);
const SITUATIONS: readonly Facts[] = [
  {
    age: 82,
    "minimum-living": true,
    "special-family-planning": true,
    "care-need": "severe",
    "lives-alone": true,
  },
  { age: 101, "resident-pension": true, "enterprise-retiree": false, "minimum-living": true },
  { age: 70, "support-mode": "central", "care-need": "severe", "in-institution": true },
  {
    age: 66,
    "disability-level": "1",
    "minimum-living": true,
    "ltci-insured": true,
    "assessed-care-need": "severe",
    "in-institution": false,
  },
];
const PEOPLE: readonly Facts[] = COUNTIES.flatMap((county) =>
  SITUATIONS.map((situation) => ({ hukou: county, residence: county, ...situation })),
);

const provisionOf = new Map(
  bundle.benefits.flatMap((benefit) =>
    benefit.provisions.map((provision) => [`${benefit.id}/${provision.id}`, provision] as const),
  ),
);
const kindOf = new Map(bundle.documents.map((document) => [document.id, document.kind]));

function ask(text: string, facts: Facts = {}): Turn {
  const { state } = engine.turn(null, { kind: "choice", id: "start" }, { now: NOW, language: "zh-Hans" });
  const knowing = { ...state, people: { [state.about]: facts } };
  return engine.turn(knowing, { kind: "text", text }, { now: NOW, language: "zh-Hans" });
}

const cards = ({ reply }: Turn) => reply.blocks.flatMap((block) => (block.kind === "benefit" ? [block] : []));
const topics = ({ reply }: Turn) =>
  reply.blocks.flatMap((block) => (block.kind === "topic" ? [block.topic] : []));

/** Topics answered with, or offered to choose from where several fit. */
const topicsNamed = (turn: Turn) => [
  ...topics(turn),
  ...turn.reply.blocks.flatMap((block) =>
    block.kind === "choices"
      ? block.choices.flatMap(({ id }) => (id.startsWith("topic:") ? [id.slice("topic:".length)] : []))
      : [],
  ),
];

const saidKeys = ({ reply }: Turn) =>
  reply.blocks.flatMap((block) => (block.kind === "say" ? [block.key] : []));

describe("a plain yes", () => {
  let yes: readonly { readonly day: string; readonly one: Entitlement }[] = [];

  beforeAll(() => {
    yes = DAYS.flatMap((day) =>
      PEOPLE.flatMap((facts) =>
        engine
          .determine(facts, day, "en")
          .entitlements.filter((one) => one.outcome === "yes")
          .map((one) => ({ day, one })),
      ),
    );
  });

  it("comes only from a rule in force on that day", () => {
    expect(yes.length).toBeGreaterThan(250);
    const wrong = yes.filter(
      ({ day, one }) =>
        one.validity.state !== "in-force" ||
        (one.validity.to ?? day) < day ||
        (one.validity.from ?? day) > day,
    );
    expect(wrong).toEqual([]);
  });

  it("never comes from what promotes, explores or aims, is assessed, undated or only news", () => {
    const wrong = yes.filter(({ one }) => {
      const provision = provisionOf.get(`${one.benefit}/${one.provision}`);
      return (
        provision === undefined ||
        !["grant", "duty"].includes(provision.force) ||
        provision.assessed ||
        provision.period.basis === "none" ||
        kindOf.get(provision.sources[0]?.document ?? "") === "news"
      );
    });
    expect(wrong.map(({ one }) => `${one.benefit}/${one.provision}`)).toEqual([]);
  });

  it("carries no sum that the person’s own rule or a rule above it does not name", () => {
    const wrong = yes.filter(({ one }) => {
      const rules =
        bundle.benefits
          .find(({ id }) => id === one.benefit)
          ?.provisions.flatMap((provision) => provision.amounts) ?? [];
      return (
        one.amount !== null &&
        !rules.some(
          (rule) =>
            rule.value === one.amount?.value &&
            rule.unit === one.amount.unit &&
            rule.goesTo === one.amount.goesTo,
        )
      );
    });
    expect(wrong).toEqual([]);
  });
});

describe("the cards of everything a person may have", () => {
  /** Everything that may be told about a benefit: its file, the documents it rests on, where to ask. */
  function tellable(entitlement: Entitlement): ReadonlySet<number> {
    const benefit = bundle.benefits.find(({ id }) => id === entitlement.benefit);
    const ids = new Set(
      benefit?.provisions.flatMap((provision) => provision.sources.map(({ document }) => document)),
    );
    const documents = bundle.documents.filter(({ id }) => ids.has(id));
    const offices = bundle.offices.filter(
      ({ id, role }) => id === entitlement.apply.office || role === entitlement.apply.office,
    );
    const { examples: _, ...shown } = benefit ?? { examples: [] };
    return new Set(
      digitsOf(
        JSON.stringify([shown, documents, offices, bundle.facts])
          .replaceAll("-", " ")
          .replace(/\b0+(\d)/g, "$1"),
      ),
    );
  }

  it.each(
    LANGUAGES,
  )("tell no number that is not in the knowledge, least of all a sum of two (%s)", (language) => {
    const people = PEOPLE.filter(
      ({ hukou }) => hukou === "350582" || hukou === "350503" || hukou === "350583",
    );
    const strange: string[] = [];
    let seen = 0;
    for (const facts of people) {
      const { entitlements } = engine.determine(facts, NOW.slice(0, 10), language);
      for (const entitlement of entitlements.filter((one) => one.amount !== null && one.outcome !== "no")) {
        const { state } = engine.turn(null, { kind: "choice", id: "start" }, { now: NOW, language });
        const knowing = { ...state, people: { [state.about]: facts } };
        const { reply } = engine.turn(
          knowing,
          { kind: "choice", id: `benefit:${entitlement.benefit}` },
          { now: NOW, language },
        );
        const known = new Set([
          ...tellable(entitlement),
          ...Object.values(facts).flatMap((fact) => digitsOf(String(fact))),
        ]);
        for (const block of reply.blocks) {
          if (block.kind !== "benefit" || block.outcome === "info") continue;
          const text = [
            block.verdict,
            block.summary,
            ...block.lines.map((line) => line.text),
            ...block.why,
          ].join("\n");
          const sums = digitsOf(text);
          seen += sums.length;
          strange.push(
            ...sums
              .filter((number) => !known.has(number))
              .map((number) => `${entitlement.benefit}: ${number}`),
          );
        }
      }
    }
    expect(seen).toBeGreaterThan(500);
    expect(strange).toEqual([]);
  });
});

describe("money for operators", () => {
  it.each([
    "我是办食堂的，开食堂补贴多少",
    "我在石狮想开一家长者食堂，建设补助有多少",
    "我开养老院的，办长者食堂补多少钱",
  ])("is told to an operator as a topic: %s", (question) => {
    const turn = ask(question);
    expect(turn.understanding.intent).toBe("provider_subsidy");
    const subsidies = new Set(
      bundle.topics.filter(({ kind }) => kind === "provider-subsidy").map(({ id }) => id),
    );
    const money = ["canteen-subsidy", "construction-subsidy"];
    expect(topicsNamed(turn).filter((topic) => money.includes(topic))).not.toEqual([]);
    expect(topicsNamed(turn).filter((topic) => !subsidies.has(topic))).toEqual([]);
    expect(saidKeys(turn)).toContain("provider.not-for-persons");
    expect(cards(turn)).toEqual([]);
  });

  it.each([
    "我82岁，开食堂的补贴我能领多少",
    "我是老人，长者食堂的建设补助我能领吗",
  ])("is never promised to an elder: %s", (question) => {
    const turn = ask(question, { age: 82, hukou: "350582", residence: "350582" });
    expect(cards(turn)).toEqual([]);
    expect(saidKeys(turn)).toContain("provider.not-for-persons");
    const promised = (turn.entitlements ?? []).filter(
      (one) => one.outcome === "yes" && one.amount?.goesTo === "person",
    );
    expect(promised).toEqual([]);
  });
});

describe("child care", () => {
  it.each(["我孙子上托班有补贴吗", "婴幼儿托育一个月补多少钱"])("is never decided: %s", (question) => {
    const turn = ask(question, { age: 65, hukou: "350582", residence: "350582" });
    expect(cards(turn)).toEqual([]);
    expect(turn.entitlements).toBe(null);
  });
});
