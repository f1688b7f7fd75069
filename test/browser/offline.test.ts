import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startKiosk } from "./kiosk-server.ts";
import { toKnownCase } from "./screens.ts";
import { visiting } from "./visiting.ts";
import { PANEL, Visitor } from "./visitor.ts";

const visit = visiting(() => startKiosk(undefined, true));
let visitor: Visitor;

beforeEach(async () => {
  const context = await visit.browser.newContext({ viewport: PANEL, deviceScaleFactor: 0.5 });
  const first = await Visitor.in(context, visit.kiosk.url, "?site=example-anhai");
  await first.kept();
  await first.page.evaluate(() => fetch("/api/kiosk", { cache: "no-cache" }));
  await first.page.close();
  await context.setOffline(true);
  visit.kiosk.fail("gone");
  visitor = visit.welcome(await Visitor.in(context, visit.kiosk.url, "?site=example-anhai"));
});

afterEach(() => visit.kiosk.fail(null));

describe("From its second start on the kiosk needs no network:", () => {
  it("the nearest canteens", async () => {
    await visitor.go("card-home.canteen");
    expect((await visitor.controls()).some((control) => control.startsWith("see-"))).toBe(true);
  });

  it("a whole interview, decided as with a network", async () => {
    await toKnownCase(visitor);
    await visitor.go("see-old-age-allowance");
    expect(await visitor.text()).toContain("每月50元");
    expect(await visitor.page.locator(".kiosk").getAttribute("data-determination")).toMatch(/^\w+/);
  });

  it("a question written by hand and by sound", async () => {
    await visitor.go("card-home.ask");
    const box = await visitor.page.locator(".field").boundingBox();
    if (box === null) throw new Error("no field to write in");
    await visitor.page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
    await visitor.page.mouse.down();
    await visitor.page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 5 });
    await visitor.page.mouse.up();
    await visitor.page.getByRole("button", { name: "一", exact: true }).click({ timeout: 20_000 });
    await visitor.tap("erase");
    await visitor.go("way-keys");
    for (const letter of "shitang") {
      await visitor.page.locator(`[data-control="letter-${letter}"]`).click();
      await visitor.page.waitForTimeout(170);
    }
    await visitor.page.getByRole("button", { name: "食堂", exact: true }).click({ timeout: 20_000 });
    await visitor.go("send");
    await visitor.go("understood-yes");
    expect((await visitor.controls()).some((control) => control.startsWith("see-"))).toBe(true);
  });

  it("the code and the paper, but no number for the desk, which only the server can give", async () => {
    await toKnownCase(visitor);
    await visitor.go("take-away");
    const ways = (await visitor.controls()).filter((control) => control.startsWith("take-"));
    expect(ways).toEqual(["take-print", "take-scan"]);
    await visitor.go("take-scan");
    expect(await visitor.page.locator(".take-scan .code").count()).toBe(1);
    expect(await visitor.controls()).not.toContain("bar-sound");
  });
});

describe("Without any knowledge", () => {
  beforeEach(() => visit.kiosk.fail(null));

  it("the kiosk says so calmly and a person is one tap away", async () => {
    const context = await visit.browser.newContext({ serviceWorkers: "block" });
    await context.route("**/knowledge.json", (route) => route.abort());
    const lost = visit.welcome(Visitor.on(context, await context.newPage()));
    await lost.page.goto(visit.kiosk.url);
    await lost.go("card-home.money");
    await lost.page.locator(".notice-failure").waitFor();
    const words = visit.kiosk.bundle.phrases["zh-Hans"];
    expect(await lost.text()).toContain(words["kiosk.failure.fault"]);
    await lost.go("bar-person");
    await lost.page.locator(".notice-person").waitFor();
    expect(await lost.heading()).toBe(words["kiosk.person.title"]);
  });

  it("after every try the first screen says that the machine is out of service, until the knowledge comes", async () => {
    const context = await visit.browser.newContext({ serviceWorkers: "block" });
    const page = await context.newPage();
    await page.clock.install();
    const tries = { left: 4 };
    await page.route("**/knowledge.json", (route) => (tries.left-- > 0 ? route.abort() : route.continue()));
    await page.goto(visit.kiosk.url);
    for (const seconds of [5, 15]) {
      await untilTried(tries, seconds === 5 ? 3 : 2);
      expect(await page.locator(".home").count()).toBe(1);
      await page.clock.runFor(seconds * 1000 + 100);
    }
    await untilTried(tries, 1);
    await page.clock.runFor(60_100);
    await page.locator(".notice-out-of-service").waitFor();
    const words = visit.kiosk.bundle.phrases["zh-Hans"];
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
