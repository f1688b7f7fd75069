import type { Decision } from "../../src/engine/eligibility/types.ts";
import { indexKnowledge } from "../../src/engine/knowledge/index.ts";
import type { Office } from "../../src/engine/knowledge/types.ts";
import { benefit, document, facility, provision, smallBundle, text } from "../knowledge/small-bundle.ts";
import { knowledge as real } from "./voice.ts";

/** An office without number or door, changed as the test wants. */
export function office(id: string, changes: Partial<Office> = {}): Office {
  return {
    id,
    name: text(`${id}办公室`),
    matter: text("办事"),
    place: null,
    phone: null,
    address: null,
    hours: null,
    kind: "role",
    role: null,
    sources: [],
    checked: "2026-01-01",
    ...changes,
  };
}

/** A small world with real phrases to speak in: places, facts and documents of every kind. */
export const small = indexKnowledge(
  smallBundle({
    facts: real.bundle.facts,
    offices: [office("village-committee")],
    facilityTypes: real.bundle.facilityTypes,
    phrases: real.bundle.phrases,
    documents: [
      document("city", { title: "养老服务条例", number: "泉政〔2020〕1号" }),
      document("bare", { title: "没有文号的办法", number: null, issued: null }),
      document("page", { title: "网页", kind: "official-page", number: "不该出现" }),
      document("news", { title: "新闻", kind: "news", issued: "2025-03-01" }),
      document("undated", { title: "旧闻", kind: "news", issued: null }),
    ],
  }),
);

/** A decision of “yes” over a small rule, changed as the test wants. */
export function decision(changes: Partial<Decision> = {}): Decision {
  const rule = changes.provision ?? provision("p", "350582", { fact: "age", "at-least": 80 });
  return {
    benefit: benefit("allowance", [rule], {
      apply: { office: "village-committee", bring: [text("身份证")], steps: null, automatic: false },
    }),
    provision: rule,
    jurisdiction: "350582",
    outcome: "yes",
    evaluation: {
      verdict: "yes",
      because: [
        { fact: "age", holds: "yes", value: 82, leaf: { kind: "number", atLeast: 80 }, negated: false },
      ],
      missing: [],
    },
    periodState: "in-force",
    confirm: [],
    amount: null,
    amountMissing: [],
    citations: [{ document: "city", clause: "第五条" }],
    ...changes,
  };
}

export { benefit, facility, provision, text };
