import chromium from "@sparticuz/chromium";
import { type Browser, type BrowserContext, type Page, chromium as playwright } from "playwright-core";

/** The panel the size bars are stated for: 21.5 inch, portrait. */
export const PANEL: { readonly width: number; readonly height: number } = { width: 1080, height: 1920 };
/** CSS pixels per millimetre on it. */
export const PIXELS_PER_MM = PANEL.width / 268;

async function browserOptions() {
  return {
    executablePath: await chromium.executablePath(),
    args: chromium.args.filter((argument) => argument !== "--single-process"),
    headless: true,
  };
}

/** A browser that comes with the test's own packages. */
export async function launchBrowser(): Promise<Browser> {
  return playwright.launch(await browserOptions());
}

/** The same browser keeping what it keeps in this folder, as one on a device does. */
export async function launchOn(profile: string): Promise<BrowserContext> {
  return playwright.launchPersistentContext(profile, { ...(await browserOptions()), viewport: PANEL });
}

/** Longer than the page takes the same key for a bounce. */
const KEY_PAUSE_MS = 170;
const MOST_QUESTIONS = 20;
const MOST_PAGES = 80;

/** Someone before the kiosk: sees the screen, taps it. */
export class Visitor {
  readonly page: Page;
  readonly context: BrowserContext;
  taps = 0;

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
  }

  /**
   * Walks up to a freshly loaded kiosk that has its knowledge. `query` is e.g. `?site=example-anhai`; with `clock`
   * the page's time starts there and can be wound on; `scale` makes pictures smaller or larger than the panel,
   * `window` is another panel than the usual one.
   */
  static async at(
    browser: Browser,
    url: string,
    query = "",
    clock?: Date,
    scale = 1,
    window = PANEL,
  ): Promise<Visitor> {
    const context = await browser.newContext({ viewport: window, deviceScaleFactor: scale });
    return Visitor.in(context, url, query, clock);
  }

  /** Somebody at a page that is already open. */
  static on(context: BrowserContext, page: Page): Visitor {
    return new Visitor(context, page);
  }

  /** The same in a browser that has been prepared, e.g. with a voice. */
  static async in(context: BrowserContext, url: string, query = "", clock?: Date): Promise<Visitor> {
    const visitor = new Visitor(context, await context.newPage());
    if (clock !== undefined) await visitor.page.clock.install({ time: clock });
    await visitor.page.goto(`${url}/${query}`);
    await visitor.informed();
    return visitor;
  }

  /** Waits until the screen takes touches. */
  async ready(): Promise<void> {
    await this.page.locator('html[data-taps="on"]').waitFor({ timeout: 30_000 });
  }

  /** Waits until the kiosk has its knowledge, and has laid itself out as its site says. */
  async informed(): Promise<void> {
    await this.page.locator('[data-knowledge="open"]').waitFor({ timeout: 60_000 });
    await this.ready();
  }

  /** Waits until the device keeps the page and would start without a network. */
  async kept(): Promise<void> {
    await this.page.evaluate(() => navigator.serviceWorker.ready);
    await this.page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  }

  /** Marks the page; the mark is gone as soon as it has been loaded anew. */
  async mark(): Promise<void> {
    await this.page.evaluate(() => {
      document.body.dataset.since = "before";
    });
  }

  /** Whether the page is still the one that was marked. */
  async isMarked(): Promise<boolean> {
    return (await this.page.locator('body[data-since="before"]').count()) === 1;
  }

  /** Taps a control by its name in the page, and waits for the screen to settle. */
  async tap(control: string): Promise<void> {
    await this.ready();
    this.taps += 1;
    await this.page.locator(`[data-control="${control}"]`).first().click({ timeout: 5_000 });
    await this.page.waitForTimeout(30);
  }

  /** Taps a control that leads to another screen, and waits for it. */
  async go(control: string): Promise<void> {
    await this.ready();
    const before = await this.#screen();
    await this.tap(control);
    await this.page.waitForFunction(
      (screen) => Number(document.documentElement.dataset.screen ?? 0) > screen,
      before,
      { timeout: 30_000 },
    );
    await this.page.locator(".notice-waiting").waitFor({ state: "detached", timeout: 20_000 });
    await this.ready();
  }

  /** Presses digits on the number pad. */
  async press(digits: string): Promise<void> {
    for (const digit of digits) {
      await this.tap(`key-${digit}`);
      await this.page.waitForTimeout(KEY_PAUSE_MS);
    }
  }

  /** Goes through an interview: the age on the pad, the kiosk's county, otherwise the answer ending in `ending`. */
  async answer(age: string, ending: string): Promise<void> {
    for (let question = 0; question < MOST_QUESTIONS; question += 1) {
      const controls = await this.controls();
      if (controls.includes("key-confirm")) {
        await this.press(age);
        await this.go("key-confirm");
        continue;
      }
      const next = nextAnswer(controls, ending);
      if (next === null) return;
      await this.go(next);
    }
    throw new Error(`still asked after ${MOST_QUESTIONS} answers: ${await this.heading()}`);
  }

  /** Turns page after page, as far as it goes. */
  async turnToEnd(look: () => Promise<void>): Promise<void> {
    await look();
    for (let turned = 0; (await this.controls()).includes("next"); turned += 1) {
      if (turned > MOST_PAGES) throw new Error(`more than ${MOST_PAGES} pages`);
      await this.go("next");
      await look();
    }
  }

  async heading(): Promise<string> {
    return (await this.page.locator("h1").first().textContent()) ?? "";
  }

  /** All text of the screen, without the bar. */
  async text(): Promise<string> {
    return this.page.locator("main").innerText();
  }

  /** Names of the controls on the screen, in order. */
  async controls(): Promise<readonly string[]> {
    return this.page
      .locator("[data-control]")
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("data-control") ?? ""));
  }

  async leave(): Promise<void> {
    await this.context.close();
  }

  async #screen(): Promise<number> {
    return this.page.evaluate(() => Number(document.documentElement.dataset.screen ?? 0));
  }
}

/** The control that answers the question on the screen; null when there is none. */
function nextAnswer(controls: readonly string[], ending: string): string | null {
  const facts = controls.filter((control) => control.startsWith("fact:"));
  return (
    controls.find((control) => control === "place-whole") ??
    controls.find((control) => /^place-\d{6}$/.test(control)) ??
    facts.find((control) => control.endsWith(ending)) ??
    facts.at(-1) ??
    null
  );
}
