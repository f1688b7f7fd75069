import { useState } from "preact/hooks";
import type { Hit, Place } from "./answers.ts";
import { type ApiError, search } from "./api.ts";
import { Failure } from "./Failure.tsx";
import { SearchResults } from "./SearchResults.tsx";
import { SelectField } from "./SelectField.tsx";
import { SubmitRow } from "./SubmitRow.tsx";
import { useWords } from "./words.ts";

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
        <SelectField
          label={say("desk.search.county")}
          empty={say("desk.search.anywhere")}
          options={counties.map(({ code, name }) => ({ value: code, text: name }))}
          value={county}
          onChange={setCounty}
        />
      </div>
      <SubmitRow text={say("desk.search.submit")} />
    </form>
  );
}

/**
 * From the words down into the results and back by the arrow keys, Escape back to the words: an adviser with somebody
 * waiting keeps both hands on the keyboard. Elsewhere the arrows scroll, as everywhere.
 */
function moveFocus(event: KeyboardEvent & { readonly currentTarget: HTMLElement }): void {
  const results = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-result]")];
  const words = event.currentTarget.querySelector<HTMLElement>("input[type=search]");
  const stops: readonly (Element | null)[] = [words, ...results];
  const at = stops.indexOf(document.activeElement);
  const step = { ArrowDown: 1, ArrowUp: -1, Escape: -at }[event.key];
  if (at < 0 || step === undefined || (at === 0 && step <= 0)) return;
  const next = stops[at + step];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}

/** The look-up: words and a county in, results by kind out, each with its figure and its source. */
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
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys only move the focus; every result can be read without them
    <div onKeyDown={moveFocus}>
      <SearchForm counties={counties} onSearch={run} />
      <Failure error={error} />
      <p role="status">{foundText(hits, say)}</p>
      <SearchResults hits={hits ?? []} />
    </div>
  );
}
