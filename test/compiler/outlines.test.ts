import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { runKnowledge } from "../../src/compiler/command.ts";
import { compileKnowledge } from "../../src/compiler/index.ts";
import { BROKEN, knowledgeOf } from "./overlay.ts";

/** The small knowledge with a sound outline, in which files may then be changed. */
function outlined(...changes: readonly (readonly [file: string, from: string, to: string])[]): string {
  const folder = knowledgeOf();
  cpSync(join(BROKEN, "figure-of-no-statement/knowledge/outlines"), join(folder, "outlines"), {
    recursive: true,
  });
  for (const [file, from, to] of changes) {
    const path = join(folder, file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
  }
  return folder;
}

const OUTLINE = "outlines/city-2021.yaml";
const BENEFIT = "benefits/old-age-allowance.yaml";
const CANTEENS = "facilities/canteen/jinjiang.csv";
const faultsOf = (folder: string) => compileKnowledge(folder).faults;

describe("an outline", () => {
  test("stands in the bundle clause by clause, with what is left out filled in", () => {
    const { bundle } = compileKnowledge(outlined());
    expect(bundle?.outlines).toMatchObject([
      {
        document: "city-2021",
        clauses: [
          {
            clause: "二（一）3",
            heading: "高龄津贴",
            about: { "zh-Hant": "高齡津貼", en: "Old-age allowance" },
            says: [{ figures: [80, 100], by: ["old-age-allowance/city"], none: null }],
          },
          { clause: "三", says: [{ by: ["bed-subsidy"] }, { figures: [], by: [], none: "among-offices" }] },
        ],
      },
    ]);
  });

  test("is counted with its clauses when the knowledge is compiled", () => {
    const { lines } = runKnowledge(outlined(), knowledgeOf(), ".");
    expect(lines.join()).toContain("1 topics, 1 outlines, 2 clauses");
  });

  test("may have a bare heading, which says nothing", () => {
    const heading = "- clause: 二\n  heading: 任务\n  about: { zh-Hans: 任务, en: Tasks }\n- clause: 三";
    expect(faultsOf(outlined([OUTLINE, "- clause: 三", heading]))).toEqual([]);
  });
});

describe("a citation is sound", () => {
  test("when it names several clauses that all name the entry", () => {
    const folder = outlined(
      [BENEFIT, "clause: 二（一）3", "clause: 二（一）3；三"],
      [OUTLINE, "by: [bed-subsidy]", "by: [bed-subsidy, old-age-allowance/city]"],
    );
    expect(faultsOf(folder)).toEqual([]);
  });

  test("when it means the whole document, which needs no clause", () => {
    const folder = outlined(
      [CANTEENS, "page-canteen,全文", "city-2021,全文"],
      ["topics/bed-subsidy.yaml", "clause: 三 }", "clause: 三；全文 }"],
    );
    expect(faultsOf(folder)).toEqual([]);
  });

  test("when it is of a facility that a statement of the clause names", () => {
    const folder = outlined(
      [CANTEENS, "page-canteen,全文", "city-2021,三"],
      [OUTLINE, "by: [bed-subsidy]", "by: [bed-subsidy, anhai-canteen]"],
    );
    expect(faultsOf(folder)).toEqual([]);
  });

  test("when its document has no outline, whatever clause it names", () => {
    expect(faultsOf(outlined([CANTEENS, "page-canteen,全文", "page-canteen,九"]))).toEqual([]);
  });
});

describe("figures are sound", () => {
  test("when an entry has more of them but rests on another document too", () => {
    const folder = outlined(
      [BENEFIT, "figures: [80, 100]", "figures: [80, 100, 300]"],
      [BENEFIT, "clause: 二（一）3 }", "clause: 二（一）3 }, { document: page-canteen, clause: 全文 }"],
    );
    expect(faultsOf(folder)).toEqual([]);
  });

  test("when a statement without an entry has any", () => {
    expect(faultsOf(outlined([OUTLINE, "none: among-offices", "none: aims\n      figures: [7]"]))).toEqual(
      [],
    );
  });
});

test("an outline that cannot be read makes one fault, and none of what it leaves unnamed", () => {
  expect(faultsOf(outlined([OUTLINE, "- clause: 三", "- clause: [三"]))).toHaveLength(1);
});

test("a relation may name clauses of both documents", () => {
  const relation =
    "relations: [{ kind: repeats, clause: 三, document: city-2021, other-clause: 二（一）3 }]\n";
  const folder = outlined(["documents/city-2021.yaml", "kind: policy\n", `kind: policy\n${relation}`]);
  expect(compileKnowledge(folder).bundle?.documents[0]?.relations).toEqual([
    { kind: "repeats", clause: "三", document: "city-2021", otherClause: "二（一）3" },
  ]);
});
