import { toSimplified } from "../../../compiler/traditional.ts";
import type { Day, FacilityStatus } from "../../../engine/knowledge/types.ts";
import { type Hours, readHours } from "../wording/hours.ts";
import { type Phone, readPhones } from "../wording/phones.ts";
import { readStatus } from "../wording/status.ts";
import { countIn, hoursText, priceText, sentence, serviceText, unfit } from "../wording/texts.ts";
import type { ColumnKind } from "./headings.ts";
import type { RowReader } from "./row.ts";
import type { TableCell } from "./table.ts";

/** What a row says beside name and place; null where it says nothing. */
export interface Details {
  readonly status: FacilityStatus | null;
  readonly hours: { readonly text: string; readonly sessions: string; readonly exceptions: string } | null;
  readonly prices: string | null;
  readonly services: string | null;
  /** The remark of the sheet; sentences of the note are made of beds, seats and further phones. */
  readonly note: string | null;
  readonly beds: number | null;
  readonly seats: number | null;
  readonly phone: string | null;
  readonly otherPhones: string | null;
}

/** What reading details depends on beside the row. */
export interface DetailsContext {
  readonly reported: Day;
  readonly daily: boolean;
}

/** Reads all columns but name and place; what cannot be read is refused cell by cell. */
export function readDetails(row: RowReader, context: DetailsContext): Details {
  const hoursCell = words(row, "hours");
  const phones = readAllPhones(row);
  const [first, ...others] = phones;
  return {
    status: closedByHours(hoursCell, row) ?? statusOf(row),
    hours: hoursCell === null ? null : hoursOf(hoursCell, row, context),
    prices: mapped(words(row, "prices"), ({ text, heading }) => priceText(text, heading)),
    services: mapped(words(row, "services"), ({ text }) => serviceText(text)),
    note: mapped(words(row, "note"), ({ text }) => sentence(text)),
    beds: roomOf(row, "beds"),
    seats: roomOf(row, "seats"),
    phone: first?.number ?? null,
    otherPhones: others.length > 0 ? others.map(({ number }) => number).join("、") : null,
  };
}

/** A cell that people read, refused when it is no fit text. */
export function words(row: RowReader, kind: ColumnKind): TableCell | null {
  const cell = row.cell(kind);
  if (cell === undefined) return null;
  const wrong = unfit(cell.text);
  if (wrong !== null) row.refuse(cell, wrong);
  return wrong === null ? { ...cell, text: toSimplified(cell.text) } : null;
}

function mapped<T>(cell: TableCell | null, map: (cell: TableCell) => T): T | null {
  return cell === null ? null : map(cell);
}

/** 暂停营业 among the hours weighs more than 正常运营 in a column that nobody updated. */
function closedByHours(cell: TableCell | null, row: RowReader): FacilityStatus | null {
  if (cell === null) return null;
  const status = readStatus(cell.text);
  if (status !== "suspended" && status !== "closed" && status !== "planned") return null;
  row.remark(cell, `“${cell.text}” is taken as ${status}`);
  return status;
}

function statusOf(row: RowReader): FacilityStatus | null {
  const cell = row.cell("status");
  if (cell === undefined) return null;
  const status = readStatus(cell.text);
  if (status !== null) return status;
  row.refuse(
    cell,
    `“${cell.text}” is no status known here; write 正常运营, 在建, 暂停 or 已关停. Taken as unverified`,
  );
  return "unverified";
}

function hoursOf(cell: TableCell, row: RowReader, context: DetailsContext): Details["hours"] {
  if (cell.numeric) {
    row.refuse(
      cell,
      `holds the number ${cell.text}, a time made so by the spreadsheet; format it as text and write it anew`,
    );
    return null;
  }
  const text = hoursText(cell.text);
  if (readStatus(cell.text) !== null) return null;
  const hours: Hours = readHours(cell.text, context);
  if (!("unread" in hours)) return { text, ...hours };
  row.remark(cell, `kept as text, “${text}”: ${hours.unread}`);
  return { text, sessions: "", exceptions: "" };
}

function roomOf(row: RowReader, kind: "beds" | "seats"): number | null {
  const cell = row.cell(kind);
  if (cell === undefined) return null;
  const count = countIn(cell.text);
  if (count === null) row.remark(cell, `“${cell.text}” is no single number and is left out`);
  return count === 0 ? null : count;
}

/** The facility’s own numbers, then landlines of its people; their mobiles are nobody else’s business. */
function readAllPhones(row: RowReader): readonly Phone[] {
  const own = row.cells("phone").flatMap((cell) => phonesOf(cell, row));
  const people = row.cells("personPhone").flatMap((cell) => {
    const phones = phonesOf(cell, row);
    if (phones.some(({ mobile }) => mobile)) row.remark(cell, "a person’s mobile number is left out");
    return phones.filter(({ mobile }) => !mobile);
  });
  const known = new Set<string>();
  return [...own, ...people].filter(({ number }) => !known.has(number) && known.add(number));
}

function phonesOf(cell: TableCell, row: RowReader): readonly Phone[] {
  const phones = readPhones(cell.text);
  if ("numbers" in phones) return phones.numbers;
  row.refuse(cell, phones.wrong);
  return [];
}
