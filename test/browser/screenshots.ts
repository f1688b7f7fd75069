/** Writes what the kiosk looks like on the 21.5 inch panel to `docs/kiosk/`, one picture a screen. */
import { mkdir } from "node:fs/promises";
import { resolve } from "node:path";
import { startKiosk } from "./kiosk-server.ts";
import { SCREENS } from "./screens.ts";
import { launchBrowser, Visitor } from "./visitor.ts";

const FOLDER = resolve(import.meta.dirname, "../../docs/kiosk");
/** A fixed day, so that pictures change only when the kiosk does. */
const DAY = new Date("2026-11-22T10:00:00+08:00");
/** A third of the panel: 360 pixels wide, which the documentation shows as it is, and light. */
const SCALE = 1 / 3;
/** Screens also shown in large type. */
const QUERY = "?site=example-anhai";
const LARGE = new Set(["home", "question-choice", "benefit", "canteens"]);

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  const kiosk = await startKiosk();
  const browser = await launchBrowser();
  const picture = (visitor: Visitor, name: string) =>
    visitor.page.screenshot({ path: resolve(FOLDER, `${name}.png`) });
  for (const screen of SCREENS) {
    const visitor = await Visitor.at(browser, kiosk.url, QUERY, DAY, SCALE);
    await visitor.page.locator('[data-knowledge="open"]').waitFor();
    await screen.reach(visitor);
    await picture(visitor, screen.name);
    if (LARGE.has(screen.name)) {
      await visitor.tap("bar-large");
      await picture(visitor, `${screen.name}-large`);
    }
    await visitor.leave();
  }
  const visitor = await Visitor.at(browser, kiosk.url, QUERY, DAY, SCALE);
  await visitor.page.locator('[data-knowledge="open"]').waitFor();
  await visitor.tap("language-en");
  await picture(visitor, "home-en");
  await visitor.go("card-home.money");
  await visitor.page.clock.fastForward(121_000);
  await picture(visitor, "idle");
  await browser.close();
  await kiosk.close();
}

await main();
