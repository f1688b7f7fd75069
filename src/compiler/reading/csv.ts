import { CsvError, type InfoRecord, parse } from "csv-parse/sync";
import type { Faults, Placed, Position } from "./faults.ts";
import type { Form } from "./forms.ts";
import { closest } from "./suggest.ts";
import { type Held, Value } from "./value.ts";

/** The columns of a table: those it must have, and those it may have. */
export interface Columns<C extends string, O extends string> {
  readonly columns: readonly C[];
  readonly optional: readonly O[];
}

/** Reads a CSV file whose first line names its columns; an empty cell means “nothing known”. */
export function readCsv<const C extends string, const O extends string>(
  file: string,
  text: string,
  { columns, optional }: Columns<C, O>,
  faults: Faults,
): Table<C | O> {
  const source = new CsvSource(file, text.replace(/\r\n?/gu, "\n"), faults);
  const [header, ...rows] = source.records();
  if (header === undefined) {
    faults.add(source.place(1, 1), `this file is empty; write the header ${columns.join(",")}`);
    return { rows: [], whole: false };
  }
  const indexes = readHeader(header, { columns, optional }, source);
  const sound = rows.filter((row) => sameWidth(row, header, source));
  const whole = header.line > 0 && sound.length === rows.length;
  return { rows: sound.map((row) => new Row(row, indexes, source)), whole };
}

/** What came of reading a CSV file. */
export interface Table<C extends string> {
  readonly rows: readonly Row<C>[];
  /** False when some of it could not be read as rows: what it defines is then not fully known. */
  readonly whole: boolean;
}

/** One record of the file with the line on which it starts. */
interface CsvRecord {
  readonly cells: readonly string[];
  readonly line: number;
}

class CsvSource {
  readonly #lines: readonly string[];

  constructor(
    readonly file: string,
    private readonly text: string,
    readonly faults: Faults,
  ) {
    this.#lines = text.split("\n");
  }

  records(): readonly CsvRecord[] {
    try {
      return this.#parse();
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const line = typeof error.lines === "number" ? error.lines : 1;
      const message =
        'a quotation mark is out of place; write cells with commas or quotes as "…" and " as ""';
      this.faults.add(this.place(line, 1), message);
      return [{ cells: [], line: 0 }];
    }
  }

  place(line: number, column: number): Placed {
    return { position: { file: this.file, line, column } };
  }

  /** Where a cell starts; found by walking the line again, as it is asked only for faults. */
  cellPosition(record: CsvRecord, index: number): Position {
    let { line } = record;
    let column = 1;
    let quoted = false;
    for (let left = index; left > 0; column++) {
      const character = this.#lines[line - 1]?.[column - 1];
      if (character === '"') quoted = !quoted;
      else if (character === "," && !quoted) left--;
      else if (character === undefined) {
        if (!quoted || line > this.#lines.length) break;
        [line, column] = [line + 1, 0];
      }
    }
    return { file: this.file, line, column };
  }

  #parse(): readonly CsvRecord[] {
    const options = { info: true, relax_column_count: true, skip_empty_lines: true, trim: true } as const;
    const records = parse(this.text, options) as unknown as readonly { info: InfoRecord; record: string[] }[];
    return records.map(({ info, record }) => ({ cells: record, line: info.lines - lineBreaks(record) }));
  }
}

/** The reader counts lines to the end of a record; cells may contain some of them. */
function lineBreaks(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.includes("\n") ? cell.split("\n").length - 1 : 0), 0);
}

/** Where each column stands; a misspelt one is reported and then read as the column that was meant. */
function readHeader(
  header: CsvRecord,
  { columns: required, optional }: Columns<string, string>,
  source: CsvSource,
): ReadonlyMap<string, number> {
  const indexes = new Map<string, number>();
  const columns = [...required, ...optional];
  for (const [index, name] of header.cells.entries()) {
    const place = { position: source.cellPosition(header, index) };
    const meant = closest(
      name,
      columns.filter((column) => !header.cells.includes(column)),
    );
    if (columns.includes(name)) {
      if (indexes.has(name)) source.faults.add(place, `column \`${name}\` is there twice; keep one`);
    } else source.faults.add(place, `\`${name}\` is not a column here; write ${meant ?? columns.join(",")}`);
    indexes.set(columns.includes(name) ? name : (meant ?? ""), index);
  }
  reportMissing(header, indexes, required, source);
  return indexes;
}

function reportMissing(
  header: CsvRecord,
  indexes: ReadonlyMap<string, number>,
  columns: readonly string[],
  source: CsvSource,
): void {
  const missing = columns.filter((column) => !indexes.has(column));
  if (missing.length === 0 || header.line === 0) return;
  source.faults.add(
    source.place(header.line, 1),
    `columns are missing; write ${missing.join(", ")} into the header too`,
  );
}

function sameWidth(row: CsvRecord, header: CsvRecord, source: CsvSource): boolean {
  if (row.cells.length === header.cells.length) return true;
  const count = `${row.cells.length} cells, the header has ${header.cells.length}`;
  source.faults.add(
    source.place(row.line, 1),
    `this row has ${count}; write one cell per column, and cells that contain a comma in "quotes"`,
  );
  return false;
}

/** One row of a table, read cell by cell. */
export class Row<C extends string> implements Placed {
  readonly #record: CsvRecord;
  readonly #indexes: ReadonlyMap<string, number>;
  readonly #source: CsvSource;

  constructor(record: CsvRecord, indexes: ReadonlyMap<string, number>, source: CsvSource) {
    this.#record = record;
    this.#indexes = indexes;
    this.#source = source;
  }

  get position(): Position {
    return this.#source.cellPosition(this.#record, 0);
  }

  /** The cell of a column that must be filled; whoever reads it reports it when it is empty. */
  get(column: C): Cell {
    return new Cell(column, this.#record, this.#indexes.get(column), this.#source);
  }

  /** The cell of a column that may be empty, or undefined when it is. */
  find(column: C): Cell | undefined {
    const index = this.#indexes.get(column);
    return index === undefined || !this.#record.cells[index] ? undefined : this.get(column);
  }

  /** Reports a fault of the row as a whole. */
  fault(message: string): void {
    this.#source.faults.add(this, message);
  }
}

/** One cell. */
class Cell extends Value {
  constructor(
    name: string,
    private readonly record: CsvRecord,
    /** Undefined when the header lacks the column, which was reported there. */
    private readonly index: number | undefined,
    private readonly source: CsvSource,
  ) {
    super(name, source.faults);
  }

  override get position(): Position {
    return this.source.cellPosition(this.record, this.index ?? 0);
  }

  protected override held(form: Form<unknown>): Held {
    if (this.index === undefined) return "already-reported";
    const text = this.record.cells[this.index];
    if (!text) return "missing";
    return { scalar: form.fromText?.(text) ?? text, written: text };
  }
}
