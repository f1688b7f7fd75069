import { beforeEach, describe, expect, it } from "vitest";
import { random } from "./hands.ts";
import { type Failing, startKiosk } from "./kiosk-server.ts";
import { visiting } from "./visiting.ts";
import { PANEL, Visitor } from "./visitor.ts";

const visit = visiting(() => startKiosk(undefined, true));
const TAPS = 36;
const STARTED = new Date("2026-11-22T10:00:00+08:00");
let visitor: Visitor;

beforeEach(async () => {
  visit.kiosk.fail(null);
  const context = await visit.browser.newContext({ viewport: PANEL, deviceScaleFactor: 0.5 });
  visitor = visit.welcome(await Visitor.in(context, visit.kiosk.url, "?site=example-anhai", STARTED));
  await visitor.kept();
  await visitor.mark();
  await visitor.page.clock.runFor(500);
});

describe("A network that comes and goes", () => {
  for (const seed of [1, 2])
    it(`never shows a browser's error page and never loses the visit, over ${TAPS} taps (seed ${seed})`, async () => {
      const next = random(seed);
      const troubles: string[] = [];
      visitor.page.on("pageerror", (error) => troubles.push(error.message));
      visitor.page.on("framenavigated", (frame) => troubles.push(`went to ${frame.url()}`));
      await visitor.tap("bar-large");
      for (let tap = 0; tap < TAPS; tap += 1) {
        await comeAndGo(next);
        // A finger lands where a button was seen, even if it has gone meanwhile.
        const buttons = (await seen()).filter(({ control }) => !LEAVING.test(control));
        const { control, x, y } = buttons[Math.floor(next() * buttons.length)] ?? NOWHERE;
        await visitor.page.mouse.click(x, y);
        await visitor.page.clock.runFor(1_200);
        await visitor.page.locator(".notice-waiting").waitFor({ state: "detached", timeout: 20_000 });
        expect([control, await visitor.heading()]).not.toContain("");
        expect(await visitor.page.locator(".notice-failure").count()).toBe(0);
      }
      expect(troubles).toEqual([]);
      expect(await visitor.page.locator('body[data-since="before"] .kiosk[data-size="large"]').count()).toBe(
        1,
      );
    }, 120_000);
});

/** Buttons that end a visit or its type size by themselves; a drawing needs more than a tap. */
const LEAVING = /^(bar-restart|bar-large|understood-choose|language-.*|field)$/;
const NOWHERE = { control: "none", x: 5, y: 5 };

/** The buttons on the screen, with their middles. */
function seen(): Promise<readonly { readonly control: string; readonly x: number; readonly y: number }[]> {
  return visitor.page.locator("[data-control]:visible").evaluateAll((buttons) =>
    buttons.map((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      const control = (button as HTMLElement).dataset.control ?? "";
      return { control, x: left + width / 2, y: top + height / 2 };
    }),
  );
}

const FAILURES: readonly (Failing | null)[] = ["503", "hanging", "reset", "gone", null];

async function comeAndGo(next: () => number): Promise<void> {
  await visitor.context.setOffline(next() < 0.4);
  visit.kiosk.fail(FAILURES[Math.floor(next() * FAILURES.length)] ?? null);
}

describe("What only the server can do", () => {
  for (const how of ["503", "hanging", "reset", "gone"] as const)
    it(`is said in plain words when it is ${how}: no number for the desk, and whom to ask instead`, async () => {
      await visitor.go("card-home.canteen");
      await visitor.go((await visitor.controls()).find((control) => control.startsWith("see-")) ?? "");
      await visitor.go("take-away");
      visit.kiosk.fail(how);
      await visitor.go("take-number");
      await visitor.page.clock.runFor(11_000);
      await visitor.page.getByText("现在拿不到号码").waitFor();
      expect(await visitor.text()).toContain("不是您按错了");
    });
});

describe("What comes after a person has left", () => {
  it("is not shown to the next one: an answer, a number", async () => {
    let give = (): void => {};
    const held = new Promise<void>((now) => {
      give = now;
    });
    await visitor.context.route("**/api/handovers", async (route) => {
      await held;
      await route.fulfill({ json: { number: "4821" } });
    });
    await visitor.go("card-home.canteen");
    await visitor.go((await visitor.controls()).find((control) => control.startsWith("see-")) ?? "");
    await visitor.go("take-away");
    await visitor.go("take-number");
    await visitor.go("bar-restart");
    const engine = visitor.page.workers().find((worker) => worker.url().includes("engine-worker"));
    const busy = engine?.evaluate(() => {
      for (const until = Date.now() + 2_500; Date.now() < until; );
    });
    await visitor.page.locator('[data-control="card-home.money"]').click();
    await visitor.tap("bar-large");
    await visitor.page.clock.fastForward(121_000);
    await visitor.page.clock.runFor(500);
    await visitor.page.locator('[data-control="idle-end"]').click();
    await visitor.page.clock.runFor(500);
    const home = await visitor.text();
    await busy;
    give();
    await visitor.page.waitForTimeout(300);
    await visitor.page.clock.runFor(1_000);
    expect(await visitor.text()).toBe(home);
    expect(await visitor.controls()).toContain("card-home.money");
  });
});
