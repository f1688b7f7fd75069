import type { ColumnKind } from "./headings.ts";
import type { TableCell, TableRow } from "./table.ts";

/** Reads the cells of one row and gathers what was refused and what somebody should know. */
export class RowReader {
  /** Cells that were left out, each with where it stands and what to do. */
  readonly refused: string[] = [];
  readonly remarks: string[] = [];

  constructor(private readonly row: TableRow) {}

  /** The filled cells of a column, in their order; faulty ones are refused and left out. */
  cells(kind: ColumnKind): readonly TableCell[] {
    return this.row.cells.filter((cell) => {
      if (cell.kind !== kind) return false;
      if (cell.wrong !== null && !cell.filled) this.refuse(cell, `holds ${cell.wrong}`);
      return cell.wrong === null;
    });
  }

  /** The first filled cell of a column. */
  cell(kind: ColumnKind): TableCell | undefined {
    return this.cells(kind)[0];
  }

  /** The number of the row in the spreadsheet. */
  get number(): number {
    return this.row.number;
  }

  /** Leaves a cell out. */
  refuse({ at }: TableCell, wrong: string): void {
    const line = `${at}: ${wrong}`;
    if (!this.refused.includes(line)) this.refused.push(line);
  }

  /** Says something of a cell that is taken all the same. */
  remark({ at }: TableCell, words: string): void {
    this.remarks.push(`${at}: ${words}`);
  }
}
