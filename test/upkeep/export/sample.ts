import { indexKnowledge, type Knowledge } from "../../../src/engine/knowledge/index.ts";
import type { Facility, FacilityType } from "../../../src/engine/knowledge/types.ts";
import { also, benefit, document, facility, smallBundle, text } from "../../knowledge/small-bundle.ts";

const TYPES: readonly FacilityType[] = ["canteen", "clinic"].map((id) => ({
  id,
  name: text(id),
  summary: text(`what a ${id} is`),
  also: also(),
  related: [],
}));

/** Everything known of it. */
export const FULL: Facility = facility("anhai-canteen", "canteen", {
  name: { "zh-Hans": "安海长者食堂", "zh-Hant": "安海長者食堂", en: "Anhai Canteen" },
  place: "350582101201",
  address: '成功路1号,"老年活动中心"',
  latitude: 24.722,
  longitude: 118.472,
  precision: "village",
  sessions: [
    { days: [1, 2, 3, 4, 5], opens: 630, closes: 750 },
    { days: [6, 7], opens: 990, closes: 1440 },
  ],
  exceptions: [
    { on: { from: "2026-10-01", to: "2026-10-07" }, hours: [] },
    {
      on: { from: "2026-12-24", to: "2026-12-24" },
      hours: [
        { opens: 630, closes: 720 },
        { opens: 990, closes: 1080 },
      ],
    },
    { on: "holidays", hours: "as-usual" },
  ],
  hours: "午餐、晚餐",
  prices: "每餐9.9元",
  phone: "+86 595 12345678、0595-87654321转8",
  services: ["堂食", "送餐"],
  note: "要先登记",
  sources: [
    { document: "page", clause: "全文" },
    { document: "city", clause: "二（三）8；附件·4" },
  ],
});

/** Nothing known but its name. */
export const BARE: Facility = facility("bare", "clinic", {
  name: text("=HYPERLINK(1)"),
  status: "unverified",
  reported: null,
});

/** A small bundle with both, and one in another county. */
export function sample(facilities: readonly Facility[] = [FULL, BARE, ANXI]): Knowledge {
  const documents = [document("city"), document("page", { title: "网页", url: "https://example.org/p" })];
  const benefits = [benefit("canteen-meals", [])];
  return indexKnowledge(smallBundle({ facilities, facilityTypes: TYPES, documents, benefits }));
}

export const ANXI: Facility = facility("anxi-clinic", "clinic", {
  place: "350524",
  status: "suspended",
  hours: "上午",
});
