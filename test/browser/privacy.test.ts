import { beforeEach, describe, expect, it } from "vitest";
import { startKiosk } from "./kiosk-server.ts";
import { visiting } from "./visiting.ts";
import type { Visitor } from "./visitor.ts";

const visit = visiting(startKiosk);
let visitor: Visitor;
const STARTED = new Date("2026-11-22T10:00:00+08:00");

beforeEach(async () => {
  visitor = await visit.walkUp("?site=example-anhai", STARTED);
});

describe("When nobody touches the kiosk", () => {
  it("it warns after 120 seconds and wipes everything 45 seconds later", async () => {
    await startTalking();
    await visitor.page.clock.fastForward(119_000);
    expect(await warned()).toBe(false);
    await visitor.page.clock.fastForward(1_500);
    expect(await warned()).toBe(true);
    expect(await visitor.text()).toContain("45");
    await visitor.page.clock.fastForward(44_000);
    expect(await warned()).toBe(true);
    await visitor.page.clock.fastForward(1_500);
    expect(await visitor.controls()).toContain("card-home.money");
    expect(await visitor.page.locator('.kiosk[data-size="normal"]').count()).toBe(1);
    await visitor.page.clock.runFor(400);
    await visitor.go("card-home.money");
    expect(await visitor.page.locator(".pad-value").count()).toBe(0);
  });

  it("one tap keeps everything, as often as wanted", async () => {
    await startTalking();
    const question = await visitor.heading();
    for (let time = 0; time < 3; time += 1) {
      await visitor.page.clock.fastForward(121_000);
      expect(await warned()).toBe(true);
      await visitor.page.clock.runFor(400);
      await visitor.tap("idle-stay");
      expect(await visitor.heading()).toBe(question);
    }
  });

  it("one tap wipes at once", async () => {
    await startTalking();
    await visitor.page.clock.fastForward(121_000);
    await visitor.page.clock.runFor(400);
    await visitor.tap("idle-end");
    expect(await visitor.controls()).toContain("card-home.money");
  });

  it("writing counts as being there", async () => {
    await visitor.page.clock.runFor(400);
    await visitor.go("card-home.ask");
    await visitor.page.clock.fastForward(100_000);
    await visitor.page.locator("textarea").pressSequentially("我");
    await visitor.page.clock.fastForward(100_000);
    expect(await warned()).toBe(false);
  });

  it("the untouched first screen never asks anything", async () => {
    await visitor.page.clock.fastForward(3_600_000);
    expect(await visitor.controls()).toContain("card-home.money");
  });
});

describe("What a person tells the kiosk", () => {
  it("is in no storage, no address and no request, neither during nor after", async () => {
    await startTalking();
    await visitor.page.clock.fastForward(121_000);
    await visitor.page.clock.fastForward(46_000);
    const state = await visitor.context.storageState({ indexedDB: true });
    expect(state).toEqual({ cookies: [], origins: [] });
    expect(await visitor.page.evaluate(() => [localStorage.length, sessionStorage.length])).toEqual([0, 0]);
    expect(visitor.page.url()).toBe(`${visit.kiosk.url}/?site=example-anhai`);
    expect(visit.kiosk.asked.filter((path) => /82|age|hukou|turn/.test(path))).toEqual([]);
  });

  it("is gone after a reload", async () => {
    await startTalking();
    await visitor.page.reload();
    expect(await visitor.controls()).toContain("card-home.money");
  });
});

/** Tells an age and asks for large type, so that there is something to forget. */
async function startTalking(): Promise<void> {
  await visitor.page.clock.runFor(400);
  await visitor.go("card-home.money");
  await visitor.press("82");
  await visitor.tap("bar-large");
  await visitor.go("key-confirm");
}

async function warned(): Promise<boolean> {
  return (await visitor.page.locator('[data-control="idle-stay"]').count()) > 0;
}
