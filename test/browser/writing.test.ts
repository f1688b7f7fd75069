import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { unpacked } from "../../kiosk/web/writing/packed.ts";
import { barsOf, WALL } from "./devices.ts";
import { startKiosk } from "./kiosk-server.ts";
import { misses } from "./looking.ts";
import { visiting } from "./visiting.ts";
import type { Visitor } from "./visitor.ts";

const STROKES = resolve(import.meta.dirname, "../../kiosk/web/writing/data/strokes.bin");
/** Longer than a key takes the same touch for a bounce. */
const KEY_PAUSE_MS = 170;

const visit = visiting(startKiosk);
let visitor: Visitor;

beforeEach(async () => {
  visitor = await visit.walkUp("?site=example-anhai&panel=21.5");
  await visitor.go("card-home.ask");
});

describe("One's own question", () => {
  it("is written by hand with one character and two taps, said back, and answered", async () => {
    await draw("高");
    expect(await faults()).toEqual([]);
    await choose("高");
    await choose("高龄补贴");
    await choose("怎么办理");
    expect(await visitor.page.locator("textarea").inputValue()).toBe("高龄补贴怎么办理");
    expect(await faults()).toEqual([]);
    await visitor.go("send");
    expect(await visitor.text()).toContain("高龄补贴怎么办理");
    expect(await faults()).toEqual([]);
    await visitor.go("understood-yes");
    expect(await visitor.text()).toMatch(/高龄/);
    await visitor.go("bar-back");
    expect(await visitor.page.locator("textarea").inputValue()).toBe("高龄补贴怎么办理");
  });

  it("is written by sound on the page's own keys", async () => {
    await visitor.go("way-keys");
    await press("changzhest");
    await choose("长者食堂");
    await press("zaina");
    await visitor.page.locator('[data-control^="offer-"]').first().waitFor();
    expect(await faults()).toEqual([]);
    for (let erased = 0; erased < 5; erased += 1) await key("erase");
    expect(await visitor.page.locator(".letters").count()).toBe(0);
    await visitor.go("send");
    await visitor.go("understood-yes");
    expect((await visitor.controls()).some((control) => control.startsWith("see-"))).toBe(true);
  });

  it("loses a stroke, a drawing or a character by one tap each; a second finger draws nothing", async () => {
    await draw("高");
    const drawn = 10;
    await expect.poll(() => visitor.page.locator(".field-ink[d^=M]").count()).toBe(drawn);
    await visitor.tap("undo");
    expect(await visitor.page.locator(".field-ink[d^=M]").count()).toBe(drawn - 1);
    await visitor.tap("clear");
    expect(await visitor.page.locator(".field-ink[d^=M]").count()).toBe(0);
    await visitor.page.locator(".field").dispatchEvent("pointerdown", { isPrimary: false, pointerId: 7 });
    await visitor.page.locator(".field").dispatchEvent("pointerup", { isPrimary: false, pointerId: 7 });
    expect(await visitor.page.locator(".field-ink[d^=M]").count()).toBe(0);
    await choose("长者食堂");
    await visitor.tap("erase");
    expect(await visitor.page.locator("textarea").inputValue()).toBe("长者食");
  });

  it("not understood is written anew, and a ready sentence is answered at once", async () => {
    await visitor.page.locator("textarea").fill("养老院在哪里");
    await visitor.go("send");
    await visitor.go("understood-anew");
    expect(await visitor.page.locator("textarea").inputValue()).toBe("");
    await visitor.go("way-ready");
    expect(await faults()).toEqual([]);
    await visitor.go("example-2");
    expect((await visitor.controls()).some((control) => control.startsWith("see-"))).toBe(true);
  });

  it("offers no speaking where the site has no recogniser, and never asks for the system's keyboard", async () => {
    expect(await visitor.controls()).not.toContain("speak");
    expect(await visitor.page.locator("textarea").getAttribute("inputmode")).toBe("none");
  });
});

async function faults(): Promise<readonly string[]> {
  return misses(visitor.page, barsOf(WALL, false));
}

/** Draws the character with the finger, as by the book, in the middle of the field. */
async function draw(character: string): Promise<void> {
  const { page } = visitor;
  await visitor.ready();
  const box = await page.locator(".field").boundingBox();
  if (box === null) throw new Error("no field to write in");
  const strokes = unpacked(readFileSync(STROKES)).find((one) => one.character === character)?.strokes ?? [];
  for (const [first, ...rest] of strokes) {
    const at = ({ x = 0, y = 0 } = {}) =>
      [box.x + (0.15 + 0.7 * x) * box.width, box.y + (0.15 + 0.7 * y) * box.height] as const;
    await page.mouse.move(...at(first));
    await page.mouse.down();
    for (const point of rest) await page.mouse.move(...at(point), { steps: 3 });
    await page.mouse.up();
  }
  await page.locator('[data-control="offer-0"]').waitFor({ timeout: 25_000 });
}

async function choose(text: string): Promise<void> {
  await visitor.page.getByRole("button", { name: text, exact: true }).click({ timeout: 20_000 });
  await visitor.page.waitForTimeout(50);
}

async function key(name: string): Promise<void> {
  await visitor.page.locator(`[data-control="letter-${name}"]`).click({ timeout: 10_000 });
  await visitor.page.waitForTimeout(KEY_PAUSE_MS);
}

async function press(letters: string): Promise<void> {
  for (const letter of letters) await key(letter);
}
