import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, it } from "vitest";
import { createLog } from "../../src/host/log.ts";
import { createSpeech } from "../../src/host/speech/speech.ts";
import { SECRET, sampleApp } from "./setup.ts";

let app: FastifyInstance;
afterEach(() => app.close());

const speech = createSpeech(async (text) => Buffer.from(`RIFF ${text}`));
const say = (payload: object, remoteAddress = "127.0.0.1") =>
  app.inject({ method: "POST", url: "/api/speech", payload, remoteAddress });

describe("POST /api/speech", () => {
  it("answers with the sound of the text, which nobody may keep", async () => {
    app = await sampleApp({ speech });
    const response = await say({ text: "您好", speed: "slow" });
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toBe("audio/wav");
    expect(response.headers["cache-control"]).toBe("no-store");
    expect(response.rawPayload.toString("utf8")).toBe("RIFF 您好");
  });

  it("is 404 where the machine cannot speak", async () => {
    app = await sampleApp();
    expect((await say({ text: "您好" })).json()).toMatchObject({ statusCode: 404, code: "NO_SPEECH" });
  });

  it.each([
    ["an empty text", { text: "" }, "text"],
    ["an endless text", { text: "好".repeat(1_501) }, "text"],
    ["another speed", { text: "好", speed: "0.9" }, "speed"],
    ["another language", { text: "好", language: "nan" }, "language"],
    ["anything else", { text: "好", voice: "x" }, "voice"],
  ])("refuses %s with the field named", async (_name, payload, field) => {
    app = await sampleApp({ speech });
    const response = await say(payload);
    expect(response.statusCode).toBe(400);
    expect(response.json().details[0].field).toBe(field);
  });

  it("is limited for each address, and other addresses are not hurt", async () => {
    app = await sampleApp({ speech });
    const statuses: number[] = [];
    for (let time = 0; time < 61; time += 1)
      statuses.push((await say({ text: "好" }, "10.0.0.1")).statusCode);
    expect(statuses.slice(0, 60).every((status) => status === 200)).toBe(true);
    expect(statuses[60]).toBe(429);
    expect((await say({ text: "好" }, "10.0.0.2")).statusCode).toBe(200);
  });

  it("leaves the text in no line of the log, also when it fails", async () => {
    const lines: string[] = [];
    app = await sampleApp({
      speech: createSpeech(async () => {
        throw new Error("低保");
      }),
      log: createLog("trace", { write: (line) => lines.push(line) }),
    });
    expect((await say({ text: "低保老人" })).statusCode).toBe(503);
    expect(lines.length).toBeGreaterThan(0);
    expect(lines.join("")).not.toContain("低保");
  });
});

describe("GET /api/kiosk", () => {
  it("says what works here", async () => {
    const config = { rateLimit: 1_000, trustProxy: false, deskToken: SECRET, publicUrl: "https://e.example" };
    app = await sampleApp({ speech, config });
    const { json } = await app.inject({ url: "/api/kiosk" });
    expect(json()).toEqual({ speech: true, handovers: true, publicUrl: "https://e.example" });
  });

  it("and what does not", async () => {
    const config = { rateLimit: 1_000, trustProxy: false, deskToken: null, publicUrl: null };
    app = await sampleApp({ config });
    const { json } = await app.inject({ url: "/api/kiosk" });
    expect(json()).toEqual({ speech: false, handovers: false, publicUrl: null });
  });
});
