import type { Bundle, Engine, SearchHit } from "../../engine/index.ts";
import { comparable, type Findable, findables, type PlacedRow } from "./search-rows.ts";

/** Hits asked for: enough that places are left to count when facilities and provisions are passed over. */
const HITS = 100;

/** How one question came out. */
export interface ScoredRow {
  readonly row: PlacedRow;
  readonly kind: Findable["kind"];
  /** Place of the right entry (the first of several) among the entries found, from 1; null when it was not found. */
  readonly place: number | null;
  /** The first three entries found. */
  readonly first: readonly string[];
}

/** Every row scored, and what is wrong with the rows themselves. */
export interface SearchScore {
  readonly scored: readonly ScoredRow[];
  /** Rows whose question is a name in the index, or whose entry does not exist: not counted. */
  readonly refused: readonly string[];
  /** Benefits and topics without any question. */
  readonly without: readonly string[];
}

/**
 * Runs every question through the look-up. Places are counted over entries: a provision stands for its benefit, the
 * first hit of an entry takes its place and further ones take none, and facilities take none.
 */
export function scoreSearch(
  rows: readonly PlacedRow[],
  engine: Pick<Engine, "bundle" | "search">,
): SearchScore {
  const known = findables(engine.bundle);
  const names = indexedNames(known, engine.bundle);
  const refused: string[] = [];
  const scored = rows.flatMap((row) => {
    const entry = known.get(row.entry);
    const problem = faultOf(row, known, names, engine.bundle);
    if (problem !== null) refused.push(`${row.at} ${row.q}: ${problem}`);
    return entry === undefined || problem !== null ? [] : [scoreRow(row, entry.kind, engine)];
  });
  const asked = new Set(scored.map(({ row }) => row.entry));
  const without = [...known].flatMap(([id, { kind }]) => (kind === "document" || asked.has(id) ? [] : [id]));
  return { scored, refused, without };
}

function indexedNames(known: ReadonlyMap<string, Findable>, bundle: Bundle): ReadonlyMap<string, string> {
  return new Map(
    [...known].flatMap(([id, { names }]) => names.map((name) => [comparable(name, bundle), id])),
  );
}

function faultOf(
  row: PlacedRow,
  known: ReadonlyMap<string, Findable>,
  names: ReadonlyMap<string, string>,
  bundle: Bundle,
): string | null {
  const missing = accepted(row).find((id) => !known.has(id));
  if (missing !== undefined) return `there is no benefit, topic or document ${missing}`;
  if (new Set(accepted(row)).size <= row.or.length) return "it names an entry twice";
  const owner = names.get(comparable(row.q, bundle));
  if (owner !== undefined) return `the question is a name of ${owner} in the index, so it measures nothing`;
  const { county } = row;
  const isCounty = bundle.places.some(({ code, level }) => code === county && level === "county");
  return county === undefined || isCounty ? null : `${county} is no county`;
}

function scoreRow(row: PlacedRow, kind: Findable["kind"], engine: Pick<Engine, "search">): ScoredRow {
  const query = { q: row.q, limit: HITS, ...(row.county === undefined ? {} : { county: row.county }) };
  const found = entriesFound(engine.search(query, row.language));
  const answers = new Set(accepted(row));
  const at = found.findIndex((id) => answers.has(id));
  return { row, kind, place: at < 0 ? null : at + 1, first: found.slice(0, 3) };
}

function accepted({ entry, or }: PlacedRow): readonly string[] {
  return [entry, ...or];
}

/** Entries in the order of their best hit. */
export function entriesFound(hits: readonly Pick<SearchHit, "kind" | "id">[]): readonly string[] {
  const ids = hits.flatMap(({ kind, id }) =>
    kind === "facility" ? [] : [kind === "provision" ? (id.split("/")[0] ?? id) : id],
  );
  return [...new Set(ids)];
}
