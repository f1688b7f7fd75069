import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../src/engine/index.ts";
import { axeMisses, bringAxe } from "./axe.ts";
import { barsOf, DEVICES, type Device, LOW_DEVICES, TABLET, WALL, windowOf, withDevices } from "./devices.ts";
import { deaf } from "./hearing.ts";
import { holdKnowledge } from "./held-knowledge.ts";
import { type KioskServer, ownKnowledge, startKiosk } from "./kiosk-server.ts";
import { misses } from "./looking.ts";
import { outOfService } from "./out-of-service.ts";
import { SCREENS, type Screen, SERVED_SCREENS, STAFF_SCREENS } from "./screens.ts";
import { launchBrowser, Visitor } from "./visitor.ts";

/** `npm run test:kiosk` looks at every device in every language; otherwise the usual panel and the smallest one in one. */
const ALL = process.env.KIOSK_DEVICES === "all";
const LANGUAGES: readonly Language[] = ALL ? ["zh-Hans", "zh-Hant", "en"] : ["zh-Hans"];
const LOOKED_AT = ALL ? DEVICES : [WALL, TABLET];
const HUNG_ANYHOW = ALL ? [...DEVICES, ...LOW_DEVICES] : LOOKED_AT;
const ALL_SCREENS = [...SCREENS, ...SERVED_SCREENS];
/** Screens of several pages, of which so many are looked at. */
const PAGED = new Set([
  ...["care-menu", "groups", "group", "phones"],
  "results",
  "benefit",
  "canteens",
  "canteen",
  "person",
  "read-aloud",
]);
const MOST_PAGES = 4;
/** The same button is not taken twice within a second. */
const REPEAT_MS = 1050;
const PATIENCE = 20 * 60_000;

let kiosk: KioskServer;
let browser: Browser;

beforeAll(async () => {
  kiosk = await startKiosk(withDevices(await ownKnowledge(), [...DEVICES, ...LOW_DEVICES]), true);
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await kiosk?.close();
});

describe.concurrent("Every screen, in normal type and in 大字, is legible, whole, within reach and calm", () => {
  for (const device of LOOKED_AT)
    for (const language of LANGUAGES)
      it(
        `on ${device.site} in ${language}`,
        async () => {
          expect(await walk(device, language, ALL_SCREENS)).toEqual([]);
        },
        PATIENCE,
      );

  for (const device of ALL ? LOW_DEVICES : [])
    it(
      `on ${device.site}, which hangs low, with no button near the floor`,
      async () => {
        expect(await walk(device, "zh-Hans", ALL_SCREENS)).toEqual([]);
      },
      PATIENCE,
    );
});

describe("While there is no knowledge,", () => {
  for (const device of LOOKED_AT)
    it(
      `waiting and failing are legible on ${device.site}`,
      async () => {
        const context = await browser.newContext({ viewport: windowOf(device), serviceWorkers: "block" });
        const page = await context.newPage();
        await page.clock.install();
        const failKnowledge = await holdKnowledge(page);
        await page.goto(`${kiosk.url}/?panel=${device.panel.inches}`);
        await page.clock.runFor(500);
        await page.locator('[data-control="card-home.money"]').click();
        await page.clock.runFor(9_000);
        await page.locator(".notice-waiting").waitFor();
        expect(await misses(page, barsOf(device, false))).toEqual([]);
        failKnowledge();
        await page.locator(".notice-failure").waitFor();
        expect(await misses(page, barsOf(device, false))).toEqual([]);
        await page.locator('[data-control="bar-large"]').click({ delay: 400 });
        await page.clock.runFor(500);
        expect(await misses(page, barsOf(device, true))).toEqual([]);
        await context.close();
      },
      PATIENCE,
    );
});

describe("When nobody is there, the warning is legible and within reach", () => {
  for (const device of HUNG_ANYHOW)
    for (const language of LANGUAGES)
      it(
        `on ${device.site} in ${language}`,
        async () => {
          const query = `?site=${device.site}`;
          const visitor = await Visitor.at(browser, kiosk.url, query, new Date(), 0.5, windowOf(device));
          await visitor.page.clock.runFor(500);
          await visitor.tap(`language-${language}`);
          await visitor.tap("card-home.care");
          await visitor.page.clock.fastForward(121_000);
          await visitor.page.clock.runFor(500);
          await visitor.page.locator('[data-control="idle-stay"]').waitFor();
          expect(await misses(visitor.page, barsOf(device, false))).toEqual([]);
          await visitor.tap("bar-large");
          expect(await misses(visitor.page, barsOf(device, true))).toEqual([]);
          await visitor.leave();
        },
        PATIENCE,
      );
});

describe.concurrent("The staff's screens and the card that stands for them are legible and within reach", () => {
  for (const device of HUNG_ANYHOW) {
    for (const language of LANGUAGES)
      it(
        `for the staff on ${device.site} in ${language}`,
        async () => {
          const query = `?site=${device.site}&staff`;
          const visitor = await Visitor.at(browser, kiosk.url, query, undefined, 0.5, windowOf(device));
          await visitor.ready();
          await visitor.tap(`language-${language}`);
          await bringAxe(visitor.page);
          const found: string[] = [];
          for (const { name, reach } of STAFF_SCREENS) {
            await reach(visitor);
            const wrong = [
              ...(await misses(visitor.page, barsOf(device, false))),
              ...(await axeMisses(visitor.page)),
            ];
            found.push(...wrong.map((miss) => `${name}: ${miss}`));
            if (name !== "staff") await visitor.go("bar-back");
          }
          expect(found).toEqual([]);
          await visitor.leave();
        },
        PATIENCE,
      );

    it(
      `out of service on ${device.site}`,
      async () => {
        const context = await browser.newContext({ viewport: windowOf(device), deviceScaleFactor: 0.5 });
        await outOfService(context);
        const visitor = await Visitor.in(context, kiosk.url, `?site=${device.site}`);
        await visitor.ready();
        await bringAxe(visitor.page);
        for (const large of [false, true]) {
          if (large) await visitor.tap("bar-large");
          expect(await visitor.page.locator(".notice-out-of-service").count()).toBe(1);
          expect(await misses(visitor.page, barsOf(device, large))).toEqual([]);
          expect(await axeMisses(visitor.page)).toEqual([]);
        }
        await visitor.leave();
      },
      PATIENCE,
    );
  }
});

/** Goes to each screen from home, as one visitor, and tells what misses a bar in either type size. */
async function walk(
  device: Device,
  language: Language,
  screens: readonly Screen[],
): Promise<readonly string[]> {
  const query = `?site=${device.site}`;
  const context = await browser.newContext({ viewport: windowOf(device), deviceScaleFactor: 0.5 });
  await deaf(context);
  const visitor = await Visitor.in(context, kiosk.url, query);
  await visitor.ready();
  await visitor.tap(`language-${language}`);
  await bringAxe(visitor.page);
  const found: string[] = [];
  for (const screen of screens) {
    try {
      await screen.reach(visitor);
      found.push(...(await lookAt(visitor, device, screen)));
      if ((await visitor.controls()).includes("card-home.money")) continue;
      await visitor.go("bar-restart");
    } catch (cause) {
      throw new Error(`${screen.name}: ${await visitor.heading()}`, { cause });
    }
  }
  await visitor.leave();
  return found;
}

async function lookAt(visitor: Visitor, device: Device, screen: Screen): Promise<readonly string[]> {
  const found: string[] = [];
  for (const size of ["normal", "large"] as const) {
    if (size === "large") await visitor.tap("bar-large");
    await eachPage(visitor, screen, async (page) => {
      const bars = barsOf(device, size === "large");
      const wrong = [...(await misses(visitor.page, bars)), ...(await axeMisses(visitor.page))];
      found.push(...wrong.map((miss) => `${screen.name}, ${size}, page ${page}: ${miss}`));
    });
  }
  await visitor.page.waitForTimeout(REPEAT_MS);
  await visitor.tap("bar-large");
  return found;
}

async function eachPage(
  visitor: Visitor,
  { name }: Screen,
  look: (page: number) => Promise<void>,
): Promise<void> {
  await look(1);
  for (let page = 2; PAGED.has(name) && page <= MOST_PAGES; page += 1) {
    if (!(await visitor.controls()).includes("next")) return;
    await visitor.go("next");
    await look(page);
  }
}
