import type { CDPSession } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { createFingers } from "../../kiosk/web/device/fingers.ts";
import { startKiosk } from "./kiosk-server.ts";
import { visiting } from "./visiting.ts";
import { PANEL, PIXELS_PER_MM, Visitor } from "./visitor.ts";

const visit = visiting(startKiosk);
const STARTED = new Date("2026-11-22T10:00:00+08:00");
/** A place on the first screen that is no button. */
const NOWHERE = { x: 540, y: 300 };
let visitor: Visitor;
let devtools: CDPSession;
type Spot = { readonly x: number; readonly y: number };

beforeEach(async () => {
  const context = await visit.browser.newContext({ viewport: PANEL, hasTouch: true });
  visitor = visit.welcome(await Visitor.in(context, visit.kiosk.url, "?site=example-anhai", STARTED));
  devtools = await context.newCDPSession(visitor.page);
  await settle();
});

describe("A finger", () => {
  it("acts when it is lifted, not when it comes down", async () => {
    const card = await middleOf("card-home.care");
    await touch({ 1: card });
    await settle();
    expect(await atHome()).toBe(true);
    await touch({});
    await settle();
    expect(await atHome()).toBe(false);
  });

  it("that slides off before it is lifted has done nothing", async () => {
    await touch({ 1: await middleOf("card-home.care") });
    await touch({ 1: NOWHERE });
    await touch({});
    await settle();
    expect(await atHome()).toBe(true);
  });

  it("that slides from one button to the next has touched neither", async () => {
    await touch({ 1: await middleOf("card-home.care") });
    await touch({ 1: await middleOf("card-home.age") });
    await touch({});
    await settle();
    expect(await atHome()).toBe(true);
  });

  it("may tremble by a centimetre and stay for three seconds", async () => {
    const { x, y } = await middleOf("card-home.care");
    await touch({ 1: { x, y } });
    for (const step of [4, -5, 5, -3]) await touch({ 1: { x: x + step * PIXELS_PER_MM, y: y + step } });
    await visitor.page.clock.runFor(3_000);
    await touch({});
    await settle();
    expect(await atHome()).toBe(false);
  });

  it("that bounces has tapped once", async () => {
    const large = await middleOf("bar-large");
    for (let bounce = 0; bounce < 2; bounce += 1) {
      await touch({ 1: large });
      await touch({});
    }
    expect(await visitor.page.locator('.kiosk[data-size="large"]').count()).toBe(1);
  });

  it("does nothing in the first 0.3 seconds of a screen, even when it is lifted later", async () => {
    const back = await middleOf("bar-restart");
    await tap(await middleOf("card-home.care"));
    await visitor.page.locator('[data-control="card-home.care"]').waitFor({ state: "detached" });
    await touch({ 1: back });
    await settle();
    await touch({});
    await settle();
    expect(await atHome()).toBe(false);
    await tap(back);
    await settle();
    expect(await atHome()).toBe(true);
  });
});

describe("A second finger", () => {
  it("does nothing, neither while the first one is down nor after; and the first one still acts", async () => {
    const [care, age] = [await middleOf("card-home.care"), await middleOf("card-home.age")];
    await touch({ 1: care });
    await touch({ 1: care, 2: age });
    await touch({ 1: care });
    await settle();
    expect(await atHome()).toBe(true);
    await touch({ 1: care, 2: age });
    await touch({ 2: age });
    await touch({});
    await settle();
    expect(await visitor.controls()).toContain("bar-back");
    expect(await visitor.heading()).toBe(visit.kiosk.bundle.phrases["zh-Hans"]["kiosk.care.title"]);
  });

  it("acts when what came first is a palm that rests; and the palm itself never does", async () => {
    const [care, palm] = [await middleOf("card-home.care"), await middleOf("card-home.rest")];
    await touch({ 1: palm });
    await visitor.page.clock.runFor(2_500);
    await touch({ 1: palm, 2: care });
    await touch({ 1: palm });
    await settle();
    expect(await atHome()).toBe(false);
    const heading = await visitor.heading();
    await touch({});
    await settle();
    expect(await visitor.heading()).toBe(heading);
  });

  it("writes while the palm rests beside the field", async () => {
    await tap(await middleOf("card-home.ask"));
    await visitor.page.locator(".field").waitFor();
    await settle();
    const box = await visitor.page.locator(".field").boundingBox();
    if (box === null) throw new Error("no field to write in");
    const palm = { x: box.x + 100, y: box.y + box.height + 60 };
    const [from, to] = [0.2, 0.8].map((share) => ({ x: box.x + share * box.width, y: box.y + 200 }));
    await touch({ 1: palm });
    await visitor.page.clock.runFor(2_500);
    await touch({ 1: palm, 2: from as Spot });
    await touch({ 1: palm, 2: to as Spot });
    await touch({ 1: palm });
    await expect.poll(() => visitor.controls()).toContain("undo");
    await visitor.page.locator('[data-control="undo"][aria-disabled="false"]').waitFor();
  });

  it("does not enlarge the page, nor do two on a touchpad", async () => {
    const pinch = { ...NOWHERE, scaleFactor: 2, relativeSpeed: 2000 };
    for (const gestureSourceType of ["touch", "mouse"] as const)
      await devtools.send("Input.synthesizePinchGesture", { ...pinch, gestureSourceType });
    expect(await visitor.page.evaluate(() => visualViewport?.scale)).toBe(1);
    const allowed = await visitor.page.evaluate(() =>
      Array.from(document.querySelectorAll("html, body, body *"), (one) => getComputedStyle(one).touchAction),
    );
    expect(new Set(allowed)).toEqual(new Set(["none"]));
  });

  it("that a device never reports as lifted keeps others away for two seconds only", () => {
    let time = 0;
    const fingers = createFingers(() => time);
    fingers.down(1);
    time = 1_999;
    fingers.down(2);
    expect(fingers.lifted(2)).toBe(false);
    time = 2_001;
    fingers.down(3);
    expect([fingers.lifted(3), fingers.lifted(1)]).toEqual([true, false]);
  });
});

type Fingers = Readonly<Record<number, Spot>>;

/** These fingers are on the screen from now on, and no others: their places by a number of their own. */
async function touch(fingers: Fingers): Promise<void> {
  const lifted = Object.entries(onScreen).filter(([id]) => !(id in fingers));
  const more = Object.keys(fingers).some((id) => !(id in onScreen));
  const type = lifted.length > 0 ? "touchEnd" : more ? "touchStart" : "touchMove";
  const points = lifted.length > 0 ? lifted : Object.entries(fingers);
  onScreen = fingers;
  const touchPoints = points.map(([id, spot]) => ({ ...spot, id: Number(id) }));
  await devtools.send("Input.dispatchTouchEvent", { type, touchPoints });
}

let onScreen: Fingers = {};
beforeEach(() => {
  onScreen = {};
});

async function tap(spot: Spot): Promise<void> {
  await touch({ 1: spot });
  await touch({});
}

async function middleOf(control: string): Promise<Spot> {
  const box = await visitor.page.locator(`[data-control="${control}"]`).boundingBox();
  if (box === null) throw new Error(`no ${control}`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function settle(): Promise<void> {
  await visitor.page.clock.runFor(500);
}

async function atHome(): Promise<boolean> {
  return (await visitor.controls()).includes("card-home.money");
}
