import type {
  Bundle,
  Citation,
  Language,
  Office,
  Place,
  PlaceCode,
  Source,
} from "../../../src/engine/index.ts";

/** Look-ups over the bundle that several views share, made once. */
export interface Lookup {
  readonly bundle: Bundle;
  /** A citation made readable; the compiler guarantees that its document exists. */
  sources(citations: readonly Citation[]): Source[];
  placeName(code: PlaceCode, language: Language): string;
  office(id: string): Office | null;
}

function toSource(documents: ReadonlyMap<string, Bundle["documents"][number]>, citation: Citation): Source {
  const found = documents.get(citation.document);
  return {
    document: citation.document,
    number: found?.number ?? null,
    title: found?.title ?? citation.document,
    clause: citation.clause,
    issued: found?.issued ?? null,
    url: found?.url ?? null,
    checked: found?.checked ?? "",
    kind: found?.kind ?? "policy",
  };
}

/**
 * Indexes the bundle for the reading routes.
 *
 * @example lookupOf(bundle).placeName("350582", "en") // "Jinjiang"
 */
export function lookupOf(bundle: Bundle): Lookup {
  const documents = new Map(bundle.documents.map((entry) => [entry.id, entry]));
  const places = new Map<PlaceCode, Place>(bundle.places.map((entry) => [entry.code, entry]));
  const offices = new Map(bundle.offices.map((entry) => [entry.id, entry]));
  return {
    bundle,
    sources: (citations) => citations.map((citation) => toSource(documents, citation)),
    // The province and the nation are jurisdictions but no places one can be in: their names are phrases.
    placeName: (code, language) =>
      places.get(code)?.name[language] ?? bundle.phrases[language][`desk.place.${code}`] ?? code,
    office: (id) => offices.get(id) ?? null,
  };
}
