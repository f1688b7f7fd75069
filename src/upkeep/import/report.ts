import { changedColumns, type Entry } from "./facilities/entry.ts";
import type { Change, Plan } from "./plan.ts";
import type { Table } from "./table/table.ts";
import type { Gazetteer } from "./where/gazetteer.ts";

/** How the table was understood: its columns, and the rows that are no entries. */
export function tableLines(
  file: string,
  { sheet, headings, unread, rows, skipped }: Table,
): readonly string[] {
  const where = sheet === "" ? file : `${file}, sheet “${sheet}”`;
  const read = headings.filter(({ kind }) => kind !== "number" && kind !== "person");
  const people = headings.filter(({ kind }) => kind === "person").map(({ text }) => text);
  return [
    `${where}: ${counted(rows.length, "row")} read, ${skipped.length} skipped`,
    `columns: ${read.map(({ kind, text }) => `${text} (${kind})`).join(", ")}`,
    ...(unread.length > 0 ? [`not read, as these columns are not known: ${unread.join(", ")}`] : []),
    ...(people.length > 0 ? [`not read, as people’s names are not kept: ${people.join(", ")}`] : []),
    ...(skipped.length > 0 ? [`skipped: ${skipped.join("; ")}`] : []),
  ];
}

/** What the plan does, entry by entry, then what it leaves out. */
export function planLines(plan: Plan, gazetteer: Gazetteer): readonly string[] {
  return [
    ...section(
      "added",
      plan.added.length,
      plan.added.flatMap((change) => addedLines(change, gazetteer)),
    ),
    ...section("changed", plan.changed.length, plan.changed.flatMap(changedLines)),
    `unchanged: ${plan.unchanged}`,
    ...section(
      "ours, but not in the sheet (kept as they are)",
      plan.missing.length,
      plan.missing.map(({ entry }) => `  ? ${title(entry)}: ${entry.status}`),
    ),
    ...section(
      "refused",
      plan.refused.length,
      plan.refused.map((line) => `  ! ${line}`),
    ),
    ...section(
      "to look at",
      plan.remarks.length,
      plan.remarks.map((line) => `  · ${line}`),
    ),
  ];
}

/** `1 row`, `2 rows`. */
export function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

function section(name: string, count: number, lines: readonly string[]): readonly string[] {
  return [`${name}: ${count}`, ...lines];
}

function title({ id, name }: Entry): string {
  return `${id} ${name}`;
}

function addedLines({ after }: Change, { table }: Gazetteer): readonly string[] {
  const place = table.places.get(after.place)?.name["zh-Hans"] ?? after.place;
  const point = after.precision === "" ? "no point" : `point of the ${after.precision}`;
  const told = [after.status, after.sessions || after.hours, after.exceptions, after.phone].filter(
    (text) => text !== "",
  );
  return [`  + ${title(after)}, ${after.name_en} (${place}, ${point}): ${told.join(", ")}`];
}

function changedLines({ before, after }: Change): readonly string[] {
  const from = before ?? after;
  const lines = changedColumns(from, after).map((column) => {
    const [old, new_] = [from[column], after[column]].map((text) => text || "(empty)");
    return `      ${column}: ${old} → ${new_}`;
  });
  return [`  ~ ${title(from)}`, ...lines];
}
