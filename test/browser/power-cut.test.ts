import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import npmChromium from "@sparticuz/chromium";
import { chromium } from "playwright-core";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { OUT_OF_SERVICE } from "../../kiosk/web/device/out-of-service.ts";
import { type KioskServer, startKiosk } from "./kiosk-server.ts";
import { Visitor } from "./visitor.ts";

const OPERATE = resolve(import.meta.dirname, "../../docs/kiosk/operate");
const QUERY = "/?site=example-anhai";

/** Flags with which the unit starts Chromium, its profile's folder left out: tests have their own. */
function flagsOfUnit(): readonly string[] {
  const unit = readFileSync(join(OPERATE, "kiosk-browser.service"), "utf8").replace(/\\\n/g, " ");
  const [, command = ""] = unit.match(/^ExecStart=.*\/chromium (.*)$/m) ?? [];
  return command.split(/\s+/).filter((word) => word.startsWith("--") && !word.startsWith("--user-data-dir="));
}

let kiosk: KioskServer;
let serving = false;
let profile: string;
let running: ChildProcess | null = null;

async function cutNetwork(): Promise<void> {
  if (serving) await kiosk.close();
  serving = false;
}

/** Starts the browser as the unit does, on the profile that is there, and opens the kiosk. */
async function startBrowser(): Promise<Visitor> {
  const own = ["--headless", "--no-sandbox", "--remote-debugging-port=0", `--user-data-dir=${profile}`];
  const address = kiosk.url + QUERY;
  const browser = spawn(await npmChromium.executablePath(), [...flagsOfUnit(), ...own, address], {
    stdio: ["ignore", "ignore", "pipe"],
    detached: true,
  });
  running = browser;
  const endpoint = await new Promise<string>((found, failed) => {
    let said = "";
    browser.once("exit", () => failed(new Error(`the browser ended: ${said}`)));
    browser.stderr.on("data", (text: Buffer) => {
      said += text.toString();
      const [, address] = said.match(/DevTools listening on (ws:\S+)/) ?? [];
      if (address !== undefined) found(address);
    });
  });
  const [context] = (await chromium.connectOverCDP(endpoint)).contexts();
  if (context === undefined) throw new Error("the browser has no window");
  return Visitor.on(context, context.pages()[0] ?? (await context.waitForEvent("page")));
}

/** Ends the browser with all its processes at once, as a power cut does. */
async function cutPower(): Promise<void> {
  const browser = running;
  running = null;
  if (browser?.pid === undefined || browser.exitCode !== null) return;
  const gone = once(browser, "exit");
  process.kill(-browser.pid, "SIGKILL");
  await gone;
}

/** Whether anything the page stored has reached the disk under this name. */
function onDisk(name: string): boolean {
  const folder = join(profile, "Default", "Local Storage", "leveldb");
  return readdirSync(folder).some((file) => readFileSync(join(folder, file), "latin1").includes(name));
}

describe("After a power cut, with the network gone as well,", () => {
  beforeEach(async () => {
    kiosk = await startKiosk();
    serving = true;
    profile = await mkdtemp(join(tmpdir(), "kiosk-profile-"));
  });
  afterEach(async () => {
    await cutPower();
    await cutNetwork();
    await rm(profile, { recursive: true, force: true });
  });

  it("the kiosk comes up at home from its own cache, and nothing is left of who was there", async () => {
    const visitor = await startBrowser();
    const { page } = visitor;
    await visitor.informed();
    await visitor.kept();
    await visitor.tap("bar-large");
    await visitor.go("card-home.money");
    await visitor.tap("key-8");
    await expect.poll(() => page.locator(".pad-display").innerText()).toContain("8");
    await cutPower();
    await cutNetwork();

    const again = await startBrowser();
    await again.informed();
    expect(await again.page.locator(".home").count()).toBe(1);
    expect(await again.page.locator('.kiosk[data-size="normal"]').count()).toBe(1);
    await again.go("card-home.money");
    expect(await again.page.locator(".pad-value").count()).toBe(0);
    expect(await again.page.locator(".pad-display").count()).toBe(1);
  });

  it("a kiosk that was out of service still is", async () => {
    const visitor = await startBrowser();
    const { page } = visitor;
    await visitor.informed();
    await visitor.kept();
    await page.goto(`${kiosk.url}${QUERY}&staff`);
    await visitor.informed();
    await visitor.go("staff-switch");
    await visitor.tap("out-of-service");
    await expect.poll(() => onDisk(OUT_OF_SERVICE)).toBe(true);
    await cutPower();
    await cutNetwork();

    const again = await startBrowser();
    await again.page.locator(".notice-out-of-service").waitFor();
    expect(await again.page.locator(".home").count()).toBe(0);
  });
});

describe("The document for operators", () => {
  it("gives a reason for each flag the unit starts Chromium with, and for no other", async () => {
    const text = await readFile(join(OPERATE, "linux.md"), "utf8");
    const table = [...text.matchAll(/^\| `(--[^`]+)` \| (.+) \|$/gm)];
    const flags = table.map(([, flag = ""]) => flag);
    expect(flags.filter((flag) => !flag.startsWith("--user-data-dir="))).toEqual(flagsOfUnit());
    expect(flagsOfUnit()).toContain("--kiosk");
  });
});
