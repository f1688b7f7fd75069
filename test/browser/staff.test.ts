import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { OUT_OF_SERVICE } from "../../kiosk/web/device/out-of-service.ts";
import { landed } from "../../kiosk/web/staff/landing.ts";
import type { Spoken } from "../../src/host/speech/speech.ts";
import { realBundle } from "../real-bundle.ts";
import { launchBrowser, PANEL, PIXELS_PER_MM, Visitor } from "./visitor.ts";
import { PUBLIC_URL, startWhole, type WholeServer } from "./whole-server.ts";

const SITE = "?site=example-anhai";
const STAFF = `${SITE}&staff`;
const CHECKED = "2026-11-22";
const NOON = new Date(`${CHECKED}T12:00:00+08:00`);
/** Longer than a new screen takes no touch, in milliseconds. */
const SETTLED = 400;
/** Longer than the same button is not taken twice, in milliseconds. */
const REPEATED = 1_100;

let whole: WholeServer;
let browser: Browser;
let visitor: Visitor;
let page: Page;
const words = realBundle().phrases["zh-Hans"];
const asked: Spoken[] = [];

beforeAll(async () => {
  whole = await startWhole({
    speech: async (spoken) => {
      asked.push(spoken);
      return Buffer.alloc(44);
    },
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await whole?.close();
});
afterEach(async () => {
  await visitor.leave();
  asked.length = 0;
});

/** Opens the kiosk at an address, with a clock that stands at `clock`. */
async function at(query: string, clock?: Date): Promise<void> {
  const context = await browser.newContext({ viewport: PANEL, deviceScaleFactor: 0.5 });
  await context.addInitScript(() => {
    Object.assign(globalThis, { printed: 0, print: () => Reflect.set(globalThis, "printed", 1) });
  });
  visitor = await Visitor.in(context, whole.url, query, clock);
  page = visitor.page;
}

/** A page of the staff's screen, with its lines. */
async function see(name: string): Promise<string> {
  await visitor.go(`staff-${name}`);
  return visitor.text();
}

describe("The staff's screen is found", () => {
  it("with Ctrl+Alt+S on a keyboard, from any screen, and left the same way", async () => {
    await at(SITE);
    await visitor.go("card-home.money");
    await page.keyboard.press("Control+Alt+KeyS");
    await page.locator(".staff").waitFor();
    expect(page.url()).toContain("site=example-anhai");
    await page.keyboard.press("Control+Alt+KeyS");
    await page.locator(".home").waitFor();
    expect(page.url()).toBe(`${whole.url}/?site=example-anhai`);
  });

  it("never by what a card reader types, nor by a button on the first screen", async () => {
    await at(SITE);
    await page.keyboard.type("350582194411220037S\n");
    expect(await page.locator(".staff").count()).toBe(0);
    expect((await visitor.controls()).filter((control) => control.includes("staff"))).toEqual([]);
  });

  it("and left by itself after five quiet minutes", async () => {
    await at(STAFF, NOON);
    await page.clock.runFor(4 * 60_000);
    await page.keyboard.press("Tab");
    await page.clock.runFor(4 * 60_000);
    expect(await page.locator(".staff").count()).toBe(1);
    await page.clock.runFor(61_000);
    await page.locator(".home").waitFor();
    expect(await page.locator(".staff").count()).toBe(0);
  });
});

describe("The staff's screen tells", () => {
  it("site, versions, and that everything for the time without a network is there", async () => {
    await at(STAFF);
    await page.evaluate(() => navigator.serviceWorker.ready);
    const text = await see("content");
    await page.getByText(words["kiosk.staff.offline.whole"] ?? "").waitFor();
    expect(text).toContain("示例站点（晋江安海镇）");
    expect(text).toContain(realBundle().version.slice(0, 8));
    expect(text).toContain("2026年11月22日");
    await page.getByText(words["kiosk.staff.works"] ?? "").waitFor();
  });

  it("how many files are missing when some are", async () => {
    await at(STAFF);
    await page.evaluate(async () => {
      await navigator.serviceWorker.ready;
      const [name = ""] = await caches.keys();
      await (await caches.open(name)).delete("/");
    });
    await see("content");
    await page.getByText("请检查：缺1个文件").waitFor();
    expect(await visitor.text()).not.toContain(words["kiosk.staff.offline.whole"]);
  });

  it("that knowledge nobody checked for over 90 days is old", async () => {
    await at(STAFF, new Date("2027-02-20T12:00:00+08:00"));
    await page.clock.runFor(SETTLED);
    expect(await see("content")).toContain("90天");
    expect(await visitor.text()).not.toContain("请检查：90天");
    await visitor.leave();
    await at(STAFF, new Date("2027-02-21T12:00:00+08:00"));
    await page.clock.runFor(SETTLED);
    expect(await see("content")).toContain("请检查：91天");
  });

  it("what the server gives, and that it is gone when it is", async () => {
    await at(STAFF);
    const text = await see("services");
    await page.getByText(words["kiosk.staff.works"] ?? "").waitFor();
    expect(text).toContain(PUBLIC_URL);
    expect(text).toContain("80毫米");
    await visitor.go("bar-back");
    await visitor.context.setOffline(true);
    await see("services");
    await page.getByText("请检查：不正常").waitFor();
    expect(await visitor.text()).not.toContain("服务器\n正常");
  });

  it("the panel as it is taken, with a line of 100 true millimetres", async () => {
    await at(STAFF);
    const text = await see("screen");
    for (const told of ["21.5英寸", "900毫米", "268 × 476毫米", "0.248毫米", "上176、可点300、下0"])
      expect(text).toContain(told);
    const line = await page.locator(".staff-ruler svg").boundingBox();
    expect((line?.width ?? 0) / PIXELS_PER_MM).toBeCloseTo(100, 0);
  });
});

describe("The staff can try", () => {
  it("the touch: how far taps land from the middle, to half a millimetre", async () => {
    await at(STAFF, NOON);
    await page.clock.runFor(SETTLED);
    await see("touch");
    await hitTargets(3, 4);
    expect(await visitor.text()).toContain(words["kiosk.staff.touch.good"]);
    expect(await millimetresAfter("平均偏")).toBeCloseTo(5, 0);
    await page.clock.runFor(REPEATED);
    await visitor.tap("touch-again");
    await page.clock.runFor(REPEATED);
    await hitTargets(0, 12);
    expect(await visitor.text()).toContain("有5个没有点中");
    expect(await millimetresAfter("最多偏")).toBeCloseTo(12, 0);
  });

  it("the sound at each of its speeds", async () => {
    await at(STAFF);
    const text = await see("sound");
    expect(text).toContain(words["kiosk.staff.voice.server"]);
    for (const speed of ["normal", "slow", "fast"]) await visitor.tap(`try-${speed}`);
    await expect.poll(() => asked.map(({ speed }) => speed)).toEqual(["normal", "slow", "fast"]);
    expect(new Set(asked.map((spoken) => spoken.text))).toEqual(new Set([words["kiosk.staff.sound.sample"]]));
  });

  it("the printer, on paper as wide as the site's", async () => {
    await at(STAFF);
    await see("sound");
    await visitor.tap("try-print");
    expect(await page.evaluate(() => Reflect.get(globalThis, "printed"))).toBe(1);
    expect(await page.locator(".slip-80").textContent()).toContain(words["kiosk.staff.print.title"]);
  });
});

it("Taps that landed nowhere are no distance off", () => {
  expect(landed([])).toEqual({ mean: 0, most: 0, missed: 0 });
});

describe("Out of service", () => {
  const card = words["kiosk.out.title"] ?? "";

  /** Takes the kiosk out of service, or back, and goes to the first screen. */
  async function flip(control: string): Promise<void> {
    await see("switch");
    await visitor.tap(control);
    await page.clock.runFor(REPEATED);
    await visitor.tap("bar-leave");
    await page.locator(".staff").waitFor({ state: "detached" });
    await visitor.informed();
    await page.clock.runFor(SETTLED);
  }

  it("stays through reloads, and ends when the staff says so", async () => {
    await at(STAFF, NOON);
    await page.clock.runFor(SETTLED);
    await flip("out-of-service");
    expect(await visitor.heading()).toBe(card);
    await page.reload();
    await visitor.informed();
    expect(await visitor.heading()).toBe(card);
    await page.clock.runFor(SETTLED);
    await page.keyboard.press("Control+Alt+KeyS");
    await page.locator(".staff").waitFor();
    await page.clock.runFor(SETTLED);
    await flip("back-in-service");
    expect(await visitor.controls()).toContain("card-home.money");
  });

  it("leads nowhere but to a person, and says whose fault it is not and whom to call", async () => {
    await at(STAFF, NOON);
    await page.clock.runFor(SETTLED);
    await flip("out-of-service");
    expect(await visitor.text()).toContain(words["kiosk.failure.fault"]);
    expect(await visitor.text()).toContain("12345");
    const bar = ["bar-back", "bar-restart", "bar-large", "bar-sound", "bar-person"];
    expect(await visitor.controls()).toEqual(bar);
    await visitor.tap("bar-person");
    await page.clock.runFor(SETTLED);
    expect(await page.locator(".notice-person").count()).toBe(1);
    expect(await visitor.controls()).toEqual(bar);
    await visitor.tap("bar-restart");
    await page.clock.runFor(SETTLED);
    expect(await visitor.heading()).toBe(card);
  });

  it("outlives the wipe, and is all that the device remembers", async () => {
    await at(STAFF, NOON);
    await page.clock.runFor(SETTLED);
    await flip("out-of-service");
    await visitor.tap("bar-large");
    await visitor.tap("bar-person");
    await page.clock.runFor(121_000);
    await page.clock.runFor(46_000);
    expect(await page.locator('.kiosk[data-size="normal"]').count()).toBe(1);
    expect(await visitor.heading()).toBe(card);
    const { cookies, origins } = await visitor.context.storageState({ indexedDB: true });
    expect(cookies).toEqual([]);
    expect(origins.flatMap(({ localStorage }) => localStorage)).toEqual([
      { name: OUT_OF_SERVICE, value: "yes" },
    ]);
  });
});

async function millimetresAfter(text: string): Promise<number> {
  const [, number] = (await visitor.text()).match(new RegExp(`${text}([\\d.]+)毫米`)) ?? [];
  return Number(number);
}

/** Taps beside the middle of each target, by so many millimetres. */
async function hitTargets(right: number, down: number): Promise<void> {
  for (let number = 0; number < 5; number += 1) {
    const target = await page.locator(`.touch-target-${number}`).boundingBox();
    if (target === null) throw new Error(`target ${number} is not there`);
    const x = target.x + target.width / 2 + right * PIXELS_PER_MM;
    const y = target.y + target.height / 2 + down * PIXELS_PER_MM;
    await page.mouse.click(x, y);
    await page.clock.runFor(REPEATED);
  }
}
