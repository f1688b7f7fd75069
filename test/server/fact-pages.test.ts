import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createEngine } from "../../src/engine/index.ts";
import { realBundle } from "../real-bundle.ts";
import { sampleApp } from "./setup.ts";

let app: FastifyInstance;
const bundle = realBundle();

beforeAll(async () => {
  app = await sampleApp({ engine: createEngine(bundle) });
});
afterAll(() => app.close());

const page = (url: string) => app.inject({ url });
/** What a reader sees: the page without its markup. */
const read = (html: string) =>
  html
    .replace(/<style>[\s\S]*?<\/style>/g, "")
    .replace(/<[^>]+>/g, "\n")
    .replace(/\n+/g, "\n");

describe("the public page of a benefit", () => {
  it("has the county's rule with its clause, date, link, who confirms, and that the window decides", async () => {
    const { statusCode, body, headers } = await page("/facts/benefit/old-age-allowance?county=350582");
    expect(statusCode).toBe(200);
    expect(headers["content-type"]).toBe("text/html; charset=utf-8");
    const text = read(body);
    for (const part of ["高龄津贴", "晋江市", "每月50元", "泉州各县市放宽高龄补贴受益范围", "2012-10-09发布"])
      expect(text).toContain(part);
    for (const part of ["2026-11-22核对过", "村（居）委会", "以窗口答复为准"]) expect(text).toContain(part);
    expect(body).toContain('href="http://wmf.fjsen.com/2012-10/09/content_9537641.htm"');
  });

  it("tells another county's rule when that one is asked for, and leads to all twelve", async () => {
    const { body } = await page("/facts/benefit/old-age-allowance?county=350524");
    expect(read(body)).toContain("户口在安溪县");
    expect(read(body)).not.toContain("80到89岁的");
    const counties = bundle.places.filter(({ level }) => level === "county");
    const linked = counties.filter(({ code }) => body.includes(`county=${code}&amp;lang=zh-Hans`));
    expect(linked.map(({ code }) => code)).toEqual(
      counties.map(({ code }) => code).filter((code) => code !== "350524"),
    );
  });

  it("is there for every benefit in every language", async () => {
    for (const language of ["zh-Hans", "zh-Hant", "en"] as const)
      for (const { id, name } of bundle.benefits) {
        const { statusCode, body } = await page(`/facts/benefit/${id}?lang=${language}`);
        expect([id, statusCode, body.includes(`<html lang="${language}">`)]).toEqual([id, 200, true]);
        expect(read(body).replace(/&#39;/g, "'")).toContain(name[language]);
        expect(body).not.toMatch(/page\.[a-z]+\b(?!.*<\/style>)/);
      }
  });
});

describe("the public page of a place", () => {
  it("has address, price, source and whether to ask first", async () => {
    const text = read((await page("/facts/facility/licheng-jinmei-canteen")).body);
    for (const part of ["锦美社区长者食堂", "锦美安置区3号楼一层", "8元", "闽南网"])
      expect(text).toContain(part);
  });

  it("says of a place that only one undated report names to ask before going", async () => {
    const text = read((await page("/facts/facility/anxi-qingshuiwan-canteen")).body);
    expect(text).toContain(bundle.phrases["zh-Hans"]["facility.status.confirm-first"]);
  });

  it("is there for every place in the knowledge", async () => {
    expect(bundle.facilities.length).toBeGreaterThan(100);
    for (const { id } of bundle.facilities)
      expect([id, (await page(`/facts/facility/${id}?lang=en`)).statusCode]).toEqual([id, 200]);
  });
});

describe("every public page", () => {
  const PAGES = [
    "/facts",
    "/facts/benefit/old-age-allowance",
    "/facts/facility/licheng-jinmei-canteen",
    "/facts/x",
  ];

  it("has no script, no cookie, no form, and may load nothing but its own style", async () => {
    for (const url of PAGES) {
      const { body, headers } = await page(url);
      expect(body).not.toMatch(/<script|<form|<img|<iframe|\son\w+=|javascript:/i);
      expect(headers["set-cookie"]).toBeUndefined();
      expect(String(headers["content-security-policy"])).toMatch(
        /^default-src 'none'; style-src 'sha256-[\w+/=]{44}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
      );
      expect(body).toContain('name="viewport"');
    }
  });

  it("that does not exist is a page in plain words with a way on", async () => {
    for (const url of ["/facts/benefit/no-such", "/facts/facility/%3Cscript%3E", "/facts/else/where"]) {
      const { statusCode, body } = await page(`${url}?lang=zh-Hans`);
      expect(statusCode).toBe(404);
      expect(read(body)).toContain("没有找到这一页");
      expect(body).toContain('href="/facts?lang=zh-Hans"');
    }
  });

  it("passes over parameters it cannot use and shows nothing of them", async () => {
    const url = "/facts/benefit/old-age-allowance?county=%22%3E%3Cb%3E&lang=xx&age=82&lang=en";
    const { statusCode, body } = await page(url);
    expect(statusCode).toBe(200);
    expect(body).toContain('<html lang="zh-Hans">');
    expect(body).not.toContain("<b>");
    expect(body).not.toContain("age=82");
  });
});
