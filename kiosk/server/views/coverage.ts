import type { Bundle, Language, NoEntryReason, Outline } from "../../../src/engine/index.ts";
import { reasonText } from "./outlines.ts";

/** How many statements are decided for a person, stated as a fact, or outside of what is answered here, by reason. */
interface Tally {
  readonly clauses: number;
  readonly statements: number;
  readonly decided: number;
  readonly stated: number;
  readonly outside: Readonly<Partial<Record<NoEntryReason, number>>>;
}

/** A statement is decided when a provision answers for it; an outline names those as `benefit/provision`. */
function tally({ clauses }: Outline): Tally {
  const statements = clauses.flatMap(({ says }) => says);
  const decided = statements.filter(({ by }) => by.some((name) => name.includes("/"))).length;
  const reasons = statements.flatMap(({ none }) => none ?? []);
  return {
    clauses: clauses.length,
    statements: statements.length,
    decided,
    stated: statements.length - decided - reasons.length,
    outside: countEach(reasons),
  };
}

function countEach(reasons: readonly NoEntryReason[]): Tally["outside"] {
  const different = [...new Set(reasons)].sort();
  return Object.fromEntries(
    different.map((reason) => [reason, reasons.filter((one) => one === reason).length]),
  );
}

/** Document by document: how much of what it says is decided, stated or outside, with the sums. */
export function outlineCoverage(bundle: Bundle, language: Language) {
  const titles = new Map(bundle.documents.map(({ id, title }) => [id, title]));
  const documents = bundle.outlines.map((outline) => ({
    document: outline.document,
    title: titles.get(outline.document) ?? outline.document,
    ...tally(outline),
  }));
  const sum = (of: (line: Tally) => number) => documents.reduce((total, line) => total + of(line), 0);
  const counts = {
    documents: documents.length,
    clauses: sum(({ clauses }) => clauses),
    statements: sum(({ statements }) => statements),
    decided: sum(({ decided }) => decided),
    stated: sum(({ stated }) => stated),
    outside: sum(({ statements, decided, stated }) => statements - decided - stated),
  };
  const used = [...new Set(documents.flatMap(({ outside }) => Object.keys(outside)))].sort();
  const reasons = used.map((reason) => ({ reason, text: reasonText(reason, bundle, language) }));
  return { counts, documents, reasons, entries: entryCoverage(bundle, language) };
}

/** Entry by entry: benefits that are decided here, topics that are stated by kind, and what belongs to others. */
function entryCoverage({ benefits, topics, phrases }: Bundle, language: Language) {
  const line = ({ id, name }: Bundle["topics"][number] | Bundle["benefits"][number]) => ({
    id,
    name: name[language],
  });
  const stated = topics.filter(({ kind }) => kind !== "other-scope");
  const kinds = [...new Set(stated.map(({ kind }) => kind))].sort();
  return {
    decided: benefits.map(line),
    stated: kinds.map((kind) => ({
      kind,
      text: phrases[language][`desk.topic-kind.${kind}`] ?? kind,
      topics: stated.filter((topic) => topic.kind === kind).map(line),
    })),
    outside: topics.filter(({ kind }) => kind === "other-scope").map(line),
  };
}
