import { readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { shownFolder } from "../../compiler/index.ts";
import { type Outlined, readOutlined } from "../../compiler/outlined.ts";
import type { Outline } from "../../engine/knowledge/types.ts";
import type { Said, Subcommand, Workplace } from "../subcommand.ts";
import { compare } from "./compare.ts";

const USAGE = "--documents FOLDER [--document ID]";

/**
 * Compares every outline with the text of its document, `FOLDER/<document-id>.txt` or `.md`: what the text says and
 * the outline does not, and the other way round. The texts themselves are no part of the knowledge.
 */
export const verify: Subcommand = {
  usage: USAGE,
  async run(args, at) {
    const wanted = readArguments(args);
    if ("problem" in wanted) return wrong(`${wanted.problem}; write npm run knowledge verify -- ${USAGE}`);
    const texts = resolve(at.from, wanted.documents);
    if (!statSync(texts, { throwIfNoEntry: false })?.isDirectory())
      return wrong(`there is no folder ${wanted.documents}; name the one that holds the documents' texts`);
    const outlined = readOutlined(at.folder, shownFolder(at.folder, at.from));
    const outlines = outlined.outlines.filter(({ document }) => document === (wanted.document ?? document));
    if (outlines.length === 0) return wrong(nothingToCompare(wanted.document, at));
    return report(outlines, outlined, texts);
  },
};

interface Wanted {
  readonly documents: string;
  readonly document: string | undefined;
}

function readArguments(args: readonly string[]): Wanted | { readonly problem: string } {
  try {
    const options = { documents: { type: "string" }, document: { type: "string" } } as const;
    const { values } = parseArgs({ args: [...args], options });
    const { documents, document } = values;
    return documents ? { documents, document } : { problem: "no folder of documents is named" };
  } catch (error) {
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function report(outlines: readonly Outline[], outlined: Outlined, texts: string): Said {
  const differences = outlines.flatMap((outline) => differencesOf(outline, outlined, texts));
  const clauses = outlines.reduce((sum, outline) => sum + outline.clauses.length, 0);
  const summary = `${counted(differences.length, "difference")} in ${counted(outlines.length, "document")}, ${counted(clauses, "clause")}`;
  const lines = [...outlined.faults, ...differences, summary];
  return { code: lines.length === 1 ? 0 : 1, lines };
}

function differencesOf(
  { document: id, clauses }: Outline,
  outlined: Outlined,
  texts: string,
): readonly string[] {
  const document = outlined.documents.find((one) => one.id === id);
  if (document === undefined) return [];
  const read = readText(texts, id);
  if ("problem" in read) return [`${id}: ${read.problem}`];
  return compare(document, clauses, read.text).map(({ clause, message }) =>
    clause ? `${outlined.placeOf(clause)} ${clause.clause}: ${message}` : `${id}: ${message}`,
  );
}

/** The document's text; what is wrong when there is none or it is no UTF-8 text. */
function readText(folder: string, id: string): { readonly text: string } | { readonly problem: string } {
  const path = [`${id}.txt`, `${id}.md`]
    .map((name) => join(folder, name))
    .find((file) => statSync(file, { throwIfNoEntry: false })?.isFile());
  if (path === undefined) return { problem: `there is no text to compare with; save it as ${id}.txt` };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(path)) };
  } catch {
    return { problem: `${path} cannot be read as UTF-8 text; save it as such` };
  }
}

function nothingToCompare(document: string | undefined, at: Workplace): string {
  const outlines = `${shownFolder(at.folder, at.from)}/outlines`;
  return document === undefined
    ? `there is no outline; write one as ${outlines}/<document-id>.yaml`
    : `\`${document}\` has no outline; name one of ${outlines}`;
}

function wrong(line: string): Said {
  return { code: 1, lines: [line] };
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
