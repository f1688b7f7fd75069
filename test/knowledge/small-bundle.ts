import type {
  Benefit,
  Bundle,
  Condition,
  Facility,
  FactDefinition,
  FactKind,
  FactValue,
  Language,
  LocalText,
  Place,
  PolicyDocument,
  Provision,
} from "../../src/engine/knowledge/types.ts";

/** The same text in every language: small bundles are about rules, not words. */
export function text(words: string): LocalText {
  return { "zh-Hans": words, "zh-Hant": words, en: words };
}

/** No other names in any language, or the given ones in simplified Chinese. */
export function also(...words: string[]): Readonly<Record<Language, readonly string[]>> {
  return { "zh-Hans": words, "zh-Hant": [], en: [] };
}

export function place(
  code: string,
  level: Place["level"],
  parent: string | null,
  name: string,
  point: readonly [number, number] | null = null,
): Place {
  return {
    code,
    level,
    parent,
    name: text(name),
    also: [],
    latitude: point?.[0] ?? null,
    longitude: point?.[1] ?? null,
  };
}

/** Quanzhou in small: two counties and a zone, three towns, three villages; and what lies outside it. */
export const PLACES: readonly Place[] = [
  place("350500", "city", null, "泉州市", [24.877, 118.671]),
  place("350582", "county", "350500", "晋江市", [24.785, 118.547]),
  place("350524", "county", "350500", "安溪县", [25.059, 118.182]),
  place("TIA-QZ", "county", "350500", "泉州台商投资区", [24.916, 118.737]),
  place("elsewhere", "elsewhere", null, "泉州以外"),
  place("350582101", "town", "350582", "安海镇", [24.72, 118.47]),
  place("350582102", "town", "350582", "磁灶镇", [24.84, 118.48]),
  place("350524100", "town", "350524", "凤城镇", [25.06, 118.19]),
  place("350582101201", "village", "350582101", "鸿塔社区", [24.722, 118.472]),
  place("350582101202", "village", "350582101", "西安村"),
  place("350524100001", "village", "350524100", "先声村", [25.062, 118.188]),
];

function fact(id: string, kind: FactKind, extra: Partial<FactDefinition> = {}): FactDefinition {
  return {
    id,
    kind,
    name: text(id),
    question: { elder: text(id), family: text(id) },
    why: text(id),
    choices: [],
    minimum: kind === "number" ? 0 : null,
    maximum: kind === "number" ? 130 : null,
    privacy: "private",
    askable: true,
    order: 50,
    category: null,
    implies: [],
    because: {},
    ...extra,
  };
}

function choices(...values: FactValue[]): FactDefinition["choices"] {
  return values.map((value) => ({ value, text: text(String(value)) }));
}

const FACTS: readonly FactDefinition[] = [
  fact("hukou", "place", { order: 10 }),
  fact("residence", "place", { order: 20 }),
  fact("age", "number", { order: 30 }),
  fact("minimum-living", "boolean", { order: 40 }),
  fact("lives-alone", "boolean", { order: 50 }),
  fact("severe-disability", "boolean", { order: 60 }),
  fact("care-need", "choice", { order: 70, choices: choices("none", "partial", "severe") }),
  fact("disability-level", "choice", {
    order: 80,
    choices: choices("none", "1", "2", "3", "4"),
    implies: [
      { when: "none", fact: "severe-disability", value: false },
      { when: "1", fact: "severe-disability", value: true },
      { when: "2", fact: "severe-disability", value: true },
    ],
  }),
  fact("role", "choice", { order: 900, askable: false, choices: choices("elder", "family") }),
];

export function document(id: string, extra: Partial<PolicyDocument> = {}): PolicyDocument {
  return {
    id,
    title: `${id} 文件`,
    number: null,
    issuer: null,
    issued: "2020-01-01",
    period: { from: null, to: null, basis: "none" },
    jurisdiction: "350500",
    kind: "policy",
    url: "https://example.org/",
    checked: "2026-01-01",
    linkChecked: null,
    relations: [],
    ...extra,
  };
}

export function provision(
  id: string,
  jurisdiction: string,
  who: Condition,
  extra: Partial<Provision> = {},
): Provision {
  return {
    id,
    jurisdiction,
    who,
    sources: [{ document: "city", clause: "一" }],
    period: { from: "2020-01-01", to: null, basis: "stated" },
    checked: "2026-01-01",
    force: "grant",
    amounts: [],
    figures: [],
    assessed: false,
    floor: false,
    selfCheck: [],
    gaps: [],
    note: null,
    ...extra,
  };
}

export function benefit(id: string, provisions: readonly Provision[], extra: Partial<Benefit> = {}): Benefit {
  return {
    id,
    name: text(id),
    summary: text(id),
    kind: "cash",
    also: also(),
    provisions,
    apply: { office: "village-committee", bring: [], steps: null, automatic: false },
    examples: [],
    ...extra,
  };
}

export function facility(id: string, type: string, extra: Partial<Facility> = {}): Facility {
  return {
    id,
    type,
    name: text(id),
    status: "open",
    place: null,
    address: null,
    latitude: null,
    longitude: null,
    precision: null,
    sessions: [],
    exceptions: [],
    hours: null,
    prices: null,
    phone: null,
    services: [],
    note: null,
    sources: [{ document: "city", clause: "全文" }],
    reported: "2026-06-01",
    checked: "2026-06-01",
    ...extra,
  };
}

/** A whole bundle around the parts a test is about. */
export function smallBundle(parts: Partial<Bundle> = {}): Bundle {
  return {
    version: "test",
    documents: [document("city"), document("page", { kind: "news", url: null })],
    outlines: [],
    benefits: [],
    topics: [],
    facilityTypes: [],
    facilities: [],
    places: PLACES,
    holidays: [],
    facts: FACTS,
    offices: [],
    sites: [],
    groups: [],
    vocabulary: { concepts: {}, pinyin: {}, syllables: {}, usual: {}, simplify: "" },
    lookUp: {},
    intentModel: { intents: [], priors: [], features: "", weights: "", scale: 1 },
    alarmModel: { intents: [], priors: [], features: "", weights: "", scale: 1 },
    phrases: { "zh-Hans": {}, "zh-Hant": {}, en: {} },
    ...parts,
  };
}
