import { type Bundle, LANGUAGES, type Language } from "../../engine/index.ts";

/** One question of the look-up and the entry that answers it. */
export interface SearchRow {
  readonly q: string;
  /** Id of a benefit, a topic or a document. */
  readonly entry: string;
  /** Ids of other entries that answer the question as fully; only where a person would take any of them. */
  readonly or: readonly string[];
  readonly county?: string;
  readonly language: Language;
}

/** Where a row stands, for naming it in a fault. */
export interface PlacedRow extends SearchRow {
  readonly at: string;
}

const KEYS = new Set(["q", "entry", "or", "county", "language"]);

/** The rows of a JSON-lines file. Throws naming the file and line that is wrong. */
export function parseSearchRows(text: string, file: string): readonly PlacedRow[] {
  return text.split("\n").flatMap((line, i) => {
    const at = `${file}:${i + 1}`;
    return line.trim() === "" ? [] : [{ ...readRow(line, at), at }];
  });
}

function readRow(line: string, at: string): SearchRow {
  const row = parsed(line, at);
  const unknown = Object.keys(row).find((key) => !KEYS.has(key));
  if (unknown !== undefined)
    throw new Error(`${at} has the unknown key ${unknown}; write ${[...KEYS].join(", ")}`);
  const { q, entry, or = [], county, language = "zh-Hans" } = row;
  if (typeof q !== "string" || q.trim() === "") throw new Error(`${at} has no question in q`);
  if (typeof entry !== "string") throw new Error(`${at} names no entry`);
  if (!isNames(or)) throw new Error(`${at} has an or that is no list of entries`);
  if (county !== undefined && typeof county !== "string")
    throw new Error(`${at} has a county that is no code`);
  const known = LANGUAGES.find((one) => one === language);
  if (known === undefined)
    throw new Error(`${at} has an unknown language; write one of ${LANGUAGES.join(", ")}`);
  return { q, entry, or, language: known, ...(county === undefined ? {} : { county }) };
}

function isNames(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === "string");
}

function parsed(line: string, at: string): Readonly<Record<string, unknown>> {
  let row: unknown;
  try {
    row = JSON.parse(line);
  } catch {
    throw new Error(`${at} is no JSON`);
  }
  if (typeof row !== "object" || row === null || Array.isArray(row)) throw new Error(`${at} is no object`);
  return { ...row };
}

/** What an entry of the look-up is called; `names` are all names it is indexed by, also the vocabulary's. */
export interface Findable {
  readonly kind: "benefit" | "topic" | "document";
  readonly names: readonly string[];
}

/** Everything a row may name, by id. */
export function findables(bundle: Bundle): ReadonlyMap<string, Findable> {
  const { vocabulary, lookUp } = bundle;
  const words = (kind: string, id: string) => [
    ...(vocabulary.concepts[`${kind}:${id}`] ?? []),
    ...(lookUp[`ask:${kind}/${id}`] ?? []),
  ];
  const named = (kind: "benefit" | "topic", items: Bundle["benefits"] | Bundle["topics"]) =>
    items.map(({ id, name, also }): [string, Findable] => [
      id,
      { kind, names: [...Object.values(name), ...Object.values(also).flat(), ...words(kind, id)] },
    ]);
  return new Map([
    ...bundle.documents.map(({ id, title, number }): [string, Findable] => [
      id,
      { kind: "document", names: [title, number ?? "", id, ...words("document", id)] },
    ]),
    ...named("topic", bundle.topics),
    ...named("benefit", bundle.benefits),
  ]);
}

/** A text as questions and names are compared: simplified, lower case, without spaces and signs. */
export function comparable(text: string, { vocabulary }: Bundle): string {
  const pairs = [...vocabulary.simplify];
  const simple = new Map(pairs.flatMap((one, at) => (at % 2 === 0 ? [[one, pairs[at + 1] ?? one]] : [])));
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
  return [...plain].map((character) => simple.get(character) ?? character).join("");
}
