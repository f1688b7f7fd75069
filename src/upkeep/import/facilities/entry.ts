import { FACILITY_COLUMNS } from "../../../compiler/kinds/facilities.ts";

/** A column of a facility file. */
export type FacilityColumn = (typeof FACILITY_COLUMNS)[number];

/** A row of a facility file as it is written there: every column, empty where nothing is known. */
export type Entry = Readonly<Record<FacilityColumn, string>>;

/** An entry with the given cells, the others empty. */
export function entryOf(cells: Partial<Entry>): Entry {
  const empty = Object.fromEntries(FACILITY_COLUMNS.map((column) => [column, ""])) as Record<
    FacilityColumn,
    string
  >;
  return { ...empty, ...cells };
}

/** The columns in which two entries differ, in the order of the file. */
export function changedColumns(before: Entry, after: Entry): readonly FacilityColumn[] {
  return FACILITY_COLUMNS.filter((column) => before[column] !== after[column]);
}
