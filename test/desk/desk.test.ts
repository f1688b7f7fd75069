import { mkdtemp, readFile, rm } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { AxeBuilder } from "@axe-core/playwright";
import type { FastifyInstance } from "fastify";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { deskBuild } from "../../kiosk/desk/vite.config.ts";
import { launchBrowser } from "../browser/visitor.ts";
import { HANDED_OVER, listedRecords, SECRET, sampleApp } from "../server/setup.ts";

const records = listedRecords();
let folder = "";
let app: FastifyInstance;
let browser: Browser;
let context: BrowserContext;
let page: Page;
let faults: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-"));
  await build({ ...deskBuild(folder), logLevel: "warn" });
  app = await sampleApp({ records, pages: { kiosk: "no-such-folder", desk: folder } });
  await app.listen({ port: 0, host: "127.0.0.1" });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  faults = [];
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
  await page.goto(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/desk`);
  await page.getByRole("heading", { level: 1 }).waitFor();
});
afterEach(async () => {
  await context.close();
});

async function violations(): Promise<string[]> {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const result = await new AxeBuilder({ page }).withTags(tags).analyze();
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

async function fillCase(): Promise<void> {
  await page.getByLabel("年龄").fill("82");
  const hukou = page.getByRole("group", { name: "户籍地" });
  await hukou.getByLabel("县（市、区）").selectOption({ label: "晋江市" });
  await hukou.getByLabel("乡镇（街道）").selectOption({ label: "安海镇" });
  await page.getByLabel("低保").selectOption({ label: "不是" });
  await page.getByLabel("按哪一天的规定算").fill("2025-06-01");
}

async function workOut(): Promise<void> {
  await page.getByRole("button", { name: "出结果" }).click();
  await page.getByRole("article").waitFor();
}

/** The queue holds one question and nothing else. */
async function leaveUnanswered(text: string): Promise<void> {
  records.unanswered.length = 0;
  const where = { face: "kiosk", site: null, county: null } as const;
  await records.addUnanswered({ text, language: "zh-Hans", intent: "out_of_scope", ...where });
}

describe("a case", () => {
  it("is worked out into a report with verdict, amount, reason, clause, date and link", async () => {
    await fillCase();
    await page.getByRole("button", { name: "出结果" }).click();
    const card = page.getByRole("article").filter({ hasText: "示例津贴" });
    // The place's name comes with an answer of its own, a moment after the report.
    await card.getByText("泉州市").waitFor();
    const text = await card.innerText();
    for (const part of ["可以享受", "每月 50 元，给本人", "要满80岁", "身份证", "泉州市"])
      expect(text).toContain(part);
    for (const part of ["《示例通知》二（一）", "示例〔2024〕1号", "2026-11-01 核对"])
      expect(text).toContain(part);
    const link = card.getByRole("link", { name: "打开《示例通知》原文" });
    expect(await link.getAttribute("href")).toBe("https://example.org/1");
    expect(faults).toEqual([]);
  });

  it("names its number, its day and the facts that were given, with places in words", async () => {
    await fillCase();
    await page.getByRole("button", { name: "出结果" }).click();
    const report = page.getByRole("region", { name: "结果" });
    await report.getByText("晋江市安海镇").waitFor();
    const text = await report.innerText();
    expect(text).toContain("按 2025-06-01 的规定算");
    expect(text).toContain('sample-{"age":82,"hukou":"350582101","minimum-living":false}');
    expect(text).toContain("sample-version");
  });

  it("leaves out what is not known and says what to ask next", async () => {
    await page.getByRole("button", { name: "出结果" }).click();
    await page.getByText("下一步最该问：年龄").waitFor();
    expect(await page.getByRole("article").innerText()).toContain("还缺情况");
    expect(await page.getByText("还没有填任何情况").count()).toBe(1);
  });

  it("can be filled in and sent with the keyboard alone, and the report takes the focus", async () => {
    await page.getByLabel("年龄").focus();
    await page.keyboard.type("75");
    await page.keyboard.press("Enter");
    const heading = page.getByRole("heading", { name: "结果" });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element.matches(":focus"))).toBe(true);
    expect(await page.getByRole("article").innerText()).toContain("不符合");
  });

  it("leaves no trace in the address, and nothing after it is cleared", async () => {
    await fillCase();
    await workOut();
    expect(page.url()).toMatch(/\/desk\/$/);
    await page.getByRole("button", { name: "全部清空" }).click();
    expect(await page.getByRole("article").count()).toBe(0);
    expect(await page.getByLabel("年龄").inputValue()).toBe("");
    expect(await page.getByLabel("县（市、区）").first().inputValue()).toBe("");
  });

  it("prints the report on A4 without the form", async () => {
    await fillCase();
    await workOut();
    await page.emulateMedia({ media: "print" });
    expect(await page.getByRole("button").count()).toBe(0);
    expect(await page.getByRole("article").isVisible()).toBe(true);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf).toMatch(/MediaBox\s*\[0 0 59[45][.\d]* 84[12]/);
  });
});

describe("a number from the kiosk", () => {
  async function enter(number: string): Promise<void> {
    const form = page.locator(".handover-form");
    await form.getByLabel("本站点").selectOption({ label: "示例站" });
    await form.getByLabel("口令").fill(SECRET);
    await form.getByLabel("四位号码").fill(number);
    await form.getByRole("button", { name: "打开" }).click();
  }

  it("opens question, answer and source, fills the case in, works once, and leaves nothing when closed", async () => {
    const given = await app.inject({ method: "POST", url: "/api/handovers", payload: HANDED_OVER });
    const { number } = given.json();
    await enter(number);
    const opened = page.getByRole("region", { name: "老人在触摸屏上问的" });
    await opened.waitFor();
    const text = await opened.innerText();
    for (const part of ["钱和补贴", "示例津贴", "要先确认", "条件对得上", "《示例通知》二（一）", "10:00"])
      expect(text).toContain(part);
    expect(
      await opened
        .getByRole("heading")
        .first()
        .evaluate((element) => element.matches(":focus")),
    ).toBe(true);
    expect(await page.getByLabel("年龄").inputValue()).toBe("82");
    const hukou = page.getByRole("group", { name: "户籍地" });
    expect(await hukou.getByLabel("县（市、区）").inputValue()).toBe("350582");
    await hukou.getByLabel("乡镇（街道）").waitFor();
    expect(await hukou.getByLabel("乡镇（街道）").inputValue()).toBe("350582101");
    expect(await violations()).toEqual([]);
    expect(page.url()).toMatch(/\/desk\/$/);
    await page.getByRole("button", { name: "办完了，清空" }).click();
    expect(await opened.count()).toBe(0);
    expect(await page.getByLabel("年龄").inputValue()).toBe("");
    await enter(number);
    await page.getByText("没有这个号码").waitFor();
  });

  it("that is wrong too often has to wait, in plain words", async () => {
    for (let tries = 0; tries < 6; tries += 1) {
      const answered = page.waitForResponse("**/api/handovers/pick-up");
      await enter(String(1_000 + tries));
      await answered;
    }
    await page.getByText("请等一分钟再试").waitFor();
  });
});

describe("the look-up", () => {
  it("shows results by kind with their source", async () => {
    await page.getByRole("button", { name: "查政策和地点" }).click();
    await page.getByLabel("要查什么").fill("高龄");
    await page.getByRole("button", { name: "查", exact: true }).click();
    await page.getByText("找到 1 条").waitFor();
    expect(await page.getByRole("region", { name: "待遇" }).innerText()).toContain("《示例通知》二（一）");
  });
});

describe("the queue of unanswered questions", () => {
  it("opens with the secret only and lets a question be ticked off", async () => {
    await leaveUnanswered("能不能帮我浇花");
    await page.getByRole("button", { name: "没答上来的问题" }).click();
    await page.getByRole("textbox", { name: "口令" }).fill("something else");
    await page.getByRole("button", { name: "打开" }).click();
    await page.getByText("口令不对").waitFor();
    await page.getByRole("textbox", { name: "口令" }).fill(SECRET);
    await page.getByRole("button", { name: "打开" }).click();
    await page.getByRole("button", { name: "划掉：能不能帮我浇花" }).click();
    await page.getByText("现在没有未答的问题。").waitFor();
    expect(records.unanswered).toEqual([]);
  });
});

describe("the file of unanswered questions", () => {
  it("is downloaded as rows to be labelled", async () => {
    await leaveUnanswered("能不能帮我浇花");
    await page.getByRole("button", { name: "没答上来的问题" }).click();
    await page.getByRole("textbox", { name: "口令" }).fill(SECRET);
    await page.getByRole("button", { name: "打开" }).click();
    const waiting = page.waitForEvent("download");
    await page.getByRole("button", { name: "下载这些问题" }).click();
    const download = await waiting;
    expect(download.suggestedFilename()).toBe("unanswered.jsonl");
    const [row] = (await readFile(await download.path(), "utf8")).trim().split("\n");
    expect(JSON.parse(row ?? "")).toMatchObject({ text: "能不能帮我浇花", lang: "zh-Hans", intent: "" });
    expect(faults).toEqual([]);
  });
});

describe("everybody can use the page", () => {
  it.each([
    "算一算能享受什么",
    "查政策和地点",
    "文件",
    "这里不判断的事",
    "没答上来的问题",
  ])("axe finds nothing wrong in %s", async (section) => {
    await page.getByRole("button", { name: section }).click();
    await page.getByRole("heading", { name: section, exact: true }).waitFor();
    expect(await violations()).toEqual([]);
  });

  it("no two fields of the case have the same name", async () => {
    await fillCase();
    const fields = await page.getByRole("main").getByRole("combobox").all();
    const names = await Promise.all(
      fields.map(async (field) => (await field.ariaSnapshot()).split("\n")[0]?.replace(/:$/, "")),
    );
    expect(names.length).toBeGreaterThan(2);
    expect(new Set(names).size).toBe(names.length);
    expect(await page.getByLabel("户籍地：县（市、区）").count()).toBe(1);
    expect(await page.getByLabel("户籍地：乡镇（街道）").count()).toBe(1);
  });

  it("axe finds nothing wrong in a report, nor on a narrow screen", async () => {
    await fillCase();
    await workOut();
    expect(await violations()).toEqual([]);
    await page.setViewportSize({ width: 360, height: 800 });
    expect(await violations()).toEqual([]);
    const overflow = await page.locator("body").evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it("has text of 16 px or more and targets of 24 px or more", async () => {
    await fillCase();
    await workOut();
    const small = await page.locator("button, input, select, a:not(.skip)").evaluateAll((targets) =>
      targets
        .filter((target) => {
          const box = target.getBoundingClientRect();
          return box.width > 0 && (box.height < 24 || box.width < 24);
        })
        .map((target) => target.outerHTML),
    );
    expect(small).toEqual([]);
    const sizes = await page
      .locator("p, dt, dd, li, label, small, span")
      .evaluateAll((texts) =>
        texts.map((text) => Number(text.computedStyleMap().get("font-size")?.toString().replace("px", ""))),
      );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(16);
  });

  it("speaks English too, the report included", async () => {
    await fillCase();
    await workOut();
    await page.getByLabel("语言").selectOption("en");
    await page.getByRole("heading", { name: "Elder service adviser desk" }).waitFor();
    await page.getByText("50 yuan a month, to the person").waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.title()).toBe("Elder service adviser desk");
  });
});
