import fc from "fast-check";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import * as answers from "../../kiosk/server/schemas/answers.ts";
import { createEngine } from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";
import { sampleApp } from "./setup.ts";

const bundle = realBundle();
const engine = createEngine(bundle);
let app: FastifyInstance;
beforeAll(async () => {
  app = await sampleApp({ engine });
});
afterAll(() => app.close());

const post = (url: string, payload: object) => app.inject({ method: "POST", url, payload });

async function read<T extends z.ZodType>(url: string, schema: T): Promise<z.output<T>> {
  const response = await app.inject({ url: encodeURI(url) });
  expect(response.statusCode, response.body).toBe(200);
  return schema.parse(response.json());
}

describe("over the real knowledge", () => {
  it("a turn has the contract's shape in every language", async () => {
    for (const language of ["zh-Hans", "zh-Hant", "en"]) {
      const input = { kind: "text", text: "我妈82岁，户口在晋江，有什么补贴" };
      const response = await post("/api/turn", { input, language });
      expect(response.statusCode, response.body).toBe(200);
      const answer = answers.turnAnswer.parse(response.json());
      expect(answer.facts).toMatchObject({ age: 82 });
      expect(answer.reply.text).not.toBe("");
    }
  });

  it("a case has the contract's shape, a source for every entitlement, and the same id each time", async () => {
    const payload = { facts: { age: 82, hukou: "350582", residence: "350582" }, asOf: "2023-06-01" };
    const first = answers.determination.parse((await post("/api/entitlements", payload)).json());
    const again = answers.determination.parse((await post("/api/entitlements", payload)).json());
    expect(first.entitlements.length).toBeGreaterThan(5);
    expect(again).toEqual(first);
  });

  it("every benefit can be listed and read with its sources", async () => {
    const { benefits } = await read("/api/benefits", z.object({ benefits: z.array(answers.benefitEntry) }));
    expect(benefits.length).toBe(bundle.benefits.length);
    for (const { id } of benefits) {
      const { provisions } = await read(`/api/benefits/${id}?language=en`, answers.benefitDetail);
      expect([id, provisions.length > 0]).toEqual([id, true]);
      for (const { jurisdictionName } of provisions) expect(jurisdictionName).toMatch(/^[A-Za-z]/);
    }
  });

  it("every document can be listed and read", async () => {
    const { documents } = await read(
      "/api/documents",
      z.object({ documents: z.array(answers.documentEntry) }),
    );
    expect(documents.length).toBe(bundle.documents.length);
    for (const { id } of documents) await read(`/api/documents/${id}`, answers.documentDetail);
  });

  it("every facility type can be asked for, and every hit has a source", async () => {
    const list = z.object({ facilities: z.array(answers.facilityHit) });
    for (const { id } of bundle.facilityTypes) {
      await read(`/api/facilities?type=${id}&near=24.9,118.6&limit=100`, list);
    }
    const all = await read("/api/facilities?limit=500", list);
    const everyType = bundle.facilityTypes.map(({ id }) =>
      read(`/api/facilities?type=${id}&limit=500`, list),
    );
    const byType = (await Promise.all(everyType)).flatMap((found) => found.facilities);
    const different = new Set(byType.map(({ id }) => id));
    expect(different.size).toBeGreaterThan(50);
    expect(new Set(all.facilities.map(({ id }) => id))).toEqual(different);
    const { facilities } = await read("/api/facilities?place=350582&limit=100", list);
    expect(facilities.length).toBeGreaterThan(0);
  });

  it("search finds a benefit by its name", async () => {
    const [benefit] = bundle.benefits;
    const url = `/api/search?q=${benefit?.name["zh-Hans"]}&limit=5`;
    const { results } = await read(url, z.object({ results: z.array(answers.searchHit) }));
    expect(results.map(({ id }) => id)).toContain(benefit?.id);
  });

  it("the ledger and the case form can be read", async () => {
    await read("/api/knowledge", answers.knowledgeAnswer);
    const { facts } = await read("/api/facts", z.object({ facts: z.array(answers.factEntry) }));
    expect(facts.length).toBe(bundle.facts.filter(({ askable }) => askable).length);
    for (const { id, choices } of facts) {
      for (const { value } of choices) expect(engine.checkFacts({ [id]: value })).toEqual([]);
    }
  });

  it("the desk has all its words in each language", async () => {
    const phrases = z.object({ phrases: z.record(z.string(), z.string().min(1)) });
    const keys = async (language: string) =>
      Object.keys((await read(`/api/phrases?language=${language}&prefix=desk`, phrases)).phrases).sort();
    expect(await keys("en")).toEqual(await keys("zh-Hans"));
    expect(await keys("zh-Hant")).toEqual(await keys("zh-Hans"));
  });
});

const piece = fc.constantFrom(
  ...[
    "我妈",
    "82岁",
    "晋江",
    "低保",
    "不是",
    "在哪里",
    "补贴",
    "那",
    "呢",
    "？",
    "\u0000",
    "\ud800",
    "🙂",
    "{{x}}",
    "constructor",
  ],
);
const sentence = fc.oneof(
  fc.array(piece, { minLength: 1, maxLength: 12 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", minLength: 1, maxLength: 80 }),
);
const input = fc.oneof(
  fc.record({ kind: fc.constant("text"), text: sentence }),
  fc.record({ kind: fc.constant("choice"), id: fc.string({ minLength: 1, maxLength: 60 }) }),
  fc.record({
    kind: fc.constant("location"),
    latitude: fc.double({ min: -90, max: 90, noNaN: true }),
    longitude: fc.double({ min: -180, max: 180, noNaN: true }),
  }),
);
const factId = fc.constantFrom(...bundle.facts.map(({ id }) => id), "__proto__", "toString", "none");
const factValue = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.double(),
  fc.string(),
  fc.constantFrom("350582", "severe"),
);

describe("whatever comes in, the real engine stands", () => {
  it("through a whole conversation", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(input, { minLength: 1, maxLength: 4 }), async (inputs) => {
        let conversation: string | undefined;
        for (const one of inputs) {
          const response = await post("/api/turn", { input: one, ...(conversation ? { conversation } : {}) });
          expect(response.statusCode, response.body).toBe(200);
          ({ conversation } = answers.turnAnswer.parse(response.json()));
        }
      }),
      { numRuns: 60 },
    );
  });

  it("with any facts on any day", async () => {
    const days = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true });
    await fc.assert(
      fc.asyncProperty(fc.dictionary(factId, factValue), days, async (facts, date) => {
        const asOf = date.toISOString().slice(0, 10);
        const response = await post("/api/entitlements", { facts, asOf });
        expect([200, 400], response.body).toContain(response.statusCode);
      }),
      { numRuns: 150 },
    );
  });

  it("with any words to search", async () => {
    await fc.assert(
      fc.asyncProperty(sentence, async (q) => {
        const response = await app.inject({ url: "/api/search", query: { q: q.replace(/\p{Cs}/gu, "") } });
        expect([200, 400], response.body).toContain(response.statusCode);
      }),
      { numRuns: 60 },
    );
  });
});
