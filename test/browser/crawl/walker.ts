import type { Browser } from "playwright-core";
import { deaf } from "../hearing.ts";
import { PANEL, Visitor } from "../visitor.ts";
import { OWN_WORDS } from "./ways.ts";

/** Longer than the page takes the same tap for a bounce. */
const BETWEEN_TAPS_MS = 1100;
const PATIENCE_MS = 20_000;
const MOST_PAGES = 60;
/** Turning pages and the bar stand on every page. */
const TURNER = new Set(["next", "previous"]);

/** What a page has: its buttons without the bar and those that turn pages. */
export interface Seen {
  readonly pages: readonly (readonly string[])[];
  /** Whether each page had the five buttons of the bar, in order. */
  readonly bar: boolean;
}

/** Somebody who walks through the real page as fast as it answers: the clock jumps over what only waits. */
export class Walker {
  readonly visitor: Visitor;
  readonly #ownWords: string;
  /** Buttons that turn pages tapped on the way from home. */
  turns = 0;

  private constructor(visitor: Visitor, ownWords: string) {
    this.visitor = visitor;
    this.#ownWords = ownWords;
  }

  static async at(
    browser: Browser,
    url: string,
    query: string,
    { now, ownWords }: { readonly now: string; readonly ownWords: string },
  ): Promise<Walker> {
    const context = await browser.newContext({
      viewport: PANEL,
      deviceScaleFactor: 0.5,
      serviceWorkers: "block",
    });
    await deaf(context);
    const page = await context.newPage();
    await page.clock.install({ time: new Date(now) });
    await page.goto(`${url}/${query}`);
    await page.clock.runFor(BETWEEN_TAPS_MS);
    await page.locator('[data-knowledge="open"]').waitFor();
    const walker = new Walker(Visitor.on(context, page), ownWords);
    return walker;
  }

  async controls(): Promise<readonly string[]> {
    return this.visitor.controls();
  }

  /** Back to the first screen. */
  async home(): Promise<void> {
    if (!(await this.controls()).includes("card-home.money")) await this.#tap("bar-restart");
    this.turns = 0;
  }

  /** Goes the way of a crawl without a page, turning pages until the next button is there. */
  async go(path: readonly string[]): Promise<void> {
    for (const button of path) {
      if (button === OWN_WORDS) await this.#write();
      else {
        await this.#turnTo(button);
        await this.#tap(button);
      }
    }
  }

  /** All pages of what is shown here; behind a card opened from a list (`card`) comes the next one, which is not. */
  async look(card: boolean): Promise<Seen> {
    const section = await this.#section();
    const pages: (readonly string[])[] = [];
    let bar = true;
    for (;;) {
      const names = await this.controls();
      bar &&=
        names.slice(-BAR.length).join() === BAR.join() || names.slice(-BARE.length).join() === BARE.join();
      pages.push(names.filter((name) => !name.startsWith("bar-") && !TURNER.has(name)));
      if (!names.includes("next") || pages.length > MOST_PAGES) return { pages, bar };
      await this.#tap("next");
      if (card && (await this.#section()) !== section) return { pages, bar };
    }
  }

  async leave(): Promise<void> {
    await this.visitor.leave();
  }

  async #turnTo(button: string): Promise<void> {
    for (let turned = 0; !(await this.controls()).includes(button); turned += 1) {
      const names = await this.controls();
      if (!names.includes("next") || turned > MOST_PAGES) throw new Error(`no ${button} among ${names}`);
      await this.#tap("next");
      this.turns += 1;
    }
  }

  async #write(): Promise<void> {
    await this.visitor.page.locator("textarea").fill(this.#ownWords);
    await this.#tap("send");
  }

  /** The clock stands still until the page has changed, so that it never says that one has to wait. */
  async #tap(control: string): Promise<void> {
    const { page } = this.visitor;
    await this.#settled();
    const before = await this.#state();
    await page.locator(`[data-control="${control}"]`).first().click({ timeout: PATIENCE_MS });
    await page.waitForFunction(
      ({ was, digit }) => digit || document.documentElement.dataset.screen !== was,
      { was: before, digit: /^key-(\d|erase)$/.test(control) },
      { timeout: PATIENCE_MS, polling: 10 },
    );
    await page.clock.fastForward(BETWEEN_TAPS_MS);
  }

  /** A screen may change by itself, as when a number has come: it then takes no touch at first. */
  async #settled(): Promise<void> {
    const { page } = this.visitor;
    while ((await page.locator('html[data-taps="off"]').count()) > 0)
      await page.clock.fastForward(BETWEEN_TAPS_MS);
  }

  async #state(): Promise<string | undefined> {
    return this.visitor.page.evaluate(() => document.documentElement.dataset.screen);
  }

  async #section(): Promise<string | null> {
    const page = this.visitor.page.locator(".page[data-section]");
    return (await page.count()) === 0 ? null : page.first().getAttribute("data-section");
  }
}

/** The bar of a kiosk with a voice, and of one without. */
export const BAR = ["bar-back", "bar-restart", "bar-large", "bar-sound", "bar-person"];
export const BARE = BAR.filter((name) => name !== "bar-sound");
