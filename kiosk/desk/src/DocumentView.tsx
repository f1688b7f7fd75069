import { useContext, useEffect, useRef } from "preact/hooks";
import type { Clause, DocumentDetail, Relation } from "./answers.ts";
import { Entry } from "./Entry.tsx";
import { OpenDocumentContext } from "./opening.ts";
import { type Say, useWords } from "./words.ts";

/** Relations that read differently from the other side; the rest are the same both ways. */
const SEEN_FROM_OTHER: Readonly<Partial<Record<Relation["kind"], string>>> = {
  refines: "refined-by",
  "replaces-list": "list-replaced-by",
};

function clausesOf({ clause, otherClause }: Relation, say: Say): string | null {
  if (clause === null && otherClause === null) return null;
  const whole = say("desk.relation.whole");
  return say("desk.relation.clauses", { clause: clause ?? whole, other: otherClause ?? whole });
}

function RelationLine({ relation, word }: { readonly relation: Relation; readonly word: string }) {
  const { say } = useWords();
  const openDocument = useContext(OpenDocumentContext);
  const clauses = clausesOf(relation, say);
  return (
    <li>
      <button type="button" class="link" onClick={() => openDocument(relation.document)}>
        {say(`desk.relation.${word}`, { title: relation.title })}
      </button>{" "}
      {clauses && <span class="fine">{clauses}</span>}
      {relation.note && <p>{relation.note}</p>}
    </li>
  );
}

/** A relation with the word that tells it from this document's side. */
interface Told {
  readonly relation: Relation;
  readonly word: string;
}

function relationsOf({ relations, relatedBy }: DocumentDetail): readonly Told[] {
  return [
    ...relations.map((relation) => ({ relation, word: relation.kind })),
    ...relatedBy.map((relation) => ({
      relation,
      word: SEEN_FROM_OTHER[relation.kind] ?? relation.kind,
    })),
  ];
}

/** Relations that name a clause of the outline stand with that clause. */
function isOf({ relation }: Told, clause: string): boolean {
  return relation.clause?.split("；").includes(clause) ?? false;
}

function Relations({ told }: { readonly told: readonly Told[] }) {
  return (
    <ul class="relations">
      {told.map(({ relation, word }, index) => (
        <RelationLine key={`${word} ${index}`} relation={relation} word={word} />
      ))}
    </ul>
  );
}

interface ClauseProps {
  readonly clause: Clause;
  readonly told: readonly Told[];
}

function ClauseCard({ clause, told }: ClauseProps) {
  const { say } = useWords();
  return (
    <article class="card clause">
      <h4>{say("desk.document.clause", { clause: clause.clause, about: clause.about })}</h4>
      {clause.says.length === 0 && <p class="fine">{say("desk.document.heading-only")}</p>}
      <ul class="says">
        {clause.says.map(({ what, by, reason }) => (
          <li key={what}>
            <p>{what}</p>
            {by.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
            {reason && <p class="fine">{say("desk.outline.outside", { reason })}</p>}
          </li>
        ))}
      </ul>
      {told.length > 0 && (
        <details>
          <summary>{say("desk.document.compared", { count: told.length })}</summary>
          <Relations told={told} />
        </details>
      )}
    </article>
  );
}

function Outline({ document }: { readonly document: DocumentDetail }) {
  const { say } = useWords();
  const told = relationsOf(document);
  if (document.outline)
    return (
      <section>
        <h3>{say("desk.document.outline")}</h3>
        {document.outline.map((clause) => (
          <ClauseCard
            key={clause.clause}
            clause={clause}
            told={told.filter((one) => isOf(one, clause.clause))}
          />
        ))}
      </section>
    );
  return (
    <section>
      <h3>{say("desk.document.cited")}</h3>
      <p>{say("desk.document.no-outline")}</p>
      <ul>
        {document.citedBy.map(({ kind, id, name, clause }) => (
          <li key={`${kind} ${id} ${clause}`}>{say("desk.document.cited-line", { name, clause })}</li>
        ))}
      </ul>
    </section>
  );
}

function detailsOf({ number, issued, checked }: DocumentDetail, say: Say): string {
  return [
    number && say("desk.source.number", { number }),
    issued && say("desk.source.issued", { day: issued }),
    say("desk.source.checked", { day: checked }),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** One document: where it stands among the others, and clause by clause what it says and what answers for it here. */
export function DocumentView({ document }: { readonly document: DocumentDetail }) {
  const { say } = useWords();
  const openDocument = useContext(OpenDocumentContext);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const clauses = document.outline ?? [];
  const ofWhole = relationsOf(document).filter((told) => !clauses.some(({ clause }) => isOf(told, clause)));
  return (
    <>
      <p class="screen-only">
        <button type="button" onClick={() => openDocument(null)}>
          {say("desk.documents.back")}
        </button>
      </p>
      <h2 ref={heading} tabIndex={-1}>
        {document.title}
      </h2>
      <p>
        <span class="fine">{detailsOf(document, say)}</span>{" "}
        {document.url && (
          <a href={document.url} target="_blank" rel="noreferrer">
            {say("desk.source.open")}
          </a>
        )}
      </p>
      {ofWhole.length > 0 && (
        <section>
          <h3>{say("desk.document.relations")}</h3>
          <Relations told={ofWhole} />
        </section>
      )}
      <Outline document={document} />
    </>
  );
}
