import { isWithin } from "../../engine/knowledge/places.ts";
import type { Day, FacilityType } from "../../engine/knowledge/types.ts";
import type { ImportOptions } from "./arguments.ts";
import { Cores } from "./facilities/core.ts";
import { changedColumns, type Entry, entryOf } from "./facilities/entry.ts";
import { countyFile, type Kept } from "./facilities/files.ts";
import { type Merging, mergedEntry } from "./facilities/merge.ts";
import { newEnglishName, newId } from "./facilities/naming.ts";
import { findSame } from "./facilities/same.ts";
import { type FacilityRow, type RowContext, readFacilityRow } from "./table/facility-row.ts";
import { RowReader } from "./table/row.ts";
import type { Table } from "./table/table.ts";

/** What an import would do to one entry. */
export interface Change {
  readonly file: string;
  /** Null for an entry that is added. */
  readonly before: Entry | null;
  readonly after: Entry;
}

/** What an import would do, and what it would not. */
export interface Plan {
  readonly added: readonly Change[];
  readonly changed: readonly Change[];
  readonly unchanged: number;
  /** Ours of this type and county that no row speaks of. */
  readonly missing: readonly Kept[];
  /** Rows and cells that were not taken, each with where it stands and what to write. */
  readonly refused: readonly string[];
  readonly remarks: readonly string[];
}

/** What the plan is made from. */
export interface Ground extends Merging {
  readonly options: ImportOptions;
  readonly today: Day;
  readonly type: FacilityType;
  /** Entries of the type, of all counties. */
  readonly kept: readonly Kept[];
  /** Ids of all facilities of all types. */
  readonly ids: ReadonlySet<string>;
}

/** Compares a table with what is known, row by row; a row that cannot be taken does not hold up the others. */
export function makePlan(table: Table, ground: Ground): Plan {
  return new Planner(ground).plan(table);
}

class Planner {
  readonly #refused: string[] = [];
  readonly #remarks: string[] = [];
  readonly #added: Change[] = [];
  readonly #changed: Change[] = [];
  /** Ids of entries that a row speaks of, with the number of that row. */
  readonly #met = new Map<string, number>();
  readonly #ids: Set<string>;
  readonly #county: readonly Kept[];
  readonly #cores: Cores;
  #unchanged = 0;

  constructor(private readonly ground: Ground) {
    const { kept, gazetteer, type } = ground;
    const own = countyFile(type.id, gazetteer.county);
    const inside = (code: string) => isWithin(gazetteer.table, code, gazetteer.county.code);
    this.#county = kept.filter(({ file, entry }) => file === own || inside(entry.place));
    this.#ids = new Set(ground.ids);
    this.#cores = new Cores(type);
  }

  plan(table: Table): Plan {
    const { gazetteer, options } = this.ground;
    const { datum, reported, daily } = options;
    const context: RowContext = { gazetteer, cores: this.#cores, datum, reported, daily };
    for (const row of table.rows) this.#row(new RowReader(row), context);
    const missing = this.#county.filter(({ entry }) => !this.#met.has(entry.id));
    const kept = options.missing === "suspended" ? this.#suspend(missing) : missing;
    return {
      added: this.#added,
      changed: this.#changed,
      unchanged: this.#unchanged,
      missing: kept,
      refused: this.#refused,
      remarks: this.#remarks,
    };
  }

  #row(reader: RowReader, context: RowContext): void {
    const read = readFacilityRow(reader, context);
    const wrong = "wrong" in read ? read.wrong : this.#take(read);
    this.#refused.push(...reader.refused);
    if (wrong !== null) this.#refused.push(`row ${reader.number}: ${wrong}`);
    else this.#remarks.push(...reader.remarks);
  }

  /** Puts a row into the plan, or says why it cannot be. */
  #take(row: FacilityRow): string | null {
    const same = findSame(row, this.#county, this.#cores, this.ground.gazetteer);
    if ("wrong" in same) return same.wrong;
    if (same.kept !== null) return this.#change(row, same.kept);
    const { gazetteer } = this.ground;
    const county = gazetteer.county.name["zh-Hans"];
    if (row.place === null) return `no village or town of ${county} is named; write 镇街 and 村（社区）`;
    const twin = this.#added.find(
      ({ after }) =>
        after.place === row.place?.code &&
        this.#cores.key(after.name, gazetteer) === this.#cores.key(row.name, gazetteer),
    );
    if (twin !== undefined)
      return `it is the same as row ${this.#met.get(twin.after.id)}; keep one of the two`;
    this.#add(row, row.place);
    return null;
  }

  #change(row: FacilityRow, { file, entry }: Kept): string | null {
    const earlier = this.#met.get(entry.id);
    if (earlier !== undefined) return `it is ${entry.id} of ours, as row ${earlier} is; keep one of the two`;
    this.#met.set(entry.id, row.row);
    const { provenance } = this.ground;
    if (entry.reported > provenance.reported) {
      this.#remarks.push(
        `row ${row.row}: ${entry.id} of ours is newer (${entry.reported}) and stays as it is`,
      );
      this.#unchanged++;
      return null;
    }
    const after = mergedEntry(entry, row, this.ground);
    if (after.note === entry.note && /请先问|资料较旧/u.test(after.note) && after.source !== entry.source)
      this.#remarks.push(
        `row ${row.row}: the note of ${entry.id} stays, “${after.note}”; see that it still holds`,
      );
    this.#note(file, entry, after);
    return null;
  }

  /** Counts an entry as changed, or as unchanged when only the day it was checked would differ and nobody gave one. */
  #note(file: string, before: Entry, after: Entry): void {
    const { options, today } = this.ground;
    const differs = changedColumns(before, after).length > 0;
    const checked = options.checked ?? (differs ? today : before.checked);
    if (!differs && checked === before.checked) this.#unchanged++;
    else this.#changed.push({ file, before, after: { ...after, checked } });
  }

  #add(row: FacilityRow, place: NonNullable<FacilityRow["place"]>): void {
    const { gazetteer, type, options, today } = this.ground;
    const named = { place, core: this.#cores.of(row.name), english: row.english };
    const id = newId(named, type, gazetteer.county, this.#ids);
    const empty = entryOf({ id, name: row.name, name_en: newEnglishName(named, type) });
    const after = { ...mergedEntry(empty, row, this.ground), checked: options.checked ?? today };
    const beside = this.#county.find(({ entry }) => entry.place === place.code && place.level === "village");
    if (beside)
      this.#remarks.push(
        `row ${row.row}: new, though ${beside.entry.id} (${beside.entry.name}) is in the same village; see that they are two`,
      );
    this.#ids.add(id);
    this.#met.set(id, row.row);
    this.#added.push({ file: countyFile(type.id, gazetteer.county), before: null, after });
  }

  /** Marks what the list does not name; not while rows are refused, as one of those may be what is missing. */
  #suspend(missing: readonly Kept[]): readonly Kept[] {
    if (this.#refused.length > 0) {
      if (missing.length > 0)
        this.#remarks.push(
          "nothing was suspended: a row or cell was refused, and it may be one that is missing",
        );
      return missing;
    }
    const { provenance, words } = this.ground;
    const running = ({ entry }: Kept) => entry.status === "open" || entry.status === "unverified";
    const older = ({ entry }: Kept) => entry.reported <= provenance.reported;
    const gone = missing.filter((kept) => running(kept) && older(kept));
    const [year = "", month = ""] = provenance.reported.split("-");
    const notListed = words.say("import.not-listed", { year, month: Number(month) });
    for (const { file, entry } of gone)
      this.#note(file, entry, {
        ...entry,
        status: "suspended",
        note: `${entry.note}${notListed}`,
        ...provenance,
      });
    return missing.filter((kept) => !gone.includes(kept));
  }
}
