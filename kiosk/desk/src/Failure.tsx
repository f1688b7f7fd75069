import type { ApiError } from "./api.ts";
import { useWords } from "./words.ts";

interface FailureProps {
  readonly error: ApiError | null;
  /** Fields by id with the names people read. */
  readonly names?: readonly { readonly id: string; readonly name: string }[];
}

/** What went wrong, in words; empty when nothing did. Always there, so that it is announced. */
export function Alert({ text }: { readonly text: string }) {
  return (
    <p role="alert" class="failure">
      {text}
    </p>
  );
}

/** Says what went wrong with a request; silent when nothing did. */
export function Failure({ error, names = [] }: FailureProps) {
  const { say } = useWords();
  const nameOf = (field: string) =>
    names.find(({ id }) => field === id || field === `facts.${id}`)?.name ?? field;
  const text = () => {
    if (!error) return "";
    if (error.status === 0) return say("desk.error.network");
    const fields = error.fields.map(nameOf).join(" · ");
    return fields ? say("desk.error.fields", { fields }) : say("desk.error.other");
  };
  return <Alert text={text()} />;
}
