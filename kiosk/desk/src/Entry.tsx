import { useState } from "preact/hooks";
import type { Answering, Provision } from "./answers.ts";
import { type ApiError, loadProvision } from "./api.ts";
import { Failure } from "./Failure.tsx";
import { sayAmount, useWords } from "./words.ts";

/** A rule's own lines: where it holds, how much, and what it leaves open. */
function Rule({ provision }: { readonly provision: Provision }) {
  const { say } = useWords();
  const lines = [
    ["place", [provision.jurisdictionName]],
    ["amount", provision.amounts.map((amount) => sayAmount(amount, say))],
    ["self-check", provision.selfCheck],
    ["gaps", provision.gaps],
  ] as const;
  return (
    <>
      <dl>
        {lines
          .filter(([, texts]) => texts.length > 0)
          .map(([label, texts]) => (
            <div key={label}>
              <dt>{say(`desk.card.${label}`)}</dt>
              <dd>
                {texts.map((text) => (
                  <p key={text}>{text}</p>
                ))}
              </dd>
            </div>
          ))}
      </dl>
      {provision.note && <p>{provision.note}</p>}
    </>
  );
}

/** An entry that answers for a statement: its name, and opened, what it says. A rule is loaded when it is opened. */
export function Entry({ entry }: { readonly entry: Answering }) {
  const { language, say } = useWords();
  const [provision, setProvision] = useState<Provision | null>(null);
  const [error, setError] = useState<ApiError | null>(null);
  const load = (open: boolean) => {
    if (open && entry.kind === "provision") loadProvision(entry.id, language).then(setProvision, setError);
  };
  const name = say("desk.outline.entry", {
    kind: say(`desk.outline.kind.${entry.kind}`),
    name: entry.name,
  });
  if (entry.text === "") return <p class="entry">{name}</p>;
  return (
    <details class="entry" onToggle={(event) => load(event.currentTarget.open)}>
      <summary>{name}</summary>
      <p class="text">{entry.text}</p>
      <Failure error={error} />
      {provision && <Rule provision={provision} />}
    </details>
  );
}
