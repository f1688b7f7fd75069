import { useEffect, useState } from "preact/hooks";
import type { Handover, Site } from "./answers.ts";
import { type ApiError, loadSites, pickUp } from "./api.ts";
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

/** Opens what a visitor asked at the kiosk of this desk's own site, by the four digits they say. */
export function HandoverForm({ onOpen }: HandoverFormProps) {
  const { say } = useWords();
  const sites = useSites();
  const [site, setSite] = useState("");
  const [secret, setSecret] = useState("");
  const [number, setNumber] = useState("");
  const [fault, setFault] = useState<string | null>(null);
  const opened = (handover: Handover) => {
    setNumber("");
    setFault(null);
    onOpen(handover);
  };
  const failed = ({ status }: ApiError) => setFault(FAULTS[status] ?? "desk.error.other");
  const submit = (event: Event) => {
    event.preventDefault();
    void pickUp(site, number.trim(), secret).then(opened, failed);
  };
  return (
    <form class="screen-only handover-form" onSubmit={submit} autocomplete="off">
      <h2>{say("desk.handover.title")}</h2>
      <p>{say("desk.handover.intro")}</p>
      <div class="fields">
        <label class="field">
          {say("desk.handover.site")}
          <select value={site} required onChange={({ currentTarget }) => setSite(currentTarget.value)}>
            <option value="">{say("desk.handover.site.choose")}</option>
            {sites.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label class="field">
          {say("desk.queue.secret")}
          <input
            type="password"
            autocomplete="off"
            required
            value={secret}
            onInput={({ currentTarget }) => setSecret(currentTarget.value)}
          />
        </label>
        <label class="field">
          {say("desk.handover.number")}
          <input
            inputMode="numeric"
            pattern="[1-9][0-9]{3}"
            maxLength={4}
            required
            value={number}
            onInput={({ currentTarget }) => setNumber(currentTarget.value)}
          />
        </label>
      </div>
      <p class="actions">
        <button type="submit" class="main">
          {say("desk.handover.open")}
        </button>
      </p>
      <p role="alert" class="failure">
        {fault ? say(fault) : ""}
      </p>
    </form>
  );
}
