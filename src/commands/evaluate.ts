/**
 * `npm run evaluate -- FILE.jsonl`: how well texts are understood. Reads labelled questions, runs understanding
 * with the compiled bundle, and prints intent and slot accuracy, a confusion table and each miss.
 */
import { existsSync, readFileSync } from "node:fs";
import type { Bundle } from "../engine/knowledge/types.ts";
import { createReader, type Reader } from "../engine/language/index.ts";
import type { Slots } from "../engine/language/types.ts";

/** One labelled question; labels are words as people know them, not our ids. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
  readonly noise?: string;
  readonly intent: string;
  readonly alt_intents?: readonly string[];
  readonly slots?: Readonly<Record<string, unknown>>;
  readonly slots_not?: Readonly<Record<string, unknown>>;
}

/** How one question came out. */
export interface Scored {
  readonly row: Labelled;
  readonly intent: string;
  readonly intentRight: boolean;
  /** Slot name → whether it was understood. */
  readonly slots: ReadonlyMap<string, boolean>;
  readonly violations: readonly string[];
  readonly got: Slots;
}

/** Labels that name several of our ids, or ours by another name. */
const TYPE_NAMES: Readonly<Record<string, string>> = { medical: "clinic" };
const BENEFIT_NAMES: Readonly<Record<string, readonly string[]>> = {
  老年人优待: ["elder-concessions-60", "elder-concessions-65"],
};
const SLOT_KEYS: Readonly<Record<string, keyof Slots>> = { facility_type: "facilityType" };
const CENTENARIAN = 100;

const plain = (label: string) => label.toLowerCase().replace(/[\s（）()“”_-]/g, "");

/** Ids by every name of the knowledge, for reading labels. */
export class LabelBook {
  /** Labels nobody could map; reported at the end. */
  readonly unknown = new Set<string>();
  readonly #benefits = new Map<string, Set<string>>();
  readonly #places = new Map<string, Set<string>>();
  readonly #categories = new Map<string, string>();
  readonly #types: ReadonlySet<string>;

  constructor(bundle: Bundle) {
    const add = (map: Map<string, Set<string>>, name: string, id: string) =>
      map.set(plain(name), (map.get(plain(name)) ?? new Set()).add(id));
    for (const { id, name, also } of bundle.benefits) {
      for (const word of [...Object.values(name), ...Object.values(also).flat()])
        add(this.#benefits, word, id);
    }
    for (const [concept, words] of Object.entries(bundle.vocabulary.concepts)) {
      const id = concept.slice(concept.indexOf(":") + 1);
      if (concept.startsWith("benefit:")) for (const word of words) add(this.#benefits, word, id);
    }
    for (const [label, ids] of Object.entries(BENEFIT_NAMES))
      for (const id of ids) add(this.#benefits, label, id);
    for (const { code, name, level } of bundle.places)
      if (level !== "village") add(this.#places, name["zh-Hans"], code);
    this.#readCategories(bundle);
    this.#types = new Set(bundle.facilityTypes.map(({ id }) => id));
  }

  #readCategories({ facts, vocabulary }: Bundle): void {
    for (const { id, category, name } of facts) {
      if (!category) continue;
      this.#categories.set(plain(name["zh-Hans"]), category.slot);
      for (const word of vocabulary.concepts[`fact:${id}=${String(category.value)}`] ?? []) {
        this.#categories.set(plain(word), category.slot);
      }
    }
  }

  #known(label: string, ids: ReadonlySet<string> | undefined): ReadonlySet<string> {
    if (!ids) this.unknown.add(label);
    return ids ?? new Set();
  }

  /** Whether the slot read is what the label says. */
  matches(slot: string, label: unknown, got: Slots): boolean {
    if (slot === "age") return got.age === Number(label);
    if (slot === "county" || slot === "town") {
      return this.#known(String(label), this.#places.get(plain(String(label)))).has(got[slot] ?? "");
    }
    if (slot === "benefit") {
      return this.#known(String(label), this.#benefits.get(plain(String(label)))).has(got.benefit ?? "");
    }
    if (slot === "facility_type") return this.#typeOf(String(label)) === got.facilityType;
    if (slot === "categories") return (label as string[]).every((one) => this.hasCategory(one, got));
    this.unknown.add(slot);
    return false;
  }

  #typeOf(label: string): string {
    const id = TYPE_NAMES[label] ?? label.replaceAll("_", "-");
    if (!this.#types.has(id)) this.unknown.add(label);
    return id;
  }

  /** Whether a category label is among those read; 百岁 is told by the age. */
  hasCategory(label: string, got: Slots): boolean {
    if (label === "百岁") return (got.age ?? 0) >= CENTENARIAN;
    const slot = this.#categories.get(plain(label));
    if (slot === undefined) this.unknown.add(label);
    return slot !== undefined && (got.categories ?? []).includes(slot);
  }
}

/** Scores one question. */
export function score(row: Labelled, reader: Reader, labels: LabelBook): Scored {
  const read = reader.understand(row.text, { asked: null, language: null });
  const slots = new Map<string, boolean>();
  for (const [slot, label] of Object.entries(row.slots ?? {}))
    slots.set(slot, labels.matches(slot, label, read.slots));
  const violations = Object.entries(row.slots_not ?? {}).filter(([slot, label]) =>
    slot === "categories"
      ? (label as string[]).some((one) => labels.hasCategory(one, read.slots))
      : labels.matches(slot, label, read.slots),
  );
  return {
    row,
    intent: read.intent,
    intentRight: read.intent === row.intent || (row.alt_intents ?? []).includes(read.intent),
    slots,
    violations: violations.map(([slot]) => slot),
    got: read.slots,
  };
}

const percent = (part: number, whole: number) =>
  whole === 0 ? "–" : `${((100 * part) / whole).toFixed(1)}% (${part}/${whole})`;

function tally(scored: readonly Scored[], keyOf: (one: Scored) => string): string[] {
  const groups = new Map<string, Scored[]>();
  for (const one of scored) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one]);
  return [...groups]
    .sort(([a], [b]) => a.localeCompare(b))
    .map(
      ([key, ones]) =>
        `  ${key.padEnd(18)} ${percent(ones.filter((one) => one.intentRight).length, ones.length)}`,
    );
}

function slotLines(scored: readonly Scored[]): string[] {
  const counts = new Map<string, [number, number]>();
  for (const { slots } of scored) {
    for (const [slot, right] of slots) {
      const [hit, all] = counts.get(slot) ?? [0, 0];
      counts.set(slot, [hit + (right ? 1 : 0), all + 1]);
    }
  }
  const sum = [...counts.values()].reduce(([a, b], [hit, all]) => [a + hit, b + all], [0, 0]);
  const lines = [...counts].map(([slot, [hit, all]]) => `  ${slot.padEnd(18)} ${percent(hit, all)}`);
  const broken = scored.reduce((count, { violations }) => count + violations.length, 0);
  const guarded = scored.reduce((count, { row }) => count + Object.keys(row.slots_not ?? {}).length, 0);
  return [
    `Slots ${percent(sum[0] ?? 0, sum[1] ?? 0)}`,
    ...lines,
    `  must not be stored  ${broken} of ${guarded} stored`,
  ];
}

function confusion(scored: readonly Scored[]): string[] {
  const pairs = new Map<string, number>();
  for (const { row, intent, intentRight } of scored) {
    if (intentRight) continue;
    const pair = `${row.intent} → ${intent}`;
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  return [
    "Confused (labelled → read)",
    ...[...pairs].sort((a, b) => b[1] - a[1]).map(([pair, n]) => `  ${n} × ${pair}`),
  ];
}

function misses(scored: readonly Scored[]): string[] {
  return scored.flatMap(({ row, intent, intentRight, slots, violations, got }) => {
    const faults = [
      ...(intentRight ? [] : [`intent ${row.intent} read as ${intent}`]),
      ...[...slots]
        .filter(([, right]) => !right)
        .map(
          ([slot]) =>
            `${slot} ${JSON.stringify(row.slots?.[slot])} read as ${JSON.stringify(got[SLOT_KEYS[slot] ?? (slot as keyof Slots)] ?? null)}`,
        ),
      ...violations.map((slot) => `${slot} stored though it must not be`),
    ];
    return faults.length > 0 ? [`  ${row.id} ${row.text}`, ...faults.map((fault) => `      ${fault}`)] : [];
  });
}

/** The whole report as lines. */
export function report(scored: readonly Scored[], labels: LabelBook): string[] {
  return [
    `Intent ${percent(scored.filter((one) => one.intentRight).length, scored.length)}`,
    ...tally(scored, ({ row }) => row.intent),
    "By language",
    ...tally(scored, ({ row }) => row.lang ?? "?"),
    "By noise",
    ...tally(scored, ({ row }) => row.noise ?? "none"),
    ...slotLines(scored),
    ...confusion(scored),
    "Misses",
    ...misses(scored),
    ...(labels.unknown.size > 0
      ? [`Labels that the knowledge does not know: ${[...labels.unknown].join(", ")}`]
      : []),
  ];
}

/** The rows of a JSON-lines text; a dialogue (a row with `turns`) is kept apart. Throws naming the line that is wrong. */
export function parseRows(text: string): { questions: Labelled[]; dialogues: unknown[] } {
  const questions: Labelled[] = [];
  const dialogues: unknown[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      throw new Error(`line ${i + 1} is no JSON`);
    }
    if (typeof row === "object" && row !== null && "turns" in row) dialogues.push(row);
    else if (typeof row === "object" && row !== null && "text" in row && "intent" in row)
      questions.push(row as Labelled);
    else throw new Error(`line ${i + 1} has no text and intent`);
  }
  return { questions, dialogues };
}

async function loadBundle(): Promise<Bundle> {
  const path = process.env.BUNDLE ?? "build/bundle.json";
  if (existsSync(path)) return JSON.parse(readFileSync(path, "utf8")) as Bundle;
  const { compileKnowledge } = await import("../compiler/index.ts");
  const compiled = compileKnowledge(process.env.KNOWLEDGE_DIR ?? "knowledge");
  if (!compiled.bundle) throw new Error("the knowledge has faults; see npm run knowledge");
  return compiled.bundle;
}

async function main(file: string | undefined): Promise<number> {
  if (!file || !existsSync(file)) {
    console.error(file ? `${file} does not exist` : "usage: npm run evaluate -- FILE.jsonl");
    return 1;
  }
  const bundle = await loadBundle();
  const { questions, dialogues } = parseRows(readFileSync(file, "utf8"));
  const labels = new LabelBook(bundle);
  const reader = createReader(bundle);
  for (const line of report(
    questions.map((row) => score(row, reader, labels)),
    labels,
  ))
    console.log(line);
  if (dialogues.length > 0) console.log(`${dialogues.length} dialogues are not scored here`);
  return 0;
}

if (import.meta.filename === process.argv[1]) process.exitCode = await main(process.argv[2]);
