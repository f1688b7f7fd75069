import type { Page } from "playwright-core";
import { CRY_FOR_HELP } from "../screens.ts";

/** One visit: taps by the name of the control or how it begins; `text:…` is typed where one writes. */
type Visit = readonly string[];

/** What visitors do, each kind as often as the others: answers, places, own words by every way, help, languages. */
const VISITS: readonly Visit[] = [
  ["card-home.money", "key-8", "key-2", "key-confirm", "place-350582", "place-whole", "so-far", "see-"],
  ["card-home.canteen", "see-", "bar-back", "next"],
  ["language-en", "card-home.age", "next", "bar-large"],
  ["card-home.ask", "text:高龄补贴怎么办理", "send", "understood-yes", "bar-large", "next"],
  ["card-home.care", "card-care.insurance", "next"],
  ["card-home.ask", "way-keys", "letter-g", "offer-0", "bar-back"],
  ["card-home.rest", "bar-back", "bar-person"],
  ["card-home.ask", `text:${CRY_FOR_HELP}`, "send"],
  ["language-zh-Hant", "card-home.canteen", "see-", "take-away", "take-scan"],
  ["card-home.ask", "draw", "offer-0", "way-ready"],
];

/** Taps that change something on the screen they are on. */
const STAYS = /^(key-\d|letter-|offer-|language-|bar-large)/;
/** Longest wait for a control to come up, in milliseconds of the real clock. */
const PATIENCE_MS = 15_000;
/** The warning comes and passes within these seconds without a touch. */
const LEFT_ALONE = [121, 46] as const;

/** The `number`-th visitor, from the first touch until the kiosk has wiped everything because nobody is there. */
export async function visit(page: Page, number: number): Promise<void> {
  const taps = VISITS[number % VISITS.length] ?? [];
  for (const tap of taps) await act(page, tap);
  for (const seconds of LEFT_ALONE) await page.clock.fastForward(seconds * 1000);
  await page.locator('html[data-session="free"]').waitFor({ timeout: PATIENCE_MS });
}

async function act(page: Page, tap: string): Promise<void> {
  await page.clock.fastForward(1_100);
  if (tap === "draw") return draw(page);
  if (tap.startsWith("text:")) return page.locator("textarea").fill(tap.slice("text:".length));
  const control = page.locator(`[data-control^="${tap}"]:not([aria-disabled="true"])`).first();
  const box = await control.boundingBox({ timeout: PATIENCE_MS });
  if (box === null) throw new Error(`${tap} is not to be seen`);
  const before = await screenNumber(page);
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  if (STAYS.test(tap)) return;
  await page.waitForFunction(
    (screen) => Number(document.documentElement.dataset.screen ?? 0) > screen,
    before,
    { timeout: PATIENCE_MS },
  );
}

function screenNumber(page: Page): Promise<number> {
  return page.evaluate(() => Number(document.documentElement.dataset.screen ?? 0));
}

/** A stroke across the field, as for 一. */
async function draw(page: Page): Promise<void> {
  const box = await page.locator(".field").first().boundingBox({ timeout: PATIENCE_MS });
  if (box === null) throw new Error("there is no field to write in");
  const y = box.y + box.height / 2;
  await page.mouse.move(box.x + box.width * 0.2, y);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.8, y, { steps: 6 });
  await page.mouse.up();
}
