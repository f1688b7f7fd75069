import { useEffect, useRef } from "preact/hooks";
import type { Handover } from "./answers.ts";
import { Sources } from "./Sources.tsx";
import { useWords } from "./words.ts";

interface HandoverViewProps {
  readonly handover: Handover;
  onClose(): void;
}

function Answer({ answer }: { readonly answer: Handover["answers"][number] }) {
  const { say } = useWords();
  const outcome = answer.outcome === null || answer.outcome === "info" ? null : answer.outcome;
  return (
    <article class={`card outcome-${outcome ?? "unknown"}`}>
      <h4>
        {answer.title} {outcome && <span class="verdict">{say(`desk.outcome.${outcome}`)}</span>}
      </h4>
      <p>{answer.said}</p>
      <Sources sources={answer.sources} />
    </article>
  );
}

/** What the visitor asked and saw at the kiosk. The facts they told stand in the case form below it. */
export function HandoverView({ handover, onClose }: HandoverViewProps) {
  const { language, say } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), [handover]);
  const at = new Intl.DateTimeFormat(language, { timeZone: "Asia/Shanghai", timeStyle: "short" });
  return (
    <section class="handover" aria-labelledby="handover-title">
      <h2 id="handover-title" ref={heading} tabIndex={-1}>
        {say("desk.handover.opened")}
      </h2>
      <p class="fine">{say("desk.handover.gone", { time: at.format(new Date(handover.at)) })}</p>
      <h3>{say("desk.handover.questions")}</h3>
      {handover.questions.length === 0 ? (
        <p>{say("desk.handover.no-question")}</p>
      ) : (
        <ul>
          {handover.questions.map((question) => (
            <li key={question} lang={handover.language}>
              {question}
            </li>
          ))}
        </ul>
      )}
      <h3>{say("desk.handover.answers")}</h3>
      {handover.answers.length === 0 && <p>{say("desk.handover.no-answer")}</p>}
      {handover.answers.map((answer) => (
        <Answer key={`${answer.kind} ${answer.id} ${answer.title}`} answer={answer} />
      ))}
      <p class="actions screen-only">
        <button type="button" onClick={onClose}>
          {say("desk.handover.close")}
        </button>
      </p>
    </section>
  );
}
