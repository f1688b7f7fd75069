/** Where something stands in a knowledge file; line and column count from 1, in characters. */
export interface Position {
  /** Path relative to the parent of the knowledge folder, e.g. `knowledge/benefits/x.yaml`. */
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

/** Anything that can tell where it stands; asked only when there is a fault to report. */
export interface Placed {
  readonly position: Position;
}

/** A place in a file at which a fault can be reported. */
export interface Reporting extends Placed {
  /** Says what is wrong here, and what to write instead. */
  fault(message: string): void;
}

interface Fault extends Position {
  readonly message: string;
}

/** Collects every fault of one run, so that an author sees all of them at once. */
export class Faults {
  readonly #faults: Fault[] = [];

  /** Notes a fault. `message` says what is wrong, and what to write instead. */
  add(where: Placed, message: string): void {
    this.#faults.push({ ...where.position, message });
  }

  /** True while nothing was found. */
  get none(): boolean {
    return this.#faults.length === 0;
  }

  /** Each fault once, as `FILE:LINE:COLUMN message`, sorted by file, line and column. */
  lines(): readonly string[] {
    return [...new Set(this.#faults.sort(byPlace).map(line))];
  }
}

/** `FILE:LINE`, to point at another place inside a message. */
export function spot({ position }: Placed): string {
  return `${position.file}:${position.line}`;
}

function line(fault: Fault): string {
  return `${fault.file}:${fault.line}:${fault.column} ${fault.message}`;
}

function byPlace(a: Fault, b: Fault): number {
  return (
    compareText(a.file, b.file) || a.line - b.line || a.column - b.column || compareText(a.message, b.message)
  );
}

/** Order by code unit: the same on every machine, whatever its locale. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
