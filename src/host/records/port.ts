import type { Language, PlaceCode } from "../../engine/index.ts";

/** How long a record is kept, in days; older ones are deleted at start and once a day. */
export const RETENTION_DAYS = { unanswered: 180, feedback: 365 } as const;

/** A question nobody could answer. The text is scrubbed before it is stored, whoever hands it in. */
export interface UnansweredQuestion {
  readonly text: string;
  readonly language: Language;
  readonly intent: string;
  readonly face: string;
  readonly site: string | null;
  readonly county: PlaceCode | null;
}

/** A stored question for the adviser's queue. `at` is milliseconds since 1970. */
export interface UnansweredRecord extends UnansweredQuestion {
  readonly id: string;
  readonly at: number;
}

/** One tap on “this helped” or “this did not help”; no words, so nothing personal. */
export interface Feedback {
  readonly helpful: boolean;
  /** Benefit, topic or facility id the answer was about, or null. */
  readonly about: string | null;
  readonly face: string;
}

/** Durable records: few, scrubbed and each with an end. */
export interface Records {
  addUnanswered(question: UnansweredQuestion): Promise<void>;
  /** Newest first, at most `limit`. */
  listUnanswered(limit: number): Promise<readonly UnansweredRecord[]>;
  /** Takes a question off the queue; false when there was none with this id. */
  removeUnanswered(id: string): Promise<boolean>;
  addFeedback(feedback: Feedback): Promise<void>;
  /** Deletes what is past its retention and tells how many rows went. */
  purge(): Promise<number>;
  /** Whether the database answers; false makes the process not ready. */
  healthy(): Promise<boolean>;
  close(): Promise<void>;
}

/** Records that keep nothing, for the terminal face. */
export const noRecords: Records = {
  addUnanswered: async () => {},
  listUnanswered: async () => [],
  removeUnanswered: async () => false,
  addFeedback: async () => {},
  purge: async () => 0,
  healthy: async () => true,
  close: async () => {},
};
