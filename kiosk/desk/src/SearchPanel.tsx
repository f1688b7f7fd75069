import { useState } from "preact/hooks";
import type { Hit, Place } from "./answers.ts";
import { type ApiError, search } from "./api.ts";
import { Failure } from "./Failure.tsx";
import { Sources } from "./Sources.tsx";
import { sayAmount, useWords } from "./words.ts";

function HitCard({ hit }: { readonly hit: Hit }) {
  const { say } = useWords();
  return (
    <article class="card">
      <h4>{hit.title}</h4>
      <p>{hit.summary}</p>
      {hit.amount && <p>{sayAmount(hit.amount, say)}</p>}
      <Sources sources={hit.sources} />
    </article>
  );
}

/** Kinds in the order of their best hit: what fits best stands first, whatever it is. */
function kindsOf(hits: readonly Hit[]): readonly Hit["kind"][] {
  return [...new Set(hits.map((hit) => hit.kind))];
}

function Results({ hits }: { readonly hits: readonly Hit[] }) {
  const { say } = useWords();
  return (
    <>
      {kindsOf(hits).map((kind) => (
        <section key={kind} aria-labelledby={`kind-${kind}`}>
          <h3 id={`kind-${kind}`}>{say(`desk.kind.${kind}`)}</h3>
          {hits
            .filter((hit) => hit.kind === kind)
            .map((hit) => (
              <HitCard key={`${hit.kind} ${hit.id}`} hit={hit} />
            ))}
        </section>
      ))}
    </>
  );
}

function foundText(hits: readonly Hit[] | null, say: ReturnType<typeof useWords>["say"]): string {
  if (hits === null) return "";
  return hits.length === 0 ? say("desk.search.nothing") : say("desk.search.found", { count: hits.length });
}

interface SearchFormProps {
  readonly counties: readonly Place[];
  onSearch(q: string, county: string): void;
}

function SearchForm({ counties, onSearch }: SearchFormProps) {
  const { say } = useWords();
  const [q, setQ] = useState("");
  const [county, setCounty] = useState("");
  const submit = (event: Event) => {
    event.preventDefault();
    if (q.trim() !== "") onSearch(q.trim(), county);
  };
  return (
    <form class="screen-only" onSubmit={submit} autocomplete="off">
      <h2>{say("desk.section.search")}</h2>
      <div class="fields">
        <label class="field wide">
          {say("desk.search.words")}
          <input
            type="search"
            maxLength={200}
            value={q}
            onInput={(event) => setQ(event.currentTarget.value)}
          />
        </label>
        <label class="field">
          {say("desk.search.county")}
          <select value={county} onChange={(event) => setCounty(event.currentTarget.value)}>
            <option value="">{say("desk.search.anywhere")}</option>
            {counties.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
      </div>
      <p class="actions">
        <button type="submit" class="main">
          {say("desk.search.submit")}
        </button>
      </p>
    </form>
  );
}

/** The look-up: words and a county in, results by kind out, each with its source. */
export function SearchPanel({ counties }: { readonly counties: readonly Place[] }) {
  const { language, say } = useWords();
  const [hits, setHits] = useState<readonly Hit[] | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const run = (q: string, county: string) =>
    search(q, county, language).then(
      (found) => {
        setHits(found);
        setError(null);
      },
      (fault: ApiError) => setError(fault),
    );
  return (
    <>
      <SearchForm counties={counties} onSearch={run} />
      <Failure error={error} />
      <p role="status">{foundText(hits, say)}</p>
      <Results hits={hits ?? []} />
    </>
  );
}
