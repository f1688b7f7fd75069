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

/** One labelled dialogue. */
export interface Dialogue {
  readonly id: string;
  readonly turns: readonly { readonly user: string; readonly expect?: Expectation }[];
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

/** The rows of a JSON-lines text. Throws naming the line that is wrong. */
export function parseRows(text: string): { questions: Labelled[]; dialogues: Dialogue[] } {
  const questions: Labelled[] = [];
  const dialogues: Dialogue[] = [];
  for (const [i, line] of text.split("\n").entries()) {
    if (line.trim() === "") continue;
    let row: unknown;
    try {
      row = JSON.parse(line);
    } catch {
      throw new Error(`line ${i + 1} is no JSON`);
    }
    if (isDialogue(row)) dialogues.push(row);
    else if (isQuestion(row)) questions.push(row);
    else throw new Error(`line ${i + 1} has neither text and intent nor turns`);
  }
  return { questions, dialogues };
}
