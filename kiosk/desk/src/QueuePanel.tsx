import { useState } from "preact/hooks";
import type { Question } from "./answers.ts";
import { type ApiError, exportQueue, loadQueue, tickOff } from "./api.ts";
import { Alert } from "./Failure.tsx";
import { SecretField } from "./SecretField.tsx";
import { SubmitRow } from "./SubmitRow.tsx";
import { useWords } from "./words.ts";

const FAULTS: Readonly<Record<number, string>> = {
  0: "desk.error.network",
  401: "desk.queue.wrong",
  403: "desk.queue.closed",
};

const FILE_NAME = "unanswered.jsonl";

/** Hands a file to the browser to be kept. */
function keep(file: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = FILE_NAME;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** The secret stays in this page's memory and goes nowhere but into the request. */
function useQueue() {
  const [questions, setQuestions] = useState<readonly Question[] | null>(null);
  const [fault, setFault] = useState<string | null>(null);
  const failed = ({ status }: ApiError) => setFault(FAULTS[status] ?? "desk.error.other");
  const open = (secret: string) =>
    loadQueue(secret).then((found) => {
      setQuestions(found);
      setFault(null);
    }, failed);
  const done = (id: string, secret: string) =>
    tickOff(id, secret).then(
      () => setQuestions((before) => before?.filter((question) => question.id !== id) ?? null),
      failed,
    );
  const save = (secret: string) => exportQueue(secret).then(keep, failed);
  return { questions, fault, open, done, save };
}

interface QueueListProps {
  readonly questions: readonly Question[];
  onDone(id: string): void;
}

function QueueList({ questions, onDone }: QueueListProps) {
  const { language, say } = useWords();
  if (questions.length === 0) return <p>{say("desk.queue.empty")}</p>;
  return (
    <ul class="queue">
      {questions.map(({ id, at, text }) => (
        <li key={id}>
          <time dateTime={new Date(at).toISOString()}>
            {new Intl.DateTimeFormat(language, { timeZone: "Asia/Shanghai" }).format(at)}
          </time>{" "}
          <span>{text}</span>{" "}
          <button type="button" aria-label={say("desk.queue.done-of", { text })} onClick={() => onDone(id)}>
            {say("desk.queue.done")}
          </button>
        </li>
      ))}
    </ul>
  );
}

interface OpenFormProps {
  readonly secret: string;
  onSecret(secret: string): void;
  onOpen(secret: string): void;
}

function OpenForm({ secret, onSecret, onOpen }: OpenFormProps) {
  const { say } = useWords();
  const submit = (event: Event) => {
    event.preventDefault();
    onOpen(secret);
  };
  return (
    <form onSubmit={submit}>
      <h2>{say("desk.section.queue")}</h2>
      <p>{say("desk.queue.intro")}</p>
      <SecretField value={secret} onChange={onSecret} />
      <SubmitRow text={say("desk.queue.open")} />
    </form>
  );
}

function SaveButton({ onSave }: { onSave(): void }) {
  const { say } = useWords();
  return (
    <p class="actions">
      <button type="button" onClick={onSave}>
        {say("desk.queue.export")}
      </button>
    </p>
  );
}

/** The questions nobody could answer, for the adviser to see to; opened with the operator's secret. */
export function QueuePanel() {
  const { say } = useWords();
  const [secret, setSecret] = useState("");
  const { questions, fault, open, done, save } = useQueue();
  return (
    <>
      <OpenForm secret={secret} onSecret={setSecret} onOpen={open} />
      <Alert text={fault ? say(fault) : ""} />
      {questions && questions.length > 0 && <SaveButton onSave={() => void save(secret)} />}
      {questions && <QueueList questions={questions} onDone={(id) => void done(id, secret)} />}
    </>
  );
}
