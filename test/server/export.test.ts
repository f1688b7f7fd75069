import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { parseRows } from "../../src/commands/evaluation/rows.ts";
import { openRecords } from "../../src/host/records/open.ts";
import type { Records } from "../../src/host/records/port.ts";
import { SECRET, sampleApp } from "./setup.ts";

let folder = "";
let records: Records;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "export-"));
  records = await openRecords({ dataDir: folder, databaseUrl: null }, () => new Date("2026-11-22T02:00:00Z"));
});
afterEach(async () => {
  await records.close();
  await rm(folder, { recursive: true });
});

async function exported(limit = ""): Promise<{ readonly body: string; readonly headers: object }> {
  const app = await sampleApp({ records });
  const authorization = `Bearer ${SECRET}`;
  const answer = await app.inject({ url: `/api/unanswered/export${limit}`, headers: { authorization } });
  await app.close();
  return { body: answer.body, headers: answer.headers };
}

const ask = (text: string) =>
  records.addUnanswered({
    ...{ text, language: "zh-Hans", intent: "out_of_scope", face: "kiosk" },
    ...{ site: null, county: null },
  });

describe("unanswered questions handed out to be labelled", () => {
  it("are rows of the evaluation with an empty intent, without names and numbers", async () => {
    await ask("我叫陈美玲，电话13800138000，能不能帮我浇花");
    const { body, headers } = await exported();
    expect(headers).toMatchObject({
      "content-type": "application/x-ndjson",
      "content-disposition": 'attachment; filename="unanswered.jsonl"',
    });
    expect(JSON.parse(body)).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      text: "我叫某某，电话#，能不能帮我浇花",
      lang: "zh-Hans",
      intent: "",
      read: "out_of_scope",
    });
  });

  it("are counted as not labelled until an intent is filled in, and measure from then on", async () => {
    await ask("能不能\n帮我浇花");
    await ask("谁来修电视");
    const { body } = await exported();
    expect(parseRows(body)).toMatchObject({ questions: [], unlabelled: 2 });
    const labelled = body.replaceAll('"intent":""', '"intent":"handoff"');
    expect(parseRows(labelled).questions.map(({ intent }) => intent)).toEqual(["handoff", "handoff"]);
  });

  it("make an empty file where there are none", async () => {
    expect((await exported()).body).toBe("");
  });

  it("are as many as asked for", async () => {
    await ask("谁来修电视");
    await ask("谁来修灯");
    expect((await exported("?limit=1")).body.trim().split("\n")).toHaveLength(1);
  });
});
