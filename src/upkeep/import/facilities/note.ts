import type { Details } from "../table/details.ts";
import type { Entry } from "./entry.ts";
import type { Merging } from "./merge.ts";
import type { NoteWords } from "./note-words.ts";

/**
 * The note: the sheet’s remark, or ours where it has none, then beds and seats, further phone numbers, and the age
 * of hours and prices that the sheet does not say. Read again it comes out the same.
 */
export function mergedNote(before: Entry, details: Details, merging: Merging): string {
  const { words } = merging;
  const { note, phone, otherPhones } = details;
  return [
    note ?? words.without(before.note),
    room(details, words) || words.found(before.note, "import.beds", "import.seats"),
    phone === null ? words.found(before.note, "import.phones") : phones(otherPhones, words),
    details.hours === null ? age("hours", before, merging) : "",
    details.prices === null ? age("prices", before, merging) : "",
  ].join("");
}

function room({ beds, seats }: Details, words: NoteWords): string {
  const counted = [
    beds === null ? "" : words.say("import.beds", { count: beds }),
    seats === null ? "" : words.say("import.seats", { count: seats }),
  ];
  return counted.join("");
}

function phones(others: string | null, words: NoteWords): string {
  return others === null ? "" : words.say("import.phones", { phones: others });
}

/** How old something is that stays from an older source: said once, when the newer source comes. */
function age(what: "hours" | "prices", before: Entry, { provenance, words }: Merging): string {
  if (before[what] === "") return "";
  const already = words.found(before.note, `import.${what}-of`, `import.${what}-undated`);
  if (already !== "" || before.source === provenance.source) return already;
  return before.reported === ""
    ? words.say(`import.${what}-undated`)
    : words.say(`import.${what}-of`, { year: before.reported.slice(0, 4) });
}
