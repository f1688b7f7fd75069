import type { Bundle, Citation, Language, PolicyDocument } from "../../../src/engine/index.ts";

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

/** A document with its relations to others and everything that cites it. */
export function documentDetail(document: PolicyDocument, bundle: Bundle, language: Language) {
  const titles = new Map(bundle.documents.map(({ id, title }) => [id, title]));
  return {
    ...documentEntry(document),
    relations: document.relations.map(({ kind, document: other, note }) => ({
      kind,
      document: other,
      title: titles.get(other) ?? other,
      note: note?.[language] ?? null,
    })),
    citedBy: citedBy(document.id, bundle, language),
  };
}
