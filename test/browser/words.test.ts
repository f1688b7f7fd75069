import { readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it } from "vitest";
import { parse } from "yaml";

const ROOT = resolve(import.meta.dirname, "../..");
const written = (language: string): readonly string[] =>
  Object.keys(parse(readFileSync(join(ROOT, `knowledge/phrases/${language}/kiosk.yaml`), "utf8")) as object);

const sources = readdirSync(join(ROOT, "kiosk/web"), { recursive: true, encoding: "utf8" })
  .filter((name) => /\.tsx?$/.test(name) && !name.includes("node_modules"))
  .map((name) => readFileSync(join(ROOT, "kiosk/web", name), "utf8"));

/** Keys the page names outright, and the beginnings of those it puts together. */
const named = sources.flatMap((text) =>
  [...text.matchAll(/["'`](kiosk\.[\w.-]*[\w])["'`]/g)].map((m) => m[1]),
);
const cards = sources.flatMap((text) => [...text.matchAll(/words: "([\w.]+)"/g)].map((m) => `kiosk.${m[1]}`));
const beginnings = [
  "kiosk.number.",
  "kiosk.language.",
  "kiosk.type.example.",
  "kiosk.map.direction.",
  "kiosk.take.",
  "kiosk.sound.",
  "kiosk.write.way.",
  "kiosk.write.start.",
  "kiosk.write.end.",
  "kiosk.write.word.",
  "kiosk.understood.",
];

it("Every word the page asks for is written in both languages", () => {
  const wanted = [...named, ...cards, ...cards.map((key) => `${key}.line`)];
  for (const language of ["zh-Hans", "en"])
    expect(wanted.filter((key) => key !== undefined && !written(language).includes(key))).toEqual([]);
});

it("No word is written that the page never asks for", () => {
  const used = new Set([
    ...named,
    ...cards,
    ...cards.map((key) => `${key}.line`),
    "kiosk.care.title",
    "kiosk.rest.title",
  ]);
  const unused = written("zh-Hans").filter(
    (key) => !used.has(key) && !beginnings.some((beginning) => key.startsWith(beginning)),
  );
  expect(unused).toEqual([]);
});

it("No sentence for people stands in the page's code", () => {
  const withoutComments = sources.map((text) => text.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, ""));
  const chinese = withoutComments.flatMap((text) => text.match(/["'`>][^"'`<\n]*\p{Script=Han}+/gu) ?? []);
  expect(chinese).toEqual([]);
});
