import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { turnAnswer } from "../../kiosk/server/schemas/answers.ts";

let folder = "";
const children: ChildProcess[] = [];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "program-"));
});
afterEach(() => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What a program said and how it ended. */
interface Ending {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function run(file: string, args: readonly string[], env: Record<string, string> = {}, input = "") {
  const child = spawn(process.execPath, ["--import", "tsx", file, ...args], {
    env: { PATH: process.env.PATH, DATA_DIR: folder, PORT: "0", LOG_LEVEL: "warn", ...env },
  });
  children.push(child);
  const said = { out: "", err: "" };
  child.stdout.on("data", (data) => {
    said.out += String(data);
  });
  child.stderr.on("data", (data) => {
    said.err += String(data);
  });
  child.stdin.end(input);
  const ended = new Promise<Ending>((resolve) => child.once("close", (code) => resolve({ code, ...said })));
  return { child, said, ended };
}

describe("npm start", () => {
  it("says where to look, answers, and ends cleanly when it is told to", async () => {
    const { child, said, ended } = run("src/main.ts", []);
    await expect.poll(() => said.out).toMatch(/Telegram bot {3}off/);
    const base = /Kiosk\s+(http:\S+)\//.exec(said.out)?.[1];
    const ready = await fetch(`${base}/health/ready`);
    expect(await ready.json()).toMatchObject({ status: "ready" });
    child.kill("SIGTERM");
    expect(await ended).toMatchObject({ code: 0, err: "" });
  });

  it("stops at once on a wrong setting, with one line that names it", async () => {
    const { code, out, err } = await run("src/main.ts", [], { PORT: "eighty" }).ended;
    expect({ code, out, err }).toEqual({
      code: 1,
      out: "",
      err: "PORT is not valid: it may be a whole number from 0 to 65535.\n",
    });
  });

  it("says in one line that the port is taken", async () => {
    const other = createServer();
    await new Promise<void>((listening) => other.listen(0, "127.0.0.1", listening));
    const PORT = String((other.address() as AddressInfo).port);
    const { code, err } = await run("src/main.ts", [], { PORT }).ended;
    other.close();
    expect({ code, err }).toEqual({
      code: 1,
      err: `PORT: cannot listen on port ${PORT} of 127.0.0.1: another program listens there already (EADDRINUSE).\n`,
    });
  });

  it.each([
    ["HOST", "203.0.113.9"],
    ["DATA_DIR", "/proc/none"],
    ["DATABASE_URL", "postgres://nobody@127.0.0.1:1/none"],
    ["REDIS_URL", "redis://127.0.0.1:1"],
    ["KNOWLEDGE_DIR", "/proc/none"],
  ])("ends with a line that names %s when it does not work here", async (name, value) => {
    const { code, out, err } = await run("src/main.ts", [], { [name]: value }).ended;
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err.split("\n").filter((line) => line.includes(name))).toHaveLength(1);
  });

  it("serves without the bot when Telegram refuses it", async () => {
    const telegram = { TELEGRAM_BOT_TOKEN: "1:x", TELEGRAM_API_ROOT: "http://127.0.0.1:1" };
    const { said } = run("src/main.ts", [], telegram);
    await expect.poll(() => said.out).toMatch(/Kiosk/);
    expect(said.out).toContain("the Telegram bot could not start");
  });
});

describe("npm run ask", () => {
  it("prints the API's answer with --json", async () => {
    const args = ["--json", "--as-of", "2023-06-01", "--language", "en", "我妈82岁"];
    const { code, out } = await run("src/commands/ask.ts", args).ended;
    expect(code).toBe(0);
    expect(turnAnswer.parse(JSON.parse(out)).facts).toMatchObject({ age: 82 });
  });

  it("keeps a conversation over lines, and remembers", async () => {
    const lines = "我妈82岁\n户口在晋江\n";
    const { code, out } = await run("src/commands/ask.ts", ["--json"], {}, lines).ended;
    expect(code).toBe(0);
    const replies = out.split(/\n(?=\{)/).map((text) => turnAnswer.parse(JSON.parse(text)));
    expect(replies.length).toBe(2);
    expect(replies[1]?.conversation).toBe(replies[0]?.conversation);
    expect(replies[1]?.facts).toMatchObject({ age: 82 });
  });

  it.each([
    [["--as-of", "2026-02-30", "x"], /--as-of must be a day that exists/],
    [["--language", "fr", "x"], /--language may be zh-Hans, zh-Hant, en/],
    [["--loud"], /usage: npm run ask/],
  ])("explains a wrong command line: %j", async (args, message) => {
    const { code, err } = await run("src/commands/ask.ts", args).ended;
    expect(code).toBe(1);
    expect(err).toMatch(message);
  });
});
