import { readdirSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { type Row, readCsv } from "./reading/csv.ts";
import { compareText, type Faults, type Reporting } from "./reading/faults.ts";
import type { Field } from "./reading/field.ts";
import { ID } from "./reading/forms.ts";
import { readYaml, unreadable } from "./reading/yaml.ts";

/** Files that stand in the knowledge folder without being knowledge. */
const NOT_KNOWLEDGE = /(^|\/)(README\.md$|\.)/u;

/** The files of one knowledge folder, in the same order on every machine; each is taken by one reader. */
export class KnowledgeFiles {
  readonly #files: readonly KnowledgeFile[];
  readonly #taken = new Set<KnowledgeFile>();

  /** @param shown how faults name the folder */
  constructor(
    folder: string,
    private readonly shown: string,
    private readonly faults: Faults,
  ) {
    this.#files = listFiles(resolve(folder), shown, faults);
  }

  /** The files whose path inside the knowledge folder matches, e.g. `/^benefits\/[^/]+\.yaml$/`. */
  take(path: RegExp): readonly KnowledgeFile[] {
    const files = this.#files.filter((file) => path.test(file.path));
    for (const file of files) this.#taken.add(file);
    return files;
  }

  /** Reports a fault of the folder as a whole. */
  fault(message: string): void {
    this.faults.add({ position: { file: this.shown, line: 1, column: 1 } }, message);
  }

  /** Reports files that no reader took: misspelt folders and endings would otherwise vanish in silence. */
  refuseOthers(): void {
    for (const file of this.#files)
      if (!this.#taken.has(file))
        file.fault(
          "nothing reads a file of this name here; write it as docs/knowledge-format.md says, or remove it",
        );
  }
}

/** One file of the knowledge folder. */
export class KnowledgeFile implements Reporting {
  #whole = true;

  constructor(
    private readonly folder: string,
    private readonly shown: string,
    /** Path inside the knowledge folder, with `/` on every system. */
    readonly path: string,
    private readonly faults: Faults,
  ) {}

  get position() {
    return { file: `${this.shown}/${this.path}`, line: 1, column: 1 };
  }

  /** Name without folder and ending. */
  get stem(): string {
    return basename(this.path).replace(/\.[^.]*$/u, "");
  }

  /** Name of the folder it lies in. */
  get parent(): string {
    return basename(dirname(this.path));
  }

  /** The file name as the id of what the file defines. */
  id(): string {
    return this.#checkedId(this.stem);
  }

  /** The folder name as the id of what the file defines. */
  parentId(): string {
    return this.#checkedId(this.parent);
  }

  /** False when reading showed that some of it cannot be read: what it defines is then not fully known. */
  get whole(): boolean {
    return this.#whole;
  }

  yaml(): Field {
    const field = this.#yaml();
    this.#whole = field.readable;
    return field;
  }

  /** The rows of the file, which has all these columns and may have the optional ones. */
  csv<const C extends string, const O extends string = never>(
    columns: readonly C[],
    optional: readonly O[] = [],
  ): readonly Row<C | O>[] {
    const text = this.#text();
    const none = { rows: [], whole: false };
    const table =
      text === null ? none : readCsv(this.position.file, text, { columns, optional }, this.faults);
    this.#whole = table.whole;
    return table.rows;
  }

  #yaml(): Field {
    const text = this.#text();
    return text === null
      ? unreadable(this.position.file, this.faults)
      : readYaml(this.position.file, text, this.faults);
  }

  fault(message: string): void {
    this.faults.add(this, message);
  }

  #checkedId(name: string): string {
    if ("value" in ID.parse(name)) return name;
    this.fault(`\`${name}\` cannot be an id; rename it with ${ID.write}`);
    return "";
  }

  /** The file's text, or null with a fault when it cannot be had. */
  #text(): string | null {
    try {
      return new TextDecoder("utf-8", { fatal: true }).decode(readFileSync(join(this.folder, this.path)));
    } catch (error) {
      const encoding = error instanceof TypeError;
      this.fault(encoding ? NOT_UTF8 : "this file cannot be opened; write it so that everybody may read it");
      return null;
    }
  }
}

const NOT_UTF8 = "this file is not UTF-8 text; write it as UTF-8 (in a spreadsheet: save as “CSV UTF-8”)";

function listFiles(folder: string, shown: string, faults: Faults): readonly KnowledgeFile[] {
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory()) {
    const position = { file: shown, line: 1, column: 1 };
    faults.add(
      { position },
      "there is no such folder; write the knowledge here, or set KNOWLEDGE_DIR to its folder",
    );
    return [];
  }
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !NOT_KNOWLEDGE.test(path))
    .sort(compareText)
    .map((path) => new KnowledgeFile(folder, shown, path, faults));
}
