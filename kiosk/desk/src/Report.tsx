import { useEffect, useRef } from "preact/hooks";
import type { Determination, Entitlement, Fact, Facts, Outcome } from "./answers.ts";
import { EntitlementCard } from "./EntitlementCard.tsx";
import { usePlaceNames } from "./places.ts";
import { useWords } from "./words.ts";

interface ReportProps {
  readonly facts: Facts;
  readonly report: Determination;
  readonly questions: readonly Fact[];
}

const OUTCOMES: readonly Outcome[] = ["yes", "confirm", "unknown", "no"];

function countOf(entitlements: readonly Entitlement[], outcome: Outcome): number {
  return entitlements.filter((entry) => entry.outcome === outcome).length;
}

function FactList({ facts, questions }: Pick<ReportProps, "facts" | "questions">) {
  const { say } = useWords();
  const known = questions.filter(({ id }) => id in facts);
  const placeName = usePlaceNames(
    known.filter(({ kind }) => kind === "place").map(({ id }) => String(facts[id])),
  );
  const textOf = (fact: Fact) => {
    const value = facts[fact.id];
    if (fact.kind === "place") return placeName(String(value));
    return fact.choices.find((choice) => choice.value === value)?.text ?? String(value);
  };
  if (known.length === 0) return <p>{say("desk.report.no-facts")}</p>;
  return (
    <dl class="facts">
      {known.map((fact) => (
        <div key={fact.id}>
          <dt>{fact.name}</dt>
          <dd>{textOf(fact)}</dd>
        </div>
      ))}
    </dl>
  );
}

function Head({ facts, report, questions }: ReportProps) {
  const { say } = useWords();
  const next = questions.find(({ id }) => id === report.nextQuestion)?.name;
  return (
    <>
      <p class="fine">
        {say("desk.report.day", { day: report.asOf })} · {say("desk.report.id")}{" "}
        <code class="id">{report.determination}</code> · {say("desk.report.version")}{" "}
        <code class="id">{report.knowledgeVersion}</code>
      </p>
      <h3>{say("desk.report.facts")}</h3>
      <FactList facts={facts} questions={questions} />
      {next && <p class="next">{say("desk.report.next", { fact: next })}</p>}
    </>
  );
}

function Tally({ entitlements }: { readonly entitlements: readonly Entitlement[] }) {
  const { say } = useWords();
  const counts = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, countOf(entitlements, outcome)]));
  const text = entitlements.length
    ? say("desk.report.done", { ...counts, count: entitlements.length })
    : say("desk.report.none");
  return <p role="status">{text}</p>;
}

interface OutcomeSectionProps {
  readonly outcome: Outcome;
  readonly entitlements: readonly Entitlement[];
  readonly questions: readonly Fact[];
  placeName(code: string): string;
}

function OutcomeSection({ outcome, entitlements, questions, placeName }: OutcomeSectionProps) {
  const { say } = useWords();
  return (
    <section aria-labelledby={`outcome-${outcome}`}>
      <h3 id={`outcome-${outcome}`}>{say(`desk.outcome.${outcome}`)}</h3>
      {entitlements
        .filter((entry) => entry.outcome === outcome)
        .map((entry) => (
          <EntitlementCard key={`${entry.benefit} ${entry.provision}`} {...{ entry, questions, placeName }} />
        ))}
    </section>
  );
}

/** The whole case on one printable sheet: what was given, what follows, why, and from which clause. */
export function Report({ facts, report, questions }: ReportProps) {
  const { say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  const { entitlements } = report;
  const placeName = usePlaceNames(entitlements.map(({ jurisdiction }) => jurisdiction));
  // A new report takes the focus, so that a keyboard or a screen reader continues here.
  useEffect(() => {
    if (report) heading.current?.focus();
  }, [report]);
  return (
    <section class="report" aria-labelledby="report-title">
      <h2 id="report-title" ref={heading} tabIndex={-1}>
        {say("desk.report.title")}
      </h2>
      <Tally entitlements={entitlements} />
      <p class="screen-only">
        <button type="button" onClick={() => window.print()}>
          {say("desk.report.print")}
        </button>
      </p>
      <Head facts={facts} report={report} questions={questions} />
      {OUTCOMES.filter((outcome) => countOf(entitlements, outcome) > 0).map((outcome) => (
        <OutcomeSection key={outcome} {...{ outcome, entitlements, questions, placeName }} />
      ))}
      <p class="fine">{say("desk.report.foot")}</p>
    </section>
  );
}
