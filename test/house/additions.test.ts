import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { compileKnowledge } from "../../src/compiler/index.ts";
import { createEngine, type Engine } from "../../src/engine/index.ts";

const NEW_BENEFIT = `
name: { zh-Hans: 竹拐杖补贴, en: Bamboo stick allowance }
summary: { zh-Hans: 给满75岁的老人买拐杖用。, en: For elders of 75 to buy a stick. }
kind: cash
also: { zh-Hans: [拐杖钱], en: [stick money] }
provisions:
  - id: anxi-2022
    jurisdiction: "350524"
    sources: [{ document: fengze-2025-63, clause: 全文 }]
    period: { from: 2022-02-21, to: null, basis: none }
    checked: 2026-11-22
    force: grant
    who: { all: [{ fact: hukou, within: "350524" }, { fact: age, at-least: 75 }] }
    amount: { value: 15, unit: yuan/year, bound: exact, goes-to: person }
    figures: [75, 15]
apply: { office: village-committee }
examples:
  - { name: At 75, facts: { age: 75, hukou: "350524" }, as-of: 2023-01-01, outcome: confirm }
  - { name: At 74, facts: { age: 74, hukou: "350524" }, as-of: 2023-01-01, outcome: "no" }
`;

const NEW_TYPE = `
name: { zh-Hans: 老人理发店, en: Barber for elders }
summary: { zh-Hans: 给老人理发的地方。, en: Where elders get a haircut. }
also: { zh-Hans: [剃头店], en: [barber] }
related: []
`;

const NEW_PLACE = `id,name,name_en,status,place,address,latitude,longitude,precision,sessions,exceptions,hours,prices,phone,services,note,source,clause,reported,checked
barber-anhai,安海老人理发店,Anhai barber,open,350582101,,,,,,,,,,理发,,jinjiang-2022-8,全文,2026-09-01,2026-11-22
`;

/** An engine over a copy of the knowledge with more in it. */
function engineWith(add: (knowledge: string) => void): Engine {
  const folder = mkdtempSync(join(tmpdir(), "knowledge-"));
  folders.push(folder);
  const knowledge = join(folder, "knowledge");
  cpSync("knowledge", knowledge, { recursive: true });
  add(knowledge);
  const { bundle, faults } = compileKnowledge(knowledge);
  if (bundle === null) throw new Error(faults.join("\n"));
  return createEngine(bundle);
}

let folders: string[] = [];
beforeEach(() => {
  folders = [];
});
afterEach(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

describe("an addition", () => {
  it("of a benefit is one file: it is decided, and understood by the name people use", () => {
    const engine = engineWith((knowledge) =>
      writeFileSync(join(knowledge, "benefits/bamboo-stick.yaml"), NEW_BENEFIT),
    );
    const { entitlements } = engine.determine({ age: 80, hukou: "350524" }, "2026-11-22", "zh-Hans");
    const found = entitlements.find(({ benefit }) => benefit === "bamboo-stick");
    expect(found).toMatchObject({
      outcome: "confirm",
      amount: { value: 15, unit: "yuan/year", goesTo: "person" },
    });
    expect(engine.understand("拐杖钱有多少", null).slots.benefit).toBe("bamboo-stick");
  });

  it("of a facility type is one folder: it is understood and found", () => {
    const engine = engineWith((knowledge) => {
      mkdirSync(join(knowledge, "facilities/barber"));
      writeFileSync(join(knowledge, "facilities/barber/type.yaml"), NEW_TYPE);
      writeFileSync(join(knowledge, "facilities/barber/jinjiang.csv"), NEW_PLACE);
    });
    const { facilities, reply } = engine.turn(
      null,
      { kind: "text", text: "安海哪里有剃头店" },
      { now: "2026-11-22T10:00:00+08:00" },
    );
    expect(facilities?.map(({ id }) => id)).toEqual(["barber-anhai"]);
    expect(reply.text).toContain("安海老人理发店");
  });

  it("of an intent cannot forget its handler: the type checker names it", () => {
    const table = "src/engine/dialogue/intents/index.ts";
    const without = readFileSync(table, "utf8").replace(/^ {2}smalltalk,$/m, "");
    const config = ts.parseJsonConfigFileContent(
      ts.readConfigFile("src/engine/tsconfig.json", ts.sys.readFile).config,
      ts.sys,
      "src/engine",
    );
    const host = ts.createCompilerHost(config.options);
    const read = host.getSourceFile.bind(host);
    host.getSourceFile = (name, version) =>
      name.endsWith(table) ? ts.createSourceFile(name, without, version) : read(name, version);
    const program = ts.createProgram([table], { ...config.options, noEmit: true }, host);
    const messages = program
      .getSemanticDiagnostics(program.getSourceFile(table))
      .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, " "));
    expect(messages.join("\n")).toContain("Property 'smalltalk' is missing");
  });
});
