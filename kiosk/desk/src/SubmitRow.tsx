import type { ComponentChildren } from "preact";

interface SubmitRowProps {
  readonly text: string;
  /** What else can be done with the form. */
  readonly children?: ComponentChildren;
}

/** The button that sends a form, with what stands beside it. */
export function SubmitRow({ text, children }: SubmitRowProps) {
  return (
    <p class="actions">
      <button type="submit" class="main">
        {text}
      </button>
      {children}
    </p>
  );
}
