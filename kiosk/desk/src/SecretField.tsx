import { useWords } from "./words.ts";

interface SecretFieldProps {
  readonly value: string;
  readonly required?: boolean;
  onChange(value: string): void;
}

/** The operator's secret; the browser is told to keep none of it. */
export function SecretField({ value, required, onChange }: SecretFieldProps) {
  const { say } = useWords();
  return (
    <label class="field">
      {say("desk.queue.secret")}
      <input
        type="password"
        autocomplete="off"
        required={required}
        value={value}
        onInput={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}
