import { useContext, useEffect, useRef, useState } from "preact/hooks";
import type { DocumentDetail, DocumentLine } from "./answers.ts";
import { type ApiError, loadDocument, loadDocuments } from "./api.ts";
import { DocumentView } from "./DocumentView.tsx";
import { Failure } from "./Failure.tsx";
import { OpenDocumentContext } from "./opening.ts";
import { useWords } from "./words.ts";

function Lines({ documents }: { readonly documents: readonly DocumentLine[] }) {
  const openDocument = useContext(OpenDocumentContext);
  return (
    <ul class="documents">
      {documents.map(({ id, title, number }) => (
        <li key={id}>
          <button type="button" class="link" onClick={() => openDocument(id)}>
            {title}
          </button>{" "}
          {number && <span class="fine">{number}</span>}
        </li>
      ))}
    </ul>
  );
}

interface ListProps {
  readonly documents: readonly DocumentLine[];
  /** One came back from a document: the keyboard goes on from the top of the list. */
  readonly focused: boolean;
}

function DocumentList({ documents, focused }: ListProps) {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (focused) heading.current?.focus();
  }, [focused]);
  const pages = documents.filter(({ kind }) => kind !== "policy");
  return (
    <>
      <h2 ref={heading} tabIndex={-1}>
        {say("desk.section.documents")}
      </h2>
      <p>{say("desk.documents.intro")}</p>
      <h3>{say("desk.documents.policies")}</h3>
      <Lines documents={documents.filter(({ kind }) => kind === "policy")} />
      {pages.length > 0 && (
        <details>
          <summary>{say("desk.documents.pages", { count: pages.length })}</summary>
          <Lines documents={pages} />
        </details>
      )}
    </>
  );
}

/** What came of loading: the list, or the one document that is open. */
type Shown = { readonly list: readonly DocumentLine[] } | { readonly one: DocumentDetail };

/** All documents, or the one that was opened with everything it says. */
export function DocumentsPanel({ opened }: { readonly opened: string | null }) {
  const { language } = useWords();
  const [shown, setShown] = useState<Shown | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const visited = useRef(false);
  visited.current ||= opened !== null;
  useEffect(() => {
    let current = true;
    const show = (fresh: Shown | null, fault: ApiError | null) => {
      if (!current) return;
      setShown(fresh);
      setError(fault);
    };
    const loading: Promise<Shown> =
      opened === null
        ? loadDocuments(language).then((list) => ({ list }))
        : loadDocument(opened, language).then((one) => ({ one }));
    loading.then(
      (fresh) => show(fresh, null),
      (fault: ApiError) => show(null, fault),
    );
    return () => {
      current = false;
    };
  }, [opened, language]);
  return (
    <>
      <Failure error={error} />
      {shown && "list" in shown && <DocumentList documents={shown.list} focused={visited.current} />}
      {shown && "one" in shown && <DocumentView key={shown.one.id} document={shown.one} />}
    </>
  );
}
