import { type Engine, INTENTS, type Slots, type State } from "../../engine/index.ts";
import type { LabelBook } from "./labels.ts";
import type { Dialogue, DialogueTurn, Expectation, Labelled } from "./rows.ts";

/** Dialogues are run at one fixed moment, so that the figures do not change with the day. */
export const NOW = "2026-11-22T10:00:00+08:00";

/** What was understood of a text beside what should have been. */
interface Understood {
  readonly intent: string;
  readonly intentRight: boolean;
  /** Slot name → whether it was understood. */
  readonly slots: ReadonlyMap<string, boolean>;
  /** Slots that hold what must not be stored. */
  readonly violations: readonly string[];
  readonly got: Slots;
}

/** How one question came out. */
export interface Scored extends Understood {
  readonly row: Labelled;
  /** 0…1, what the reader itself thinks of the intent. */
  readonly confidence: number;
}

/** How one turn of a dialogue came out. */
export interface ScoredTurn extends Understood {
  readonly dialogue: string;
  readonly text: string;
  readonly expected: Expectation;
}

function slotsRight(
  wanted: Readonly<Record<string, unknown>> | undefined,
  got: Slots,
  labels: LabelBook,
): Map<string, boolean> {
  return new Map(
    Object.entries(wanted ?? {}).map(([slot, label]) => [slot, labels.matches(slot, label, got)]),
  );
}

/** Scores one question, understood by itself. */
export function scoreQuestion(row: Labelled, engine: Engine, labels: LabelBook): Scored {
  const { intent, confidence, slots: got } = engine.understand(row.text, null);
  const violations = Object.entries(row.slots_not ?? {}).filter(([slot, label]) =>
    slot === "categories" && Array.isArray(label)
      ? label.some((one) => labels.hasCategory(String(one), got))
      : labels.matches(slot, label, got),
  );
  return {
    row,
    intent,
    confidence,
    intentRight: intent === row.intent || (row.alt_intents ?? []).includes(intent),
    slots: slotsRight(row.slots, got, labels),
    violations: violations.map(([slot]) => slot),
    got,
  };
}

function isRight(intent: string, { intent: wanted, note = "" }: Expectation): boolean {
  const also = INTENTS.filter((one) => note.includes(one));
  return wanted === undefined || intent === wanted || also.some((one) => one === intent);
}

function holds(slot: string, got: Slots): boolean {
  const value = slot === "facility_type" ? got.facilityType : Reflect.get(got, slot);
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}

/** The state with the question open that the row says was asked; as it is where the row gives none. */
function asking(state: State | null, { pending_question: pending }: DialogueTurn, labels: LabelBook) {
  const asked = pending ? labels.factAsked(pending.slot, pending.values?.[0]) : null;
  return state === null || asked === null ? state : { ...state, asked };
}

/** Runs a dialogue turn by turn, each with the state the one before left, and scores every turn. */
export function scoreDialogue({ id, turns }: Dialogue, engine: Engine, labels: LabelBook): ScoredTurn[] {
  let state: State | null = null;
  return turns.map((row) => {
    const { user, expect: expected = {} } = row;
    const turn = engine.turn(asking(state, row, labels), { kind: "text", text: user }, { now: NOW });
    state = turn.state;
    const { intent, slots: got } = turn.understanding;
    return {
      dialogue: id,
      text: user,
      expected,
      intent,
      intentRight: isRight(intent, expected),
      slots: slotsRight(expected.slots_after, got, labels),
      violations: (expected.slots_absent ?? []).filter((slot) => holds(slot, got)),
      got,
    };
  });
}
