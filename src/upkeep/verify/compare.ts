import type { OutlineClause, PolicyDocument } from "../../engine/knowledge/types.ts";
import { type Anchor, findAnchors } from "./anchors.ts";
import { unclaimedParts } from "./parts.ts";
import { numbersOf, yearsOf } from "./quantities.ts";
import { contains, readSource, type SourceText } from "./text.ts";

/** One thing in which an outline and the document's text differ, and what to write instead. */
export interface Difference {
  /** Null for one of the document as a whole. */
  readonly clause: OutlineClause | null;
  readonly message: string;
}

/** Compares what we say of a document, clause by clause, with its text. */
export function compare(
  document: PolicyDocument,
  clauses: readonly OutlineClause[],
  raw: string,
): readonly Difference[] {
  const source = readSource(raw);
  const anchors = findAnchors(clauses, source);
  return [
    ...ofDocument(document, source),
    ...beforeFirst(source, anchors),
    ...clauses.flatMap((clause, index) => {
      const anchor = anchors[index] ?? null;
      if (anchor === null) return [{ clause, message: notFound(clause, source) }];
      const next = anchors.slice(index + 1).find((later) => later !== null);
      const text = source.text.slice(anchor.words, next?.from);
      return ofClause(clause, text, yearsOf(readSource(document.title).text));
    }),
    ...withoutClause(source, anchors, clauses),
  ];
}

function ofDocument({ title, number }: PolicyDocument, source: SourceText): readonly Difference[] {
  const wrong = (what: string, value: string): Difference => ({
    clause: null,
    message: `the text does not contain the ${what} \`${value}\`; write it in knowledge/documents as the text has it`,
  });
  return [
    ...(contains(source, title) ? [] : [wrong("title", title)]),
    ...(number === null || contains(source, number) ? [] : [wrong("number", number)]),
  ];
}

/** A quantity before the first clause would belong to no clause. */
function beforeFirst({ text }: SourceText, anchors: readonly (Anchor | null)[]): readonly Difference[] {
  const first = anchors.find((anchor) => anchor !== null);
  const { quantities } = numbersOf(text.slice(0, first?.from ?? 0));
  if (quantities.length === 0) return [];
  const message = `the text before the first clause has ${quantities.join(", ")}; write a clause for it`;
  return [{ clause: null, message }];
}

/** The years of the document's title frame every clause of it. */
function ofClause(clause: OutlineClause, text: string, framing: readonly number[]): readonly Difference[] {
  const { quantities, others } = numbersOf(text);
  const allowed = new Set([...quantities, ...others, ...framing]);
  const figures = new Set(clause.says.flatMap((statement) => statement.figures));
  const unsaid = quantities.filter((quantity) => !figures.has(quantity));
  const unread = [...figures].filter((figure) => !allowed.has(figure));
  const difference = (message: string): Difference => ({ clause, message });
  return [
    ...unsaid.map((quantity) =>
      difference(
        `the text has ${quantity}, which no statement of the clause has; write it into \`figures\` of the one that says it`,
      ),
    ),
    ...unread.map((figure) =>
      difference(
        `the text of the clause does not have the figure ${figure}; write the figure of the text, or take it out`,
      ),
    ),
  ];
}

function notFound({ heading }: OutlineClause, source: SourceText): string {
  return contains(source, heading)
    ? `the heading \`${heading}\` stands elsewhere in the text, before a clause that comes earlier here; write the clauses in the order of the text`
    : `the text does not contain the heading \`${heading}\`; write the first words of the clause as the text has them`;
}

/** Numbered parts, each told of the clause in whose text it lies, where a new one belongs. */
function withoutClause(
  source: SourceText,
  anchors: readonly (Anchor | null)[],
  clauses: readonly OutlineClause[],
): readonly Difference[] {
  const headings = anchors.flatMap((anchor) => anchor?.heading ?? []);
  return unclaimedParts(source, headings).map(({ from, words }) => {
    const within = clauses.filter((_, index) => (anchors[index]?.heading ?? Number.POSITIVE_INFINITY) < from);
    return {
      clause: within.at(-1) ?? null,
      message: `the part \`${words}\` of the text is no clause here; write one for it`,
    };
  });
}
