import type { Bundle, Citation, Language, PolicyDocument } from "../../../src/engine/index.ts";
import { type AnsweringEntries, outlineView } from "./outlines.ts";

/** A document as a line of the list. */
export function documentEntry(document: PolicyDocument) {
  const { relations: _relations, ...entry } = document;
  return entry;
}

/** What rests on a document: one line per benefit or topic and clause. */
function citedBy(id: string, bundle: Bundle, language: Language) {
  const lines =
    (kind: "benefit" | "topic", entry: { id: string; name: Bundle["topics"][number]["name"] }) =>
    (citations: readonly Citation[]) =>
      [...new Set(citations.filter(({ document }) => document === id).map(({ clause }) => clause))].map(
        (clause) => ({ kind, id: entry.id, name: entry.name[language], clause }),
      );
  return [
    ...bundle.benefits.flatMap((benefit) =>
      lines("benefit", benefit)(benefit.provisions.flatMap(({ sources }) => sources)),
    ),
    ...bundle.topics.flatMap((topic) =>
      lines("topic", topic)(topic.answers.flatMap(({ sources }) => sources)),
    ),
  ];
}

/** How a document stands to others; `clause` is always its own, `otherClause` that of the other document. */
function relations(document: PolicyDocument, bundle: Bundle, language: Language) {
  const titles = new Map(bundle.documents.map(({ id, title }) => [id, title]));
  return document.relations.map(({ kind, clause, document: other, otherClause, note }) => ({
    kind,
    clause,
    document: other,
    title: titles.get(other) ?? other,
    otherClause,
    note: note?.[language] ?? null,
  }));
}

/** What other documents say of this one, seen from here. */
function relatedBy(id: string, bundle: Bundle, language: Language) {
  return bundle.documents.flatMap((other) =>
    other.relations
      .filter(({ document }) => document === id)
      .map(({ kind, clause, otherClause, note }) => ({
        kind,
        clause: otherClause,
        document: other.id,
        title: other.title,
        otherClause: clause,
        note: note?.[language] ?? null,
      })),
  );
}

/** A document with its relations in both directions, what it says clause by clause, and everything that cites it. */
export function documentDetail(
  document: PolicyDocument,
  bundle: Bundle,
  entries: AnsweringEntries,
  language: Language,
) {
  return {
    ...documentEntry(document),
    relations: relations(document, bundle, language),
    relatedBy: relatedBy(document.id, bundle, language),
    outline: outlineView(document.id, bundle, entries, language),
    citedBy: citedBy(document.id, bundle, language),
  };
}
