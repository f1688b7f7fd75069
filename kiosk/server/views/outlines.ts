import type {
  Bundle,
  Citation,
  Facility,
  Language,
  LocalText,
  OutlineStatement,
} from "../../../src/engine/index.ts";

/** An entry that answers for a statement, with what it says in a sentence or two. */
interface Answering {
  readonly kind: "provision" | "topic" | "facility";
  readonly name: LocalText;
  readonly texts: readonly { readonly text: LocalText; readonly sources: readonly Citation[] }[];
}

/** Every entry by the name that outlines give it. */
export type AnsweringEntries = ReadonlyMap<string, Answering>;

/** Indexes the entries that outlines name, once for all requests. */
export function answeringEntries({ benefits, topics, facilities }: Bundle): AnsweringEntries {
  const provisions = benefits.flatMap((benefit) =>
    benefit.provisions.map(({ id, sources }): [string, Answering] => [
      `${benefit.id}/${id}`,
      { kind: "provision", name: benefit.name, texts: [{ text: benefit.summary, sources }] },
    ]),
  );
  return new Map<string, Answering>([
    ...facilities.map((facility): [string, Answering] => [facility.id, facilityEntry(facility)]),
    ...topics.map(({ id, name, answers }): [string, Answering] => [
      id,
      { kind: "topic", name, texts: answers.map(({ text, sources }) => ({ text, sources })) },
    ]),
    ...provisions,
  ]);
}

/** Where a facility is and what is to be known of it, as the source has it, in whatever language one reads. */
function facilityEntry({ name, address, note, sources }: Facility): Answering {
  const text = [address, note].filter((line) => line !== null).join("\n");
  return {
    kind: "facility",
    name,
    texts: [{ text: { "zh-Hans": text, "zh-Hant": text, en: text }, sources }],
  };
}

/** Why a statement has no entry, in words. */
export function reasonText(reason: string, bundle: Bundle, language: Language): string {
  return bundle.phrases[language][`desk.outline.none.${reason}`] ?? reason;
}

/** What a document says, clause by clause, with the entries that answer for it; null where nobody has read it so. */
export function outlineView(document: string, bundle: Bundle, entries: AnsweringEntries, language: Language) {
  const outline = bundle.outlines.find((one) => one.document === document);
  if (outline === undefined) return null;
  const entryView = (id: string) => {
    const entry = entries.get(id);
    const here = entry?.texts.filter(({ sources }) => sources.some((source) => source.document === document));
    return {
      kind: entry?.kind ?? ("topic" as const),
      id,
      name: entry?.name[language] ?? id,
      text: here?.map(({ text }) => text[language]).join("\n") ?? "",
    };
  };
  const statementView = ({ what, figures, by, none }: OutlineStatement) => ({
    what: what[language],
    figures,
    by: by.map(entryView),
    none,
    reason: none && reasonText(none, bundle, language),
  });
  return outline.clauses.map(({ clause, heading, about, says }) => ({
    clause,
    heading,
    about: about[language],
    says: says.map(statementView),
  }));
}
