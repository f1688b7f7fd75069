import type { Bundle, Outline } from "../../src/engine/index.ts";
import { sampleBundle, words } from "../host/sample.ts";

const outline: Outline = {
  document: "sample-2024-1",
  clauses: [
    { clause: "二", heading: "措施", about: words("措施", "Measures"), says: [] },
    {
      clause: "二（一）",
      heading: "发津贴",
      about: words("示例津贴", "The sample allowance"),
      says: [
        {
          what: words("满80岁每月50元", "50 yuan a month from eighty"),
          figures: [80, 50],
          by: ["sample-allowance/city-2024", "canteen-1"],
          none: null,
        },
        { what: words("要做得更好", "Do better"), figures: [], by: [], none: "aims" },
      ],
    },
    {
      clause: "三",
      heading: "其他",
      about: words("其他事项", "Other matters"),
      says: [
        { what: words("由村里定", "The village decides"), figures: [], by: ["sample-other"], none: null },
      ],
    },
  ],
};

/** The sample bundle with its document outlined, and a second document that refines a clause of it. */
export function outlinedBundle(): Bundle {
  const bundle = sampleBundle();
  const refining = bundle.documents.map((document) => ({
    ...document,
    id: "sample-2025-2",
    title: "示例细则",
    number: null,
    relations: [
      {
        kind: "refines" as const,
        clause: "一",
        document: document.id,
        otherClause: "二（一）",
        note: words("写明了从哪个月算起。", "It names the month from which it counts."),
      },
    ],
  }));
  return { ...bundle, documents: [...bundle.documents, ...refining], outlines: [outline] };
}
