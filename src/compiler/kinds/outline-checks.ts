import type { Citation, Outline, OutlineClause, OutlineStatement } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { Origins } from "../origins.ts";
import { spot } from "../reading/faults.ts";
import { didYouMean } from "../reading/suggest.ts";
import { type Answering, clausesOf, type Entry, entriesOf } from "./entries.ts";

/**
 * Holds outlines and entries together, in both directions: every citation of an outlined document leads to a clause,
 * that clause names the entry, the entry cites the clause, and the figures of the one are the figures of the other.
 * Documents without an outline are left alone, and so are those whose outline could not be read in full, which was
 * reported then. Faults are reported where an author mends them.
 */
export function checkOutlines(
  outlines: readonly Outline[],
  content: Answering,
  { ids, origins }: Compilation,
): void {
  const readable = outlines.filter(
    ({ document, clauses }) =>
      ids.has("document", document) && clauses.length > 0 && clauses.every(({ clause }) => clause !== ""),
  );
  new OutlineChecks(readable, content, origins).run();
}

/** A statement with the clause it stands in. */
interface Said {
  readonly clause: OutlineClause;
  readonly statement: OutlineStatement;
}

class OutlineChecks {
  /** Document → clause id → clause; the first, where one is written twice. */
  readonly #clauses = new Map<string, ReadonlyMap<string, OutlineClause>>();
  readonly #entries = new Map<string, readonly Entry[]>();

  constructor(
    private readonly outlines: readonly Outline[],
    private readonly content: Answering,
    private readonly origins: Origins,
  ) {
    for (const { document, clauses } of outlines)
      this.#clauses.set(document, new Map([...clauses].reverse().map((clause) => [clause.clause, clause])));
    for (const entry of entriesOf(content))
      this.#entries.set(entry.name, [...(this.#entries.get(entry.name) ?? []), entry]);
  }

  run(): void {
    for (const citation of this.origins.citations) this.#leadsToClauses(citation);
    for (const { document, clauses } of this.outlines)
      for (const clause of clauses)
        for (const statement of clause.says) this.#isAnswered(document, { clause, statement });
    for (const entry of [...this.#entries.values()].flat()) {
      for (const citation of entry.sources) this.#isNamed(entry, citation);
      this.#figuresAreStated(entry);
    }
  }

  /** Any citation, also of an office or of a relation between documents. */
  #leadsToClauses(citation: Citation): void {
    const { document } = citation;
    for (const clause of clausesOf(citation))
      if (this.#clauses.get(document)?.has(clause) === false)
        this.origins
          .of(citation)
          .fault(
            `\`${clause}\` is no clause of ${document}; write one that knowledge/outlines/${document}.yaml has, several separated by \`；\``,
          );
  }

  /** Everything a statement names exists, cites the clause, and brings the statement's figures. */
  #isAnswered(document: string, said: Said): void {
    const { by, figures } = said.statement;
    const answering = by.map((name, index) => this.#entriesFor(document, said, name, index));
    if (by.length === 0 || !answering.every((entries) => entries.length > 0)) return;
    const known = new Set(answering.flat().flatMap((entry) => entry.figures));
    for (const [index, figure] of figures.entries())
      if (!known.has(figure))
        this.origins
          .ofItem(figures, index)
          .fault(
            `${figure} is no figure that ${listed(by)} ${by.length > 1 ? "have" : "has"} from ${said.clause.clause}; write it into \`figures\` there, or name the entry that has it`,
          );
  }

  /** The entries of a name that cite the clause; a fault when there is none. */
  #entriesFor(document: string, { clause, statement }: Said, name: string, index: number): readonly Entry[] {
    const entries = this.#entries.get(name) ?? [];
    const citing = entries.filter((entry) => cites(entry, document, clause.clause));
    if (citing.length > 0 || name === "") return citing;
    const at = this.origins.ofItem(statement.by, index);
    if (entries.length === 0) at.fault(this.#unknown(name));
    else
      at.fault(
        `\`${name}\` does not cite ${clause.clause} of ${document}${this.#citedInstead(entries, document)}; write the clause into its sources, or take it out here`,
      );
    return citing;
  }

  #citedInstead(entries: readonly Entry[], document: string): string {
    const sources = entries
      .flatMap(({ sources }) => sources)
      .filter((source) => source.document === document);
    return sources.length === 0 ? "" : ` but ${sources.map(({ clause }) => clause).join(", ")}`;
  }

  #unknown(name: string): string {
    const provisions = this.content.benefits.find(({ id }) => id === name)?.provisions;
    if (provisions)
      return `\`${name}\` is a benefit, of which one provision answers; write ${provisions.map(({ id }) => `${name}/${id}`).join(" or ")}`;
    const hint = didYouMean(name, this.#entries.keys());
    return `\`${name}\` is no known provision, topic or facility; write benefit/provision, or the id of a topic or a facility${hint}`;
  }

  /** Each clause that an entry cites names the entry in a statement. */
  #isNamed(entry: Entry, citation: Citation): void {
    for (const id of clausesOf(citation)) {
      const clause = this.#clauses.get(citation.document)?.get(id);
      if (clause === undefined || clause.says.some(({ by }) => by.includes(entry.name))) continue;
      this.origins
        .of(citation)
        .fault(
          `no statement of ${id} (${spot(this.origins.of(clause))}) names \`${entry.name}\`; write it into \`by\` there, or take the clause out here`,
        );
    }
  }

  /** An entry that rests on outlined documents alone has no figure but those of the statements that name it. */
  #figuresAreStated(entry: Entry): void {
    if (entry.sources.length === 0) return;
    if (!entry.sources.every(({ document }) => this.#clauses.has(document))) return;
    const naming = this.#statementsNaming(entry);
    const stated = new Set(naming.flatMap(({ statement }) => statement.figures));
    const where = naming.map(({ clause }) => spot(this.origins.of(clause)));
    const places = where.length > 0 ? ` (${[...new Set(where)].join(", ")})` : "";
    for (const [index, figure] of entry.figures.entries())
      if (!stated.has(figure))
        this.origins
          .ofItem(entry.figures, index)
          .fault(
            `no statement that names \`${entry.name}\`${places} has the figure ${figure}; write it into \`figures\` of one, or take it out here if no cited clause has it`,
          );
  }

  #statementsNaming({ name, sources }: Entry): readonly Said[] {
    return sources.flatMap((citation) =>
      clausesOf(citation).flatMap((id) => {
        const clause = this.#clauses.get(citation.document)?.get(id);
        const naming = clause?.says.filter(({ by }) => by.includes(name)) ?? [];
        return clause ? naming.map((statement) => ({ clause, statement })) : [];
      }),
    );
  }
}

function cites({ sources }: Entry, document: string, clause: string): boolean {
  return sources.some((source) => source.document === document && clausesOf(source).includes(clause));
}

function listed(names: readonly string[]): string {
  return names.map((name) => `\`${name}\``).join(", ");
}
