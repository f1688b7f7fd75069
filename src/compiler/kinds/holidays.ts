import type { Day, HolidayYear } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { KnowledgeFile } from "../files.ts";
import type { Field } from "../reading/field.ts";
import { DAY, TEXT } from "../reading/forms.ts";

const DAY_MILLISECONDS = 86_400_000;

/**
 * The public calendar, one file per announced year, `calendar/<year>.yaml`. A year without a file stays unknown: no
 * day of it is taken for a holiday or for none.
 */
export function readHolidays(knowledge: Compilation): readonly HolidayYear[] {
  return knowledge.files.take(/^calendar\/[^/]+\.yaml$/u).map((file) => readYear(file, knowledge));
}

function readYear(file: KnowledgeFile, { ids }: Compilation): HolidayYear {
  const year = /^(19|20|21)\d\d$/u.test(file.stem) ? Number(file.stem) : Number.NaN;
  if (Number.isNaN(year)) file.fault(`\`${file.stem}\` is no year; rename it with four digits, such as 2026`);
  const record = file.yaml().record("source", "checked", "holidays", "workdays");
  const source = record.get("source").record("document", "clause");
  ids.refer("document", source.get("document"));
  source.get("clause").as(TEXT);
  record.get("checked").as(DAY);
  const days = record.get("holidays").list((item) => readStretch(item, year));
  const free = new Set(days.flat());
  if (free.size < days.flat().length)
    record
      .get("holidays")
      .fault("a day is named twice; write each holiday once, from its first to its last day");
  const workdays = record.get("workdays").list((item) => readWorkday(item, year, free));
  return { year, days: [...free].sort(), workdays: [...new Set(workdays)].sort() };
}

/** Every day of one holiday, first and last included. */
function readStretch(field: Field, year: number): readonly Day[] {
  const record = field.record("from", "to");
  const [from, to] = [record.get("from").as(DAY), record.get("to").as(DAY)];
  if (from === "" || to === "") return [];
  if (from > to || !inYear(from, year) || !inYear(to, year)) {
    const wrong = from > to ? "ends before it begins" : `is not in ${year} or the end of the year before`;
    field.fault(`this holiday ${wrong}; write its first and last day as the notice has them`);
    return [];
  }
  const count = (Date.parse(to) - Date.parse(from)) / DAY_MILLISECONDS + 1;
  return Array.from({ length: count }, (_, after) =>
    new Date(Date.parse(from) + after * DAY_MILLISECONDS).toISOString().slice(0, 10),
  );
}

function readWorkday(field: Field, year: number, free: ReadonlySet<Day>): Day {
  const day = field.as(DAY);
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  if (day === "") return day;
  if (!inYear(day, year)) field.fault(`${day} is not in ${year}; write it in the file of its year`);
  else if (free.has(day)) field.fault(`${day} is a holiday too; write it as one of the two`);
  else if (weekday !== 0 && weekday !== 6)
    field.fault(`${day} is neither Saturday nor Sunday; write only weekends that are worked`);
  return day;
}

/** The year's own days, and the last of the December before, which New Year's holiday may take in. */
function inYear(day: Day, year: number): boolean {
  return Number.isNaN(year) || (`${year - 1}-12-25` <= day && day <= `${year}-12-31`);
}
