import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Spoken } from "../../src/host/speech/speech.ts";
import { toKnownCase } from "./screens.ts";
import { launchBrowser, Visitor } from "./visitor.ts";
import { giveVoices, HUIHUI, type Told, told, type Voice } from "./voice.ts";
import { startWhole, type WholeServer } from "./whole-server.ts";

/** Longer than the page takes a second tap on the same button for a bounce. */
const SAME_BUTTON_MS = 1_100;

let whole: WholeServer;
let browser: Browser;
let visitor: Visitor;
let page: Page;
const asked: Spoken[] = [];

/** A second of silence as WAV. */
function silence(): Buffer {
  const wav = Buffer.alloc(44 + 44_100);
  wav.write("RIFF", 0, "latin1");
  wav.writeUInt32LE(wav.length - 8, 4);
  wav.write("WAVEfmt ", 8, "latin1");
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(22_050, 24);
  wav.writeUInt32LE(44_100, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write("data", 36, "latin1");
  wav.writeUInt32LE(44_100, 40);
  return wav;
}

beforeAll(async () => {
  whole = await startWhole({
    speech: async (spoken) => {
      asked.push(spoken);
      return silence();
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

/** Walks up to a kiosk whose browser has these voices; `mute` is a server that cannot speak. */
async function at(voices: readonly Voice[], mute = false, clock?: Date): Promise<void> {
  const context = await browser.newContext({ viewport: { width: 1080, height: 1920 } });
  await giveVoices(context, voices);
  if (mute)
    await context.route("**/api/kiosk", (route) =>
      route.fulfill({ json: { speech: false, handovers: false, publicUrl: null } }),
    );
  visitor = await Visitor.in(context, whole.url, "?site=example-anhai&panel=21.5", clock);
  page = visitor.page;
}

async function toldLast(): Promise<Told> {
  await page.waitForFunction(() => (Reflect.get(globalThis, "told") as unknown[]).length > 0);
  await page.waitForTimeout(150);
  const last = (await told(page)).at(-1);
  if (last === undefined) throw new Error("nothing was told");
  return last;
}

const button = () => page.locator('[data-control="bar-sound"]').innerText();

async function readAloud(speed: "slow" | "normal" | "fast" = "normal"): Promise<void> {
  await visitor.go("bar-sound");
  await visitor.go(`sound-${speed}`);
}

describe("With a Chinese voice in the browser", () => {
  it("one button leads to four plain choices, and the chosen one reads the screen one came from", async () => {
    await at([HUIHUI], true);
    await visitor.go("bar-sound");
    const choices = (await visitor.controls()).filter((control) => control.startsWith("sound-"));
    expect(choices).toEqual(["sound-normal", "sound-slow", "sound-fast", "sound-off"]);
    await visitor.go("sound-normal");
    expect(await visitor.controls()).toContain("card-home.money");
    const { text, rate, voice } = await toldLast();
    expect(text).toContain("您想问什么？用手指点一下就行。钱和补贴 看看能领什么。");
    expect([rate, voice]).toEqual([0.9, "Microsoft Huihui"]);
  });

  it("there are three speeds", async () => {
    await at([HUIHUI], true);
    const rates: number[] = [];
    for (const speed of ["slow", "normal", "fast"] as const) {
      await readAloud(speed);
      rates.push((await toldLast()).rate);
      await visitor.tap("bar-sound");
      await page.waitForTimeout(SAME_BUTTON_MS);
    }
    expect(rates).toEqual([0.7, 0.9, 1.15]);
  });

  it("while it speaks the same button says stop and stops, and the next screen is read again", async () => {
    await at([HUIHUI], true);
    await readAloud();
    expect(await button()).toBe("停");
    await visitor.tap("bar-sound");
    expect(await button()).toBe("声音");
    expect(await visitor.controls()).toContain("card-home.money");
    await visitor.go("card-home.care");
    expect((await toldLast()).text).toContain("您想找哪种照料");
    expect(await button()).toBe("停");
  });

  it("every screen on the way is read as it is shown, and what is about the person only when asked for", async () => {
    await at([HUIHUI], true);
    await readAloud();
    await visitor.go("card-home.money");
    expect((await toldLast()).text).toContain("您今年多大岁数？");
    await visitor.go("bar-restart");
    await toKnownCase(visitor);
    const { text } = await toldLast();
    expect(text).not.toMatch(/82|晋江|高龄津贴/);
    await visitor.tap("read");
    const personal = (await toldLast()).text;
    expect(personal).toContain("今年82岁");
    const shown = (await visitor.text()).replace(/\s/g, "");
    for (const sentence of personal.split(/[。：；]/u).filter((part) => part !== ""))
      expect(shown).toContain(sentence.replace(/\s/g, ""));
  });

  it("voices that send the text away, that spell, or that speak Cantonese are passed over", async () => {
    await at(
      [
        { name: "Google 普通话（中国大陆）", lang: "zh-CN", localService: false },
        { name: "Chinese (Mandarin, latin as English)", lang: "zh-CN", localService: true },
        { name: "Tracy", lang: "zh-HK", localService: true },
      ],
      true,
    );
    expect(await visitor.controls()).not.toContain("bar-sound");
  });
});

describe("With a voice on the server only", () => {
  it("the screen's text is sent in the body at the speed chosen, and played", async () => {
    await at([]);
    await page.locator('[data-control="bar-sound"]').waitFor();
    await readAloud("slow");
    await expect.poll(() => asked.length).toBe(1);
    expect(asked[0]).toMatchObject({ language: "zh-Hans", speed: "slow", personal: false });
    expect(asked[0]?.text).toContain("您想问什么？");
    expect(await button()).toBe("停");
    await page.locator('[data-control="bar-sound"]', { hasText: "声音" }).waitFor({ timeout: 10_000 });
  });

  it("that fails, the button for sound says so in words until something else is asked for", async () => {
    await at([]);
    await page.locator('[data-control="bar-sound"]').waitFor();
    await page.route("**/api/speech", (route) => route.fulfill({ status: 503 }));
    await readAloud();
    await page.locator('[data-control="bar-sound"]', { hasText: "念不了" }).waitFor();
    await page.unroute("**/api/speech");
    await visitor.go("card-home.care");
    await expect.poll(button).toBe("停");
  });

  it("a personal page is sent as personal, so that its sound is kept nowhere", async () => {
    await at([]);
    await page.locator('[data-control="bar-sound"]').waitFor();
    await readAloud();
    await toKnownCase(visitor);
    await visitor.tap("read");
    await expect.poll(() => asked.at(-1)?.personal).toBe(true);
    expect(asked.filter(({ personal }) => !personal).some(({ text }) => /82岁|高龄津贴/.test(text))).toBe(
      false,
    );
  });
});

describe("Without any voice", () => {
  it("there is no button for sound, and the other four stand in their order and place", async () => {
    await at([HUIHUI], true);
    const places = async () =>
      page.evaluate(() =>
        ["bar-back", "bar-person"].map((control) =>
          Math.round(
            document.querySelector(`[data-control="${control}"]`)?.getBoundingClientRect().left ?? -1,
          ),
        ),
      );
    const withVoice = await places();
    await visitor.leave();
    await at([], true);
    const bar = (await visitor.controls()).filter((control) => control.startsWith("bar-"));
    expect(bar).toEqual(["bar-back", "bar-restart", "bar-large", "bar-person"]);
    const without = await places();
    expect(without[0]).toBe(withVoice[0]);
    expect(Math.abs((without[1] ?? 0) - (withVoice[1] ?? 0))).toBeLessThan(60);
  });
});

describe("When nobody is there any more", () => {
  it("a voice that never tells its end keeps nobody's answers: the warning comes, is spoken, and all is reset", async () => {
    await at([HUIHUI], true, new Date("2026-11-22T10:00:00+08:00"));
    await page.clock.runFor(500);
    await readAloud("fast");
    await page.clock.runFor(2_000);
    expect(await button()).toBe("停");
    for (let minute = 0; minute < 6; minute += 1) await page.clock.runFor(60_000);
    const texts = (await told(page)).map(({ text }) => text);
    expect(texts.some((text) => text.includes("您还在看吗？"))).toBe(true);
    await page.clock.runFor(60_000);
    await visitor.go("bar-sound");
    expect(await page.locator('[data-control="sound-off"]').getAttribute("aria-pressed")).toBe("true");
  });
});
