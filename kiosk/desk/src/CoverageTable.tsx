import { useContext } from "preact/hooks";
import type { Coverage, Named } from "./answers.ts";
import { OpenDocumentContext } from "./opening.ts";
import { useWords } from "./words.ts";

const COLUMNS = ["document", "clauses", "statements", "decided", "stated", "outside"] as const;

interface OutsideProps {
  readonly counts: Readonly<Record<string, number>>;
  readonly reasons: Coverage["reasons"];
}

function Outside({ counts, reasons }: OutsideProps) {
  const { say } = useWords();
  return (
    <ul>
      {reasons
        .filter(({ reason }) => reason in counts)
        .map(({ reason, text }) => (
          <li key={reason}>
            {say("desk.coverage.outside-line", { reason: text, count: counts[reason] ?? 0 })}
          </li>
        ))}
    </ul>
  );
}

function Rows({ coverage }: { readonly coverage: Coverage }) {
  const { say } = useWords();
  const openDocument = useContext(OpenDocumentContext);
  const { counts } = coverage;
  return (
    <tbody>
      {coverage.documents.map(({ document, title, clauses, statements, decided, stated, outside }) => (
        <tr key={document}>
          <th scope="row">
            <button type="button" class="link" onClick={() => openDocument(document)}>
              {title}
            </button>
          </th>
          <td>{clauses}</td>
          <td>{statements}</td>
          <td>{decided}</td>
          <td>{stated}</td>
          <td class="words">
            <Outside counts={outside} reasons={coverage.reasons} />
          </td>
        </tr>
      ))}
      <tr>
        <th scope="row">{say("desk.coverage.total")}</th>
        <td>{counts.clauses}</td>
        <td>{counts.statements}</td>
        <td>{counts.decided}</td>
        <td>{counts.stated}</td>
        <td class="words">{counts.outside}</td>
      </tr>
    </tbody>
  );
}

function Names({ title, names }: { readonly title: string; readonly names: readonly Named[] }) {
  if (names.length === 0) return null;
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {names.map(({ id, name }) => (
          <li key={id}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

/** How much of the documents is decided, stated or left out, and which entries stand on each side. */
export function CoverageTable({ coverage }: { readonly coverage: Coverage }) {
  const { say } = useWords();
  const { decided, stated, outside } = coverage.entries;
  const kinds = [
    ...stated,
    { kind: "other-scope", text: say("desk.topic-kind.other-scope"), topics: outside },
  ];
  return (
    <section aria-labelledby="coverage">
      <h3 id="coverage">{say("desk.coverage.title")}</h3>
      <p>{say("desk.coverage.intro")}</p>
      <div class="scroll">
        <table>
          <thead>
            <tr>
              {COLUMNS.map((column) => (
                <th key={column} scope="col">
                  {say(`desk.coverage.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <Rows coverage={coverage} />
        </table>
      </div>
      <Names title={say("desk.coverage.benefits", { count: decided.length })} names={decided} />
      {kinds.map(({ kind, text, topics }) => (
        <Names
          key={kind}
          title={say("desk.coverage.topics", { kind: text, count: topics.length })}
          names={topics}
        />
      ))}
    </section>
  );
}
