import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import * as answers from "../../kiosk/server/schemas/answers.ts";
import { stubEngine } from "../host/sample.ts";
import { outlinedBundle } from "./outlined.ts";
import { sampleApp } from "./setup.ts";

let app: FastifyInstance;
beforeAll(async () => {
  app = await sampleApp({ engine: stubEngine(outlinedBundle()) });
});
afterAll(() => app.close());

async function get<T extends z.ZodType>(url: string, schema: T): Promise<z.output<T>> {
  const response = await app.inject({ url });
  expect(response.statusCode, response.body).toBe(200);
  return schema.parse(response.json());
}

const documentOf = (id: string, query = "") => get(`/api/documents/${id}${query}`, answers.documentDetail);

describe("a document", () => {
  it("tells clause by clause what it says, what answers for it, and why nothing does", async () => {
    const { outline } = await documentOf("sample-2024-1");
    expect(outline?.map(({ clause }) => clause)).toEqual(["二", "二（一）", "三"]);
    expect(outline?.[1]).toEqual({
      clause: "二（一）",
      heading: "发津贴",
      about: "示例津贴",
      says: [
        {
          what: "满80岁每月50元",
          figures: [80, 50],
          by: [
            {
              kind: "provision",
              id: "sample-allowance/city-2024",
              name: "示例津贴",
              text: "八十岁以上每月发一笔钱。",
            },
            { kind: "facility", id: "canteen-1", name: "示例长者食堂", text: "" },
          ],
          none: null,
          reason: null,
        },
        {
          what: "要做得更好",
          figures: [],
          by: [],
          none: "aims",
          reason: "只是总的要求，没有可以查的内容",
        },
      ],
    });
    expect(outline?.[2]?.says[0]?.by).toEqual([
      { kind: "topic", id: "sample-other", name: "示例事项", text: "这一项由村里决定。" },
    ]);
  });

  it("tells it in the language asked for", async () => {
    const { outline } = await documentOf("sample-2024-1", "?language=en");
    expect(outline?.[1]).toMatchObject({
      about: "The sample allowance",
      says: [{ what: "50 yuan a month from eighty" }, { reason: "a general aim without a fact to ask for" }],
    });
  });

  it("has no outline where nobody has read it clause by clause", async () => {
    expect((await documentOf("sample-2025-2")).outline).toBeNull();
  });

  it("tells how it stands to others from both sides, its own clause first", async () => {
    const note = "写明了从哪个月算起。";
    expect(await documentOf("sample-2025-2")).toMatchObject({
      relations: [
        {
          kind: "refines",
          clause: "一",
          document: "sample-2024-1",
          title: "示例通知",
          otherClause: "二（一）",
          note,
        },
      ],
      relatedBy: [],
    });
    expect(await documentOf("sample-2024-1")).toMatchObject({
      relations: [],
      relatedBy: [
        {
          kind: "refines",
          clause: "二（一）",
          document: "sample-2025-2",
          title: "示例细则",
          otherClause: "一",
          note,
        },
      ],
    });
  });
});

describe("the coverage", () => {
  it("counts what the documents say, document by document", async () => {
    const { coverage } = await get("/api/knowledge", answers.knowledgeAnswer);
    expect(coverage.counts).toEqual({
      documents: 1,
      clauses: 3,
      statements: 3,
      decided: 1,
      stated: 1,
      outside: 1,
    });
    expect(coverage.documents).toEqual([
      {
        document: "sample-2024-1",
        title: "示例通知",
        clauses: 3,
        statements: 3,
        decided: 1,
        stated: 1,
        outside: { aims: 1 },
      },
    ]);
    expect(coverage.reasons).toEqual([{ reason: "aims", text: "只是总的要求，没有可以查的内容" }]);
  });

  it("names the benefits that are decided and the topics that are stated, by kind", async () => {
    const { coverage } = await get("/api/knowledge?language=en", answers.knowledgeAnswer);
    expect(coverage.entries).toEqual({
      decided: [{ id: "sample-allowance", name: "Sample allowance" }],
      stated: [
        {
          kind: "not-decided",
          text: "Decided elsewhere",
          topics: [{ id: "sample-other", name: "示例事项" }],
        },
      ],
      outside: [],
    });
  });
});
