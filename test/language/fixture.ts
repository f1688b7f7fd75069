import { readdirSync, readFileSync } from "node:fs";
import { parse } from "yaml";
import { buildLanguage } from "../../src/compiler/language.ts";
import type {
  Bundle,
  FactDefinition,
  LocalText,
  Place,
  PlaceLevel,
} from "../../src/engine/knowledge/types.ts";

const text = (zh: string, en = zh): LocalText => ({ "zh-Hans": zh, "zh-Hant": zh, en });
const noWords = { "zh-Hans": [], "zh-Hant": [], en: [] };

function place(
  code: string,
  level: PlaceLevel,
  parent: string,
  name: string,
  en: string,
  also: string[] = [],
): Place {
  return { code, level, parent, name: text(name, en), also, latitude: null, longitude: null };
}

const PLACES: readonly Place[] = [
  { ...place("elsewhere", "elsewhere", "350000", "泉州以外", "outside Quanzhou"), parent: null },
  place("350500", "city", "350000", "泉州市", "Quanzhou City", ["泉州"]),
  place("350503", "county", "350500", "丰泽区", "Fengze District"),
  place("350521", "county", "350500", "惠安县", "Hui'an County"),
  place("350524", "county", "350500", "安溪县", "Anxi County"),
  place("350525", "county", "350500", "永春县", "Yongchun County"),
  place("350526", "county", "350500", "德化县", "Dehua County"),
  place("350581", "county", "350500", "石狮市", "Shishi City"),
  place("350582", "county", "350500", "晋江市", "Jinjiang City"),
  place("350583", "county", "350500", "南安市", "Nan'an City"),
  place("TIA-QZ", "county", "350500", "泉州台商投资区", "Quanzhou Taiwanese Investment Zone", ["台商投资区"]),
  place("350503006", "town", "350503", "城东街道", "Chengdong Subdistrict"),
  place("350524103", "town", "350524", "官桥镇", "Guanqiao Town"),
  place("350583118", "town", "350583", "官桥镇", "Guanqiao Town"),
  place("350583112", "town", "350583", "码头镇", "Matou Town"),
  place("350583115", "town", "350583", "洪濑镇", "Honglai Town"),
  place("350582104", "town", "350582", "安海镇", "Anhai Town"),
  place("350582106", "town", "350582", "东石镇", "Dongshi Town"),
  place("350582106201", "village", "350582106", "井林村委会", "Jinglin"),
];

/** The choices of a fact in their order, each named by its value here. */
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  "care-need": ["none", "partial", "severe"],
  "disability-level": ["none", "1", "2", "3", "4"],
  "support-mode": ["dispersed", "central"],
  area: ["urban", "rural"],
};

function fact(
  id: string,
  kind: FactDefinition["kind"],
  slot: string | null,
  value: FactDefinition["choices"][number]["value"] = true,
): FactDefinition {
  return {
    id,
    kind,
    name: text(id),
    question: { elder: text(id), family: text(id) },
    why: text(id),
    choices: kind === "choice" ? (CHOICES[id] ?? []).map((one) => ({ value: one, text: text(one) })) : [],
    minimum: null,
    maximum: null,
    privacy: "private",
    askable: true,
    order: 1,
    category: slot ? { slot, value } : null,
    implies: [],
    because: {},
  };
}

const FACTS: readonly FactDefinition[] = [
  fact("age", "number", null),
  fact("hukou", "place", null),
  fact("residence", "place", null),
  fact("area", "choice", null),
  fact("minimum-living", "boolean", "minimum-living"),
  fact("extreme-poverty", "boolean", "extreme-poverty"),
  fact("severe-disability", "boolean", "severe-disability"),
  fact("lives-alone", "boolean", "lives-alone"),
  fact("dementia", "boolean", "dementia"),
  fact("in-institution", "boolean", null),
  fact("ltci-insured", "boolean", null),
  fact("disability-level", "choice", null),
  fact("support-mode", "choice", null),
  fact("care-need", "choice", "care-severe", "severe"),
];

function wordsIn(folder: string): Record<string, string[]> {
  const joined: Record<string, string[]> = {};
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()) {
    const lists = parse(readFileSync(`${folder}/${file}`, "utf8")) as Record<string, string[]>;
    for (const [key, words] of Object.entries(lists)) joined[key] = [...(joined[key] ?? []), ...words];
  }
  return joined;
}

/** A bundle with the real words and examples and a handful of places and facts. */
export function smallBundle(): { bundle: Bundle; faults: readonly string[] } {
  const documents = [
    {
      ...{
        id: "jinjiang-2022-8",
        title: "晋江市养老行动方案",
        number: "晋政办〔2022〕8号",
        issuer: null,
        issued: null,
      },
      ...{
        period: { from: null, to: null, basis: "none" as const },
        jurisdiction: "350582",
        kind: "policy" as const,
      },
      ...{ url: null, checked: "2026-11-22", linkChecked: null, relations: [] },
    },
  ];
  const topics = [
    {
      ...{
        id: "operating-subsidy-happiness-home",
        kind: "provider-subsidy" as const,
        name: text("幸福院运营补贴"),
      },
      ...{ also: noWords, office: null, answers: [] },
    },
  ];
  const { faults, ...language } = buildLanguage({
    ...{ vocabulary: wordsIn("knowledge/vocabulary"), utterances: wordsIn("knowledge/utterances") },
    alarms: wordsIn("knowledge/utterances/alarms"),
    ...{ benefits: [], topics, facilityTypes: [], places: PLACES, facts: FACTS, documents },
  });
  const empty = {
    outlines: [],
    holidays: [],
    benefits: [],
    facilityTypes: [],
    facilities: [],
    offices: [],
    sites: [],
    groups: [],
  };
  const phrases = { "zh-Hans": {}, "zh-Hant": {}, en: {} };
  const bundle = {
    version: "test",
    ...empty,
    documents,
    topics,
    places: PLACES,
    facts: FACTS,
    ...language,
    phrases,
  };
  return { bundle, faults };
}
