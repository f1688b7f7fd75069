/**
 * A place for small things that live for minutes: texts under a key, and counts. In memory for one process,
 * in Redis for several. Nothing in it is ever written to disk or to the log.
 *
 * Not one store with the conversations: of those the oldest give way when there is no room and every turn starts the
 * time anew, while a number that somebody holds in their hand is neither dropped early nor prolonged.
 */
export interface ShortLived {
  /** Keeps a text under a key that is free, for so many seconds; false when the key is taken or there is no room. */
  add(key: string, text: string, seconds: number): Promise<boolean>;
  /** Takes a text away for good; of two who ask at once one gets it, the other gets null. */
  take(key: string): Promise<string | null>;
  /** Adds `by` to a count and gives it. A count begins with 0 and ends `seconds` after it began. */
  count(key: string, by: number, seconds: number): Promise<number>;
  close(): Promise<void>;
}

/** The store is out of reach: the request fails with 503. */
export class ShortLivedUnavailable extends Error {
  override readonly name = "ShortLivedUnavailable";
  readonly statusCode = 503;
  readonly code = "STORE_UNAVAILABLE";
}
