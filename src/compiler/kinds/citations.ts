import type { Citation, Period } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Field } from "../reading/field.ts";
import { AMOUNT, DAY, oneOf, TEXT } from "../reading/forms.ts";
import type { Value } from "../reading/value.ts";

/** The clause of a citation that means the whole document. */
export const WHOLE_DOCUMENT = "全文";

const BASIS = oneOf(["stated", "inferred", "standing", "none"]);

/** The sources of a rule: at least one, the deciding one first. */
export function readSources(field: Field, knowledge: Compilation): readonly Citation[] {
  const sources = readCitations(field, knowledge);
  if (field.isEmptyList) field.fault("there is no source; write at least one: [{ document: …, clause: … }]");
  return sources;
}

/** A list of citations that may be empty. */
export function readCitations(field: Field, knowledge: Compilation): readonly Citation[] {
  return field.list((item) => {
    const record = item.record("document", "clause");
    return readCitation(record.get("document"), record.get("clause"), knowledge);
  });
}

/** One citation; several clauses are separated by `；`. Its place is kept for the checks against the outlines. */
export function readCitation(document: Value, clause: Value, { ids, origins }: Compilation): Citation {
  return origins.cite({ document: ids.refer("document", document), clause: clause.as(TEXT) }, clause);
}

/** When a rule is in force, and where we know that from. */
export function readPeriod(field: Field): Period {
  const record = field.record("from", "to", "basis");
  const from = record.find("from")?.as(DAY) ?? null;
  const to = record.find("to")?.as(DAY) ?? null;
  const basis = record.get("basis").as(BASIS);
  const wrong = basis === record.get("basis").scalar ? periodFault(from, to, basis) : null;
  if (wrong !== null) field.fault(wrong);
  return { from, to, basis };
}

function periodFault(from: string | null, to: string | null, basis: Period["basis"]): string | null {
  if (from && to && from > to)
    return `the period ends (${to}) before it begins (${from}); write \`to\` no earlier than \`from\``;
  if (to !== null && (basis === "standing" || basis === "none"))
    return `a period with basis \`${basis}\` has no end; write \`to: null\`, or basis stated or inferred`;
  if (from === null && to === null && (basis === "stated" || basis === "inferred"))
    return `a period with basis \`${basis}\` needs a day; write \`from\` or \`to\`, or basis standing or none`;
  return null;
}

/** The exact numbers that a cited clause contains; the place of each is kept. */
export function readFigures(field: Field | undefined, { origins }: Compilation): readonly number[] {
  const items = field?.list((item) => ({ item, figure: item.as(AMOUNT) })) ?? [];
  return origins.keepItems(
    items.map(({ figure }) => figure),
    items.map(({ item }) => item),
  );
}
