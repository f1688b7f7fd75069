import { DAY } from "../../../compiler/reading/forms.ts";
import type { Day } from "../../../engine/knowledge/types.ts";
import type { Item } from "./hours.ts";
import type { WrittenDay } from "./hours-words.ts";
import { writeSpan } from "./week.ts";

/** What follows from the weekly days for public holidays. */
export type ClosedDays = "holidays" | "none";

type Dates = Extract<Item, { says: "dates" }>;

/** The column `exceptions` for the statements that name days, or what is wrong with them. */
export function writeExceptions(
  items: readonly Item[],
  reported: Day,
  implied: ClosedDays,
): string | { readonly wrong: string } {
  const entries: string[] = [];
  for (const item of items) {
    if (item.says !== "dates") continue;
    const days = writeDates(item, reported);
    if (days === null) return { wrong: "it names a day that no calendar has" };
    entries.push(`${days} ${item.spans.length === 0 ? "closed" : item.spans.map(writeSpan).join(", ")}`);
  }
  const holidays = new Set(items.flatMap((item) => (item.says === "holidays" ? [item.closed] : [])));
  if (holidays.size > 1) return { wrong: "it says two things of public holidays" };
  const [closed] = holidays;
  if (closed !== undefined) entries.push(`holidays ${closed ? "closed" : "as-usual"}`);
  else if (implied === "holidays") entries.push("holidays closed");
  return [...new Set(entries)].join("; ");
}

/** `2026-10-01..2026-10-07`; days without a year are of the year of the list, or of the next when they go on into it. */
function writeDates({ from, to }: Dates, reported: Day): string | null {
  const year = from.year ?? Number(reported.slice(0, 4));
  const first = writeDay({ ...from, year });
  const month = to.month ?? from.month;
  const same = writeDay({ day: to.day, month, year: to.year ?? year });
  if (first === null || same === null) return null;
  const last = same < first && to.year === null ? writeDay({ day: to.day, month, year: year + 1 }) : same;
  if (last === null || last < first) return null;
  return first === last ? first : `${first}..${last}`;
}

function writeDay({ year, month, day }: WrittenDay): Day | null {
  const two = (number: number | null) => String(number ?? "").padStart(2, "0");
  const parsed = DAY.parse(`${year}-${two(month)}-${two(day)}`);
  return "value" in parsed ? parsed.value : null;
}
