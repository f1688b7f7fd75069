import { beforeEach, describe, expect, it } from "vitest";
import { startKiosk } from "./kiosk-server.ts";
import { CRY_FOR_HELP, SCREENS, toKnownCase } from "./screens.ts";
import { visiting } from "./visiting.ts";
import type { Visitor } from "./visitor.ts";

const visit = visiting(startKiosk);
let visitor: Visitor;
/** The bar of a kiosk without a voice; test/browser/speech.test.ts has those with one. */
const BAR = ["bar-back", "bar-restart", "bar-large", "bar-person"];

beforeEach(async () => {
  visitor = await visit.walkUp();
});

describe("A visitor at the kiosk", () => {
  it("sees six cards, three scripts and the buttons of the bar, in order", async () => {
    expect(await visitor.controls()).toEqual([
      "card-home.money",
      "card-home.canteen",
      "card-home.care",
      "card-home.age",
      "card-home.rest",
      "card-home.ask",
      "language-zh-Hans",
      "language-zh-Hant",
      "language-en",
      ...BAR,
    ]);
    expect(await visitor.heading()).toBe(visit.kiosk.bundle.phrases["zh-Hans"]["kiosk.home.question"]);
  });

  it("has the nearest canteens after one tap and all about one after two", async () => {
    await visitor.go("card-home.canteen");
    const cards = (await visitor.controls()).filter((control) => control.startsWith("see-"));
    const names = new Map(
      visit.kiosk.bundle.facilities.map((place) => [`see-${place.id}`, place.name["zh-Hans"]]),
    );
    expect(cards.length).toBeGreaterThan(1);
    expect(await visitor.text()).toContain(names.get(cards[0] ?? ""));
    await visitor.go(cards[0] ?? "");
    expect(await visitor.heading()).toBe(names.get(cards[0] ?? ""));
    expect(visitor.taps).toBe(2);
  });

  it("taps through a whole interview to benefits, each with its clause and dates", async () => {
    await visitor.go("card-home.money");
    await visitor.answer("82", "=false");
    const card = (await visitor.controls()).find((control) => control.startsWith("see-"));
    await visitor.go(card ?? "");
    const name = visit.kiosk.bundle.benefits.find((benefit) => `see-${benefit.id}` === card)?.name["zh-Hans"];
    expect(await visitor.heading()).toBe(name);
    expect(await wholeCard(card ?? "")).toMatch(/《.+》.*(第.+条|[一二三四五六七八九十]+（|全文|附件|\d)/);
    expect(await wholeCard(card ?? "")).toMatch(/\d{4}年\d{1,2}月\d{1,2}日/);
  });

  it("sees the next question first and, one tap behind it, the results so far", async () => {
    await visitor.go("card-home.money");
    await visitor.press("82");
    await visitor.go("key-confirm");
    const question = await visitor.heading();
    expect(question).toContain("户口");
    await visitor.go("so-far");
    expect(await visitor.controls()).toContain("see-old-age-allowance");
    await visitor.go("bar-back");
    expect(await visitor.heading()).toBe(question);
  });

  it("is offered the kiosk's own county first, then its towns, and may leave the town open", async () => {
    await visitor.go("card-home.money");
    await visitor.press("82");
    await visitor.go("key-confirm");
    expect((await visitor.controls())[0]).toBe("place-350582");
    await visitor.go("place-350582");
    const towns = visit.kiosk.bundle.places.filter((place) => place.parent === "350582").length;
    const seen = new Set<string>();
    await visitor.turnToEnd(async () => {
      for (const control of await visitor.controls()) if (/^place-\d{9}$/.test(control)) seen.add(control);
    });
    expect(seen.size).toBe(towns);
    expect(await visitor.controls()).toContain("place-whole");
    await visitor.go("bar-back");
    expect(await visitor.controls()).toContain("place-350582");
  });

  it("finds every county on three pages, those where most people live on the first", async () => {
    const stranger = await visit.walkUp("");
    await stranger.go("card-home.canteen");
    expect(await stranger.heading()).toBe(visit.kiosk.bundle.phrases["zh-Hans"]["kiosk.place.county"]);
    const pages: (readonly string[])[] = [];
    await stranger.turnToEnd(async () => {
      const controls = await stranger.controls();
      pages.push(controls.filter((control) => control.startsWith("place-")));
    });
    expect(pages.length).toBe(3);
    for (const name of ["晋江市", "南安市", "石狮市"])
      expect(pages[0]).toContain(
        `place-${visit.kiosk.bundle.places.find((place) => place.name["zh-Hans"] === name)?.code}`,
      );
    const counties = visit.kiosk.bundle.places.filter((place) => place.level === "county");
    expect(pages.flat().sort()).toEqual(counties.map(({ code }) => `place-${code}`).sort());
  });

  it("is asked which of two towns of one name is meant, and not for a county", async () => {
    await visitor.go("card-home.ask");
    await visitor.page.locator("textarea").fill("官桥镇有食堂吗");
    await visitor.go("send");
    expect((await visitor.controls()).filter((control) => control.startsWith("place"))).toEqual([
      "place:350524103",
      "place:350583118",
    ]);
  });

  it("sees how much under the verdict, and is one tap from all about a benefit of the list", async () => {
    await toKnownCase(visitor);
    const overview = visitor.page.locator('[data-control="see-old-age-allowance"]');
    expect(await overview.innerText()).toMatch(/每月\d+元/);
    await visitor.go("see-old-age-allowance");
    const brief = await wholeCard("see-old-age-allowance");
    expect(brief).not.toContain("带什么");
    await visitor.go("benefit:old-age-allowance");
    expect(await visitor.heading()).toBe("高龄津贴");
    expect(await wholeCard("see-old-age-allowance")).toContain("带什么");
    expect(await visitor.controls()).not.toContain("benefit:old-age-allowance");
  });

  it("is told the allowed ages instead of being faulted for 199", async () => {
    await visitor.go("card-home.money");
    await visitor.press("199");
    const range = visit.kiosk.bundle.facts.find((fact) => fact.id === "age");
    expect(await visitor.text()).toContain(String(range?.maximum));
    const confirm = visitor.page.locator('[data-control="key-confirm"]');
    expect(await confirm.getAttribute("aria-disabled")).toBe("true");
  });

  it("in danger sees the number to call, over the whole screen", async () => {
    await visitor.go("card-home.ask");
    await visitor.page.locator("textarea").fill(CRY_FOR_HELP);
    await visitor.go("send");
    expect(await visitor.page.locator(".emergency-number").textContent()).toBe("119");
  });

  it("reads the same home in traditional characters and in English", async () => {
    await visitor.tap("language-zh-Hant");
    expect(await visitor.heading()).toBe(visit.kiosk.bundle.phrases["zh-Hant"]["kiosk.home.question"]);
    await visitor.tap("language-en");
    expect(await visitor.heading()).toBe(visit.kiosk.bundle.phrases.en["kiosk.home.question"]);
    await visitor.go("card-home.canteen");
    expect(await visitor.heading()).toContain("Anhai");
  });

  it("who taps twice in a bounce has tapped once", async () => {
    await visitor.ready();
    await visitor.page.locator('[data-control="bar-large"]').dblclick();
    expect(await visitor.page.locator('.kiosk[data-size="large"]').count()).toBe(1);
  });

  it("who slides off a button before lifting the finger has not tapped", async () => {
    await visitor.ready();
    const box = await visitor.page.locator('[data-control="card-home.ask"]').boundingBox();
    await visitor.page.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 20);
    await visitor.page.mouse.down();
    await visitor.page.mouse.move((box?.x ?? 0) + 20, 40);
    await visitor.page.mouse.up();
    expect(await visitor.controls()).toContain("card-home.ask");
  });

  for (const screen of SCREENS) {
    it(`finds back, start over and a person on the screen ${screen.name}`, async () => {
      await screen.reach(visitor);
      expect((await visitor.controls()).slice(-BAR.length)).toEqual(BAR);
      const before = await visitor.heading();
      if (screen.name !== "person") {
        await visitor.go("bar-person");
        expect(await visitor.text()).toMatch(/工作人员|当面/);
        await visitor.go("bar-back");
        expect(await visitor.heading()).toBe(before);
      }
      if (screen.name === "home") return;
      await visitor.go("bar-restart");
      expect(await visitor.controls()).toContain("card-home.money");
    });
  }
});

/** The text of a card over all its pages. */
async function wholeCard(card: string): Promise<string> {
  const key = `benefit:${card.slice("see-".length)}`;
  const pages = [await visitor.text()];
  while ((await visitor.controls()).includes("next")) {
    await visitor.go("next");
    const section = await visitor.page.locator(".page[data-section]").getAttribute("data-section");
    if (section !== key) {
      await visitor.go("previous");
      break;
    }
    pages.push(await visitor.text());
  }
  return pages.join("\n");
}
