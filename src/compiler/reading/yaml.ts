import { type Document, isAlias, LineCounter, parseDocument, type YAMLError } from "yaml";
import type { Faults, Placed } from "./faults.ts";
import { Field } from "./field.ts";

/** Aliases that one file may use; more would be a trap for the reader, not a shared note. */
const MOST_ALIASES = 1000;

/** Reads one YAML file; syntax faults are reported and give a field that reads as nothing. */
export function readYaml(file: string, text: string, faults: Faults): Field {
  const source = new YamlSource(file, faults);
  const document = parse(text, source);
  if (document === null) return unreadable(file, faults);
  const first = document.errors.find((error) => !isDuplicate(error));
  for (const error of first ? [first] : document.errors)
    faults.add(source.place(error.pos[0]), syntaxFault(error, text));
  if (first) return unreadable(file, faults);
  source.document = document;
  return new Field(FILE, document.contents, 0, source);
}

/** What stands for a file that could not be read, and was reported: reads as stand-ins without a further word. */
export function unreadable(file: string, faults: Faults): Field {
  return new Field(FILE, null, 0, new YamlSource(file, faults), true);
}

/** Name of the value that a whole file holds. */
const FILE = "this file";

/** The YAML file that a field comes from: places in it, and what its aliases stand for. */
export class YamlSource {
  readonly lines = new LineCounter();
  document: Document | null = null;
  #aliases = 0;

  constructor(
    readonly file: string,
    readonly faults: Faults,
  ) {}

  /** The place of a character of the file. */
  place(offset: number): Placed {
    const { line, col } = this.lines.linePos(offset);
    return { position: { file: this.file, line: Math.max(1, line), column: Math.max(1, col) } };
  }

  /** The node that an alias (`*name`) stands for; the alias itself when there is none. */
  follow(node: unknown): unknown {
    if (!isAlias(node) || this.document === null || ++this.#aliases > MOST_ALIASES) return node;
    return node.resolve(this.document) ?? node;
  }
}

function parse(text: string, source: YamlSource): Document | null {
  try {
    return parseDocument(text, { lineCounter: source.lines, prettyErrors: false, stringKeys: true });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    source.faults.add(source.place(0), "this file nests too deeply to be read; write fewer levels");
    return null;
  }
}

/** A key written twice is a fault of its own and leaves the rest of the file readable. */
function isDuplicate(error: YAMLError): boolean {
  return error.code === "DUPLICATE_KEY";
}

/** One syntax fault makes others further down, so the first one speaks for the file. */
function syntaxFault(error: YAMLError, text: string): string {
  if (isDuplicate(error)) return "this key is written twice; keep one of the two";
  if (text.startsWith("{", error.pos[0]) && text[error.pos[0] - 1] === "{")
    return "text that begins with {{ reads as a map; write it in quotes";
  const why = error.message.split("\n")[0]?.replace(/ at line .*$/u, "") ?? "";
  return `this is not YAML (${why}); write \`key: value\` with the same indent for all keys of one map`;
}
