import { useEffect, useState } from "preact/hooks";
import type { Handover, Site } from "./answers.ts";
import { type ApiError, loadSites, pickUp } from "./api.ts";
import { Alert } from "./Failure.tsx";
import { SecretField } from "./SecretField.tsx";
import { SelectField } from "./SelectField.tsx";
import { SubmitRow } from "./SubmitRow.tsx";
import { useWords } from "./words.ts";

/** What to say for each refusal; anything else is an error of ours. */
const FAULTS: Readonly<Record<number, string>> = {
  0: "desk.error.network",
  400: "desk.handover.not-four",
  401: "desk.queue.wrong",
  403: "desk.handover.closed",
  404: "desk.handover.none",
  429: "desk.handover.wait",
};

function useSites(): readonly Site[] {
  const { language } = useWords();
  const [sites, setSites] = useState<readonly Site[]>([]);
  useEffect(() => {
    let current = true;
    // Without the list of sites there is no number to open, and the rest of the page works on.
    loadSites(language).then(
      (found) => current && setSites(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [language]);
  return sites;
}

interface HandoverFormProps {
  onOpen(handover: Handover): void;
}

/** Asks for a number; what it opens is handed on, and what went wrong is kept to be said. */
function usePickUp(onOpen: HandoverFormProps["onOpen"]) {
  const [fault, setFault] = useState<string | null>(null);
  const open = (site: string, number: string, secret: string, onOpened: () => void) =>
    pickUp(site, number, secret).then(
      (handover) => {
        onOpened();
        setFault(null);
        onOpen(handover);
      },
      ({ status }: ApiError) => setFault(FAULTS[status] ?? "desk.error.other"),
    );
  return { fault, open };
}

interface NumberFieldProps {
  readonly value: string;
  onChange(value: string): void;
}

/** The four digits that the visitor says. */
function NumberField({ value, onChange }: NumberFieldProps) {
  const { say } = useWords();
  return (
    <label class="field">
      {say("desk.handover.number")}
      <input
        inputMode="numeric"
        pattern="[1-9][0-9]{3}"
        maxLength={4}
        required
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}

/** Opens what a visitor asked at the kiosk of this desk's own site, by the four digits they say. */
export function HandoverForm({ onOpen }: HandoverFormProps) {
  const { say } = useWords();
  const options = useSites().map(({ id, name }) => ({ value: id, text: name }));
  const [site, setSite] = useState("");
  const [secret, setSecret] = useState("");
  const [number, setNumber] = useState("");
  const { fault, open } = usePickUp(onOpen);
  const submit = (event: Event) => {
    event.preventDefault();
    void open(site, number.trim(), secret, () => setNumber(""));
  };
  return (
    <form class="screen-only handover-form" onSubmit={submit} autocomplete="off">
      <h2>{say("desk.handover.title")}</h2>
      <p>{say("desk.handover.intro")}</p>
      <div class="fields">
        <SelectField
          label={say("desk.handover.site")}
          empty={say("desk.handover.site.choose")}
          options={options}
          value={site}
          required
          onChange={setSite}
        />
        <SecretField value={secret} required onChange={setSecret} />
        <NumberField value={number} onChange={setNumber} />
      </div>
      <SubmitRow text={say("desk.handover.open")} />
      <Alert text={fault ? say(fault) : ""} />
    </form>
  );
}
