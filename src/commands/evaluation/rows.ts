/** One labelled question; labels are words as people know them, not our ids. */
export interface Labelled {
  readonly id: string;
  readonly text: string;
  readonly lang?: string;
  readonly noise?: string;
  readonly intent: string;
  readonly alt_intents?: readonly string[];
  readonly slots?: Readonly<Record<string, unknown>>;
  readonly slots_not?: Readonly<Record<string, unknown>>;
}

/** What must hold after one turn; more slots may be there. */
export interface Expectation {
  readonly intent?: string;
  readonly slots_after?: Readonly<Record<string, unknown>>;
  readonly slots_absent?: readonly string[];
  /** A word to the reader; an intent it names is right as well. */
  readonly note?: string;
}

/** What the assistant has just asked when a row's turn is said, whatever it would have asked by itself. */
export interface PendingQuestion {
  /** `categories`, `age` or `county`. */
  readonly slot: string;
  /** The groups asked about, in the words of the labels. */
  readonly values?: readonly string[];
}

/** One turn of a labelled dialogue. */
export interface DialogueTurn {
  readonly user: string;
  readonly expect?: Expectation;
  readonly pending_question?: PendingQuestion;
}

/** One labelled dialogue. */
export interface Dialogue {
  readonly id: string;
  readonly turns: readonly DialogueTurn[];
}

/** One text that is an emergency happening now, or only sounds like one. */
export interface Alarming {
  readonly q: string;
  readonly emergency: boolean;
  /** What happened, in the labeller's words (`fall`, `stroke`); null where it is no emergency. */
  readonly kind: string | null;
  /** The number that must be named first. */
  readonly number: string | null;
  readonly language: string;
}

/** The rows of one file by what they measure. */
export interface Rows {
  readonly questions: readonly Labelled[];
  readonly dialogues: readonly Dialogue[];
  readonly alarms: readonly Alarming[];
  /** Questions with an empty intent, as the desk hands them out: somebody has yet to label them. */
  readonly unlabelled: number;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function isQuestion(row: unknown): row is Labelled {
  return isRecord(row) && typeof row.text === "string" && typeof row.intent === "string";
}

function isDialogue(row: unknown): row is Dialogue {
  return (
    isRecord(row) &&
    Array.isArray(row.turns) &&
    row.turns.every((turn) => isRecord(turn) && typeof turn.user === "string")
  );
}

function isAlarming(row: unknown): row is Alarming {
  if (!isRecord(row) || typeof row.q !== "string" || typeof row.language !== "string") return false;
  if (row.emergency === false) return true;
  return row.emergency === true && typeof row.kind === "string" && typeof row.number === "string";
}

function parsed(line: string, at: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new Error(`${at} is no JSON`);
  }
}

/** The rows of a JSON-lines text. Throws naming the file, where it is given, and the line that is wrong. */
export function parseRows(text: string, file?: string): Rows {
  const questions: Labelled[] = [];
  const dialogues: Dialogue[] = [];
  const alarms: Alarming[] = [];
  let unlabelled = 0;
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    const at = file === undefined ? `line ${i + 1}` : `${file}:${i + 1}`;
    const row = parsed(line, at);
    if (isDialogue(row)) dialogues.push(row);
    else if (isAlarming(row)) alarms.push(row);
    else if (!isQuestion(row))
      throw new Error(`${at} has neither text and intent, nor turns, nor q, emergency, kind and number`);
    else if (row.intent === "") unlabelled += 1;
    else questions.push(row);
  }
  return { questions, dialogues, alarms, unlabelled };
}
