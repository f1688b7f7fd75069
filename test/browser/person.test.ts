import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { WALL, windowOf, withDevices } from "./devices.ts";
import { deaf } from "./hearing.ts";
import { holdKnowledge } from "./held-knowledge.ts";
import { type KioskServer, ownKnowledge, startKiosk } from "./kiosk-server.ts";
import { SERVED_SCREENS } from "./screens.ts";
import { launchBrowser, Visitor } from "./visitor.ts";

let kiosk: KioskServer;
let browser: Browser;
/** Heading of the screen that sends one to the staff. */
let askTheStaff: string;

beforeAll(async () => {
  kiosk = await startKiosk(withDevices(await ownKnowledge(), [WALL]), true);
  browser = await launchBrowser();
  askTheStaff = kiosk.bundle.phrases["zh-Hans"]["kiosk.person.title"] ?? "";
});
afterAll(async () => {
  await browser?.close();
  await kiosk?.close();
});

describe("At a kiosk with every service, one tap on 找工作人员 leads to the staff", () => {
  let visitor: Visitor;
  beforeAll(async () => {
    const context = await browser.newContext({ viewport: windowOf(WALL), serviceWorkers: "block" });
    await deaf(context);
    visitor = await Visitor.in(context, kiosk.url, `?site=${WALL.site}`);
  });
  beforeEach(async () => {
    await visitor.page.goto(`${kiosk.url}/?site=${WALL.site}`);
    await visitor.page.locator('[data-control="bar-sound"]').waitFor();
  });
  afterAll(() => visitor.leave());

  for (const screen of SERVED_SCREENS)
    it(`from the screen ${screen.name}`, async () => {
      await screen.reach(visitor);
      expect((await visitor.controls()).at(-1)).toBe("bar-person");
      await visitor.go("bar-person");
      expect(await visitor.heading()).toBe(askTheStaff);
    });

  it("from the screen on which no number was to be had", async () => {
    await visitor.page.route("**/api/handovers", (route) => route.abort());
    await visitor.go("card-home.canteen");
    await visitor.go("take-away");
    await visitor.go("take-number");
    await visitor.page.getByText(kiosk.bundle.phrases["zh-Hans"]["kiosk.take.number.failed"] ?? "").waitFor();
    await visitor.go("bar-person");
    expect(await visitor.heading()).toBe(askTheStaff);
    await visitor.page.unroute("**/api/handovers");
  });
});

describe("With a clock wound on, one tap on 找工作人员 leads to the staff", () => {
  /** Longer than a screen takes no touch. */
  const SETTLED_MS = 500;
  let page: Page;
  beforeEach(async () => {
    const context = await browser.newContext({ viewport: windowOf(WALL), serviceWorkers: "block" });
    page = await context.newPage();
    await page.clock.install();
    return () => context.close();
  });
  const tap = async (control: string): Promise<void> => {
    await page.clock.runFor(SETTLED_MS);
    await page.locator(`[data-control="${control}"]`).click();
  };
  const personIsThere = async (): Promise<void> => {
    await tap("bar-person");
    await page.getByRole("heading", { name: askTheStaff }).waitFor();
  };

  it("from the warning that nobody seems to be there", async () => {
    await page.goto(`${kiosk.url}/?site=${WALL.site}`);
    await page.locator('[data-knowledge="open"]').waitFor();
    await tap("card-home.care");
    await page.clock.fastForward(121_000);
    await page.locator('[data-control="idle-stay"]').waitFor();
    await personIsThere();
  });

  it("from the menu of all matters while the knowledge is not there", async () => {
    await page.route("**/knowledge.json", (route) => route.abort());
    await page.goto(`${kiosk.url}/?site=${WALL.site}`);
    await tap("card-home.rest");
    await page.locator(".notice-waiting").waitFor();
    await personIsThere();
  });

  it("from waiting, while the engine answers nobody", async () => {
    await page.route("**/knowledge.json", () => undefined);
    await page.goto(`${kiosk.url}/?site=${WALL.site}`);
    await tap("card-home.money");
    await page.clock.runFor(9_000);
    await page.locator(".notice-waiting").waitFor();
    await personIsThere();
  });

  it("from failing", async () => {
    const failKnowledge = await holdKnowledge(page);
    await page.goto(`${kiosk.url}/?site=${WALL.site}`);
    await tap("card-home.money");
    failKnowledge();
    await page.locator(".notice-failure").waitFor();
    await personIsThere();
  });
});

it("While the page loads, or where its script fails, it says to ask the staff without a tap", async () => {
  const context = await browser.newContext({ viewport: windowOf(WALL), javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(kiosk.url);
  expect(await page.locator("body").innerText()).toContain(
    kiosk.bundle.phrases["zh-Hans"]["kiosk.loading.help"],
  );
  await context.close();
});
