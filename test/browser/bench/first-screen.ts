import type { Browser, BrowserContext } from "playwright-core";
import { PANEL } from "../visitor.ts";
import { type Network, slowNetwork, slowProcessor } from "./slow.ts";

/** How many cards make the first screen whole. */
const CARDS = 6;
const CARD = '[data-control^="card-home."]';

/** Milliseconds from the start of the navigation until the browser showed it, by the browser's own account. */
export interface FirstScreen {
  /** First contentful paint: anything to read. */
  readonly something: number;
  /** The words on all six cards. */
  readonly cards: number;
}

/** Opens the page in a browser that has never seen it, on a slow processor and network. */
export async function coldLoad(browser: Browser, address: string, network: Network): Promise<FirstScreen> {
  const context = await watched(browser);
  try {
    return await load(context, address, network);
  } finally {
    await context.close();
  }
}

/** Opens the page where a visit before has left the service worker. */
export async function warmLoad(browser: Browser, address: string, network: Network): Promise<FirstScreen> {
  const context = await watched(browser);
  try {
    const before = await context.newPage();
    await before.goto(address);
    await before.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    await before.close();
    return await load(context, address, network);
  } finally {
    await context.close();
  }
}

async function load(context: BrowserContext, address: string, network: Network): Promise<FirstScreen> {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await slowProcessor(session);
  await slowNetwork(session, network);
  await page.goto(address, { waitUntil: "commit" });
  await page.waitForFunction(() => (globalThis as unknown as Seen).cardsShown !== undefined, undefined, {
    timeout: 60_000,
  });
  return page.evaluate(() => ({
    something: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? Number.NaN,
    cards: (globalThis as unknown as Seen).cardsShown ?? Number.NaN,
  }));
}

interface Seen {
  cardsShown: number | undefined;
}

async function watched(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext({ viewport: PANEL });
  await context.addInitScript(watch, { card: CARD, cards: CARDS });
  return context;
}

/** Runs in the page before its own scripts: marks the cards' words as they come, and notes when the last was shown. */
function watch({ card, cards }: { readonly card: string; readonly cards: number }): void {
  const shown = new Map<string, number>();
  new MutationObserver(() => {
    for (const each of Array.from(document.querySelectorAll<HTMLElement>(card)))
      each.querySelector("span")?.setAttribute("elementtiming", each.dataset.control ?? "");
  }).observe(document, { childList: true, subtree: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const { identifier, renderTime } = entry as unknown as { identifier: string; renderTime: number };
      if (!shown.has(identifier)) shown.set(identifier, renderTime);
    }
    if (shown.size === cards) (globalThis as unknown as Seen).cardsShown = Math.max(...shown.values());
  }).observe({ type: "element", buffered: true });
}
