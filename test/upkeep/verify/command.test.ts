import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, onTestFinished, test } from "vitest";
import { SUBCOMMANDS } from "../../../src/upkeep/index.ts";
import { BROKEN, knowledgeOf } from "../../compiler/overlay.ts";

const TEXT = `泉政办〔2021〕1号
泉州市养老服务方案
二、任务
（一）津贴
3.高龄津贴。80岁起每人每月100元。
三、床位补贴
每张1万元，由部门分工。
`;

/** The small knowledge with an outline of its one document. */
function outlined(): string {
  const folder = knowledgeOf();
  cpSync(join(BROKEN, "figure-of-no-statement/knowledge/outlines"), join(folder, "outlines"), {
    recursive: true,
  });
  return folder;
}

function textsWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(join(tmpdir(), "texts-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}

const verify = (folder: string, ...args: string[]) =>
  SUBCOMMANDS.verify?.run(args, { folder, from: folder }) ?? Promise.reject(new Error("no such job"));

/** The two parts without a clause of their own are no matter here. */
const bare = (text: string) => text.replace("二、任务\n（一）津贴\n", "");

describe("npm run knowledge verify", () => {
  test.each([
    "city-2021.txt",
    "city-2021.md",
  ])("finds no difference with a %s that says the same", async (name) => {
    const texts = textsWith({ [name]: bare(TEXT) });
    expect(await verify(outlined(), "--documents", texts)).toEqual({
      code: 0,
      lines: ["0 differences in 1 document, 2 clauses"],
    });
  });

  test("ends with 1 and names each difference where it is mended", async () => {
    const texts = textsWith({ "city-2021.txt": bare(TEXT).replace("100元", "120元") });
    const { code, lines } = await verify(outlined(), "--documents", texts, "--document", "city-2021");
    expect(code).toBe(1);
    expect(lines).toEqual(
      [
        "outlines/city-2021.yaml:1:11 二（一）3: the text has 120, which no statement of the clause has; write it into `figures` of the one that says it",
        "outlines/city-2021.yaml:1:11 二（一）3: the text of the clause does not have the figure 100; write the figure of the text, or take it out",
        "2 differences in 1 document, 2 clauses",
      ].map((line) => line.replace(/^outlines/u, "./outlines")),
    );
  });

  test("names parts of the text that no clause begins, also before the first", async () => {
    const { lines } = await verify(outlined(), "--documents", textsWith({ "city-2021.txt": TEXT }));
    expect(lines.at(-1)).toBe("2 differences in 1 document, 2 clauses");
    expect(lines[0]).toMatch(/^city-2021: the part `二、任务/u);
  });

  test("says that a text is missing or no UTF-8 text", async () => {
    const none = await verify(outlined(), "--documents", textsWith({}));
    expect(none.lines[0]).toBe("city-2021: there is no text to compare with; save it as city-2021.txt");
    const texts = textsWith({ "city-2021.txt": Uint8Array.of(0xb0, 0xb2, 0xff) });
    expect((await verify(outlined(), "--documents", texts)).lines[0]).toMatch(
      /cannot be read as UTF-8 text/u,
    );
  });

  test("tells what cannot be read in an outline, and compares the rest all the same", async () => {
    const folder = knowledgeOf("statement-reason");
    const { code, lines } = await verify(folder, "--documents", textsWith({ "city-2021.txt": bare(TEXT) }));
    expect(code).toBe(1);
    expect(lines).toEqual([
      expect.stringMatching(/`none` is `among-office`, which is not known here/u),
      "0 differences in 1 document, 2 clauses",
    ]);
  });

  test.each([
    [
      "without a folder",
      [],
      /no folder of documents is named; write npm run knowledge verify -- --documents/u,
    ],
    ["with a folder that is not there", ["--documents", "nowhere"], /there is no folder nowhere/u],
    ["with an unknown option", ["--folder", "x"], /Unknown option '--folder'/u],
    ["for a document without outline", ["--documents", ".", "--document", "x"], /`x` has no outline/u],
  ])("called %s says how to call it", async (_, args, words) => {
    const { code, lines } = await verify(outlined(), ...args);
    expect(code).toBe(1);
    expect(lines.join("\n")).toMatch(words);
  });
});
