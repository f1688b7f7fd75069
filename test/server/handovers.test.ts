import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { handedOver, handoverNumber } from "../../kiosk/server/schemas/answers.ts";
import { createHandovers, type Handovers } from "../../src/host/handovers.ts";
import { createLog } from "../../src/host/log.ts";
import { memoryShortLived } from "../../src/host/short-lived/memory.ts";
import { SOURCE } from "../host/sample.ts";
import { HANDED_OVER, listedRecords, SECRET, sampleApp } from "./setup.ts";

let app: FastifyInstance;
afterEach(() => app.close());

const { site: SITE, answers } = HANDED_OVER;
const DESK = { authorization: `Bearer ${SECRET}` };
const ASKED = {
  ...HANDED_OVER,
  questions: ["钱和补贴", "我叫陈美玲，我妈今年82岁，电话13800138000"],
  facts: { age: 82, hukou: "350582" },
  answers: answers.map((answer) => ({
    ...answer,
    sources: [...answer.sources, { document: "not-ours", clause: "一" }],
  })),
};

const give = (payload: object = ASKED) => app.inject({ method: "POST", url: "/api/handovers", payload });
const pickUp = (number: string, headers: Record<string, string> = DESK, site = SITE) =>
  app.inject({ method: "POST", url: "/api/handovers/pick-up", headers, payload: { site, number } });

async function given(): Promise<string> {
  const response = await give();
  expect(response.statusCode, response.body).toBe(201);
  return handoverNumber.parse(response.json()).number;
}

describe("A number from the kiosk", () => {
  it("has four digits, none of them a zero in front, and is good for thirty minutes", async () => {
    app = await sampleApp();
    const { number, until } = handoverNumber.parse((await give()).json());
    expect(number).toMatch(/^[1-9]\d{3}$/);
    expect(until).toBe("2026-11-22T02:30:00.000Z");
  });

  it("opens question, facts, answers and sources at the desk, once", async () => {
    app = await sampleApp();
    const number = await given();
    const opened = await pickUp(number);
    expect(opened.statusCode).toBe(200);
    expect(opened.headers["cache-control"]).toBe("no-store");
    const handover = handedOver.parse(opened.json());
    expect(handover).toMatchObject({ site: SITE, facts: ASKED.facts, at: "2026-11-22T02:00:00.000Z" });
    expect(handover.answers).toEqual([{ ...ASKED.answers[0], sources: [SOURCE] }]);
    expect((await pickUp(number)).statusCode).toBe(404);
  });

  it("carries no name and no number of the person who asked", async () => {
    app = await sampleApp();
    const { questions } = handedOver.parse((await pickUp(await given())).json());
    expect(questions).toEqual(["钱和补贴", "我叫某某，我妈今年#岁，电话#"]);
  });

  it("is in no record and in no line of the log", async () => {
    const lines: string[] = [];
    const records = listedRecords();
    app = await sampleApp({ records, log: createLog("trace", { write: (line) => lines.push(line) }) });
    const number = await given();
    await pickUp(number);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.filter((line) => line.includes(number) || /高龄|示例津贴|350582|82岁/.test(line))).toEqual(
      [],
    );
    expect(records.unanswered).toEqual([]);
  });
});

describe("A number is not opened", () => {
  it("without the desk's secret, with a wrong one, or where none is set", async () => {
    app = await sampleApp();
    const number = await given();
    expect((await pickUp(number, {})).statusCode).toBe(401);
    expect((await pickUp(number, { authorization: "Bearer wrong" })).statusCode).toBe(401);
    expect((await pickUp(number)).statusCode).toBe(200);
    await app.close();
    app = await sampleApp({
      config: { rateLimit: 1_000, trustProxy: false, deskToken: null, publicUrl: null },
    });
    expect((await give()).json()).toMatchObject({ statusCode: 403, code: "HANDOVERS_CLOSED" });
    expect((await pickUp("1234")).statusCode).toBe(403);
  });

  it("by the desk of another site", async () => {
    const base = await sampleApp();
    await base.close();
    const { stubEngine } = await import("../host/sample.ts");
    const engine = stubEngine();
    const [site] = engine.bundle.sites;
    if (site === undefined) throw new Error("the sample has no site");
    const sites = [site, { ...site, id: "other-site" }];
    app = await sampleApp({ engine: { ...engine, bundle: { ...engine.bundle, sites } } });
    const number = await given();
    expect((await pickUp(number, DESK, "other-site")).statusCode).toBe(404);
    expect((await pickUp(number)).statusCode).toBe(200);
  });

  it("after five wrong ones in a minute, not even the right one, and says how long to wait", async () => {
    app = await sampleApp();
    const number = await given();
    const wrong = ["1000", "2000", "3000", "4000", "5000", "6000"]
      .filter((other) => other !== number)
      .slice(0, 5);
    for (const other of wrong) expect((await pickUp(other)).statusCode).toBe(404);
    const refused = await pickUp(number);
    expect(refused.json()).toMatchObject({ statusCode: 429, code: "TOO_MANY_WRONG_NUMBERS" });
    expect(refused.headers["retry-after"]).toBe("60");
  });

  it("and many tries at the same moment count as many", async () => {
    app = await sampleApp();
    const tries = Array.from({ length: 40 }, (_, index) => pickUp(String(1_000 + index)));
    const statuses = (await Promise.all(tries)).map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 404).length).toBeLessThanOrEqual(5);
  });
});

describe("A wrong hand-over is refused with the field named", () => {
  it.each([
    ["another site", { ...ASKED, site: "nowhere" }, "site"],
    ["an unknown fact", { ...ASKED, facts: { name: "陈美玲" } }, "facts.name"],
    ["anything that was not asked for", { ...ASKED, phone: "13800138000" }, "phone"],
    ["a question without end", { ...ASKED, questions: ["好".repeat(301)] }, "questions"],
  ])("%s", async (_name, payload, field) => {
    app = await sampleApp();
    const response = await give(payload);
    expect(response.statusCode, response.body).toBe(400);
    expect(response.json().details[0].field).toContain(field);
  });

  it("a number that is none", async () => {
    app = await sampleApp();
    for (const number of ["0123", "12", "12345", "abcd", "１２３４"]) {
      const response = await pickUp(number);
      expect([number, response.statusCode]).toEqual([number, 400]);
    }
  });
});

it("When no number is free the kiosk is told so", async () => {
  const full: Handovers = createHandovers(memoryShortLived(0));
  app = await sampleApp({ handovers: full });
  expect((await give()).json()).toMatchObject({ statusCode: 503, code: "NO_NUMBER_FREE" });
});

it("The API reference shows both ways, and that the desk's needs a secret", async () => {
  app = await sampleApp();
  const { paths } = (await app.inject({ url: "/docs/json" })).json();
  expect(Object.keys(paths["/api/handovers"])).toEqual(["post"]);
  expect(paths["/api/handovers/pick-up"].post.security).toEqual([{ desk: [] }]);
  expect(Object.keys(paths["/api/speech"])).toEqual(["post"]);
});
