import { readFileSync } from "node:fs";
import { parse } from "yaml";
import type {
  Bundle,
  Engine,
  Entitlement,
  Facility,
  FacilityHit,
  FactDefinition,
  Facts,
  LocalText,
  PolicyDocument,
  Source,
  State,
  Turn,
  Understanding,
} from "../../src/engine/index.ts";

/** The same words in each language, told apart by nothing: enough where a test looks at shapes. */
export const words = (text: string, en = text): LocalText => ({ "zh-Hans": text, "zh-Hant": text, en });

const document: PolicyDocument = {
  id: "sample-2024-1",
  title: "示例通知",
  number: "示例〔2024〕1号",
  issuer: "示例机关",
  issued: "2024-01-02",
  period: { from: "2024-01-02", to: null, basis: "standing" },
  jurisdiction: "350500",
  kind: "policy",
  url: "https://example.org/1",
  checked: "2026-11-01",
  linkChecked: null,
  relations: [],
};

const yesNo = [
  { value: true, text: words("是", "Yes") },
  { value: false, text: words("不是", "No") },
];

function fact(id: string, kind: FactDefinition["kind"], order: number, name: LocalText): FactDefinition {
  return {
    ...{ id, kind, order, name, question: { elder: name, family: name }, why: words("补贴看这一点。") },
    choices: kind === "boolean" ? yesNo : [],
    ...{ minimum: kind === "number" ? 0 : null, maximum: kind === "number" ? 130 : null },
    ...{ privacy: "open", askable: true, category: null, implies: [], because: {} },
  };
}

const canteen: Facility = {
  id: "canteen-1",
  type: "canteen",
  name: words("示例长者食堂"),
  status: "open",
  place: "350582101",
  ...{ address: null, latitude: null, longitude: null, precision: null, sessions: [] },
  ...{ exceptions: [], hours: null },
  ...{ prices: null, phone: null, services: [], note: null, reported: null },
  sources: [{ document: "sample-2024-1", clause: "全文" }],
  checked: "2026-11-01",
};

function deskPhrases(language: "zh-Hans" | "en"): Record<string, string> {
  const file = new URL(`../../knowledge/phrases/${language}/desk.yaml`, import.meta.url);
  return parse(readFileSync(file, "utf8")) as Record<string, string>;
}

function place(code: string, level: "city" | "county" | "town", parent: string | null, name: LocalText) {
  return { code, level, parent, name, also: [], latitude: null, longitude: null };
}

/** A bundle of one thing of each kind, and the desk's own words. */
export function sampleBundle(): Bundle {
  const phrases = {
    "zh-Hans": deskPhrases("zh-Hans"),
    "zh-Hant": deskPhrases("zh-Hans"),
    en: deskPhrases("en"),
  };
  return {
    version: "sample-version",
    documents: [document],
    outlines: [],
    holidays: [],
    benefits: [
      {
        id: "sample-allowance",
        name: words("示例津贴", "Sample allowance"),
        summary: words("八十岁以上每月发一笔钱。", "Monthly money from eighty."),
        kind: "cash",
        also: { "zh-Hans": ["老人钱"], "zh-Hant": ["老人錢"], en: ["elder money"] },
        provisions: [
          {
            id: "city-2024",
            jurisdiction: "350500",
            sources: [{ document: "sample-2024-1", clause: "二（一）" }],
            period: document.period,
            checked: "2026-11-01",
            force: "grant",
            who: {
              all: [
                { fact: "age", "at-least": 80 },
                { fact: "hukou", within: "350500" },
              ],
            },
            amounts: [
              { when: null, value: 50, unit: "yuan/month", bound: "exact", goesTo: "person", label: null },
            ],
            figures: [80, 50],
            ...{ assessed: false, floor: false, selfCheck: [], note: null },
            gaps: [words("没有写从哪个月算起。")],
          },
        ],
        apply: { office: "village-committee", bring: [words("身份证")], steps: null, automatic: false },
        examples: [],
      },
    ],
    topics: [
      {
        id: "sample-other",
        kind: "not-decided",
        name: words("示例事项"),
        also: { "zh-Hans": [], "zh-Hant": [], en: [] },
        office: "village-committee",
        answers: [
          {
            jurisdiction: "350500",
            sources: [{ document: "sample-2024-1", clause: "三" }],
            period: document.period,
            checked: "2026-11-01",
            text: words("这一项由村里决定。"),
            figures: [],
          },
        ],
      },
    ],
    facilityTypes: [
      {
        id: "canteen",
        name: words("长者食堂"),
        summary: words("吃饭的地方"),
        also: { "zh-Hans": [], "zh-Hant": [], en: [] },
        related: [],
      },
    ],
    facilities: [canteen],
    places: [
      place("350500", "city", null, words("泉州市", "Quanzhou")),
      place("350582", "county", "350500", words("晋江市", "Jinjiang")),
      place("350583", "county", "350500", words("南安市", "Nan'an")),
      place("350582101", "town", "350582", words("安海镇", "Anhai")),
      place("350583101", "town", "350583", words("官桥镇", "Guanqiao")),
    ],
    facts: [
      fact("age", "number", 1, words("年龄", "Age")),
      fact("hukou", "place", 2, words("户籍地", "Household register")),
      fact("minimum-living", "boolean", 3, words("低保", "Minimum living allowance")),
    ],
    offices: [
      {
        id: "village-committee",
        kind: "role",
        name: words("村（居）委会", "village committee"),
        matter: words("申请"),
        ...{ place: null, role: null, phone: null, address: null, hours: null, sources: [] },
        checked: "2026-11-01",
      },
    ],
    groups: [],
    sites: [
      {
        id: "sample-site",
        name: words("示例站"),
        place: "350582101",
        latitude: 24.7,
        longitude: 118.5,
        phone: null,
        ...{ hours: null, panel: null, languages: ["zh-Hans", "en"], printer: "none", recogniser: null },
      },
    ],
    vocabulary: { concepts: {}, pinyin: {}, syllables: {}, usual: {}, simplify: "" },
    lookUp: {},
    intentModel: { intents: [], priors: [], features: "", weights: "", scale: 1 },
    alarmModel: { intents: [], priors: [], features: "", weights: "", scale: 1 },
    phrases,
  };
}

/** The one source of the sample, as the contract shows it. */
export const SOURCE: Source = {
  document: "sample-2024-1",
  number: "示例〔2024〕1号",
  title: "示例通知",
  clause: "二（一）",
  issued: "2024-01-02",
  url: "https://example.org/1",
  checked: "2026-11-01",
  kind: "policy",
};

function entitlement(facts: Facts): Entitlement {
  const age = facts.age;
  const outcome = typeof age !== "number" ? "unknown" : age >= 80 ? "yes" : "no";
  return {
    ...{ benefit: "sample-allowance", provision: "city-2024", name: "示例津贴", outcome },
    missing: outcome === "unknown" ? ["age"] : [],
    because: [{ fact: "age", holds: outcome, text: "要满80岁" }],
    amount: { value: 50, unit: "yuan/month", bound: "exact", goesTo: "person", label: null },
    jurisdiction: "350500",
    validity: { from: "2024-01-02", to: null, state: "in-force" },
    confirm: [],
    apply: {
      ...{ office: "village-committee", officeName: "村（居）委会", bring: ["身份证"], steps: null },
      automatic: false,
    },
    ...{ selfCheck: [], gaps: ["没有写从哪个月算起。"], sources: [SOURCE] },
  };
}

const hit: FacilityHit = {
  ...{ id: "canteen-1", name: "示例长者食堂", type: "canteen", status: "open", place: "350582101" },
  ...{ placeName: "晋江市安海镇", address: null, latitude: null, longitude: null, precision: null },
  ...{ distance: null, walkMinutes: null, openState: "unknown", hours: null, prices: null, phone: null },
  ...{ note: null, reported: null, confirmFirst: true, sources: [SOURCE] },
};

/** A conversation that has just begun. */
export const sampleState: State = {
  ...{ version: 1, language: "zh-Hans", people: {}, about: "self", intent: null, benefit: null, topic: null },
  ...{
    facilityType: null,
    county: null,
    town: null,
    location: null,
    words: null,
    asked: null,
    offered: [],
    declined: {},
  },
  ...{ questionsAsked: 0, misses: 0, quiet: false, shown: 0, history: [], actual: null, aside: null },
};

function understanding(text: string): Understanding {
  return {
    ...{ language: "zh-Hans", intent: text === "???" ? "out_of_scope" : "entitlements", confidence: 0.9 },
    ...{ second: null, slots: {}, people: {}, about: null, hints: [], command: null, emergency: null },
    ...{
      elsewhere: null,
      ellipsis: false,
      hypothetical: false,
      ambiguousPlaces: [],
      smalltalk: null,
      answer: {},
    },
  };
}

/** Counts turns in `questionsAsked`, so that a test can see which state a turn began with. */
function stubTurn(state: State | null, text: string): Turn {
  const next = { ...(state ?? sampleState), questionsAsked: (state?.questionsAsked ?? 0) + 1 };
  const reply = `第${next.questionsAsked}句：${text}`;
  return {
    state: next,
    reply: { blocks: [{ kind: "say", key: "sample", text: reply }], text: reply },
    understanding: understanding(text),
    ...{ facts: { age: 82 }, asks: "hukou", entitlements: [entitlement({ age: 82 })], facilities: null },
    ...{ determination: "sample-case", sources: [SOURCE], unanswered: text === "???" },
  };
}

function stubFaults(facts: unknown) {
  const allowed: Record<string, string> = { age: "number", hukou: "string", "minimum-living": "boolean" };
  return Object.entries(facts as Facts)
    .filter(([field, value]) => typeof value !== allowed[field])
    .map(([field]) => ({ field, problem: "is not known or has a wrong value" }));
}

/** An engine behind the real interface whose answers are fixed: for tests of what surrounds the engine. */
export function stubEngine(bundle: Bundle = sampleBundle()): Engine {
  return {
    bundle,
    turn: (state, input) => stubTurn(state, input.kind === "text" ? input.text : input.kind),
    determine: (facts, asOf) => ({
      ...{ determination: `sample-${JSON.stringify(facts)}`, knowledgeVersion: bundle.version, asOf },
      ...{ entitlements: [entitlement(facts)], nextQuestion: "age" in facts ? null : "age" },
    }),
    checkFacts: stubFaults,
    facilities: () => [hit],
    search: ({ q }) => [
      {
        ...{ kind: "benefit", id: "sample-allowance", title: "示例津贴", summary: q, score: 1 },
        ...{ amount: null, jurisdiction: null, sources: [SOURCE] },
        ...{ figures: [], highlight: { title: [], summary: [] }, period: null },
      },
    ],
    understand: understanding,
  };
}
