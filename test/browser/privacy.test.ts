import { beforeEach, describe, expect, it } from "vitest";
import { heldByAll, heldByPage } from "./heaps.ts";
import { startKiosk } from "./kiosk-server.ts";
import { toKnownCase } from "./screens.ts";
import { visiting } from "./visiting.ts";
import { PANEL, Visitor } from "./visitor.ts";
import { fallSilent, giveVoices, HUIHUI } from "./voice.ts";

const visit = visiting(() => startKiosk(undefined, true));
const STARTED = new Date("2026-11-22T10:00:00+08:00");
/** Longer than the page takes the same key for a bounce. */
const KEY_PAUSE_MS = 170;
const WRITTEN = "张阿婆的补贴";
const TYPED = "zhangapoq";
/** A name of the knowledge, which stands on the first screen too. */
const KNOWN = "长者食堂";
let visitor: Visitor;

beforeEach(async () => {
  const context = await visit.browser.newContext({ viewport: PANEL, deviceScaleFactor: 0.5 });
  await giveVoices(context, [HUIHUI]);
  visitor = visit.welcome(await Visitor.in(context, visit.kiosk.url, "?site=example-anhai", STARTED));
  await visitor.page.clock.runFor(500);
});

/** How a session comes to its end. */
const ENDS: Readonly<Record<string, () => Promise<void>>> = {
  "when they say that they are done": async () => {
    await quietFor(121);
    await visitor.go("idle-end");
  },
  "when they have walked away": async () => {
    await quietFor(121);
    await visitor.page.locator('[data-control="idle-stay"]').waitFor();
    await visitor.page.clock.fastForward(45_000);
    await visitor.page.clock.runFor(900);
  },
};

async function quietFor(seconds: number): Promise<void> {
  await fallSilent(visitor.page);
  await visitor.page.clock.runFor(500);
  await visitor.page.clock.fastForward(seconds * 1000);
  await visitor.page.clock.runFor(500);
}

describe("Of a person nothing is left", () => {
  for (const [when, end] of Object.entries(ENDS)) {
    it(`on the screen ${when}: the page is as on the first day`, async () => {
      const fresh = await page();
      await changeEverything();
      await writeByHandAndSound();
      expect(await page()).not.toBe(fresh);
      await end();
      expect(await page()).toBe(fresh);
    });

    it(`in any storage ${when}, not even what something else put there`, async () => {
      await toKnownCase(visitor);
      await litter();
      expect(await stores()).not.toEqual(NOTHING);
      await end();
      await expect.poll(stores).toEqual(NOTHING);
    });
  }

  it("in the memory of the page or its workers", async () => {
    await writeByHandAndSound();
    const preparing = visit.kiosk.bundle.phrases["zh-Hans"]["kiosk.write.preparing"];
    await expect.poll(() => visitor.text()).not.toContain(preparing);
    expect(await heldByPage(visitor.page, [WRITTEN, TYPED])).toEqual([WRITTEN, TYPED]);
    await ENDS["when they have walked away"]?.();
    expect(await heldByAll(visitor.page, [WRITTEN, TYPED, KNOWN])).toEqual({
      page: [KNOWN],
      "engine-worker": [KNOWN],
      "writing-worker": [KNOWN],
      "sw.js": [],
    });
  }, 60_000);

  it("for the keys of a keyboard to bring back: undo, paste, and what was chosen before", async () => {
    await visitor.go("card-home.ask");
    const field = visitor.page.locator("textarea");
    await field.pressSequentially(WRITTEN);
    await visitor.page.keyboard.press("Control+A");
    await visitor.page.keyboard.press("Control+X");
    expect(await field.inputValue()).toBe(WRITTEN);
    await ENDS["when they have walked away"]?.();
    await visitor.page.clock.runFor(500);
    await visitor.go("card-home.ask");
    await field.focus();
    for (const keys of ["Control+Z", "Control+Y", "Control+V"]) await visitor.page.keyboard.press(keys);
    expect(await field.inputValue()).toBe("");
    expect(await visitor.page.locator(".field-ink[d^=M]").count()).toBe(0);
    await visitor.go("way-keys");
    expect(await visitor.page.locator(".letters").count()).toBe(0);
  });

  it("for the browser's own back and forward", async () => {
    const steps = await visitor.page.evaluate(() => history.length);
    await toKnownCase(visitor);
    expect(await visitor.page.evaluate(() => history.length)).toBe(steps);
    await visitor.page.evaluate(() => {
      dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true }));
    });
    await visitor.page.locator('html[data-session="free"]').waitFor();
    await toKnownCase(visitor);
    await visitor.page.goBack();
    await visitor.page.goForward();
    expect(await visitor.controls()).toContain("card-home.money");
  });
});

describe("What a person tells the kiosk", () => {
  it("is in no storage, no address and no request, neither during nor after", async () => {
    await toKnownCase(visitor);
    await visitor.go("take-away");
    await visitor.go("take-scan");
    expect(await stores()).toEqual(NOTHING);
    await ENDS["when they have walked away"]?.();
    expect(await stores()).toEqual(NOTHING);
    expect(visitor.page.url()).toBe(`${visit.kiosk.url}/?site=example-anhai`);
    const files = /^\/(assets\/[\w.-]+|sw\.js|plain\.js|knowledge\.json|api\/kiosk|\?site=example-anhai)?$/;
    expect(visit.kiosk.asked.filter((path) => !files.test(path))).toEqual([]);
  });

  it("is in none of the device's caches: they hold the page, the knowledge and what the server can do", async () => {
    await visitor.kept();
    await toKnownCase(visitor);
    await visitor.go("take-away");
    await visitor.go("take-number");
    await visitor.page.locator(".desk-number").waitFor();
    await visitor.page.evaluate(() => fetch("/api/kiosk", { cache: "no-cache" }));
    const kept = await visitor.page.evaluate(async () => {
      const requests = await Promise.all(
        (await caches.keys()).map(async (name) => (await caches.open(name)).keys()),
      );
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    const own = /^\/(assets\/[\w.-]+|plain\.js|knowledge\.json|api\/kiosk)?$/;
    expect(kept.filter((path) => !own.test(path))).toEqual([]);
    expect(kept).toContain("/knowledge.json");
  });
});

/** Language, type size, sound, and an answer about the person. */
async function changeEverything(): Promise<void> {
  await visitor.tap("language-zh-Hant");
  await visitor.tap("bar-large");
  await visitor.go("bar-sound");
  await visitor.go("sound-fast");
  await toKnownCase(visitor);
  await visitor.go("bar-restart");
}

async function writeByHandAndSound(): Promise<void> {
  await visitor.go("card-home.ask");
  await visitor.page.locator("textarea").fill(WRITTEN);
  await visitor.page.mouse.move(400, 1000);
  await visitor.page.mouse.down();
  await visitor.page.mouse.move(500, 1100, { steps: 3 });
  await visitor.page.mouse.up();
  await visitor.go("way-keys");
  for (const letter of TYPED) {
    await visitor.page.locator(`[data-control="letter-${letter}"]`).click();
    await visitor.page.waitForTimeout(KEY_PAUSE_MS);
  }
}

/** The whole page as it is drawn, but for the count of screens. */
function page(): Promise<string> {
  return visitor.page.evaluate(() => {
    const root = document.documentElement.cloneNode(true) as HTMLElement;
    for (const name of ["data-screen", "data-taps"]) root.removeAttribute(name);
    root.querySelector("head")?.remove();
    return root.outerHTML;
  });
}

const NOTHING = { cookies: [], origins: [], session: 0, caches: [] };

async function stores(): Promise<unknown> {
  const { cookies, origins } = await visitor.context.storageState({ indexedDB: true });
  const [session, foreign] = await visitor.page.evaluate(async () => {
    const names = (await caches.keys()).filter((name) => !name.startsWith("kiosk-"));
    return [sessionStorage.length, names] as const;
  });
  return { cookies, origins, session, caches: foreign };
}

/** Something of the device's own, e.g. a browser extension, writes into every storage. */
async function litter(): Promise<void> {
  await visitor.page.evaluate(async () => {
    localStorage.setItem("age", "82");
    sessionStorage.setItem("age", "82");
    // biome-ignore lint/suspicious/noDocumentCookie: as plainly as anything else would
    document.cookie = "age=82; path=/";
    await (await caches.open("answers")).put("/answer", new Response("82"));
    await new Promise((done) => {
      const asked = indexedDB.open("answers");
      asked.onupgradeneeded = () => asked.result.createObjectStore("ages");
      asked.onsuccess = () => {
        const write = asked.result.transaction("ages", "readwrite");
        write.objectStore("ages").put("82", "age");
        write.oncomplete = () => done(asked.result.close());
      };
    });
  });
}
