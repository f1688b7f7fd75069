import { readdir, readFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { type Identifier, type MemberExpression, parse } from "acorn";
import { full } from "acorn-walk";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type KioskServer, startKiosk } from "./kiosk-server.ts";

let kiosk: KioskServer;
let scripts: Map<string, string>;

beforeAll(async () => {
  kiosk = await startKiosk();
  const names = (await readdir(join(kiosk.folder, "assets"))).filter((name) => name.endsWith(".js"));
  const files = ["sw.js", ...names.map((name) => join("assets", name))];
  const texts = files.map(
    async (file) => [basename(file), await readFile(join(kiosk.folder, file), "utf8")] as const,
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
  const found = [...scripts].map(([name, text]) => [name, newerSyntax(text)]);
  expect(found).toEqual([...scripts.keys()].map((name) => [name, null]));
  expect([...scripts.keys()].map((name) => name.replace(/-.{8}\.js$/, ".js")).sort()).toEqual([
    ...["engine-worker.js", "index.js", "keys.js", "page.js", "sw.js", "writing-worker.js"],
  ]);
});

it.each([
  ...["let a = {...b};", "try { a() } catch { b() }", "for await (const a of b);", "a?.b", "a ?? b", "1_000"],
  ...[
    "class A { b = 1 }",
    "1n",
    "/(?<=a)b/",
    "/(?<year>a)/",
    "/\\p{Script=Han}/u",
    "/a/s",
    "/a/v",
    "import('a')",
  ],
])("%s counts as newer than ES2017", (script) => expect(newerSyntax(script)).not.toBeNull());

it("No script needs what Chromium 84 does not have, except what is filled in", () => {
  const found = [...scripts].map(([name, text]) => [name, newerLibrary(text)]);
  expect(found).toEqual([...scripts.keys()].map((name) => [name, []]));
  expect(newerLibrary("structuredClone(a); b.findLast(c); AbortSignal.timeout(5); d.any")).toEqual([
    ...["structuredClone", "b.findLast", "AbortSignal.timeout"],
  ]);
});

it("No style needs what Chromium 84 does not have", async () => {
  const names = (await readdir(join(kiosk.folder, "assets"))).filter((name) => name.endsWith(".css"));
  const texts = await Promise.all(names.map((name) => readFile(join(kiosk.folder, "assets", name), "utf8")));
  expect(texts.length).toBeGreaterThan(0);
  expect(texts.flatMap(newerStyle)).toEqual([]);
  expect(newerStyle("a:is(b){inset:0;height:1dvh;clip-path:inset(50%)}")).toEqual([
    ...[":is(", "inset:", "1dvh"],
  ]);
});

it("Beside each file lies its packed form", async () => {
  const assets = [...scripts.keys()].filter((name) => name !== "sw.js").map((name) => join("assets", name));
  for (const name of ["index.html", "sw.js", ...assets]) {
    const [plain, packed] = await Promise.all([
      readFile(join(kiosk.folder, name)),
      readFile(join(kiosk.folder, `${name}.gz`)),
    ]);
    expect(gunzipSync(packed).equals(plain)).toBe(true);
  }
});

it("The service worker keeps the shell, every asset and the knowledge", async () => {
  const worker = await readFile(join(kiosk.folder, "sw.js"), "utf8");
  const files = await readdir(join(kiosk.folder, "assets"));
  const assets = files.filter((name) => !name.endsWith(".gz")).map((name) => `/assets/${name}`);
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

/** Where the script has syntax that came after ES2017, regular expressions included; null when it has none. */
function newerSyntax(text: string): string | null {
  try {
    parse(text, { ecmaVersion: 2017, sourceType: "module" });
    return null;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    const { pos } = error as SyntaxError & { readonly pos: number };
    return `${error.message}: ${text.slice(Math.max(0, pos - 40), pos + 40)}`;
  }
}

/** Methods and functions that came after Chromium 84, by what they are called on; `*` for anything. */
const NEWER = new Map([
  [
    "*",
    [
      ...["findLast", "findLastIndex", "toSorted", "toReversed", "toSpliced", "isWellFormed", "toWellFormed"],
      ...["replaceChildren", "checkVisibility", "showPopover", "throwIfAborted", "getHTML"],
      ...["isSubsetOf", "isSupersetOf", "symmetricDifference", "setHTML"],
    ],
  ],
  ["Array", ["fromAsync"]],
  ["Object", ["groupBy"]],
  ["Map", ["groupBy"]],
  ["Promise", ["any", "withResolvers", "try"]],
  ["AbortSignal", ["timeout", "any", "abort"]],
  ["Intl", ["Segmenter", "DurationFormat"]],
  ["URL", ["canParse", "parse"]],
  ["crypto", ["randomUUID"]],
]);
const NEWER_ALONE = ["structuredClone", "reportError", "scheduler", "Sanitizer", "CompressionStream"];

/** What the script uses of the browser's library that Chromium 84 has neither itself nor from `device/fill-ins.ts`. */
function newerLibrary(text: string): readonly string[] {
  const found = new Set<string>();
  full(parse(text, { ecmaVersion: 2017, sourceType: "module" }), (node) => {
    if (node.type === "Identifier" && NEWER_ALONE.includes((node as Identifier).name))
      found.add((node as Identifier).name);
    if (node.type !== "MemberExpression") return;
    const { object, property } = node as MemberExpression;
    if (property.type !== "Identifier") return;
    const owner = object.type === "Identifier" ? object.name : "";
    if (["*", owner].some((one) => NEWER.get(one)?.includes(property.name)))
      found.add(`${owner}.${property.name}`);
  });
  return [...found];
}

/** What of a style came after Chromium 84 and would change where things stand; a lost refinement does no harm. */
const NEWER_STYLE =
  /(?<![-\w])(?:inset|aspect-ratio)\s*:|:(?:is|where|has)\(|\d[dsl]v[hw]\b|@(?:container|layer|scope)\b|color-mix\(|\boklch\(|&/g;

function newerStyle(text: string): readonly string[] {
  return text.match(NEWER_STYLE) ?? [];
}
