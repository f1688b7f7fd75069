import { useContext } from "preact/hooks";
import type { Hit } from "./answers.ts";
import { Marked } from "./Marked.tsx";
import { OpenDocumentContext } from "./opening.ts";
import { Sources } from "./Sources.tsx";
import { type Say, sayAmount, useWords } from "./words.ts";

/** A hit with the provisions of it that were found, which stand under it. */
interface Result {
  readonly hit: Hit;
  readonly under: readonly Hit[];
}

type Section = Exclude<Hit["kind"], "provision">;

function sectionOf({ kind }: Hit): Section {
  return kind === "provision" ? "benefit" : kind;
}

const benefitOf = ({ id }: Hit) => id.split("/")[0];

/** Benefits with their provisions under them; a provision found without its benefit stands by itself. */
function resultsOf(hits: readonly Hit[]): readonly Result[] {
  const found = new Set(hits.filter(({ kind }) => kind === "benefit").map(({ id }) => id));
  const provisions = hits.filter(({ kind }) => kind === "provision");
  return hits
    .filter((hit) => hit.kind !== "provision" || !found.has(benefitOf(hit) ?? ""))
    .map((hit) => ({
      hit,
      under: hit.kind === "benefit" ? provisions.filter((one) => benefitOf(one) === hit.id) : [],
    }));
}

/** When something holds, as one phrase; nothing where the source says nothing. */
function sayPeriod({ period }: Hit, say: Say): string | null {
  if (!period || (!period.from && !period.to)) return null;
  const shape = period.from && period.to ? "between" : period.from ? "from" : "until";
  return say(`desk.period.${shape}`, { from: period.from ?? "", to: period.to ?? "" });
}

/** Whom an amount is for by age, in words: 80–89岁, 90岁及以上; nothing where it is for every age. */
function sayAges(ages: Hit["figures"][number]["ages"], say: Say): string {
  if (!ages) return "";
  const { from, below } = ages;
  const shape = from !== null && below !== null ? "between" : from !== null ? "from" : "below";
  return say(`desk.amount.ages-${shape}`, { from: from ?? "", to: (below ?? 0) - 1, below: below ?? "" });
}

/** The amounts that answer, in bold; numbers of a topic stand in its text already. */
function Figures({ hit }: { readonly hit: Hit }) {
  const { say } = useWords();
  const amounts = hit.figures.flatMap(({ amount, ages }) =>
    amount ? [[sayAges(ages, say), sayAmount(amount, say)].filter(Boolean).join(" · ")] : [],
  );
  if (amounts.length === 0) return null;
  return (
    <ul class="figures">
      {[...new Set(amounts)].map((amount) => (
        <li key={amount}>
          <strong class="figure">{amount}</strong>
        </li>
      ))}
    </ul>
  );
}

/** What a hit says: figures first, then its words, when it holds, and where that stands. */
function HitBody({ hit }: { readonly hit: Hit }) {
  const { say } = useWords();
  const period = sayPeriod(hit, say);
  return (
    <>
      <Figures hit={hit} />
      <p>
        <Marked text={hit.summary} ranges={hit.highlight.summary} />
      </p>
      {period && <p class="fine">{period}</p>}
      <Sources sources={hit.sources} />
    </>
  );
}

function ResultCard({ result: { hit, under } }: { readonly result: Result }) {
  const { say } = useWords();
  const openDocument = useContext(OpenDocumentContext);
  return (
    <article class="card">
      <h4 tabIndex={-1} data-result>
        <Marked text={hit.title} ranges={hit.highlight.title} />
      </h4>
      <HitBody hit={hit} />
      {hit.kind === "document" && (
        <button type="button" onClick={() => openDocument(hit.id)}>
          {say("desk.document.open-of", { title: hit.title })}
        </button>
      )}
      {under.map((provision) => (
        <section key={provision.id} class="under">
          <h5 tabIndex={-1} data-result>
            <Marked text={provision.title} ranges={provision.highlight.title} />
          </h5>
          <HitBody hit={provision} />
        </section>
      ))}
    </article>
  );
}

/** Results by kind, the kind of the best hit first: what fits best stands on top, whatever it is. */
export function SearchResults({ hits }: { readonly hits: readonly Hit[] }) {
  const { say } = useWords();
  const results = resultsOf(hits);
  return (
    <>
      {[...new Set(hits.map(sectionOf))].map((kind) => (
        <section key={kind} aria-labelledby={`kind-${kind}`}>
          <h3 id={`kind-${kind}`}>{say(`desk.kind.${kind}`)}</h3>
          {results
            .filter(({ hit }) => sectionOf(hit) === kind)
            .map((result) => (
              <ResultCard key={`${result.hit.kind} ${result.hit.id}`} result={result} />
            ))}
        </section>
      ))}
    </>
  );
}
