/** Documents as the bundle holds them: what rules rest on, clause by clause. */
import type { Day, LocalText, PlaceCode } from "./types.ts";

export type DocumentKind = "policy" | "official-page" | "news";

/** A policy document or a source page. Rules and amounts cite it by id and clause. */
export interface PolicyDocument {
  readonly id: string;
  readonly title: string;
  /** Official number (文号), or null where the document has none. */
  readonly number: string | null;
  readonly issuer: string | null;
  readonly issued: Day | null;
  readonly period: Period;
  readonly jurisdiction: PlaceCode;
  readonly kind: DocumentKind;
  /** Null where there is no address that may be shown to people (mirror copies are never shown). */
  readonly url: string | null;
  /** The day somebody last compared our record with the source. */
  readonly checked: Day;
  /** The day the address was last opened and led to the document; null when nobody has. */
  readonly linkChecked: Day | null;
  /** What the document says about an earlier or higher document. */
  readonly relations: readonly DocumentRelation[];
}

/**
 * How a document (or one clause of it) stands to another: it refines what a superior or earlier one says,
 * replaces its list of persons, repeats it, or differs from it in a figure or a group.
 */
export interface DocumentRelation {
  readonly kind: "refines" | "replaces-list" | "repeats" | "differs";
  /** Our clause, where the relation is one of clauses. */
  readonly clause: string | null;
  readonly document: string;
  /** Their clause, where the relation is one of clauses. */
  readonly otherClause: string | null;
  readonly note?: LocalText;
}

/** What a document says, clause by clause in its own order, and which entries answer for it. */
export interface Outline {
  readonly document: string;
  readonly clauses: readonly OutlineClause[];
}

/** One clause of a document. */
export interface OutlineClause {
  /** As citations name it, e.g. `二（三）7`, `附件·4`. */
  readonly clause: string;
  /** The clause's own heading or first words, by which it is found in the document's text. */
  readonly heading: string;
  /** What it is about, in a few words of ours. */
  readonly about: LocalText;
  /** Statement by statement; empty only for a bare heading. */
  readonly says: readonly OutlineStatement[];
}

/** One thing a clause says: covered by entries, or the reason why none is needed. Exactly one of the two. */
export interface OutlineStatement {
  readonly what: LocalText;
  /** The quantities of the statement, exactly as the text has them. */
  readonly figures: readonly number[];
  /** Entries that cite this clause: `benefit/provision`, a topic's id or a facility's id. */
  readonly by: readonly string[];
  readonly none: NoEntryReason | null;
}

/**
 * Why a statement has no entry: `formality` (how the text was issued, on what it rests), `aims` (a general wish without
 * a fact to ask for), `among-offices` (what offices do among themselves), `child-care` (outside what elders ask),
 * `named-officials` (names of persons stay out).
 */
export type NoEntryReason = "formality" | "aims" | "among-offices" | "child-care" | "named-officials";

/**
 * When a rule is in force. `basis` says where the dates come from: `stated` in the text, `inferred`
 * (by us, e.g. from a plan's title), `standing` (a law in force without an end), or `none` (the source
 * gives no period: the outcome is then at best `confirm`).
 */
export interface Period {
  readonly from: Day | null;
  readonly to: Day | null;
  readonly basis: "stated" | "inferred" | "standing" | "none";
}

/** A citation: which document and which clause in it. */
export interface Citation {
  readonly document: string;
  /** Clause as an adviser would look it up, e.g. `二（三）7`; `全文` for a page without clauses. */
  readonly clause: string;
}
