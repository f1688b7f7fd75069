import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { z } from "zod";
import * as answers from "../../kiosk/server/schemas/answers.ts";
import { SOURCE } from "../host/sample.ts";
import { listedRecords, SECRET, sampleApp } from "./setup.ts";

let app: FastifyInstance;
const records = listedRecords();
beforeAll(async () => {
  app = await sampleApp({ records });
});
afterAll(() => app.close());

/** Gets an address and holds the answer against the schema that the API reference shows. */
async function get<T extends z.ZodType>(url: string, schema: T): Promise<z.output<T>> {
  const response = await app.inject({ url });
  expect(response.statusCode, response.body).toBe(200);
  return schema.parse(response.json());
}

async function post(url: string, payload: object) {
  return app.inject({ method: "POST", url, payload });
}

const turn = (payload: object) => post("/api/turn", payload);

describe("POST /api/turn", () => {
  it("answers in the contract's shape and goes on under the id it gave", async () => {
    const first = await turn({
      input: { kind: "text", text: "我妈82岁" },
      language: "zh-Hans",
      asOf: "2026-01-31",
    });
    expect(first.statusCode).toBe(200);
    const { conversation, asks, facts } = answers.turnAnswer.parse(first.json());
    expect({ asks, facts }).toEqual({ asks: "hukou", facts: { age: 82 } });
    const second = await turn({
      conversation,
      input: { kind: "location", latitude: 24.9, longitude: 118.6 },
    });
    expect(second.json()).toMatchObject({ conversation, reply: { text: "第2句：location" } });
  });

  it("keeps the engine's own state to itself", async () => {
    const answer = await turn({ input: { kind: "choice", id: "x" }, site: "sample-site" });
    expect(answer.json()).not.toHaveProperty("state");
    expect(answer.json()).not.toHaveProperty("facilities");
  });
});

describe("POST /api/entitlements", () => {
  it("decides as of the day given", async () => {
    const response = await post("/api/entitlements", {
      facts: { age: 82 },
      asOf: "2023-06-01",
      language: "en",
    });
    const decided = answers.determination.parse(response.json());
    expect(decided).toMatchObject({ asOf: "2023-06-01", knowledgeVersion: "sample-version" });
    expect(decided.entitlements[0]).toMatchObject({ outcome: "yes", sources: [SOURCE] });
  });

  it("decides as of today in Quanzhou when no day is given", async () => {
    expect((await post("/api/entitlements", { facts: {} })).json()).toMatchObject({ asOf: "2026-11-22" });
  });
});

describe("reading routes", () => {
  it("list facilities", async () => {
    const url =
      "/api/facilities?type=canteen&place=350582&near=24.9,118.6&at=2026-11-22T10:30:00+08:00&open=now&limit=5";
    const response = await app.inject({ url });
    expect(response.statusCode, response.body).toBe(200);
    expect(answers.facilityHit.parse(response.json().facilities[0]).id).toBe("canteen-1");
  });

  it("search", async () => {
    const response = await app.inject({
      url: "/api/search",
      query: { q: "高龄", county: "350582", kind: "benefit" },
    });
    expect(answers.searchHit.parse(response.json().results[0]).id).toBe("sample-allowance");
  });

  it("list benefits and show one with the clause of each provision", async () => {
    const list = (await app.inject({ url: "/api/benefits?language=en" })).json();
    expect(list.benefits).toHaveLength(1);
    expect(answers.benefitEntry.parse(list.benefits[0]).name).toBe("Sample allowance");
    const one = await get("/api/benefits/sample-allowance", answers.benefitDetail);
    expect(one.provisions[0]).toMatchObject({
      jurisdictionName: "泉州市",
      sources: [SOURCE],
      figures: [80, 50],
    });
    expect(one.apply.officeName).toBe("村（居）委会");
  });

  it("list documents and show one with everything that rests on it", async () => {
    const list = (await app.inject({ url: "/api/documents" })).json();
    expect(answers.documentEntry.parse(list.documents[0]).id).toBe("sample-2024-1");
    const one = await get("/api/documents/sample-2024-1", answers.documentDetail);
    expect(one.citedBy).toEqual([
      { kind: "benefit", id: "sample-allowance", name: "示例津贴", clause: "二（一）" },
      { kind: "topic", id: "sample-other", name: "示例事项", clause: "三" },
    ]);
  });

  it.each([
    ["/api/places", ["350582", "350583"]],
    ["/api/places?q=安海", ["350582101"]],
    ["/api/places?q=JINJIANG", ["350582"]],
    ["/api/places?q=350582", ["350582", "350582101"]],
    ["/api/places?parent=350583", ["350583101"]],
    ["/api/places?q=nowhere", []],
  ])("find places: %s", async (url, codes) => {
    const { places } = (await app.inject({ url: encodeURI(url) })).json();
    expect(places.map((place: { code: string }) => place.code)).toEqual(codes);
  });

  it("name a town together with its county", async () => {
    const { places } = (await app.inject({ url: "/api/places?parent=350583" })).json();
    expect(answers.placeEntry.parse(places[0]).path).toBe("南安市官桥镇");
  });

  it("tell the version, the counts and the ledger of what is not decided", async () => {
    const knowledge = await get("/api/knowledge", answers.knowledgeAnswer);
    expect(knowledge).toMatchObject({ version: "sample-version", counts: { benefits: 1, provisions: 1 } });
    expect(knowledge.coverage.notDecided[0]).toMatchObject({
      topic: "sample-other",
      office: { id: "village-committee", name: "村（居）委会", phone: null },
    });
    expect(knowledge.coverage.gaps[0]).toMatchObject({
      provision: "city-2024",
      gaps: ["没有写从哪个月算起。"],
    });
  });

  it("tell which facts may be asked, in the order of asking", async () => {
    const { facts } = (await app.inject({ url: "/api/facts?language=en" })).json();
    expect(facts.map((fact: { name: string }) => fact.name)).toEqual([
      "Age",
      "Household register",
      "Minimum living allowance",
    ]);
    expect(answers.factEntry.parse(facts[2]).choices).toEqual([
      { value: true, text: "Yes" },
      { value: false, text: "No" },
    ]);
  });

  it("give the words of one face only", async () => {
    const { phrases } = (await app.inject({ url: "/api/phrases?language=en&prefix=desk.report" })).json();
    expect(Object.keys(phrases).length).toBeGreaterThan(5);
    expect(Object.keys(phrases).every((key) => key.startsWith("desk.report."))).toBe(true);
  });
});

describe("the whole bundle", () => {
  it("comes packed, with its version as ETag, and not again while it is the same", async () => {
    const first = await app.inject({ url: "/knowledge.json", headers: { "accept-encoding": "br, gzip" } });
    expect(first.headers).toMatchObject({ etag: '"sample-version"', "content-encoding": "gzip" });
    const headers = { "if-none-match": 'W/"sample-version"' };
    expect((await app.inject({ url: "/knowledge.json", headers })).statusCode).toBe(304);
  });

  it("comes as it is to those that cannot unpack", async () => {
    const response = await app.inject({ url: "/knowledge.json" });
    expect(response.headers["content-encoding"]).toBeUndefined();
    expect(response.json().version).toBe("sample-version");
  });
});

describe("records", () => {
  const authorization = `Bearer ${SECRET}`;

  it("take a question in, show it to the adviser with the secret, and let it be ticked off once", async () => {
    records.unanswered.length = 0;
    const text = "能不能帮我浇花";
    expect((await post("/api/unanswered", { text, face: "kiosk", site: "sample-site" })).statusCode).toBe(
      204,
    );
    const list = await app.inject({ url: "/api/unanswered", headers: { authorization } });
    expect(list.json().questions).toMatchObject([{ id: "q0", text, face: "kiosk", county: null }]);
    const remove = () =>
      app.inject({ method: "DELETE", url: "/api/unanswered/q0", headers: { authorization } });
    expect((await remove()).statusCode).toBe(204);
    expect((await remove()).statusCode).toBe(404);
  });

  it.each([[undefined], ["Bearer wrong"], ["Basic abc"]])("stay closed to %s", async (authorization) => {
    const headers = authorization ? { authorization } : {};
    expect((await app.inject({ url: "/api/unanswered", headers })).json().code).toBe("WRONG_SECRET");
  });

  it.each([
    [undefined, "WRONG_SECRET"],
    ["Bearer wrong", "WRONG_SECRET"],
  ])("are not handed out as a file to %s", async (given, code) => {
    const headers = given ? { authorization: given } : {};
    expect((await app.inject({ url: "/api/unanswered/export", headers })).json().code).toBe(code);
  });

  it("stay closed to everybody when the settings name no secret", async () => {
    const config = { rateLimit: 1_000, trustProxy: false, deskToken: null, publicUrl: null };
    const closed = await sampleApp({ config });
    const response = await closed.inject({
      url: "/api/unanswered",
      headers: { authorization: "Bearer null" },
    });
    expect(response.json()).toMatchObject({ statusCode: 403, code: "RECORDS_CLOSED" });
    await closed.close();
  });

  it("take feedback without words", async () => {
    expect((await post("/api/feedback", { helpful: false, about: "sample-allowance" })).statusCode).toBe(204);
    expect((await post("/api/feedback", { helpful: false, comment: "我叫…" })).statusCode).toBe(400);
  });
});

describe("operation", () => {
  it("is live, and ready while the stores answer", async () => {
    expect((await app.inject({ url: "/health/live" })).json()).toEqual({ status: "live" });
    const ready = await app.inject({ url: "/health/ready" });
    expect(ready.json()).toEqual({ status: "ready", knowledgeVersion: "sample-version" });
  });

  it("is not ready while the database does not answer", async () => {
    const ill = await sampleApp({ records: { ...listedRecords(), healthy: async () => false } });
    expect((await ill.inject({ url: "/health/ready" })).json()).toMatchObject({
      statusCode: 503,
      code: "NOT_READY",
    });
    await ill.close();
  });

  it("counts turns by intent and requests by route, without anything that was said", async () => {
    await turn({ input: { kind: "text", text: "很特别的话" } });
    await app.inject({ url: encodeURI("/api/search?q=很特别的话") });
    const { body, headers } = await app.inject({ url: "/metrics" });
    expect(headers["content-type"]).toContain("text/plain");
    expect(body).toMatch(/assistant_turns_total\{intent="entitlements",answered="true"\} [1-9]/);
    expect(body).toContain('route="/api/search"');
    expect(body).not.toContain("很特别");
  });
});

describe("the API reference", () => {
  it("describes every address that answers, and only valid references", async () => {
    const document = (await app.inject({ url: "/docs/json" })).json();
    expect(Object.keys(document.paths).sort()).toEqual([
      "/api/benefits",
      "/api/benefits/{id}",
      "/api/documents",
      "/api/documents/{id}",
      "/api/entitlements",
      "/api/facilities",
      "/api/facts",
      "/api/feedback",
      "/api/handovers",
      "/api/handovers/pick-up",
      "/api/kiosk",
      "/api/knowledge",
      "/api/phrases",
      "/api/places",
      "/api/search",
      "/api/speech",
      "/api/turn",
      "/api/unanswered",
      "/api/unanswered/export",
      "/api/unanswered/{id}",
      "/health/live",
      "/health/ready",
      "/knowledge.json",
      "/metrics",
    ]);
    for (const operations of Object.values<object>(document.paths)) {
      for (const operation of Object.values(operations)) expect(operation.summary).toMatch(/\w/);
    }
  });

  it("can be read in a browser", async () => {
    const response = await app.inject({ url: "/docs/" });
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toContain("text/html");
  });
});
