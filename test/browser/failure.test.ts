import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { startKiosk } from "./kiosk-server.ts";
import { visiting } from "./visiting.ts";
import { PANEL } from "./visitor.ts";

const visit = visiting(startKiosk);
const STARTED = new Date("2026-11-22T10:00:00+08:00");
const MAIN = /\/assets\/index-[\w-]+\.js$/;

/** A page on whose way to the browser something is changed. */
async function opened(change: (context: BrowserContext) => Promise<unknown>): Promise<Page> {
  const context = await visit.browser.newContext({ viewport: PANEL, serviceWorkers: "block" });
  await change(context);
  const page = await context.newPage();
  await page.clock.install({ time: STARTED });
  await page.goto(`${visit.kiosk.url}/?site=example-anhai`);
  return page;
}

const card = (page: Page) => page.locator("#plain").innerText();
const words = () => visit.kiosk.bundle.phrases["zh-Hans"];

describe("The plain card, with whom to ask and a number to call, stays when the page's script", () => {
  const FAILURES: Readonly<Record<string, (context: BrowserContext) => Promise<unknown>>> = {
    "throws at once": (context) =>
      context.route(MAIN, (route) =>
        route.fulfill({ contentType: "text/javascript", body: "throw new Error('no')" }),
      ),
    "cannot be loaded": (context) => context.route(MAIN, (route) => route.abort()),
    "cannot be read by the browser": (context) =>
      context.route(MAIN, (route) => route.fulfill({ contentType: "text/javascript", body: "let = ;" })),
  };
  for (const [how, change] of Object.entries(FAILURES))
    it(how, async () => {
      const page = await opened(change);
      await page.locator("html[data-out]").waitFor();
      expect(await card(page)).toContain(words()["kiosk.plain.title"]);
      expect(await card(page)).toContain(words()["kiosk.failure.fault"]);
      expect(await card(page)).toContain("12345");
      expect(await page.locator("#plain .plain-loading").first().isVisible()).toBe(false);
      await page.context().unroute(MAIN);
      await page.clock.runFor(31_000);
      await page.locator('html[data-session="free"]').waitFor({ timeout: 10_000 });
      expect(await page.locator("#plain").isVisible()).toBe(false);
      await page.context().close();
    });

  it("never starts, in a browser that knows no modules", async () => {
    const html = readFileSync(join(visit.kiosk.folder, "index.html"), "utf8");
    const page = await opened((context) =>
      context.route(/\/\?site/, (route) =>
        route.fulfill({ contentType: "text/html", body: html.replaceAll('type="module"', 'type="unknown"') }),
      ),
    );
    expect(await card(page)).toContain(words()["kiosk.loading.help"]);
    expect(await card(page)).toContain("12345");
    await page.clock.runFor(21_000);
    expect(await card(page)).toContain(words()["kiosk.plain.title"]);
    await page.context().close();
  });

  it("cannot draw anything, and nothing of the page is left under the card", async () => {
    const page = await opened((context) =>
      context.addInitScript(() => {
        const create = document.createElementNS.bind(document);
        document.createElementNS = ((space: string, name: string) => {
          if (name === "nav") throw new Error("no");
          return create(space, name);
        }) as typeof document.createElementNS;
      }),
    );
    await page.locator("html[data-out]").waitFor();
    expect(await card(page)).toContain(words()["kiosk.plain.title"]);
    expect(await page.locator("#kiosk").innerHTML()).toBe("");
    await page.context().close();
  });

  it("cannot run at all", async () => {
    const context = await visit.browser.newContext({ javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(visit.kiosk.url);
    const help = await page.locator(".plain-phone").innerText();
    expect(help).toContain("12345");
    expect(await page.locator("#plain").innerText()).toContain(words()["kiosk.loading.help"]);
    await context.close();
  });
});

describe("A failure in the middle of a visit", () => {
  it("of one screen shows a calm card, and the way back leads on", async () => {
    const visitor = await visit.walkUp();
    await visitor.page.evaluate(() => {
      // The pen cannot be drawn: the screen for writing fails, whatever its reason.
      const create = document.createElement.bind(document);
      document.createElement = ((name: string) => {
        if (name === "textarea") throw new Error("no");
        return create(name);
      }) as typeof document.createElement;
      const createNS = document.createElementNS.bind(document);
      document.createElementNS = ((space: string, name: string) => {
        if (name === "textarea") throw new Error("no");
        return createNS(space, name);
      }) as typeof document.createElementNS;
    });
    await visitor.go("card-home.ask");
    expect(await visitor.text()).toContain(words()["kiosk.failure.fault"]);
    await visitor.go("bar-back");
    await visitor.go("card-home.canteen");
    expect((await visitor.controls()).some((control) => control.startsWith("see-"))).toBe(true);
  });

  it("that nobody caught is healed by starting anew once they have left", async () => {
    const visitor = await visit.walkUp();
    await visitor.mark();
    await visitor.go("card-home.care");
    await visitor.page.evaluate(() => {
      setTimeout(() => {
        throw new Error("no");
      });
    });
    await visitor.page.waitForTimeout(100);
    expect(await visitor.isMarked()).toBe(true);
    await visitor.tap("bar-restart");
    await expect.poll(() => visitor.isMarked()).toBe(false);
    await visitor.ready();
    expect(await visitor.controls()).toContain("card-home.money");
  });

  for (const how of ["dies", "hangs"] as const)
    it(`when the engine ${how}: the failure is said, and the next try is answered`, async () => {
      const visitor = await visit.walkUp("?site=example-anhai", STARTED);
      await visitor.page.clock.runFor(500);
      const engine = visitor.page.workers().find((worker) => worker.url().includes("engine-worker"));
      // The worker answers no more: it fails with the next answer, or turns round and round from now on.
      await engine?.evaluate((end) => {
        const fail = (): void => {
          throw new Error("no");
        };
        const turn = (): void => {
          for (;;);
        };
        const post = self.postMessage.bind(self);
        if (end === "dies")
          self.postMessage = (said: { kind: string }) =>
            said.kind === "turned" ? void setTimeout(fail) : post(said);
        else setTimeout(turn, 50);
      }, how);
      await visitor.page.waitForTimeout(100);
      await visitor.page.locator('[data-control="card-home.canteen"]').click();
      await visitor.page.clock.runFor(500);
      if (how === "hangs") await visitor.page.clock.runFor(21_000);
      await visitor.page.locator(".notice-failure").waitFor();
      expect(await visitor.text()).toContain(words()["kiosk.failure.now"]);
      await visitor.page.clock.runFor(500);
      await visitor.go("bar-back");
      await visitor.go("card-home.canteen");
      expect((await visitor.controls()).some((control) => control.startsWith("see-"))).toBe(true);
    });
});
