/**
 * What the dialogue decided to say, before words: phrase keys with parameters, decisions and ranked
 * facilities. `render` turns drafts into blocks. Drafts are plain data, so a test can read a whole
 * conversation without depending on its wording.
 */
import type { Decision } from "../eligibility/types.ts";
import type { RankedFacility } from "../facilities/types.ts";
import type { PhraseKey } from "../knowledge/ids.generated.ts";
import type {
  Benefit,
  Day,
  Facts,
  LocalText,
  Office,
  PlaceCode,
  Provision,
  Topic,
} from "../knowledge/types.ts";

/** A value put into a sentence: finished text, a text per language, a day, a place, a list, or what is known of a person. */
export type Parameter =
  | string
  | number
  | LocalText
  | { readonly day: Day }
  | { readonly place: PlaceCode }
  | { readonly list: readonly LocalText[] }
  | { readonly facts: Facts };

export type Parameters = Readonly<Record<string, Parameter>>;

/** A button: its label is a phrase or a text of the knowledge. */
export interface DraftChoice {
  readonly id: string;
  readonly label: { readonly key: PhraseKey; readonly parameters?: Parameters } | LocalText;
}

export type Draft =
  | { readonly kind: "say"; readonly key: PhraseKey; readonly parameters?: Parameters }
  | {
      readonly kind: "ask";
      readonly fact: string;
      readonly of: "elder" | "family";
      readonly first: readonly DraftChoice[];
    }
  | {
      readonly kind: "ask-want";
      readonly key: PhraseKey;
      readonly parameters?: Parameters;
      readonly choices: readonly DraftChoice[];
      readonly entry: "choice" | "text" | "place";
    }
  /** `brief` in a list of many; `full` when this one was asked for. */
  | {
      readonly kind: "benefit";
      readonly decision: Decision;
      readonly office: Office;
      readonly detail: "brief" | "full";
    }
  | {
      readonly kind: "benefit-info";
      readonly benefit: Benefit;
      readonly provisions: readonly Provision[];
      /** Only their amounts are told, each with its place and source. */
      readonly elsewhere: readonly Provision[];
      readonly asOf: Day;
      readonly office: Office;
      readonly focus: "what" | "how";
    }
  | { readonly kind: "facility"; readonly ranked: RankedFacility }
  | {
      readonly kind: "topic";
      readonly topic: Topic;
      readonly jurisdictions: readonly PlaceCode[] | null;
      readonly asOf: Day;
      readonly office: Office | null;
    }
  | { readonly kind: "why-not"; readonly decisions: readonly Decision[] }
  | {
      readonly kind: "handoff";
      readonly key: PhraseKey;
      readonly parameters?: Parameters;
      readonly offices: readonly Office[];
    }
  | { readonly kind: "emergency"; readonly key: PhraseKey; readonly number: string }
  | { readonly kind: "choices"; readonly key: PhraseKey; readonly choices: readonly DraftChoice[] };
