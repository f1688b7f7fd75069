import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openRecords, type RecordsPlace } from "../../src/host/records/open.ts";
import type { Records, UnansweredQuestion } from "../../src/host/records/port.ts";

const DATABASE_URL = process.env.TEST_DATABASE_URL;
const DAY_MS = 24 * 60 * 60 * 1000;

const question: UnansweredQuestion = {
  text: "我叫陈美玲，怎么领",
  language: "zh-Hans",
  intent: "out_of_scope",
  face: "api",
  site: null,
  county: "350582",
};

const databases: [string, boolean, string | null][] = [
  ["embedded", true, null],
  ["in PostgreSQL (set TEST_DATABASE_URL to run)", DATABASE_URL !== undefined, DATABASE_URL ?? null],
];

let folder = "";
let now = new Date("2026-11-22T02:00:00Z");
let records: Records | null = null;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "records-"));
});
afterEach(async () => {
  await records?.close();
  records = null;
  await rm(folder, { recursive: true });
});

async function open(databaseUrl: string | null): Promise<Records> {
  await records?.close();
  const place: RecordsPlace = { dataDir: join(folder, "new", "data"), databaseUrl };
  records = await openRecords(place, () => now);
  return records;
}

async function emptied(databaseUrl: string | null): Promise<Records> {
  const opened = await open(databaseUrl);
  for (const { id } of await opened.listUnanswered(1_000)) await opened.removeUnanswered(id);
  return opened;
}

for (const [name, available, databaseUrl] of databases) {
  describe.skipIf(!available)(`records ${name}`, () => {
    it("keep an unanswered question scrubbed, over a restart, until it is ticked off", async () => {
      now = new Date("2026-11-22T02:00:00Z");
      await (await emptied(databaseUrl)).addUnanswered(question);
      const reopened = await open(databaseUrl);
      const [stored, ...others] = await reopened.listUnanswered(10);
      expect(others).toEqual([]);
      expect(stored).toMatchObject({ text: "我叫某某，怎么领", at: now.getTime(), county: "350582" });
      expect(await reopened.removeUnanswered(stored?.id ?? "")).toBe(true);
      expect(await reopened.removeUnanswered(stored?.id ?? "")).toBe(false);
      expect(await reopened.listUnanswered(10)).toEqual([]);
    });

    it("show the newest first and no more than asked for", async () => {
      const opened = await emptied(databaseUrl);
      for (const [index, text] of ["旧的", "新的", "最新的"].entries()) {
        now = new Date(Date.UTC(2026, 10, 22, 2, index));
        await opened.addUnanswered({ ...question, text });
      }
      expect((await opened.listUnanswered(2)).map(({ text }) => text)).toEqual(["最新的", "新的"]);
    });

    it("delete what is past its retention and nothing younger", async () => {
      const start = Date.UTC(2026, 0, 1);
      now = new Date(start);
      const opened = await emptied(databaseUrl);
      await opened.addUnanswered(question);
      await opened.addFeedback({ helpful: true, about: null, face: "kiosk" });
      now = new Date(start + 179 * DAY_MS);
      expect(await opened.purge()).toBe(0);
      now = new Date(start + 181 * DAY_MS);
      expect(await opened.purge()).toBe(1);
      now = new Date(start + 366 * DAY_MS);
      expect(await opened.purge()).toBe(1);
      expect(await opened.healthy()).toBe(true);
    });
  });
}

describe("records that cannot be opened stop the start with one line that names the setting", () => {
  it("DATABASE_URL, without what stands in the address", async () => {
    await expect(open("postgres://nobody:secret@127.0.0.1:1/none")).rejects.toThrow(
      "DATABASE_URL: the database cannot be used: nothing answers there (ECONNREFUSED).",
    );
  });

  it.each([
    ["is a file", () => join(folder, "file"), "there is a file in its place (EEXIST)"],
    ["lies under a file", () => join(folder, "file", "data"), "there is a file in its place (EEXIST)"],
    [
      "cannot be made, as nothing can under /proc",
      () => "/proc/none/data",
      "it cannot be made there (ENOENT)",
    ],
  ])("DATA_DIR that %s", async (_name, dataDir, reason) => {
    await writeFile(join(folder, "file"), "");
    const opening = openRecords({ dataDir: dataDir(), databaseUrl: null }, () => now);
    await expect(opening).rejects.toThrow(`DATA_DIR: the folder ${dataDir()} cannot be used: ${reason}.`);
  });

  it("DATA_DIR whose database is something else", async () => {
    await writeFile(join(folder, "records.db"), "not a database, only some words in a file\n".repeat(100));
    const opening = openRecords({ dataDir: folder, databaseUrl: null }, () => now);
    await expect(opening).rejects.toThrow(/^DATA_DIR: the folder .* cannot be used: records\.db in it/);
  });
});
