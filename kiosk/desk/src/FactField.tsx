import { useEffect, useState } from "preact/hooks";
import type { Fact, FactValue, Place } from "./answers.ts";
import { loadPlaces } from "./api.ts";
import { useWords } from "./words.ts";

interface FactFieldProps {
  readonly fact: Fact;
  readonly counties: readonly Place[];
  readonly value: FactValue | null;
  onChange(value: FactValue | null): void;
}

/** One question of the case form. Leaving it at “not known” keeps the fact out of the case. */
export function FactField(props: FactFieldProps) {
  if (props.fact.kind === "place") return <PlaceField {...props} />;
  if (props.fact.kind === "number") return <NumberField {...props} />;
  return <ChoiceField {...props} />;
}

function NumberField({ fact, value, onChange }: FactFieldProps) {
  const { say } = useWords();
  const range = { minimum: fact.minimum ?? 0, maximum: fact.maximum ?? 0 };
  const hint = `hint-${fact.id}`;
  return (
    <div class="field">
      <label for={`fact-${fact.id}`}>{fact.name}</label>
      <input
        id={`fact-${fact.id}`}
        type="number"
        inputMode="numeric"
        step="1"
        min={range.minimum}
        max={range.maximum}
        aria-describedby={hint}
        value={value === null ? "" : String(value)}
        onInput={({ currentTarget }) =>
          onChange(currentTarget.value === "" ? null : currentTarget.valueAsNumber)
        }
      />
      <small id={hint}>{say("desk.case.range", range)}</small>
    </div>
  );
}

function ChoiceField({ fact, value, onChange }: FactFieldProps) {
  const { say } = useWords();
  const chosen = fact.choices.findIndex((choice) => choice.value === value);
  return (
    <label class="field">
      {fact.name}
      <select
        name={fact.id}
        title={fact.question}
        value={String(chosen)}
        onChange={({ currentTarget }) => onChange(fact.choices[Number(currentTarget.value)]?.value ?? null)}
      >
        <option value="-1">{say("desk.case.unknown")}</option>
        {fact.choices.map(({ text }, index) => (
          <option key={text} value={String(index)}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}

function useTowns(county: string): readonly Place[] {
  const { language } = useWords();
  const [towns, setTowns] = useState<readonly Place[]>([]);
  useEffect(() => {
    let current = true;
    setTowns([]);
    if (county === "") return;
    // Without the list of towns the county alone still decides most, so a failure stays silent.
    loadPlaces(language, county).then(
      (found) => current && setTowns(found),
      () => undefined,
    );
    return () => {
      current = false;
    };
  }, [county, language]);
  return towns;
}

interface PlaceSelectProps {
  readonly label: string;
  /** Name for whoever does not see the frame around the field: there are two questions for a place. */
  readonly fullName: string;
  readonly empty: string;
  readonly places: readonly Place[];
  readonly value: string;
  onChange(code: string): void;
}

function PlaceSelect({ label, fullName, empty, places, value, onChange }: PlaceSelectProps) {
  return (
    <label>
      {label}
      <select
        aria-label={fullName}
        value={value}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        <option value="">{empty}</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

function PlaceField({ fact, counties, value, onChange }: FactFieldProps) {
  const { say } = useWords();
  // Codes of towns and villages begin with that of their county.
  const [county, setCounty] = useState(
    () => counties.find(({ code }) => String(value ?? "").startsWith(code))?.code ?? "",
  );
  const towns = useTowns(county);
  const nameOf = (level: string) => say("desk.case.place-of", { fact: fact.name, level: say(level) });
  const choose = (code: string) => {
    setCounty(code);
    onChange(code || null);
  };
  return (
    <fieldset class="field" name={fact.id}>
      <legend>{fact.name}</legend>
      <PlaceSelect
        label={say("desk.case.county")}
        fullName={nameOf("desk.case.county")}
        empty={say("desk.case.unknown")}
        places={counties}
        value={county}
        onChange={choose}
      />
      {towns.length > 0 && (
        <PlaceSelect
          label={say("desk.case.town")}
          fullName={nameOf("desk.case.town")}
          empty={say("desk.case.whole-county")}
          places={towns}
          value={value === county || value === null ? "" : String(value)}
          onChange={(code) => onChange(code || county)}
        />
      )}
    </fieldset>
  );
}
