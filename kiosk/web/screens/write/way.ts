import type { Entry } from "../../session/session.ts";
import type { Words } from "../../words/words.ts";
import type { Writing } from "../../writing/client.ts";
import type { OfferButton } from "./offer.ts";

/** What every way of writing gets. */
export interface WayProps {
  readonly words: Words;
  readonly writing: Writing;
  /** Whether the tables for handwriting and sounds are there. */
  readonly ready: boolean;
  readonly entry: Entry;
  /** Changes with the type size and the window. */
  readonly sizes: string;
  readonly enter: (entry: Partial<Entry>) => void;
  /** Words that may follow what is written. */
  readonly offers: readonly OfferButton[];
  /** Puts `text` in place of the last `replaces` characters. */
  readonly put: (text: string, replaces: number) => void;
}
