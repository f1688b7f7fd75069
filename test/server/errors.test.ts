import fc from "fast-check";
import type { FastifyInstance, InjectOptions } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { failure } from "../../kiosk/server/schemas/answers.ts";
import { stubEngine } from "../host/sample.ts";
import { sampleApp } from "./setup.ts";

let app: FastifyInstance;
beforeAll(async () => {
  app = await sampleApp();
});
afterAll(() => app.close());

const text = { kind: "text", text: "你好" };

/** A wrong request: what is sent, and the field that the answer must name. */
type Wrong = [name: string, url: string, payload: unknown, field: string];

const wrongBodies: Wrong[] = [
  ["no input", "/api/turn", {}, "input"],
  ["null input", "/api/turn", { input: null }, "input"],
  ["an unknown kind of input", "/api/turn", { input: { kind: "voice" } }, "input.kind"],
  ["an empty text", "/api/turn", { input: { kind: "text", text: "" } }, "input.text"],
  ["a text that is a number", "/api/turn", { input: { kind: "text", text: 82 } }, "input.text"],
  [
    "a text that is too long",
    "/api/turn",
    { input: { kind: "text", text: "岁".repeat(2_001) } },
    "input.text",
  ],
  [
    "a latitude off the globe",
    "/api/turn",
    { input: { kind: "location", latitude: 91, longitude: 0 } },
    "input.latitude",
  ],
  [
    "a location without longitude",
    "/api/turn",
    { input: { kind: "location", latitude: 1 } },
    "input.longitude",
  ],
  ["an unknown language", "/api/turn", { input: text, language: "fr" }, "language"],
  ["a day that does not exist", "/api/turn", { input: text, asOf: "2026-02-30" }, "asOf"],
  ["a day in another form", "/api/turn", { input: text, asOf: "2026/2/3" }, "asOf"],
  ["an unknown site", "/api/turn", { input: text, site: "nowhere" }, "site"],
  ["a conversation that is an object", "/api/turn", { input: text, conversation: {} }, "conversation"],
  ["a misspelt field", "/api/turn", { input: text, asof: "2026-01-01" }, "asof"],
  ["a list instead of an object", "/api/turn", [], "body"],
  ["no facts", "/api/entitlements", {}, "facts"],
  ["facts as a list", "/api/entitlements", { facts: [] }, "facts"],
  ["a fact that is null", "/api/entitlements", { facts: { age: null } }, "facts.age"],
  ["a fact that is a list", "/api/entitlements", { facts: { age: [82] } }, "facts.age"],
  ["a fact of the wrong type", "/api/entitlements", { facts: { age: "82" } }, "facts.age"],
  ["an unknown fact", "/api/entitlements", { facts: { shoe: 42 } }, "facts.shoe"],
  ["feedback without a verdict", "/api/feedback", { helpful: "yes" }, "helpful"],
  ["a question at an unknown site", "/api/unanswered", { text: "x", site: "张三家" }, "site"],
];

const wrongQueries: [name: string, url: string, field: string][] = [
  ["an unknown place", "/api/facilities?place=110000", "place"],
  ["an unknown type", "/api/facilities?type=pub", "type"],
  ["coordinates that are no numbers", "/api/facilities?near=NaN,118", "near"],
  ["half a position", "/api/facilities?near=24.9", "near"],
  ["a position off the globe", "/api/facilities?near=99,118", "near"],
  ["an instant without zone", "/api/facilities?at=2026-11-22T10:30:00", "at"],
  ["an instant on a day that does not exist", "/api/facilities?at=2026-02-30T10:30:00Z", "at"],
  ["open at another time than now", "/api/facilities?open=later", "open"],
  ["a limit of nothing", "/api/facilities?limit=0", "limit"],
  ["a limit that is no number", "/api/facilities?limit=all", "limit"],
  ["a misspelt parameter", "/api/facilities?tpye=canteen", "tpye"],
  ["a parameter given twice", "/api/facilities?type=canteen&type=canteen", "type"],
  ["no words to search", "/api/search", "q"],
  ["empty words to search", "/api/search?q=", "q"],
  ["an unknown kind", "/api/search?q=x&kind=person", "kind"],
  ["a county that is none", "/api/search?q=x&county=999999", "county"],
  ["an unknown language", "/api/benefits?language=fr", "language"],
  ["an unknown parent", "/api/places?parent=1", "parent"],
  ["no prefix of words", "/api/phrases", "prefix"],
];

async function refusalOf(options: InjectOptions) {
  const response = await app.inject(options);
  const body = failure.parse(response.json());
  expect(body.statusCode).toBe(response.statusCode);
  return body;
}

describe("a wrong request is 400 and names the field", () => {
  it.each(wrongBodies)("%s", async (_name, url, payload, field) => {
    const refusal = await refusalOf({ method: "POST", url, payload: payload as object });
    expect(refusal.statusCode).toBe(400);
    expect(refusal.details?.map((detail) => detail.field)).toContain(field);
    expect(refusal.message).toContain(field);
  });

  it.each(wrongQueries)("%s", async (_name, url, field) => {
    const refusal = await refusalOf({ url });
    expect(refusal.statusCode).toBe(400);
    expect(refusal.details?.map((detail) => detail.field)).toContain(field);
  });
});

describe("what is wrong is said in plain words", () => {
  it.each([
    [{}, "facts is missing; it must be an object"],
    [{ facts: [] }, 'facts must be an object of fact ids and values, such as {"age": 82}'],
    [{ facts: "82" }, 'facts must be an object of fact ids and values, such as {"age": 82}'],
    [{ facts: {}, language: "fr" }, "language must be one of zh-Hans, zh-Hant, en"],
    [{ facts: {}, asOf: 2026 }, "asOf must be a day that exists, as YYYY-MM-DD"],
    [{ facts: {}, day: "2026-01-01" }, "day is not known here"],
  ])("of the case %j", async (payload, message) => {
    expect((await refusalOf({ method: "POST", url: "/api/entitlements", payload })).message).toBe(message);
  });

  it.each([
    [{}, "input is missing; it must be an object"],
    [{ input: { kind: "voice" } }, "input.kind must be text, choice or location"],
    [{ input: { kind: "text" } }, "input.text is missing; it must be a text"],
    [{ input: { kind: "text", text: "" } }, "input.text must not be empty"],
    [{ input: { kind: "text", text: "岁".repeat(2_001) } }, "input.text must be at most 2000 characters"],
    [{ input: { kind: "location", latitude: 91, longitude: 0 } }, "input.latitude must be at most 90"],
  ])("of the turn %j", async (payload, message) => {
    expect((await refusalOf({ method: "POST", url: "/api/turn", payload })).message).toBe(message);
  });

  it.each([
    ["limit=501", "limit must be at most 500"],
    ["limit=0", "limit must be at least 1"],
    ["limit=all", "limit must be a whole number"],
    ["open=later", "open must be now"],
    ["near=24.9", "near must be LAT,LON in degrees, such as 24.9,118.6"],
  ])("of the address with %s", async (query, message) => {
    expect((await refusalOf({ url: `/api/facilities?${query}` })).message).toBe(message);
  });

  it("whatever the request: no word of the validator's own", async () => {
    for (const [, url, payload] of wrongBodies) {
      const { message } = await refusalOf({ method: "POST", url, payload: payload as object });
      expect(message).not.toMatch(/Invalid|expected|received|Unrecognized|Too (small|big)/);
    }
  });
});

describe("a request that is no request", () => {
  const json = { "content-type": "application/json" };

  it.each<[string, InjectOptions, number]>([
    ["broken JSON", { method: "POST", url: "/api/turn", headers: json, payload: '{"input":' }, 400],
    ["no body", { method: "POST", url: "/api/turn", headers: json }, 400],
    [
      "a prototype in the body",
      { method: "POST", url: "/api/turn", headers: json, payload: '{"__proto__":1}' },
      400,
    ],
    [
      "plain text",
      { method: "POST", url: "/api/turn", headers: { "content-type": "text/plain" }, payload: "hi" },
      415,
    ],
    ["a form", { method: "POST", url: "/api/turn", headers: { "content-type": "x/y" }, payload: "a=b" }, 415],
    [
      "a body like an upload",
      { method: "POST", url: "/api/turn", payload: { input: "x".repeat(70_000) } },
      413,
    ],
    ["an address nobody serves", { url: "/api/nothing" }, 404],
    ["an unknown benefit", { url: "/api/benefits/none" }, 404],
    ["an unknown document", { url: "/api/documents/none" }, 404],
    ["a broken escape in the address", { url: "/api/benefits/%E0%A4%A" }, 400],
    ["a path out of the folder", { url: "/..%2f..%2fpackage.json" }, 404],
  ])("%s gets its own status in the one shape", async (_name, options, status) => {
    expect((await refusalOf(options)).statusCode).toBe(status);
  });

  it.each([
    ["GET", "/api/turn", "POST"],
    ["POST", "/api/benefits", "GET, HEAD"],
    ["PUT", "/api/benefits/any", "GET, HEAD"],
  ] as const)("%s %s is told which methods there are", async (method, url, allowed) => {
    const response = await app.inject({ method, url });
    expect(response.statusCode).toBe(405);
    expect(response.headers.allow).toBe(allowed);
  });
});

it("a fault of ours is 500 without a word about the inside", async () => {
  const engine = {
    ...stubEngine(),
    search: () => {
      throw new Error("inside: /etc/secret");
    },
  };
  const faulty = await sampleApp({ engine });
  const response = await faulty.inject({ url: "/api/search?q=x" });
  expect(failure.parse(response.json())).toMatchObject({ statusCode: 500, code: "INTERNAL" });
  expect(response.body).not.toContain("inside");
  await faulty.close();
});

it("an address that asks too often is told to wait, the machine itself is not", async () => {
  const limited = await sampleApp({
    config: { rateLimit: 2, trustProxy: false, deskToken: null, publicUrl: null },
  });
  const ask = async (remoteAddress: string) =>
    (await limited.inject({ url: "/api/knowledge", remoteAddress })).statusCode;
  expect([await ask("10.0.0.9"), await ask("10.0.0.9"), await ask("10.0.0.9")]).toEqual([200, 200, 429]);
  expect([await ask("127.0.0.1"), await ask("127.0.0.1"), await ask("127.0.0.1")]).toEqual([200, 200, 200]);
  await limited.close();
});

const anything = fc.oneof(
  fc.jsonValue(),
  fc.record(
    { input: fc.jsonValue(), conversation: fc.jsonValue(), asOf: fc.jsonValue() },
    { requiredKeys: [] },
  ),
  fc.record({
    input: fc.record({ kind: fc.constantFrom("text", "choice", "location", "x"), text: fc.jsonValue() }),
  }),
  fc.record({ facts: fc.dictionary(fc.constantFrom("age", "hukou", "__x", "toString"), fc.jsonValue()) }),
);

describe("whatever comes in, the answer is never a fault of ours", () => {
  it("in a body", async () => {
    const url = fc.constantFrom("/api/turn", "/api/entitlements", "/api/unanswered", "/api/feedback");
    await fc.assert(
      fc.asyncProperty(url, anything, async (url, value) => {
        const headers = { "content-type": "application/json" };
        const response = await app.inject({ method: "POST", url, headers, payload: JSON.stringify(value) });
        expect(response.statusCode).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });

  it("in a query", async () => {
    const url = fc.constantFrom(
      "/api/facilities",
      "/api/search",
      "/api/places",
      "/api/benefits",
      "/api/phrases",
    );
    const name = fc.constantFrom("q", "type", "place", "near", "at", "limit", "kind", "county", "language");
    const query = fc.dictionary(name, fc.string({ unit: "grapheme" }));
    await fc.assert(
      fc.asyncProperty(url, query, async (url, query) => {
        const response = await app.inject({ url, query });
        expect(response.statusCode).toBeLessThan(500);
      }),
      { numRuns: 300 },
    );
  });
});
