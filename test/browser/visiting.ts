import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll } from "vitest";
import { launchBrowser, Visitor } from "./visitor.ts";

interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** What the tests of a file share, there from the first test on. */
interface Visit<S extends Served> {
  readonly kiosk: S;
  readonly browser: Browser;
  /** Walks up to the kiosk of the example site, or as `query` says; leaves when the test ends. */
  walkUp(query?: string, clock?: Date): Promise<Visitor>;
  /** A visitor made in a test's own way leaves when it ends, too. */
  welcome(visitor: Visitor): Visitor;
}

/** The site whose kiosk tests usually stand at. */
const USUAL = "?site=example-anhai";

/**
 * Starts a kiosk and a browser for the tests of a file, sees everybody out after each test, and closes both.
 *
 * @example const visit = visiting(startKiosk); // in a test: await visit.walkUp()
 */
export function visiting<S extends Served>(start: () => Promise<S>): Visit<S> {
  let kiosk: S | undefined;
  let browser: Browser | undefined;
  const here: Visitor[] = [];
  const visit: Visit<S> = {
    get kiosk() {
      return started(kiosk);
    },
    get browser() {
      return started(browser);
    },
    walkUp: async (query = USUAL, clock) =>
      visit.welcome(await Visitor.at(visit.browser, visit.kiosk.url, query, clock)),
    welcome: (visitor) => {
      here.push(visitor);
      return visitor;
    },
  };
  beforeAll(async () => {
    kiosk = await start();
    browser = await launchBrowser();
  });
  afterEach(async () => {
    for (const visitor of here.splice(0)) await visitor.leave();
  });
  afterAll(async () => {
    await browser?.close();
    await kiosk?.close();
  });
  return visit;
}

function started<T>(part: T | undefined): T {
  if (part === undefined) throw new Error("asked for before it was started: only tests and hooks may");
  return part;
}
