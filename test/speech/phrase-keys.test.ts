import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { LANGUAGES } from "../../src/engine/index.ts";
import { EMERGENCY_KINDS } from "../../src/engine/knowledge/intents.ts";
import { BOUNDS, knowledge, RECEIVERS, UNITS } from "./voice.ts";

/** Where code of ours may name a phrase. */
const FOLDERS = ["src", "bot", "kiosk"];

function sources(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(ts|tsx|html)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !/node_modules|[\\/]dist[\\/]|generated/.test(path));
}

const code = FOLDERS.flatMap(sources).map((path) => readFileSync(path, "utf8"));
const engineCode = sources("src/engine").map((path) => readFileSync(path, "utf8"));
const KEY = "[a-z][\\w-]*(?:\\.[\\w/-]+)+";
const keys = Object.keys(knowledge.bundle.phrases["zh-Hans"]);

function matches(texts: readonly string[], pattern: RegExp): readonly string[] {
  return texts.flatMap((text) => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? []));
}

/** `facility.open.${state}` as a pattern of the keys that it may become. */
function patternOf(template: string): RegExp {
  const parts = template.split(/\$\{[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&"));
  return new RegExp(`^${parts.join("[\\w./-]+")}$`);
}

const literals = new Set(matches(code, new RegExp(`["'\`](${KEY}|[a-z]+)["'\`]`, "g")));
/** What a template says itself; one that is parts alone (`${menu}.${page}`) would name every phrase there is. */
const wordsOf = (template: string) => template.replace(/\$\{[^}]*\}/g, "");
const templates = matches(code, /`((?:[\w./-]|\$\{[^`}]*\})*\$\{(?:[\w./-]|[^`])*?)`/g).filter(
  (template) =>
    /[a-z]/.test(wordsOf(template)) && (wordsOf(template).includes(".") || template.endsWith("-here")),
);

function isUsed(key: string): boolean {
  return literals.has(key) || templates.some((template) => patternOf(template).test(key));
}

describe("phrase keys", () => {
  it("named in the engine exist: every say(…), key: and label", () => {
    const said = [
      ...matches(engineCode, new RegExp(`\\bsay\\(\\s*"(${KEY})"`, "g")),
      ...matches(engineCode, new RegExp(`\\bkey: "(${KEY})"`, "g")),
      ...matches(engineCode, new RegExp(`\\bkey: [^,\\n]*[?:] "(${KEY})"`, "g")),
    ];
    expect(said.length).toBeGreaterThan(80);
    expect(said.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("built from parts exist for every part", () => {
    const built = matches(engineCode, /\bsay\(\s*`([^`]+)`/g);
    expect(built.length).toBeGreaterThan(5);
    expect(built.filter((template) => !keys.some((key) => patternOf(template).test(key)))).toEqual([]);
  });

  it("of amounts, emergencies, reasons and confirmations are complete", () => {
    const holds = ["yes", "no", "unknown"];
    const needed = [
      ...BOUNDS.flatMap((bound) => UNITS.map((unit) => `amount.${bound}.${unit}`)),
      ...RECEIVERS.map((receiver) => `amount.goes-to.${receiver}`),
      ...EMERGENCY_KINDS.flatMap((kind) => [`emergency.${kind}`, `emergency.${kind}.meanwhile`]),
      ...holds.flatMap((verdict) => [
        ...["at-least", "below", "band"].map((band) => `reason.number.${verdict}.${band}`),
        `reason.place.${verdict}`,
        `reason.belongs.${verdict}`,
      ]),
      ...["ended", "undated", "weak-force", "assessed", "news-source", "residence-differs"].map(
        (reason) => `confirm.${reason}`,
      ),
      ...["yes.cash", "yes.other", "no", "unknown", "unknown.person", "confirm", "info"].map(
        (outcome) => `verdict.${outcome}`,
      ),
      ...["planned", "suspended", "closed", "confirm-first"].map((status) => `facility.status.${status}`),
      ...["open", "closed"].map((state) => `facility.open.${state}`),
      ...["hours", "holiday", "calendar"].map((unsure) => `facility.unsure.${unsure}`),
    ];
    expect(needed.filter((key) => !keys.includes(key))).toEqual([]);
  });

  it("of the engine and the dialogue are all used somewhere", () => {
    const own = ["engine", "dialogue"].flatMap((file) =>
      Object.keys(parse(readFileSync(`knowledge/phrases/zh-Hans/${file}.yaml`, "utf8")) as object),
    );
    expect(own.length).toBeGreaterThan(200);
    expect(isUsed("who.nobody-says-this")).toBe(false);
    expect(own.filter((key) => !isUsed(key))).toEqual([]);
  });

  it("have a sentence in every language, none of it in the wrong script", () => {
    for (const language of LANGUAGES)
      expect(Object.keys(knowledge.bundle.phrases[language]).sort()).toEqual([...keys].sort());
    const english = Object.entries(knowledge.bundle.phrases.en).filter(([key]) => !/language|lang/.test(key));
    expect(english.filter(([, text]) => /[\u3400-\u9fff]/.test(text)).map(([key]) => key)).toEqual([]);
  });
});
