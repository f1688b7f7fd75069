import type { ComponentChildren } from "preact";
import type { Entitlement, Fact } from "./answers.ts";
import { Sources } from "./Sources.tsx";
import { sayAmount, sayValidity, useWords } from "./words.ts";

interface CardProps {
  readonly entry: Entitlement;
  readonly questions: readonly Fact[];
  placeName(code: string): string;
}

interface LineProps {
  readonly label: string;
  readonly show: boolean;
  readonly children: ComponentChildren;
}

function Line({ label, show, children }: LineProps) {
  const { say } = useWords();
  if (!show) return null;
  return (
    <div>
      <dt>{say(`desk.card.${label}`)}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Texts({ texts }: { readonly texts: readonly string[] }) {
  if (texts.length === 1) return <>{texts[0]}</>;
  return (
    <ul>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}

function Reasons({ because }: Pick<Entitlement, "because">) {
  const { say } = useWords();
  return (
    <ul class="reasons">
      {because.map(({ fact, holds, text }) => (
        <li key={`${fact} ${text}`} class={`holds-${holds}`}>
          <span class="mark">{say(`desk.reason.${holds}`)}</span> {text}
        </li>
      ))}
    </ul>
  );
}

function ApplyLines({ apply }: Pick<Entitlement, "apply">) {
  const { say } = useWords();
  return (
    <>
      <Line label="apply" show>
        {apply.officeName}
        {apply.automatic && ` · ${say("desk.card.automatic")}`}
      </Line>
      <Line label="bring" show={apply.bring.length > 0}>
        <Texts texts={apply.bring} />
      </Line>
      <Line label="steps" show={apply.steps !== null}>
        {apply.steps}
      </Line>
    </>
  );
}

/** What is left to ask, to confirm or to check, and what the texts leave open. */
function OpenLines({ entry, questions }: Pick<CardProps, "entry" | "questions">) {
  const nameOf = (fact: string) => questions.find(({ id }) => id === fact)?.name ?? fact;
  return (
    <>
      <Line label="missing" show={entry.missing.length > 0}>
        {entry.missing.map(nameOf).join(" · ")}
      </Line>
      <Line label="confirm" show={entry.confirm.length > 0}>
        <Texts texts={entry.confirm} />
      </Line>
      <Line label="self-check" show={entry.selfCheck.length > 0}>
        <Texts texts={entry.selfCheck} />
      </Line>
      <Line label="gaps" show={entry.gaps.length > 0}>
        <Texts texts={entry.gaps} />
      </Line>
    </>
  );
}

/** Where and when the rule holds, and the clause that says so. */
function RuleLines({ entry, placeName }: Pick<CardProps, "entry" | "placeName">) {
  const { say } = useWords();
  return (
    <>
      <Line label="place" show>
        {placeName(entry.jurisdiction)}
      </Line>
      <Line label="valid" show>
        {sayValidity(entry.validity, say)}
      </Line>
      <Line label="source" show>
        <Sources sources={entry.sources} />
      </Line>
    </>
  );
}

/** One benefit in the report: verdict, amount, why, what is missing, where to apply, and the clause. */
export function EntitlementCard({ entry, questions, placeName }: CardProps) {
  const { say } = useWords();
  const { outcome, amount } = entry;
  return (
    <article class={`card outcome-${outcome}`}>
      <h4>
        {entry.name} <span class="verdict">{say(`desk.outcome.${outcome}`)}</span>
      </h4>
      <dl>
        <Line label="amount" show={amount !== null && outcome !== "no"}>
          {amount && say(`desk.card.amount-of.${outcome}`, { amount: sayAmount(amount, say) })}
        </Line>
        <Line label="because" show={entry.because.length > 0}>
          <Reasons because={entry.because} />
        </Line>
        <OpenLines entry={entry} questions={questions} />
        {outcome !== "no" && <ApplyLines apply={entry.apply} />}
        <RuleLines entry={entry} placeName={placeName} />
      </dl>
    </article>
  );
}
