import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type KioskServer, startKiosk } from "./kiosk-server.ts";
import { launchBrowser, Visitor } from "./visitor.ts";

let kiosk: KioskServer;
let browser: Browser;
let visitor: Visitor;

beforeAll(async () => {
  kiosk = await startKiosk();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await kiosk?.close();
});
beforeEach(async () => {
  visitor = await Visitor.at(browser, kiosk.url, "?site=example-anhai");
  await visitor.page.evaluate(() => navigator.serviceWorker.ready);
  await visitor.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
});
afterEach(() => visitor.leave());

describe("With the network cut after the first load", () => {
  it("the kiosk goes on answering", async () => {
    await visitor.context.setOffline(true);
    await visitor.go("card-home.canteen");
    expect((await visitor.controls()).some((control) => control.startsWith("see-"))).toBe(true);
  });

  it("a reloaded kiosk comes up from its own cache and answers a written question", async () => {
    await visitor.context.setOffline(true);
    await visitor.page.reload();
    await visitor.ready();
    await visitor.go("card-home.ask");
    await visitor.page.locator("textarea").fill("附近哪里有长者食堂");
    await visitor.go("send");
    await visitor.go("understood-yes");
    expect((await visitor.controls()).some((control) => control.startsWith("see-"))).toBe(true);
  });
});

describe("Newer knowledge", () => {
  const NEW_NAME = "换了名字的站点";
  const LOOK_MS = 10 * 60_000;

  afterEach(() => kiosk.publish(kiosk.bundle));

  it("is picked up while the first screen is untouched", async () => {
    const watched = await Visitor.at(browser, kiosk.url, "?site=example-anhai", new Date());
    await watched.page.locator('[data-knowledge="open"]').waitFor();
    kiosk.publish(renamed());
    await watched.page.clock.runFor(LOOK_MS);
    await watched.page.getByText(NEW_NAME).waitFor();
    expect(await watched.text()).toContain(NEW_NAME);
    await watched.leave();
  });

  it("is kept for the next visit by the service worker", async () => {
    kiosk.publish(renamed());
    await visitor.page.evaluate(() => fetch("/knowledge.json", { cache: "no-cache" }));
    await visitor.context.setOffline(true);
    await visitor.page.reload();
    await visitor.page.getByText(NEW_NAME).waitFor();
    expect(await visitor.text()).toContain(NEW_NAME);
  });

  it("waits while somebody is using the kiosk", async () => {
    const watched = await Visitor.at(browser, kiosk.url, "?site=example-anhai", new Date());
    await watched.page.locator('[data-knowledge="open"]').waitFor();
    await watched.go("card-home.ask");
    const before = kiosk.asked.length;
    kiosk.publish(renamed());
    for (let minute = 0; minute < 11; minute += 1) {
      await watched.page.clock.fastForward(60_000);
      await watched.page.locator("textarea").pressSequentially("我");
    }
    expect(kiosk.asked.slice(before).filter((path) => path.includes("knowledge"))).toEqual([]);
    await watched.leave();
  });

  function renamed() {
    const sites = kiosk.bundle.sites.map((site) => ({
      ...site,
      name: { ...site.name, "zh-Hans": NEW_NAME },
    }));
    return { ...kiosk.bundle, version: "newer", sites };
  }
});

describe("Without any knowledge", () => {
  it("the kiosk says so calmly and a person is one tap away", async () => {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.route("**/knowledge.json", (route) => route.abort());
    await page.goto(kiosk.url);
    await page.locator('html[data-taps="on"]').waitFor();
    await page.locator('[data-control="card-home.money"]').click();
    await page.locator(".notice-failure").waitFor();
    const words = kiosk.bundle.phrases["zh-Hans"];
    expect(await page.locator("main").innerText()).toContain(words["kiosk.failure.fault"]);
    await page.locator('html[data-taps="on"]').waitFor();
    await page.locator('[data-control="bar-person"]').click();
    await page.locator(".notice-person").waitFor();
    expect(await page.locator("h1").innerText()).toBe(words["kiosk.person.title"]);
    await context.close();
  });

  it("after every try the first screen says that the machine is out of service, until the knowledge comes", async () => {
    const context = await browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.clock.install();
    const tries = { left: 4 };
    await page.route("**/knowledge.json", (route) => (tries.left-- > 0 ? route.abort() : route.continue()));
    await page.goto(kiosk.url);
    for (const seconds of [5, 15]) {
      await untilTried(tries, seconds === 5 ? 3 : 2);
      expect(await page.locator(".home").count()).toBe(1);
      await page.clock.runFor(seconds * 1000 + 100);
    }
    await untilTried(tries, 1);
    await page.clock.runFor(60_100);
    await page.locator(".notice-out-of-service").waitFor();
    const words = kiosk.bundle.phrases["zh-Hans"];
    expect(await page.locator("main").innerText()).toContain(words["kiosk.failure.fault"]);
    await page.clock.runFor(60_100);
    await page.locator(".home").waitFor();
    expect(await page.locator(".notice-out-of-service").count()).toBe(0);
    await context.close();
  });

  /** Waits until so many tries are left, so that the clock is wound on only after each has failed. */
  async function untilTried(tries: { readonly left: number }, left: number): Promise<void> {
    await expect.poll(() => tries.left).toBe(left);
  }
});
