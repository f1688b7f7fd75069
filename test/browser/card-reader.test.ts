import { beforeEach, describe, expect, it } from "vitest";
import { heldByPage } from "./heaps.ts";
import { startKiosk } from "./kiosk-server.ts";
import { visiting } from "./visiting.ts";
import type { Visitor } from "./visitor.ts";

const visit = visiting(startKiosk);
const CARD = "350582194411223318";
let visitor: Visitor;

beforeEach(async () => {
  visitor = await visit.walkUp("?site=example-anhai", new Date("2026-11-22T10:00:00+08:00"));
});

describe("A card that is held to a reader which acts as a keyboard", () => {
  it("is neither shown nor kept, whatever is on the screen, and presses no button", async () => {
    await visitor.go("card-home.money");
    const question = await visitor.text();
    await visitor.page.locator('[data-control="key-8"]').focus();
    await read(CARD);
    expect(await visitor.text()).toBe(question);
    await visitor.go("bar-restart");
    await visitor.go("card-home.ask");
    const field = visitor.page.locator("textarea");
    await field.fill("我的卡");
    await field.focus();
    await watchField();
    await read(CARD);
    expect(await field.inputValue()).toBe("我的卡");
    expect(await visitor.page.evaluate(() => document.body.dataset.seen ?? "")).not.toMatch(/\d/);
    expect(await heldByPage(visitor.page, [CARD, CARD.slice(6)])).toEqual([]);
  });

  it("ending in a letter is not shown either", async () => {
    await visitor.go("card-home.ask");
    await visitor.page.locator("textarea").focus();
    await read("35058219441122331X");
    expect(await visitor.page.locator("textarea").inputValue()).toBe("");
  });
});

it("Digits that somebody types stand where they were typed", async () => {
  await visitor.go("card-home.ask");
  const field = visitor.page.locator("textarea");
  await field.fill("妈妈岁");
  await field.focus();
  await visitor.page.keyboard.press("ArrowLeft");
  await field.pressSequentially("82", { delay: 120 });
  await expect.poll(() => field.inputValue()).toBe("妈妈82岁");
});

/** The reader types the number and ends with Enter, as fast as a device does. */
async function read(number: string): Promise<void> {
  await visitor.page.clock.pauseAt(await visitor.page.evaluate(() => Date.now() + 1_000));
  await visitor.page.keyboard.type(number);
  await visitor.page.keyboard.press("Enter");
  await visitor.page.clock.runFor(500);
  await visitor.page.clock.resume();
}

/** Writes down all that ever stands in the field. */
async function watchField(): Promise<void> {
  await visitor.page.evaluate(() => {
    addEventListener("input", (event) => {
      document.body.dataset.seen = `${document.body.dataset.seen ?? ""}${(event.target as HTMLTextAreaElement).value}`;
    });
  });
}
