import { useEffect, useState } from "preact/hooks";
import type { Coverage } from "./answers.ts";
import { type ApiError, loadCoverage } from "./api.ts";
import { CoverageTable } from "./CoverageTable.tsx";
import { Failure } from "./Failure.tsx";
import { Sources } from "./Sources.tsx";
import { useWords } from "./words.ts";

function NotDecided({ entry }: { readonly entry: Coverage["notDecided"][number] }) {
  const { say } = useWords();
  const office = entry.office && [entry.office.name, entry.office.phone].filter(Boolean).join(" ");
  return (
    <article class="card">
      <h4>{entry.name}</h4>
      <p>{entry.text}</p>
      {office && <p>{say("desk.ledger.office", { office })}</p>}
      <Sources sources={entry.sources} />
    </article>
  );
}

function Gap({ entry }: { readonly entry: Coverage["gaps"][number] }) {
  return (
    <article class="card">
      <h4>{entry.name}</h4>
      <ul>
        {entry.gaps.map((gap) => (
          <li key={gap}>{gap}</li>
        ))}
      </ul>
      <Sources sources={entry.sources} />
    </article>
  );
}

/** What is known but not decided here, and what the texts leave open. */
export function LedgerPanel() {
  const { language, say } = useWords();
  const [coverage, setCoverage] = useState<Coverage | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  useEffect(() => {
    loadCoverage(language).then(setCoverage, setError);
  }, [language]);
  return (
    <>
      <h2>{say("desk.section.ledger")}</h2>
      <Failure error={error} />
      {coverage && coverage.documents.length > 0 && <CoverageTable coverage={coverage} />}
      <h3>{say("desk.ledger.not-decided")}</h3>
      <p>{say("desk.ledger.intro")}</p>
      {coverage?.notDecided.map((entry) => (
        <NotDecided key={entry.topic} entry={entry} />
      ))}
      {coverage && coverage.gaps.length > 0 && <h3>{say("desk.ledger.gaps")}</h3>}
      {coverage?.gaps.map((entry) => (
        <Gap key={`${entry.benefit} ${entry.provision}`} entry={entry} />
      ))}
    </>
  );
}
