import type { Input } from "../../../src/engine/index.ts";
import { Tap } from "../parts/tap.tsx";
import type { Words } from "../words/words.ts";

/** Longest question that is sent; more is cut by the field itself. */
const LONGEST_QUESTION = 200;
const EXAMPLES = ["1", "2", "3"] as const;

interface WriteProps {
  readonly words: Words;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSend: (input: Input) => void;
}

/** One's own question: a large field, and ready sentences for those who would rather tap. */
export function Write({ words, text, onText, onSend }: WriteProps) {
  const question = text.trim();
  const send = (): void => {
    if (question !== "") onSend({ kind: "text", text: question });
  };
  return (
    <main class="screen write">
      <h1 class="heading" tabIndex={-1}>
        {words.t("kiosk.type.title")}
      </h1>
      <form
        class="write-form"
        autocomplete="off"
        onSubmit={(event) => {
          event.preventDefault();
          send();
        }}
      >
        <textarea
          class="write-field"
          aria-label={words.t("kiosk.type.field")}
          maxLength={LONGEST_QUESTION}
          rows={3}
          autocomplete="off"
          spellcheck={false}
          value={text}
          onInput={(event) => onText(event.currentTarget.value)}
        />
        <Tap control="send" class="choice choice-main" disabled={question === ""} onTap={send}>
          {words.t("kiosk.type.send")}
        </Tap>
      </form>
      <div class="examples">
        <h2 class="label">{words.t("kiosk.type.examples")}</h2>
        {EXAMPLES.map((example) => {
          const sentence = words.t(`kiosk.type.example.${example}`);
          return (
            <Tap
              key={example}
              control={`example-${example}`}
              class="choice"
              onTap={() => onSend({ kind: "text", text: sentence })}
            >
              {sentence}
            </Tap>
          );
        })}
      </div>
    </main>
  );
}
