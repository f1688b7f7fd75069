import type { ScoredRow, SearchScore } from "./search-score.ts";

const GOOD = 3;

const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}% (${part}/${whole})`;

function shares(rows: readonly ScoredRow[]): string {
  const first = rows.filter(({ place }) => place === 1).length;
  return `first ${percent(first, rows.length)}, in the first three ${percent(rows.filter(isGood).length, rows.length)}`;
}

function isGood({ place }: ScoredRow): boolean {
  return place !== null && place <= GOOD;
}

function groups(rows: readonly ScoredRow[], keyOf: (row: ScoredRow) => string): readonly string[] {
  const keys = [...new Set(rows.map(keyOf))].sort();
  return keys.map((key) => `  ${key.padEnd(10)} ${shares(rows.filter((row) => keyOf(row) === key))}`);
}

/** Entries all of whose questions found them: a single lucky question must not hide a missed one. */
function entryLine(rows: readonly ScoredRow[]): string {
  const entries = [...new Set(rows.map(({ row }) => row.entry))];
  const good = entries.filter((id) => rows.filter(({ row }) => row.entry === id).every(isGood));
  return `Entries found in the first three by each of their questions ${percent(good.length, entries.length)}`;
}

function missLine({ row, place, first }: ScoredRow): string {
  const where = place === null ? "not found" : `place ${place}`;
  return `  ${row.q} → ${[row.entry, ...row.or].join(" or ")}: ${where}; first came ${first.join(", ") || "nothing"}`;
}

/** The report: how many questions find their entry, by language and kind, what is left unasked, and each miss. */
export function searchReport({ scored, refused, without }: SearchScore): readonly string[] {
  return [
    `Questions ${scored.length}: ${shares(scored)}`,
    entryLine(scored),
    `Questions that accept more than one entry: ${scored.filter(({ row }) => row.or.length > 0).length}`,
    "By language",
    ...groups(scored, ({ row }) => row.language),
    "By kind",
    ...groups(scored, ({ kind }) => kind),
    `Benefits and topics without a question: ${without.join(", ") || "none"}`,
    `Refused, not counted: ${refused.length === 0 ? "none" : refused.length}`,
    ...refused.map((line) => `  ${line}`),
    "Misses (not in the first three)",
    ...scored.filter((row) => !isGood(row)).map(missLine),
  ];
}
