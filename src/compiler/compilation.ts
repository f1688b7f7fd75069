import type { FactDefinition, Place } from "../engine/knowledge/types.ts";
import { KnowledgeFiles } from "./files.ts";
import { type IdKind, Ids } from "./ids.ts";
import { Origins } from "./origins.ts";
import type { Row } from "./reading/csv.ts";
import { Faults } from "./reading/faults.ts";
import type { Field } from "./reading/field.ts";

/** One run over one knowledge folder: what the readers of all kinds share. */
export class Compilation {
  readonly faults = new Faults();
  readonly ids = new Ids();
  readonly origins = new Origins();
  readonly files: KnowledgeFiles;
  /** Facts by id; read before everything that tests them. */
  readonly facts = new Map<string, FactDefinition>();
  /** Places by code; read before everything that lies in them. */
  readonly places = new Map<string, Place>();

  constructor(folder: string, shown: string) {
    this.files = new KnowledgeFiles(folder, shown, this.faults);
  }

  /** The rows of all CSV files that define things of a kind. */
  rows<const C extends string, const O extends string = never>(
    path: RegExp,
    columns: readonly C[],
    kind: IdKind,
    optional: readonly O[] = [],
  ): readonly Row<C | O>[] {
    return this.files.take(path).flatMap((file) => {
      const rows = file.csv(columns, optional);
      if (!file.whole) this.ids.doubt(kind);
      return rows;
    });
  }

  /** The items of all YAML files that are lists of things of a kind. */
  items<T>(path: RegExp, kinds: readonly IdKind[], read: (item: Field) => T): readonly T[] {
    return this.files.take(path).flatMap((file) => {
      const field = file.yaml();
      if (!field.isList) for (const kind of kinds) this.ids.doubt(kind);
      return field.list(read);
    });
  }
}
