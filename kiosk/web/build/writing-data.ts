/**
 * Makes what the writing screen needs from open data: how characters are written (strokes.bin) and how they
 * sound (syllables.txt), with the licence of the strokes beside them. Run `npm run writing` after a change of
 * the packages; the result is kept in the repository, so that building the page needs neither of them.
 */
import { copyFile, mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Converter } from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";
import type { Point, Stroke } from "../writing/ink.ts";
import { packed, type Template } from "../writing/packed.ts";

/** The strokes as published: a square of 1024, y upwards, 900 above the base line. */
const SQUARE = 1024;
const TOP = 900;
/** A point nearer than this to the line through its neighbours says nothing, in shares of the square. */
const STRAIGHT = 0.015;
/** Rows of GB 2312: level 1 (everyday characters, by sound), then level 2 (rarer ones, by radical). */
const FIRST_ROW = 0xb0;
const FIRST_ROW_OF_LEVEL_2 = 0xd8;
const LAST_ROW = 0xf7;

const FOLDER = resolve(import.meta.dirname, "../writing/data");
const SOURCE = dirname(createRequire(import.meta.url).resolve("hanzi-writer-data"));

/** Everything the command writes, by file name. */
export async function writingData(): Promise<Readonly<Record<string, Uint8Array | string>>> {
  const templates = await allTemplates();
  return { "strokes.bin": packed(templates), "syllables.txt": syllables(templates) };
}

/** The characters of GB 2312 level by level, then the traditional forms of them; in each, those of few strokes first. */
async function allTemplates(): Promise<readonly Template[]> {
  const files = await readdir(SOURCE);
  const drawn = files.flatMap((name) => (/^\p{Script=Han}\.json$/u.test(name) ? [name.slice(0, -5)] : []));
  const everyday = rows(FIRST_ROW, FIRST_ROW_OF_LEVEL_2);
  const rarer = rows(FIRST_ROW_OF_LEVEL_2, LAST_ROW + 1);
  const isStandard = new Set([...everyday, ...rarer]);
  const simplified = Converter({ from: "t", to: "cn" });
  const traditional = drawn.filter((one) => !isStandard.has(one) && isStandard.has(simplified(one))).sort();
  const levels = await Promise.all(
    [everyday, rarer, traditional].map((level) => Promise.all(level.map(template))),
  );
  return levels.flatMap((level) => level.sort((one, other) => one.strokes.length - other.strokes.length));
}

function rows(from: number, to: number): readonly string[] {
  const decoder = new TextDecoder("gbk");
  const found: string[] = [];
  for (let row = from; row < to; row += 1)
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) {
      const character = decoder.decode(Uint8Array.of(row, cell));
      if (/^\p{Script=Han}$/u.test(character)) found.push(character);
    }
  return found;
}

async function template(character: string): Promise<Template> {
  const text = await readFile(join(SOURCE, `${character}.json`), "utf8");
  const { medians } = JSON.parse(text) as { readonly medians: readonly (readonly [number, number][])[] };
  const strokes = medians.map((median) =>
    straightened(median.map(([x, y]) => ({ x: x / SQUARE, y: (TOP - y) / SQUARE }))),
  );
  return { character, strokes };
}

/** The line without the points that are nearly on the way between others (Ramer, Douglas, Peucker). */
function straightened(line: Stroke): Stroke {
  const first = line[0];
  const last = line.at(-1);
  if (first === undefined || last === undefined || line.length < 3) return line;
  const away = line.map((point) => offLine(point, first, last));
  const furthest = Math.max(...away);
  if (furthest <= STRAIGHT) return [first, last];
  const at = away.indexOf(furthest);
  return [...straightened(line.slice(0, at + 1)).slice(0, -1), ...straightened(line.slice(at))];
}

function offLine(point: Point, first: Point, last: Point): number {
  const length = Math.hypot(last.x - first.x, last.y - first.y);
  if (length === 0) return Math.hypot(point.x - first.x, point.y - first.y);
  return (
    Math.abs((last.x - first.x) * (first.y - point.y) - (first.x - point.x) * (last.y - first.y)) / length
  );
}

/** A line for each syllable: its letters (ü as v) and its characters, those usually said so first. */
function syllables(templates: readonly Template[]): string {
  const usual = new Map<string, string[]>();
  const seldom = new Map<string, string[]>();
  for (const { character } of templates) {
    const readings = pinyin(character, { multiple: true, toneType: "none", type: "array", v: true });
    for (const [at, reading] of [...new Set(readings)].entries()) {
      const list = at === 0 ? usual : seldom;
      if (/^[a-z]+$/.test(reading)) list.set(reading, [...(list.get(reading) ?? []), character]);
    }
  }
  const all = [...new Set([...usual.keys(), ...seldom.keys()])].sort();
  const line = (reading: string): string =>
    `${reading} ${[...(usual.get(reading) ?? []), ...(seldom.get(reading) ?? [])].join("")}`;
  return `${all.map(line).join("\n")}\n`;
}

async function main(): Promise<void> {
  await mkdir(FOLDER, { recursive: true });
  for (const [name, content] of Object.entries(await writingData()))
    await writeFile(join(FOLDER, name), content);
  await copyFile(join(SOURCE, "ARPHICPL.TXT"), join(FOLDER, "ARPHICPL.TXT"));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main();
