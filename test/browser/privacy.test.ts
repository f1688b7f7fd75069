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
