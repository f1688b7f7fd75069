import type {
  Input,
  Language,
  PlaceCode,
  Site,
  State,
  Turn,
  TurnContext,
} from "../../../src/engine/index.ts";
import type { Word } from "../writing/lexicon.ts";
import type { Script } from "./written-words.ts";

/** A county or town as the place screen shows it. */
export interface PlaceName {
  readonly code: PlaceCode;
  readonly parent: PlaceCode | null;
  readonly name: Readonly<Record<Language, string>>;
}

/** A kiosk's location and device, as the page needs them. */
export type SiteName = Site;

/** What the page itself needs of the knowledge; everything else stays with the engine. */
export interface Opened {
  readonly version: string;
  /** The kiosk's own words by language and key. */
  readonly words: Readonly<Record<Language, Readonly<Record<string, string>>>>;
  readonly counties: readonly PlaceName[];
  readonly towns: readonly PlaceName[];
  readonly sites: readonly SiteName[];
  /** The line to call when nobody knows which office to ask; null when the knowledge has none. */
  readonly hotline: { readonly name: Readonly<Record<Language, string>>; readonly number: string } | null;
  /** Facts that may be shown but not spoken aloud unasked. */
  readonly privateFacts: readonly string[];
  /** Allowed range of each number fact, inclusive. */
  readonly ranges: Readonly<Record<string, { readonly minimum: number; readonly maximum: number }>>;
  /** Names of benefits, topics and kinds of place by id, to say back what was understood. */
  readonly matters: Readonly<Record<string, Readonly<Record<Language, string>>>>;
}

/** What the page asks of the engine's worker. */
export type Request =
  | { readonly id: number; readonly kind: "open" }
  /** Fetch newer knowledge if there is any, and put it aside. */
  | { readonly id: number; readonly kind: "look" }
  /** Answer from the knowledge put aside from now on; answered with what is then open. */
  | { readonly id: number; readonly kind: "adopt" }
  /** The words people may want to write. */
  | { readonly id: number; readonly kind: "words"; readonly script: Script }
  | {
      readonly id: number;
      readonly kind: "turn";
      readonly state: State | null;
      readonly input: Input;
      readonly context: TurnContext;
    };

/** The worker's answer, with the id of its request. */
export type Response =
  | { readonly id: number; readonly kind: "opened"; readonly opened: Opened }
  | { readonly id: number; readonly kind: "looked"; readonly newer: boolean }
  | { readonly id: number; readonly kind: "turned"; readonly turn: Turn }
  | { readonly id: number; readonly kind: "words"; readonly words: readonly Word[] }
  /** `no-knowledge`: could not be fetched or read; `engine`: the engine refused the turn. */
  | { readonly id: number; readonly kind: "failed"; readonly problem: "no-knowledge" | "engine" };
