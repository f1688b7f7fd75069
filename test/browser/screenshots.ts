/** Writes what the kiosk looks like on the 21.5 inch panel to `docs/kiosk/`: one picture a screen, and their page. */
import { mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { resolve } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { WALL, windowOf, withDevices } from "./devices.ts";
import { galleryPage, LARGE, PICTURES } from "./gallery.ts";
import { deaf } from "./hearing.ts";
import { holdKnowledge } from "./held-knowledge.ts";
import { ownKnowledge, startKiosk } from "./kiosk-server.ts";
import { outOfService } from "./out-of-service.ts";
import { pictureOf } from "./picture.ts";
import { SCREENS, SERVED_SCREENS, STAFF_SCREENS } from "./screens.ts";
import { launchBrowser, Visitor } from "./visitor.ts";

const FOLDER = resolve(import.meta.dirname, "../../docs/kiosk");
/** A fixed day, so that pictures change only when the kiosk does. */
const DAY = new Date("2026-11-22T10:00:00+08:00");
/** A third of the panel: 360 pixels wide, which the documentation shows as it is, and light. */
const SCALE = 1 / 3;
const QUERY = `?site=${WALL.site}`;
/** Longer than a new screen takes no touch, in milliseconds. */
const SETTLED = 400;

/** Writes one picture. */
type Draw = (page: Page, name: string) => Promise<void>;
type Walk = (query: string, prepare?: (context: BrowserContext) => Promise<void>) => Promise<Visitor>;

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const kiosk = await startKiosk(withDevices(await ownKnowledge(), [WALL]), true);
  const browser = await launchBrowser();
  const decoder = await browser.newPage();
  const missing = new Set(PICTURES);
  const draw: Draw = async (page, name) => {
    if (!missing.delete(name)) throw new Error(`${name} is drawn twice, or not in the gallery`);
    await writeFile(resolve(FOLDER, `${name}.png`), await pictureOf(page, decoder));
  };
  const walk: Walk = async (query, prepare = deaf) =>
    Visitor.in(await fresh(browser, prepare), kiosk.url, query, DAY);
  await drawVisits(walk, draw);
  await drawQuiet(walk, draw);
  await drawTrouble(await fresh(browser, async () => {}), `${kiosk.url}/?panel=21.5`, draw);
  await drawStaff(walk, draw);
  await browser.close();
  await kiosk.close();
  if (missing.size > 0) throw new Error(`not drawn: ${[...missing].join(", ")}`);
  await writeFile(resolve(FOLDER, "screens.md"), galleryPage());
  await removeOthers();
}

async function fresh(
  browser: Browser,
  prepare: (context: BrowserContext) => Promise<void>,
): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: windowOf(WALL), deviceScaleFactor: SCALE });
  // Functions handed to the page carry calls of this helper, which the loader of TypeScript puts in.
  await context.addInitScript("globalThis.__name = (what) => what");
  // A voice that goes on for as long as somebody looks.
  await context.route("**/api/speech", () => undefined);
  await prepare(context);
  return context;
}

async function drawVisits(walk: Walk, draw: Draw): Promise<void> {
  for (const { name, reach } of [...SCREENS, ...SERVED_SCREENS]) {
    const visitor = await walk(QUERY);
    await reach(visitor);
    await draw(visitor.page, name);
    if (LARGE.has(name)) {
      await visitor.tap("bar-large");
      await draw(visitor.page, `${name}-large`);
    }
    await visitor.leave();
  }
}

async function drawQuiet(walk: Walk, draw: Draw): Promise<void> {
  const visitor = await walk(QUERY);
  await visitor.tap("language-en");
  await draw(visitor.page, "home-en");
  await visitor.tap("language-zh-Hans");
  await visitor.go("card-home.money");
  await visitor.page.clock.fastForward(121_000);
  await draw(visitor.page, "idle");
  await visitor.leave();
}

/** Waiting for knowledge that takes long and then does not come. */
async function drawTrouble(context: BrowserContext, address: string, draw: Draw): Promise<void> {
  const page = await context.newPage();
  await page.clock.install({ time: DAY });
  const failKnowledge = await holdKnowledge(page);
  await page.goto(address);
  await page.clock.runFor(SETTLED);
  await page.locator('[data-control="card-home.money"]').click();
  await page.clock.runFor(9_000);
  await page.locator(".notice-waiting").waitFor();
  await draw(page, "waiting");
  failKnowledge();
  await page.locator(".notice-failure").waitFor();
  await draw(page, "failure");
  await context.close();
}

async function drawStaff(walk: Walk, draw: Draw): Promise<void> {
  for (const { name, reach } of STAFF_SCREENS) {
    const visitor = await walk(`${QUERY}&staff`);
    await visitor.page.evaluate(() => navigator.serviceWorker.ready);
    await reach(visitor);
    await visitor.page.waitForLoadState("networkidle");
    await draw(visitor.page, name);
    await visitor.leave();
  }
  const visitor = await walk(QUERY, outOfService);
  await draw(visitor.page, "out-of-service");
  await visitor.leave();
}

/** Takes pictures of screens away that are no more. */
async function removeOthers(): Promise<void> {
  const files = (await readdir(FOLDER)).filter((file) => file.endsWith(".png"));
  const others = files.filter((file) => !PICTURES.includes(file.slice(0, -".png".length)));
  await Promise.all(others.map((file) => rm(resolve(FOLDER, file))));
}

await main();
