import type { Details } from "../table/details.ts";
import type { Entry } from "./entry.ts";
import type { Provenance } from "./merge.ts";

const PHONES = /另有电话：[^。]*。/gu;
const ROOM = /(床位|座位)\d+(张|个)。/gu;
const OLD_HOURS = /时间是(\d{4}年|没有日期)的资料。/gu;
const OLD_PRICES = /价格是(\d{4}年|没有日期)的资料。/gu;

/**
 * The note: the sheet’s remark, or ours where it has none, then beds and seats, further phone numbers, and the age
 * of hours and prices that the sheet does not say. Read again it comes out the same.
 */
export function mergedNote(before: Entry, details: Details, provenance: Provenance): string {
  const ours = [PHONES, ROOM, OLD_HOURS, OLD_PRICES].reduce(
    (note, made) => note.replace(made, ""),
    before.note,
  );
  const phones = details.otherPhones === null ? "" : `另有电话：${details.otherPhones}。`;
  return [
    details.note ?? ours,
    details.room ?? found(before.note, ROOM),
    details.phone === null ? found(before.note, PHONES) : phones,
    details.hours === null ? age("时间", before.hours, before, provenance, OLD_HOURS) : "",
    details.prices === null ? age("价格", before.prices, before, provenance, OLD_PRICES) : "",
  ].join("");
}

/** How old something is that stays from an older source: said once, when the newer source comes. */
function age(what: string, kept: string, before: Entry, provenance: Provenance, said: RegExp): string {
  if (kept === "") return "";
  const already = found(before.note, said);
  if (already !== "" || before.source === provenance.source) return already;
  return `${what}是${before.reported === "" ? "没有日期" : `${before.reported.slice(0, 4)}年`}的资料。`;
}

function found(text: string, pattern: RegExp): string {
  return (text.match(pattern) ?? []).join("");
}
