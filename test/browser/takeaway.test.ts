import type { Page } from "playwright-core";
import { beforeEach, describe, expect, it } from "vitest";
import { barsOf, WALL } from "./devices.ts";
import { misses } from "./looking.ts";
import { toKnownCase } from "./screens.ts";
import { visiting } from "./visiting.ts";
import { PIXELS_PER_MM, type Visitor } from "./visitor.ts";
import { PUBLIC_URL, startWhole } from "./whole-server.ts";

const visit = visiting(startWhole);
let visitor: Visitor;
let page: Page;
const SITE = "example-anhai";
const QUERY = "&panel=21.5";

/** Walks up to the kiosk of a site; printing is only counted. */
async function at(site: string): Promise<void> {
  visitor = await visit.walkUp(`?site=${site}${QUERY}`);
  page = visitor.page;
  await page.evaluate(() => {
    window.print = () => {
      document.documentElement.dataset.printed = String(
        Number(document.documentElement.dataset.printed ?? 0) + 1,
      );
    };
  });
}

const printed = () => page.evaluate(() => document.documentElement.dataset.printed ?? "0");

async function toBenefit(): Promise<void> {
  await toKnownCase(visitor);
  while (!(await visitor.controls()).includes("see-old-age-allowance")) await visitor.go("next");
  await visitor.go("see-old-age-allowance");
}

async function toCanteen(): Promise<string> {
  await visitor.go("card-home.canteen");
  const card = (await visitor.controls()).find((control) => control.startsWith("see-")) ?? "";
  await visitor.go(card);
  return card.slice("see-".length);
}

describe("An answer can be taken home", () => {
  beforeEach(() => at(SITE));

  it("from its card in one tap: on paper, by a code, or as a number, in that order", async () => {
    await toBenefit();
    await visitor.go("take-away");
    const ways = (await visitor.controls()).filter((control) => control.startsWith("take-"));
    expect(ways).toEqual(["take-print", "take-scan", "take-number"]);
    await visitor.go("bar-back");
    expect(await visitor.heading()).toBe("高龄津贴");
  });

  it("from the overview as well", async () => {
    await toKnownCase(visitor);
    expect(await visitor.controls()).toContain("take-away");
  });

  it("on screens that are large, reachable, whole and clear, in both type sizes", async () => {
    await toBenefit();
    await visitor.go("take-away");
    await eachWay(false);
    await visitor.tap("bar-large");
    await eachWay(true);
  });
});

describe("The number for the desk", () => {
  beforeEach(() => at(SITE));

  it("opens what was asked, the facts and the answers with their sources, and stays the same number", async () => {
    await toBenefit();
    await visitor.go("take-away");
    const number = await numberShown();
    await visitor.tap("bar-large");
    expect((await page.locator(".desk-number").innerText()).replace(/ /g, "")).toBe(number);
    const found = await visit.kiosk.handovers.pickUp(SITE, number);
    expect(found.kind).toBe("found");
    if (found.kind !== "found") return;
    const { questions, facts, answers } = found.handover;
    expect(questions).toEqual(["钱和补贴"]);
    expect(facts).toMatchObject({ age: 82, hukou: "350582", residence: "350582" });
    const allowance = answers.find(({ id }) => id === "old-age-allowance");
    expect(allowance).toMatchObject({ kind: "benefit", outcome: "confirm", title: "高龄津贴" });
    expect(allowance?.sources[0]).toEqual({ document: "page-old-age-counties-2012", clause: "全文" });
  });

  it("carries a question in one's own words", async () => {
    await visitor.go("card-home.ask");
    await page.locator("textarea").fill("高龄津贴怎么领");
    await visitor.go("send");
    await visitor.go("understood-yes");
    await visitor.go("take-away");
    const found = await visit.kiosk.handovers.pickUp(SITE, await numberShown());
    expect(found).toMatchObject({ kind: "found", handover: { questions: ["高龄津贴怎么领"] } });
  });

  it("is offered where people are sent to the staff, once there is an answer", async () => {
    await visitor.go("bar-person");
    expect(await visitor.controls()).not.toContain("hand-over");
    await visitor.go("bar-restart");
    await toCanteen();
    await visitor.go("bar-person");
    await visitor.go("hand-over");
    await page.locator(".desk-number").waitFor();
    expect(await visitor.heading()).toBe("请记住这四个数");
  });

  it("that cannot be had is said in plain words, and that it is not the person's fault", async () => {
    await toCanteen();
    await visitor.go("take-away");
    await visitor.context.setOffline(true);
    await visitor.go("take-number");
    await page.getByText("现在拿不到号码").waitFor();
    expect(await visitor.text()).toContain("不是您按错了");
  });

  async function numberShown(): Promise<string> {
    await visitor.go("take-number");
    const shown = await page.locator(".desk-number").innerText();
    expect(shown).toMatch(/^[1-9]( \d){3}$/);
    return shown.replace(/ /g, "");
  }
});

describe("The code to scan", () => {
  beforeEach(() => at(SITE));

  it("is at least 25 mm wide and leads to the public page, with nothing the person told", async () => {
    await toBenefit();
    await visitor.go("take-away");
    await visitor.go("take-scan");
    const box = await page.locator(".take-scan .code").boundingBox();
    expect((box?.width ?? 0) / PIXELS_PER_MM).toBeGreaterThanOrEqual(25);
    const address = await scanned();
    expect(address).toBe(`${PUBLIC_URL}/facts/benefit/old-age-allowance?county=350582&lang=zh-Hans`);
    const answer = await page.request.get(`${visit.kiosk.url}${address.slice(PUBLIC_URL.length)}`);
    expect(answer.status()).toBe(200);
    expect(await answer.text()).toContain("高龄津贴");
  });

  it("of a place leads to that place", async () => {
    const id = await toCanteen();
    await visitor.go("take-away");
    await visitor.go("take-scan");
    expect(await scanned()).toBe(`${PUBLIC_URL}/facts/facility/${id}?lang=zh-Hans`);
  });

  /** The address in the code: its cells, as drawn, are those of exactly one of the addresses there could be. */
  async function scanned(): Promise<string> {
    const { encode } = await import("uqr");
    const path = (await page.locator(".take-scan .code path").getAttribute("d")) ?? "";
    const cells = new Set(Array.from(path.matchAll(/M(\d+) (\d+)h1/g), ([, x, y]) => `${x},${y}`));
    const bundle = (await import("../real-bundle.ts")).realBundle();
    const addresses = [
      ...bundle.benefits.map(({ id }) => `${PUBLIC_URL}/facts/benefit/${id}?county=350582&lang=zh-Hans`),
      ...bundle.facilities.map(({ id }) => `${PUBLIC_URL}/facts/facility/${id}?lang=zh-Hans`),
    ];
    const drawn = addresses.filter((address) => {
      const { data } = encode(address, { ecc: "M", border: 4 });
      const dark = data.flatMap((row, y) => row.flatMap((cell, x) => (cell ? [`${x},${y}`] : [])));
      return dark.length === cells.size && dark.every((cell) => cells.has(cell));
    });
    expect(drawn.length).toBe(1);
    return drawn[0] ?? "";
  }
});

describe("The printed slip", () => {
  const PAPERS = [
    { site: "example-fengcheng", widthMm: 58, characters: 8 },
    { site: "example-anhai", widthMm: 80, characters: 12 },
    { site: "example-licheng", widthMm: 210, characters: 24 },
  ];

  for (const { site, widthMm, characters } of PAPERS) {
    it(`on ${widthMm} mm is one piece of paper in type of 16 points, ${characters} characters a line`, async () => {
      await at(site);
      await toBenefit();
      await visitor.go("take-away");
      await visitor.go("take-print");
      expect(await printed()).toBe("1");
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const pages = [...pdf.matchAll(/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/g)];
      expect(pages.length).toBe(1);
      expect(Math.round((Number(pages[0]?.[1]) / 72) * 25.4)).toBe(widthMm);
      await page.emulateMedia({ media: "print" });
      const { smallestPt, longest, hidden } = await slipMeasures();
      expect(smallestPt).toBeGreaterThanOrEqual(16);
      expect(longest).toBeLessThanOrEqual(characters);
      expect(hidden).toBe(true);
    });
  }

  it("has verdict, amount, where to go, telephone, rule and day, the window's last word, and a code of 25 mm", async () => {
    await at(SITE);
    await toBenefit();
    await visitor.go("take-away");
    await visitor.go("take-print");
    await page.emulateMedia({ media: "print" });
    const text = await page.locator(".slip").innerText();
    for (const part of [
      "高龄津贴",
      "条件对得上",
      "每月50元",
      "村（居）委会",
      "12345",
      "2012年10月9日",
      "以窗口为准",
    ])
      expect(text).toContain(part);
    const code = await page.locator(".slip .code").boundingBox();
    expect(((code?.width ?? 0) / 96) * 25.4).toBeGreaterThanOrEqual(25);
  });

  it("of a list has the first ones that are not refused, and says that there are more", async () => {
    await at(SITE);
    await toKnownCase(visitor);
    await visitor.go("take-away");
    await visitor.go("take-print");
    await page.emulateMedia({ media: "print" });
    expect(await page.locator(".slip-card").count()).toBe(4);
    expect(await page.locator(".slip").innerText()).toContain("还有别的，请问工作人员。");
  });

  it("can be printed again, and is not printed again by coming back to the screen", async () => {
    await at(SITE);
    await toCanteen();
    await visitor.go("take-away");
    await visitor.go("take-print");
    await visitor.tap("print-again");
    expect(await printed()).toBe("2");
    await visitor.go("bar-person");
    await visitor.go("bar-back");
    expect(await printed()).toBe("2");
  });
});

it("A kiosk that belongs to no site offers the code alone, and no number", async () => {
  visitor = await visit.walkUp("");
  page = visitor.page;
  await visitor.go("card-home.age");
  await visitor.go("take-away");
  const ways = (await visitor.controls()).filter((control) => control.startsWith("take-"));
  expect(ways).toEqual(["take-scan"]);
});

/** Holds the screen of ways, and that of each way, against the bars. */
async function eachWay(large: boolean): Promise<void> {
  expect(await faults(large)).toEqual([]);
  for (const way of ["take-print", "take-scan", "take-number"]) {
    await visitor.go(way);
    if (way === "take-number") await page.locator(".desk-number").waitFor();
    expect([way, await faults(large)]).toEqual([way, []]);
    await visitor.go("bar-back");
  }
}

function faults(large: boolean): Promise<readonly string[]> {
  return misses(page, barsOf(WALL, large));
}

/** Smallest type in points, characters of the longest line, and whether the screen itself stays off the paper. */
function slipMeasures(): Promise<{ smallestPt: number; longest: number; hidden: boolean }> {
  return page.evaluate(() => {
    const slip = document.querySelector(".slip");
    const walker = document.createTreeWalker(slip ?? document.body, NodeFilter.SHOW_TEXT);
    let smallestPt = Number.POSITIVE_INFINITY;
    let longest = 0;
    while (walker.nextNode()) {
      const parent = walker.currentNode.parentElement;
      if (parent === null || walker.currentNode.textContent?.trim() === "") continue;
      const size = Number.parseFloat(getComputedStyle(parent).fontSize);
      smallestPt = Math.min(smallestPt, (size / 96) * 72);
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const line of Array.from(range.getClientRects())) longest = Math.max(longest, line.width / size);
    }
    const hidden = document.querySelector("main")?.getClientRects().length === 0;
    return { smallestPt: Math.round(smallestPt * 100) / 100, longest: Math.floor(longest), hidden };
  });
}
