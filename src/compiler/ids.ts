import { ELSEWHERE } from "../engine/knowledge/places.ts";
import { type Placed, type Reporting, spot } from "./reading/faults.ts";
import { type Form, PLACE, TEXT } from "./reading/forms.ts";
import { didYouMean } from "./reading/suggest.ts";
import type { Value } from "./reading/value.ts";

/** Kinds of things that other files name by id. */
export type IdKind =
  | "benefit"
  | "document"
  | "fact"
  | "facility"
  | "facility type"
  | "office"
  | "office role"
  | "place"
  | "site"
  | "topic";

/** Where each kind is written, to say where a missing one should be added. */
const HOME: Readonly<Record<IdKind, string>> = {
  benefit: "knowledge/benefits/<id>.yaml",
  document: "knowledge/documents/<id>.yaml",
  fact: "knowledge/facts/<id>.yaml",
  facility: "knowledge/facilities/<type>/*.csv",
  "facility type": "knowledge/facilities/<id>/type.yaml",
  office: "knowledge/offices/*.yaml",
  "office role": "knowledge/offices/*.yaml with `kind: role`",
  place: "knowledge/places/places.csv",
  site: "knowledge/places/sites.yaml",
  topic: "knowledge/topics/<id>.yaml",
};

interface Reference {
  readonly kind: IdKind;
  readonly id: string;
  readonly at: Reporting;
}

/**
 * Every id of the knowledge and every mention of one. Files are read in one pass, so a mention is kept
 * until all ids are known; `settle` then reports the mentions that lead nowhere.
 */
export class Ids {
  readonly #defined = new Map<IdKind, Map<string, Placed>>();
  readonly #codes = new Map<string, string>();
  readonly #pending: Reference[] = [];
  readonly #doubtful = new Set<IdKind>();

  /** Takes an id; the second definition of one is reported where it stands. */
  define(kind: IdKind, id: string, at: Reporting): void {
    if (id === "") return;
    const first = this.#of(kind).get(id);
    // Only the position is kept: a row would hold on to its whole file, and there may be hundreds of thousands.
    if (first === undefined) this.#of(kind).set(id, { position: at.position });
    else at.fault(`${kind} \`${id}\` is already at ${spot(first)}; write another id, or keep one of the two`);
  }

  /** Takes a place's code with its name, so that an author who wrote the name can be told the code. */
  definePlace(code: string, name: string, at: Reporting): void {
    this.define("place", code, at);
    this.#codes.set(name, this.#codes.has(name) ? "" : code);
  }

  /** Reads a mention of an id and remembers to check it. A place is one of ours: nothing but a person is elsewhere. */
  refer(kind: IdKind, at: Value): string {
    const id = at.as(kind === "place" ? PLACE : mentionOf(kind));
    if (kind === "place" && id === ELSEWHERE)
      at.fault(`\`${id}\` can only be where a person belongs; write the code of a place in Quanzhou`);
    this.mention(kind, id, at);
    return id;
  }

  /** Remembers a mention that has been read already. */
  mention(kind: IdKind, id: string, at: Reporting): void {
    if (id !== "" && !this.has(kind, id)) this.#pending.push({ kind, id, at });
  }

  /** A file that defines ids of this kind could not be read in full: unknown ones are no fault of their own then. */
  doubt(kind: IdKind): void {
    this.#doubtful.add(kind);
  }

  has(kind: IdKind, id: string): boolean {
    return this.#of(kind).has(id);
  }

  /** All ids of a kind, sorted. */
  all(kind: IdKind): readonly string[] {
    return [...this.#of(kind).keys()].sort();
  }

  /** Reports every mention of an id that no file defines. */
  settle(): void {
    for (const { kind, id, at } of this.#pending) {
      if (this.has(kind, id) || this.#doubtful.has(kind)) continue;
      at.fault(`\`${id}\` is no known ${kind}; write ${this.#instead(kind, id)}`);
    }
  }

  #instead(kind: IdKind, id: string): string {
    const code = kind === "place" ? this.#codes.get(id) : undefined;
    if (code) return `its code, "${code}"`;
    const hint = kind === "place" ? "" : didYouMean(id, this.#of(kind).keys());
    return `one from ${HOME[kind]}, or add it there${hint}`;
  }

  #of(kind: IdKind): Map<string, Placed> {
    const known = this.#defined.get(kind) ?? new Map<string, Placed>();
    this.#defined.set(kind, known);
    return known;
  }
}

/** A mention is read as plain text: whether it is an id shows when it is looked up. */
function mentionOf(kind: IdKind): Form<string> {
  return { ...TEXT, write: `the id of ${/^[aeiou]/u.test(kind) ? "an" : "a"} ${kind}` };
}
