import type { Intent } from "../knowledge/intents.ts";
import type { Facts, Language, PlaceCode } from "../knowledge/types.ts";

/** Everything remembered between turns; plain JSON, no identity, gone when the conversation ends. */
export interface State {
  readonly version: 1;
  readonly language: Language;
  /** Facts by person: `self`, a relative, or `unnamed` until somebody is named. */
  readonly people: Readonly<Record<string, Facts>>;
  /** Whose facts answers are about. */
  readonly about: string;
  readonly intent: Intent | null;
  readonly benefit: string | null;
  readonly topic: string | null;
  readonly facilityType: string | null;
  readonly county: PlaceCode | null;
  readonly town: PlaceCode | null;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  /** The fact just asked for; null when no question is open. */
  readonly asked: string | null;
  /** Facts the person does not know or will not say; never asked again. */
  readonly declined: readonly string[];
  readonly questionsAsked: number;
  /** Turns in a row that were not understood. */
  readonly misses: number;
  /** `just-answer`: no more questions in this round. */
  readonly quiet: boolean;
  /** How many cards of the last list have been shown, for “more”. */
  readonly shown: number;
  /** The last reply's plain text, for “say it again”. */
  readonly last: string | null;
  /** Earlier states, newest last, for “back”; at most ten and without their own history. */
  readonly history: readonly State[];
}
