import { beforeEach, describe, expect, it } from "vitest";
import { WALL, withDevices } from "./devices.ts";
import { deaf } from "./hearing.ts";
import { ownKnowledge, startKiosk } from "./kiosk-server.ts";
import { toKnownCase } from "./screens.ts";
import { visiting } from "./visiting.ts";
import { PANEL, Visitor } from "./visitor.ts";
import { fallSilent, giveVoices, HUIHUI, told } from "./voice.ts";

/** A kiosk with a voice, a recogniser, a printer and every service of the server. */
const visit = visiting(async () => startKiosk(withDevices(await ownKnowledge(), [WALL]), true));
const STARTED = new Date("2026-11-22T10:00:00+08:00");
let visitor: Visitor;

beforeEach(async () => {
  const context = await visit.browser.newContext({ viewport: PANEL, deviceScaleFactor: 0.5, hasTouch: true });
  await deaf(context);
  await giveVoices(context, [HUIHUI]);
  await context.addInitScript(() => {
    // The dialog for printing opens and stays: the page is told when it closes, by the tests.
    window.print = () => dispatchEvent(new Event("beforeprint"));
  });
  const url = visit.kiosk.url;
  visitor = visit.welcome(await Visitor.in(context, url, `?site=${WALL.site}`, STARTED));
});

describe("When nobody touches the kiosk", () => {
  it("it warns after 120 seconds, speaks the warning, and forgets everything 45 seconds later", async () => {
    await visitor.go("card-home.money");
    await visitor.press("82");
    await visitor.tap("bar-large");
    expect(await warnedAfter(119)).toBe(false);
    expect(await warnedAfter(2)).toBe(true);
    expect(await visitor.text()).toContain("45");
    expect((await told(visitor.page)).map(({ text }) => text).join()).toContain(
      "您还在看吗？如果没有人点，45秒后",
    );
    expect(await warnedAfter(42)).toBe(true);
    await pass(2);
    expect(await visitor.controls()).toContain("card-home.money");
    expect(await visitor.page.locator('.kiosk[data-size="normal"]').count()).toBe(1);
    await visitor.go("card-home.money");
    expect(await visitor.page.locator(".pad-value").count()).toBe(0);
  });

  it("the warning fills the screen above the bar, and its speech does not put off the end", async () => {
    await visitor.go("card-home.money");
    await pass(121);
    const room = await visitor.page.evaluate(() => [
      document.querySelector("main.idle")?.getBoundingClientRect().height,
      innerHeight - (document.querySelector(".bar")?.getBoundingClientRect().height ?? 0),
    ]);
    expect(room[0]).toBe(room[1]);
    await pass(20);
    await fallSilent(visitor.page);
    await pass(26);
    expect(await visitor.controls()).toContain("card-home.money");
  });

  it("an untouched first screen never asks anything", async () => {
    await visitor.page.clock.fastForward(3_600_000);
    expect(await visitor.controls()).toContain("card-home.money");
  });
});

describe("A sign of life puts the warning off by 120 seconds:", () => {
  const SIGNS: Readonly<Record<string, () => Promise<unknown>>> = {
    "a touch": () => visitor.page.touchscreen.tap(500, 40),
    "a finger that is lifted": async () => {
      await visitor.page.locator(".field").dispatchEvent("pointerup", { pointerId: 3 });
    },
    "a key": () => visitor.page.keyboard.press("a"),
    "pasted or dictated text": () => visitor.page.locator("textarea").fill("食堂"),
    "a stroke": () => stroke(),
  };
  for (const [name, give] of Object.entries(SIGNS))
    it(name, async () => {
      await visitor.go("card-home.ask");
      await pass(100);
      await give();
      expect(await warnedAfter(118)).toBe(false);
      expect(await warnedAfter(4)).toBe(true);
    });

  it("composing with an input method, without a single character yet", async () => {
    await visitor.go("card-home.ask");
    await visitor.page.locator("textarea").focus();
    const devtools = await visitor.context.newCDPSession(visitor.page);
    await pass(100);
    await devtools.send("Input.imeSetComposition", { text: "ni", selectionStart: 2, selectionEnd: 2 });
    expect(await warnedAfter(118)).toBe(false);
    expect(await warnedAfter(4)).toBe(true);
  });

  it("being read to, until two minutes after the voice falls silent", async () => {
    await visitor.go("bar-sound");
    await visitor.go("sound-normal");
    await visitor.go("card-home.care");
    await expect.poll(async () => (await told(visitor.page)).length).toBeGreaterThan(1);
    await pass(20);
    await fallSilent(visitor.page);
    await pass(0);
    expect(await warnedAfter(118)).toBe(false);
    expect(await warnedAfter(4)).toBe(true);
  });

  it("speaking to the kiosk, until two minutes after the microphone closes", async () => {
    await visitor.go("card-home.ask");
    await visitor.go("speak");
    await pass(61);
    expect(await visitor.heading()).toBe("没有听清楚");
    expect(await warnedAfter(117)).toBe(false);
    expect(await warnedAfter(4)).toBe(true);
  });

  it("printing: a dialog open for five minutes ends nothing, and two minutes after it the warning comes", async () => {
    await toPrinting();
    for (let minute = 0; minute < 5; minute += 1) expect(await warnedAfter(60)).toBe(false);
    await visitor.page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await warnedAfter(118)).toBe(false);
    expect(await warnedAfter(4)).toBe(true);
  });

  it("but printing that never tells its end keeps nobody's answers: ten minutes are the most", async () => {
    await toPrinting();
    let minutes = 0;
    while (minutes < 20 && !(await warnedAfter(30))) minutes += 0.5;
    expect(minutes).toBeGreaterThan(9);
    expect(minutes).toBeLessThan(13);
  });
});

describe("“I am still here”", () => {
  it("keeps everything, twelve times in a row: answers, page, type size and language", async () => {
    await visitor.tap("language-zh-Hant");
    await visitor.tap("bar-large");
    await toKnownCase(visitor);
    await visitor.go("next");
    const before = await visitor.text();
    for (let time = 0; time < 12; time += 1) {
      expect(await warnedAfter(121)).toBe(true);
      await visitor.go("idle-stay");
      expect(await visitor.text()).toBe(before);
    }
    expect(await visitor.page.locator('.kiosk[data-size="large"][lang="zh-Hant"]').count()).toBe(1);
    await visitor.go("bar-back");
    await visitor.go("bar-back");
    expect(await visitor.controls()).toContain("so-far");
  }, 60_000);

  it("keeps what is being written: the text and the strokes of a character", async () => {
    await visitor.go("card-home.ask");
    await visitor.page.locator("textarea").fill("长者");
    await stroke();
    await pass(121);
    await visitor.go("idle-stay");
    expect(await visitor.page.locator("textarea").inputValue()).toBe("长者");
    expect(await visitor.page.locator(".field-ink[d^=M]").count()).toBe(1);
  });

  it("may also be said by 返回", async () => {
    await visitor.go("card-home.money");
    const question = await visitor.heading();
    await pass(121);
    await visitor.go("bar-back");
    expect(await visitor.heading()).toBe(question);
  });
});

async function toPrinting(): Promise<void> {
  await visitor.go("card-home.canteen");
  await visitor.go((await visitor.controls()).find((control) => control.startsWith("see-")) ?? "");
  await visitor.go("take-away");
  await visitor.go("take-print");
}

/** Draws one stroke into the field for writing. */
async function stroke(): Promise<void> {
  const box = await visitor.page.locator(".field").boundingBox();
  if (box === null) throw new Error("no field to write in");
  await visitor.page.mouse.move(box.x + box.width * 0.2, box.y + box.height / 2);
  await visitor.page.mouse.down();
  await visitor.page.mouse.move(box.x + box.width * 0.8, box.y + box.height / 2, { steps: 4 });
  await visitor.page.mouse.up();
}

/** Time passes, and the page settles. */
async function pass(seconds: number): Promise<void> {
  await visitor.page.clock.fastForward(seconds * 1000);
  await visitor.page.clock.runFor(500);
}

async function warnedAfter(seconds: number): Promise<boolean> {
  await pass(seconds);
  return warned();
}

async function warned(): Promise<boolean> {
  return (await visitor.page.locator('[data-control="idle-stay"]').count()) > 0;
}
