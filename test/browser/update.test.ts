import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Bundle } from "../../src/engine/index.ts";
import { startKiosk } from "./kiosk-server.ts";
import { visiting } from "./visiting.ts";
import { PANEL, Visitor } from "./visitor.ts";

const visit = visiting(startKiosk);
const STARTED = new Date("2026-11-22T10:00:00+08:00");
const NEW_NAME = "换了名字的站点";
const NEW_TITLE = "新的一版";
let visitor: Visitor;

beforeEach(async () => {
  visitor = await visit.walkUp("?site=example-anhai", STARTED);
  await visitor.kept();
  await quiet();
  await visitor.mark();
  await visitor.page.clock.runFor(500);
});
afterEach(() => {
  visit.kiosk.publish(visit.kiosk.bundle);
  visit.kiosk.fail(null);
});

describe("Newer knowledge", () => {
  it("is picked up while the first screen is untouched, without loading the page anew", async () => {
    visit.kiosk.publish(renamed());
    await visitor.page.clock.runFor(11 * 60_000);
    await visitor.page.getByText(NEW_NAME).waitFor();
    expect(await visitor.isMarked()).toBe(true);
  });

  it("is not looked for while somebody is there, and there for the next one as soon as they have left", async () => {
    const oldName = await visitor.page.locator(".home-site").innerText();
    await visitor.go("card-home.ask");
    const before = visit.kiosk.asked.length;
    visit.kiosk.publish(renamed());
    await twentyMinutesOfUse();
    expect(knowledgeAsked(before)).toBe(0);
    await visitor.go("bar-restart");
    await visitor.page.getByText(NEW_NAME).waitFor();
    expect(NEW_NAME).not.toBe(oldName);
    expect(await visitor.isMarked()).toBe(true);
  });

  it("that arrives after somebody has begun changes neither their screen nor their answers until they left", async () => {
    let arrive = (): void => {};
    const held = new Promise<void>((now) => {
      arrive = now;
    });
    const plain = await visit.browser.newContext({
      serviceWorkers: "block",
      viewport: PANEL,
    });
    let asked = 0;
    await plain.route("**/knowledge.json", async (route) => {
      asked += 1;
      if (asked > 2) await held;
      await route.fulfill({ json: asked > 2 ? renamed() : visit.kiosk.bundle });
    });
    const guest = visit.welcome(await Visitor.in(plain, visit.kiosk.url, "?site=example-anhai", STARTED));
    await expect.poll(() => asked).toBe(2);
    await guest.page.clock.runFor(11 * 60_000);
    await expect.poll(() => asked).toBe(3);
    await guest.tap("bar-large");
    const answered = guest.page.waitForResponse("**/knowledge.json");
    arrive();
    await answered;
    await guest.go("card-home.canteen");
    await guest.go("bar-restart");
    expect(await guest.text()).not.toContain(NEW_NAME);
    await guest.tap("bar-large");
    await guest.page.clock.runFor(11 * 60_000);
    await guest.page.getByText(NEW_NAME).waitFor();
  });

  it("is kept on the device for a start without a network", async () => {
    visit.kiosk.publish(renamed());
    await visitor.page.clock.runFor(11 * 60_000);
    await visitor.page.getByText(NEW_NAME).waitFor();
    visit.kiosk.fail("gone");
    await visitor.page.reload();
    await visitor.page.getByText(NEW_NAME).waitFor();
  });
});

describe("A newer page", () => {
  let files: readonly { readonly path: string; readonly text: string }[];
  beforeEach(async () => {
    const paths = ["sw.js", "index.html"].map((name) => join(visit.kiosk.folder, name));
    files = await Promise.all(paths.map(async (path) => ({ path, text: await readFile(path, "utf8") })));
  });
  afterEach(async () => {
    for (const { path, text } of files) await writeFile(path, text);
  });

  it("takes over while nobody is there", async () => {
    await publishPage();
    await visitor.page.clock.runFor(11 * 60_000);
    await expect.poll(titleAfterRest, { interval: 6_000 }).toBe(NEW_TITLE);
  });

  it("never takes over under somebody's finger, and does as soon as they have left", async () => {
    await visitor.go("card-home.ask");
    await publishPage();
    await twentyMinutesOfUse();
    expect(await visitor.isMarked()).toBe(true);
    expect(await visitor.page.locator("textarea").inputValue()).not.toBe("");
    await visitor.go("bar-restart");
    await expect.poll(titleAfterRest, { interval: 6_000 }).toBe(NEW_TITLE);
  });

  it("that is ready while somebody is there leaves them even those parts of theirs that come late", async () => {
    await visitor.go("card-home.ask");
    await publishPage("keys-");
    await visitor.page.evaluate(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      await registration?.update();
    });
    await visitor.page.waitForFunction(async () => {
      const registration = await navigator.serviceWorker.getRegistration();
      registration?.waiting?.postMessage("activate");
      return registration?.waiting === null && registration.installing === null;
    });
    visit.kiosk.fail("gone");
    await visitor.go("way-keys");
    await visitor.page.locator('[data-control="letter-a"]').waitFor();
    expect(await visitor.isMarked()).toBe(true);
  });

  /** A page of another title, and, with `without`, with no file of that name any more. */
  async function publishPage(without?: string): Promise<void> {
    for (const { path, text } of files) {
      const newer = path.endsWith(".html")
        ? text.replace(/<title>.*<\/title>/, `<title>${NEW_TITLE}</title>`)
        : text.replace(/"[0-9a-f]{16}"|`[0-9a-f]{16}`/, '"0000000000000000"');
      await writeFile(
        path,
        without === undefined ? newer : newer.replace(new RegExp(`"/assets/${without}[^"]*",?`), ""),
      );
    }
  }
});

/** How often the knowledge was asked for, since so many other things had been. */
function knowledgeAsked(since: number): number {
  return visit.kiosk.asked.slice(since).filter((path) => path.includes("knowledge")).length;
}

/** Waits until nothing is asked for any more: what belongs to the start is over. */
async function quiet(): Promise<void> {
  let before = -1;
  const same = (): boolean => {
    const asked = visit.kiosk.asked.length;
    const none = asked === before;
    before = asked;
    return none;
  };
  await expect.poll(same, { interval: 2_000 }).toBe(true);
}

/**
 * The page's title, once its service worker was let go. A browser lets an idle one go by itself, and the one that
 * waits takes over; but not while it is watched, as in a test.
 */
async function titleAfterRest(): Promise<string> {
  const waits = await visitor.page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration();
    return registration?.installing === null && registration.waiting !== null;
  });
  if (waits) {
    const protocol = await visitor.context.newCDPSession(visitor.page);
    await protocol.send("ServiceWorker.enable");
    await protocol.send("ServiceWorker.stopAllWorkers");
    await protocol.detach();
  }
  return visitor.page.title();
}

async function twentyMinutesOfUse(): Promise<void> {
  for (let minute = 0; minute < 20; minute += 1) {
    await visitor.page.clock.fastForward(60_000);
    await visitor.page.locator("textarea").pressSequentially("我");
  }
}

function renamed(): Bundle {
  const { bundle } = visit.kiosk;
  const sites = bundle.sites.map((site) => ({ ...site, name: { ...site.name, "zh-Hans": NEW_NAME } }));
  return { ...bundle, version: "newer", sites };
}
