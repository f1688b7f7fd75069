import { AxeBuilder } from "@axe-core/playwright";
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type KioskServer, startKiosk } from "./kiosk-server.ts";
import { cutOff, lowContrast, moving, poorTargets, smallTexts } from "./measuring.ts";
import { SCREENS } from "./screens.ts";
import { launchBrowser, PIXELS_PER_MM, Visitor } from "./visitor.ts";

let kiosk: KioskServer;
let browser: Browser;
let visitor: Visitor;
const NORMAL = { textMm: 12, headMm: 18 };
const LARGE = { textMm: 16, headMm: 24 };
const TARGETS = { pixelsPerMm: PIXELS_PER_MM, sideMm: 20, gapMm: 4, reachMm: 300 };
/** 7:1 for every size: a kiosk's large text is read from far away. */
const CONTRAST = 7;

beforeAll(async () => {
  kiosk = await startKiosk();
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await kiosk?.close();
});
beforeEach(async () => {
  visitor = await Visitor.at(browser, kiosk.url, "?site=example-anhai&panel=21.5");
});
afterEach(() => visitor.leave());

describe("On the 21.5 inch panel, in normal and in large type,", () => {
  for (const screen of SCREENS) {
    it(`the screen ${screen.name} is large, reachable, whole, still and free of axe's faults`, async () => {
      await screen.reach(visitor);
      expect(await sizeFaults(NORMAL)).toEqual([]);
      expect(await axeFaults()).toEqual([]);
      await visitor.tap("bar-large");
      expect(await sizeFaults(LARGE)).toEqual([]);
    });
  }

  it("every page of an answer is whole", async () => {
    await visitor.go("card-home.canteen");
    await visitor.turnToEnd(async () => {
      expect(await cutOff(visitor.page)).toEqual([]);
    });
  });
});

it("In English, home and the bar are whole in both type sizes", async () => {
  await visitor.page.locator('[data-knowledge="open"]').waitFor();
  await visitor.tap("language-en");
  expect(await cutOff(visitor.page)).toEqual([]);
  await visitor.tap("bar-large");
  expect(await cutOff(visitor.page)).toEqual([]);
});

async function sizeFaults(text: typeof NORMAL): Promise<readonly string[]> {
  const { page } = visitor;
  const faults = [
    smallTexts(page, { pixelsPerMm: PIXELS_PER_MM, ...text }),
    poorTargets(page, TARGETS),
    cutOff(page),
    lowContrast(page, CONTRAST),
    moving(page),
  ];
  return (await Promise.all(faults)).flat();
}

async function axeFaults(): Promise<readonly string[]> {
  const builder = new AxeBuilder({ page: visitor.page }).options({
    rules: { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } },
  });
  const { violations, incomplete } = await builder.analyze();
  const unsure = incomplete.filter((rule) => rule.id.startsWith("color-contrast"));
  return [...violations, ...unsure].map(
    (rule) => `${rule.id}: ${rule.nodes.map((node) => node.html.slice(0, 120)).join(" | ")}`,
  );
}
