import { mkdtemp, rm } from "node:fs/promises";
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
import { stubEngine } from "../host/sample.ts";
import { outlinedBundle } from "../server/outlined.ts";
import { sampleApp } from "../server/setup.ts";

let folder = "";
let app: FastifyInstance;
let browser: Browser;
let context: BrowserContext;
let page: Page;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "desk-"));
  await build({ ...deskBuild(folder), logLevel: "warn" });
  const engine = stubEngine(outlinedBundle());
  app = await sampleApp({ engine, pages: { kiosk: "no-such-folder", desk: folder } });
  await app.listen({ port: 0, host: "127.0.0.1" });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await app?.close();
  await rm(folder, { recursive: true, force: true });
});

beforeEach(async () => {
  context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  page = await context.newPage();
  page.setDefaultTimeout(10_000);
  await page.goto(`http://127.0.0.1:${(app.server.address() as AddressInfo).port}/desk`);
  await page.getByRole("heading", { level: 1 }).waitFor();
});
afterEach(async () => {
  await context.close();
});

async function violations(): Promise<string[]> {
  const result = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag22aa"]).analyze();
  return result.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" | ")}`);
}

async function openFromList(title: string): Promise<void> {
  await page.getByRole("button", { name: "文件", exact: true }).click();
  await page.getByRole("button", { name: title }).click();
  await page.getByRole("heading", { level: 2, name: title }).waitFor();
}

const clause = (name: string) => page.getByRole("article").filter({ hasText: name });

describe("a document", () => {
  it("opens from the list and shows clause by clause what it says and why something is left out", async () => {
    await openFromList("示例通知");
    const text = await clause("二（一）").innerText();
    for (const part of ["满80岁每月50元", "待遇：示例津贴", "地点：示例长者食堂"])
      expect(text).toContain(part);
    expect(text).toContain("不收录：只是总的要求，没有可以查的内容");
  });

  it("opens an entry with what it gives, from the keyboard", async () => {
    await openFromList("示例通知");
    const entry = clause("二（一）").getByText("待遇：示例津贴");
    await entry.focus();
    await page.keyboard.press("Enter");
    await clause("二（一）").getByText("每月 50 元，给本人").waitFor();
    const text = await clause("二（一）").innerText();
    for (const part of ["八十岁以上每月发一笔钱。", "泉州市", "没有写从哪个月算起。"])
      expect(text).toContain(part);
  });

  it("opens a matter that is decided for nobody with its answer", async () => {
    await openFromList("示例通知");
    await clause("其他事项").getByText("其他事项：示例事项").click();
    await clause("其他事项").getByText("这一项由村里决定。").waitFor();
  });

  it("leads to the documents it stands to, with the clauses of both sides", async () => {
    await openFromList("示例通知");
    await clause("二（一）").getByText("和别的文件对照（1处）").click();
    expect(await clause("二（一）").innerText()).toContain("本文件二（一），对方一");
    await page.getByRole("button", { name: "《示例细则》按它细化" }).click();
    await page.getByRole("heading", { level: 2, name: "示例细则" }).waitFor();
    await page.getByText("这份文件还没有逐条整理。").waitFor();
  });

  it("opens from a source line of a search result, takes the focus, and leads back to the list", async () => {
    await page.getByRole("button", { name: "查政策和地点" }).click();
    await page.getByLabel("要查什么").fill("高龄");
    await page.getByRole("button", { name: "查", exact: true }).click();
    await page.getByRole("button", { name: "看《示例通知》的每一条" }).click();
    const heading = page.getByRole("heading", { level: 2, name: "示例通知" });
    await heading.waitFor();
    expect(await heading.evaluate((element) => element.matches(":focus"))).toBe(true);
    await page.getByRole("button", { name: "回到文件列表" }).click();
    const list = page.getByRole("heading", { level: 2, name: "文件" });
    await list.waitFor();
    expect(await list.evaluate((element) => element.matches(":focus"))).toBe(true);
  });
});

describe("the coverage", () => {
  it("stands in the ledger as a table, from which a document opens", async () => {
    await page.getByRole("button", { name: "这里不判断的事" }).click();
    const row = page.getByRole("row").filter({ hasText: "示例通知" });
    await row.waitFor();
    const cells = await row.getByRole("cell").allInnerTexts();
    expect(cells.slice(0, 4)).toEqual(["3", "3", "1", "1"]);
    expect(cells[4]).toContain("只是总的要求，没有可以查的内容：1");
    await page.getByText("能判断的待遇（1项）").waitFor();
    await row.getByRole("button", { name: "示例通知" }).click();
    await page.getByRole("heading", { name: "每一条说了什么" }).waitFor();
  });
});

describe("everybody can use", () => {
  it.each([1280, 360])("the list, a document and the table on a screen %i px wide", async (width) => {
    await page.setViewportSize({ width, height: 800 });
    await page.getByRole("button", { name: "文件", exact: true }).click();
    await page.getByRole("heading", { name: "政策文件" }).waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "示例通知" }).click();
    await clause("二（一）").getByText("待遇：示例津贴").click();
    await clause("二（一）").getByText("每月 50 元，给本人").waitFor();
    expect(await violations()).toEqual([]);
    await page.getByRole("button", { name: "这里不判断的事" }).click();
    await page.getByRole("table").waitFor();
    expect(await violations()).toEqual([]);
    const overflow = await page.locator("body").evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  it("links and disclosures as targets of 24 px or more", async () => {
    await openFromList("示例通知");
    const small = await page.locator("button, summary").evaluateAll((targets) =>
      targets
        .filter((target) => {
          const box = target.getBoundingClientRect();
          return box.width > 0 && (box.height < 24 || box.width < 24);
        })
        .map((target) => target.outerHTML),
    );
    expect(small).toEqual([]);
  });
});
