import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseSync } from "vite";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type KioskServer, startKiosk } from "./kiosk-server.ts";

let kiosk: KioskServer;
let scripts: Map<string, string>;

beforeAll(async () => {
  kiosk = await startKiosk();
  const names = (await readdir(join(kiosk.folder, "assets"))).filter((name) => name.endsWith(".js"));
  const texts = names.map(
    async (name) => [name, await readFile(join(kiosk.folder, "assets", name), "utf8")] as const,
  );
  scripts = new Map(await Promise.all(texts));
});
afterAll(() => kiosk?.close());

it("The first screen's script weighs at most 60 KB compressed", () => {
  const first = [...scripts].filter(([name]) => name.startsWith("index-"));
  expect(first.length).toBe(1);
  expect(gzipSync(first[0]?.[1] ?? "").length).toBeLessThan(60 * 1024);
});

it("No script needs a browser newer than ES2017 in its syntax", () => {
  for (const [name, text] of scripts) expect([name, newerSyntax(text)]).toEqual([name, []]);
});

it("The service worker keeps the shell, every asset and the knowledge", async () => {
  const worker = await readFile(join(kiosk.folder, "sw.js"), "utf8");
  const assets = (await readdir(join(kiosk.folder, "assets"))).map((name) => `/assets/${name}`);
  for (const path of ["/", "/knowledge.json", ...assets]) expect(worker).toContain(JSON.stringify(path));
  expect(worker).not.toContain("PRECACHE");
});

it("The page says to ask the staff, and the number to call, before any script has run", async () => {
  const html = await readFile(join(kiosk.folder, "index.html"), "utf8");
  expect(html).toContain(kiosk.bundle.phrases["zh-Hans"]["kiosk.loading.help"]);
  const hotline = kiosk.bundle.offices.find(({ id }) => id === "hotline-12345");
  expect(html).toContain(`打${hotline?.phone}问`);
  expect(html).not.toContain("%KIOSK");
});

const NEWER = new Set([
  "ChainExpression",
  "AwaitUsing",
  "ImportExpression",
  "MetaProperty",
  "PrivateIdentifier",
  "PropertyDefinition",
  "StaticBlock",
]);

/** Kinds of syntax in the script that came after ES2017. */
function newerSyntax(text: string): readonly string[] {
  const { program } = parseSync("script.js", text, { sourceType: "module" });
  const found = new Set<string>();
  const visit = (node: unknown): void => {
    if (typeof node !== "object" || node === null) return;
    const { type, operator, value } = node as { type?: string; operator?: string; value?: unknown };
    if (type !== undefined && NEWER.has(type)) found.add(type);
    if (operator === "??" || operator === "??=" || operator === "||=") found.add(operator);
    if (type === "Literal" && typeof value === "bigint") found.add("bigint");
    for (const child of Object.values(node)) visit(child);
  };
  visit(program);
  return [...found];
}
