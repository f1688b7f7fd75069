import { useContext } from "preact/hooks";
import type { Source } from "./answers.ts";
import { OpenDocumentContext } from "./opening.ts";
import { useWords } from "./words.ts";

/** A readable line about where a source stands: number, date of issue, day it was checked. */
function detailsOf(source: Source, say: ReturnType<typeof useWords>["say"]): string {
  return [
    source.number && say("desk.source.number", { number: source.number }),
    source.issued && say("desk.source.issued", { day: source.issued }),
    say("desk.source.checked", { day: source.checked }),
    source.kind === "news" && say("desk.source.news"),
  ]
    .filter(Boolean)
    .join(" · ");
}

/** Citations: title and clause, then what is needed to look them up. */
export function Sources({ sources }: { readonly sources: readonly Source[] }) {
  const { say } = useWords();
  const openDocument = useContext(OpenDocumentContext);
  return (
    <ul class="sources">
      {sources.map((source) => (
        <li key={`${source.document} ${source.clause}`}>
          <cite>{say("desk.source.line", { title: source.title, clause: source.clause })}</cite>{" "}
          <span class="fine">{detailsOf(source, say)}</span>{" "}
          {source.url && (
            <a
              href={source.url}
              target="_blank"
              rel="noreferrer"
              aria-label={say("desk.source.open-of", { title: source.title })}
            >
              {say("desk.source.open")}
            </a>
          )}{" "}
          {source.kind === "policy" && (
            <button
              type="button"
              class="link screen-only"
              aria-label={say("desk.document.open-of", { title: source.title })}
              onClick={() => openDocument(source.document)}
            >
              {say("desk.document.open")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
