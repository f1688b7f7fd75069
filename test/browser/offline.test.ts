import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startKiosk } from "./kiosk-server.ts";
import { visiting } from "./visiting.ts";
import type { Visitor } from "./visitor.ts";

const visit = visiting(startKiosk);
let visitor: Visitor;

beforeEach(async () => {
  visitor = await visit.walkUp();
  await visitor.page.evaluate(() => navigator.serviceWorker.ready);
  await visitor.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
});

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

  afterEach(() => visit.kiosk.publish(visit.kiosk.bundle));

  it("is picked up while the first screen is untouched", async () => {
    const watched = await visit.walkUp("?site=example-anhai", new Date());
    await watched.page.locator('[data-knowledge="open"]').waitFor();
    visit.kiosk.publish(renamed());
    await watched.page.clock.runFor(LOOK_MS);
    await watched.page.getByText(NEW_NAME).waitFor();
    expect(await watched.text()).toContain(NEW_NAME);
  });

  it("is kept for the next visit by the service worker", async () => {
    visit.kiosk.publish(renamed());
    await visitor.page.evaluate(() => fetch("/knowledge.json", { cache: "no-cache" }));
    await visitor.context.setOffline(true);
    await visitor.page.reload();
    await visitor.page.getByText(NEW_NAME).waitFor();
    expect(await visitor.text()).toContain(NEW_NAME);
  });

  it("waits while somebody is using the kiosk", async () => {
    const watched = await visit.walkUp("?site=example-anhai", new Date());
    await watched.page.locator('[data-knowledge="open"]').waitFor();
    await watched.go("card-home.ask");
    const before = visit.kiosk.asked.length;
    visit.kiosk.publish(renamed());
    for (let minute = 0; minute < 11; minute += 1) {
      await watched.page.clock.fastForward(60_000);
      await watched.page.locator("textarea").pressSequentially("我");
    }
    expect(visit.kiosk.asked.slice(before).filter((path) => path.includes("knowledge"))).toEqual([]);
  });

  function renamed() {
    const sites = visit.kiosk.bundle.sites.map((site) => ({
      ...site,
      name: { ...site.name, "zh-Hans": NEW_NAME },
    }));
    return { ...visit.kiosk.bundle, version: "newer", sites };
  }
});

describe("Without any knowledge", () => {
  it("the kiosk says so calmly and a person is one tap away", async () => {
    const context = await visit.browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.route("**/knowledge.json", (route) => route.abort());
    await page.goto(visit.kiosk.url);
    await page.locator('html[data-taps="on"]').waitFor();
    await page.locator('[data-control="card-home.money"]').click();
    await page.locator(".notice-failure").waitFor();
    const words = visit.kiosk.bundle.phrases["zh-Hans"];
    expect(await page.locator("main").innerText()).toContain(words["kiosk.failure.fault"]);
    await page.locator('html[data-taps="on"]').waitFor();
    await page.locator('[data-control="bar-person"]').click();
    await page.locator(".notice-person").waitFor();
    expect(await page.locator("h1").innerText()).toBe(words["kiosk.person.title"]);
    await context.close();
  });
});
