import { spawnSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { startKiosk } from "./kiosk-server.ts";
import { toKnownCase } from "./screens.ts";
import { visiting } from "./visiting.ts";
import { launchOn, Visitor } from "./visitor.ts";

const visit = visiting(startKiosk);
const BEGINNING = "zhang-apo";
const WRITTEN = `${BEGINNING} 82 of Jinjiang`;
let profile: string;

beforeEach(async () => {
  profile = await mkdtemp(join(tmpdir(), "kiosk-profile-"));
});
afterEach(async () => {
  await rm(profile, { recursive: true, force: true });
});

it("After a power cut in the middle of a visit the kiosk starts at home, and the device kept nothing", async () => {
  const before = await come();
  await before.page.evaluate(() => navigator.serviceWorker.ready);
  await before.tap("language-zh-Hant");
  await before.tap("bar-large");
  await toKnownCase(before);
  await before.go("bar-restart");
  await before.go("card-home.ask");
  await before.page.locator("textarea").pressSequentially(WRITTEN);
  const closed = new Promise((done) => before.context.once("close", done));
  cutPower();
  await closed;
  expect(await filesWith(new URL(visit.kiosk.url).host)).not.toEqual([]);
  expect(await filesWith(BEGINNING)).toEqual([]);

  const after = await come();
  expect(after.context.pages().length).toBeLessThanOrEqual(2);
  expect(await after.controls()).toContain("card-home.money");
  expect(await after.page.locator('.kiosk[lang="zh-Hans"][data-size="normal"]').count()).toBe(1);
  expect(await after.page.locator("html").getAttribute("data-session")).toBe("free");
  expect(await after.context.storageState({ indexedDB: true })).toEqual({ cookies: [], origins: [] });
  expect(await after.page.evaluate(() => sessionStorage.length)).toBe(0);
  await after.go("card-home.ask");
  expect(await after.page.locator("textarea").inputValue()).toBe("");
  await after.leave();
});

/** Walks up to the kiosk in a browser that keeps its profile. */
async function come(): Promise<Visitor> {
  return visit.welcome(await Visitor.in(await launchOn(profile), visit.kiosk.url, "?site=example-anhai"));
}

/** Kills the browser and all its processes, found by the folder that only this test's browser has. */
function cutPower(): void {
  const { stdout } = spawnSync("pgrep", ["-f", `user-data-dir=${profile}`], { encoding: "utf8" });
  const processes = stdout
    .split("\n")
    .filter((line) => line !== "")
    .map(Number);
  if (processes.length === 0) throw new Error("no browser to kill");
  for (const one of processes)
    try {
      process.kill(one, "SIGKILL");
    } catch (error) {
      // Children go with their parent.
      if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
    }
}

/** Files of the profile in which the text stands, in either way in which a browser writes text. */
async function filesWith(text: string): Promise<readonly string[]> {
  const wanted = [Buffer.from(text, "utf8"), Buffer.from(text, "utf16le")];
  const found: string[] = [];
  for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name));
    if (wanted.some((bytes) => content.includes(bytes))) found.push(entry.name);
  }
  return found;
}
