import { useEffect, useRef, useState } from "preact/hooks";
import type { Determination, Fact, Facts, FactValue, Handover, Place } from "./answers.ts";
import { type ApiError, decide } from "./api.ts";
import { FactField } from "./FactField.tsx";
import { Failure } from "./Failure.tsx";
import { HandoverForm } from "./HandoverForm.tsx";
import { HandoverView } from "./HandoverView.tsx";
import { Report } from "./Report.tsx";
import { SubmitRow } from "./SubmitRow.tsx";
import { useWords } from "./words.ts";

interface CasePanelProps {
  readonly facts: readonly Fact[];
  readonly counties: readonly Place[];
}

function withFact(facts: Facts, id: string, value: FactValue | null): Facts {
  const { [id]: _before, ...others } = facts;
  return value === null ? others : { ...others, [id]: value };
}

interface Outcome {
  /** The case as it was decided; the form may have been changed since. */
  readonly facts: Facts;
  readonly report: Determination;
}

/** Decides again when the language changes, so that the report is never in another language than the page. */
function useReport() {
  const { language } = useWords();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const day = useRef("");
  const run = (facts: Facts, asOf: string) => {
    day.current = asOf;
    return decide(facts, asOf, language).then(
      (report) => {
        setOutcome({ facts, report });
        setError(null);
      },
      (fault: ApiError) => setError(fault),
    );
  };
  useEffect(() => {
    if (outcome) void run(outcome.facts, day.current);
  }, [language]);
  const clear = () => {
    setOutcome(null);
    setError(null);
  };
  return { outcome, error, run, clear };
}

interface CaseFormProps {
  readonly questions: readonly Fact[];
  readonly counties: readonly Place[];
  readonly facts: Facts;
  /** Day by whose rules the case is decided, `YYYY-MM-DD`; empty for today. */
  readonly asOf: string;
  onFact(id: string, value: FactValue | null): void;
  onDay(day: string): void;
  onSubmit(): void;
  onClear(): void;
}

function CaseForm(props: CaseFormProps) {
  const { questions, counties, facts, asOf, onFact, onDay, onSubmit, onClear } = props;
  const { say } = useWords();
  const submit = (event: Event) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <form class="screen-only" onSubmit={submit} autocomplete="off">
      <h2>{say("desk.section.case")}</h2>
      <p>{say("desk.case.intro")}</p>
      <div class="fields">
        {questions.map((fact) => (
          <FactField
            key={fact.id}
            fact={fact}
            counties={counties}
            value={facts[fact.id] ?? null}
            onChange={(value) => onFact(fact.id, value)}
          />
        ))}
        <label class="field">
          {say("desk.case.day")}
          <input type="date" value={asOf} onInput={(event) => onDay(event.currentTarget.value)} />
        </label>
      </div>
      <SubmitRow text={say("desk.case.submit")}>
        <button type="button" onClick={onClear}>
          {say("desk.case.clear")}
        </button>
      </SubmitRow>
    </form>
  );
}

/** The case form and its report; what was asked at the kiosk opens above it and fills it in. */
export function CasePanel({ facts: questions, counties }: CasePanelProps) {
  const [facts, setFacts] = useState<Facts>({});
  const [asOf, setAsOf] = useState("");
  const [round, setRound] = useState(0);
  const [handover, setHandover] = useState<Handover | null>(null);
  const { outcome, error, run, clear } = useReport();
  const begin = (known: Facts, from: Handover | null) => {
    setFacts(known);
    setAsOf("");
    setRound(round + 1);
    setHandover(from);
    clear();
  };
  return (
    <>
      <HandoverForm onOpen={(opened) => begin(opened.facts, opened)} />
      {handover && <HandoverView handover={handover} onClose={() => begin({}, null)} />}
      <CaseForm
        key={round}
        {...{ questions, counties, facts, asOf }}
        onFact={(id, value) => setFacts((before) => withFact(before, id, value))}
        onDay={setAsOf}
        onSubmit={() => void run(facts, asOf)}
        onClear={() => begin({}, null)}
      />
      <Failure error={error} names={questions} />
      {outcome && <Report {...outcome} questions={questions} />}
    </>
  );
}
