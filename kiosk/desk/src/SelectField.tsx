interface SelectFieldProps {
  readonly label: string;
  /** What stands there while nothing is chosen; choosing it gives an empty value. */
  readonly empty: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly value: string;
  readonly required?: boolean;
  onChange(value: string): void;
}

/** A question with a list to choose from. */
export function SelectField({ label, empty, options, value, required, onChange }: SelectFieldProps) {
  return (
    <label class="field">
      {label}
      <select
        value={value}
        required={required}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      >
        <option value="">{empty}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.text}
          </option>
        ))}
      </select>
    </label>
  );
}
