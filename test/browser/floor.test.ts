import type { Browser, BrowserContext } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type KioskServer, startKiosk } from "./kiosk-server.ts";
import { launchBrowser, PANEL, Visitor } from "./visitor.ts";

let kiosk: KioskServer;
let browser: Browser;

beforeAll(async () => {
  [kiosk, browser] = await Promise.all([startKiosk(), launchBrowser()]);
});
afterAll(async () => {
  await browser?.close();
  await kiosk?.close();
});

/** What Chromium 84 does not have and our code uses. */
const WITHOUT = `for (const kind of [Array, String, Object.getPrototypeOf(Uint8Array)]) delete kind.prototype.at;
delete String.prototype.replaceAll; delete Object.hasOwn;`;

/** A browser whose page and workers lack it. */
async function olderBrowser(): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: PANEL, serviceWorkers: "block" });
  await context.addInitScript({ content: WITHOUT });
  await context.route("**/*-worker-*.js", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: `${WITHOUT}\n${await response.text()}` });
  });
  return context;
}

/** What the filled-in functions give, in the page. */
function filledIn() {
  return {
    native: [Array.prototype.at, "".replaceAll, Object.hasOwn].some((one) => String(one).includes("native")),
    last: [1, 2, 3].at(-1),
    first: "abc".at(0),
    beyond: new Uint8Array(2).at(2),
    replaced: "a.b.c".replaceAll(".", "-").concat(
      " and ",
      "x".replaceAll(/x/g, () => "$&"),
    ),
    owned: [Object.hasOwn({ age: 80 }, "age"), Object.hasOwn({}, "toString")],
  };
}

it("A browser as old as Chromium 84 shows the kiosk and answers, by cards and in one's own words", async () => {
  const visitor = await Visitor.in(await olderBrowser(), kiosk.url, "?site=example-anhai");
  expect(await visitor.page.evaluate(filledIn)).toEqual({
    native: false,
    last: 3,
    first: "a",
    beyond: undefined,
    replaced: "a-b-c and $&",
    owned: [true, false],
  });
  await visitor.go("card-home.ask");
  await visitor.page.locator("textarea").fill("高龄补贴怎么办理");
  await visitor.go("send");
  await visitor.go("understood-yes");
  expect(await visitor.heading()).toContain("高龄");
  await visitor.leave();
});

it("A browser that does not keep buttons apart shows the plain card with a number to call, and no button", async () => {
  const context = await browser.newContext({ viewport: PANEL });
  await context.addInitScript(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("* { row-gap: 0 !important }");
    document.adoptedStyleSheets = [sheet];
  });
  const page = await context.newPage();
  await page.goto(kiosk.url);
  await page.waitForLoadState("networkidle");
  const words = kiosk.bundle.phrases["zh-Hans"];
  const card = await page.locator("#plain").innerText();
  expect(card).toContain(words["kiosk.plain.title"]);
  expect(card).toContain("12345");
  expect(await page.locator("button").count()).toBe(0);
  await context.close();
});
