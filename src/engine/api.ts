import type { State } from "./dialogue/state.ts";
import type { Bundle, Day, Facts, Language, Period, PlaceCode } from "./knowledge/types.ts";
import type { Understanding } from "./language/types.ts";
import type { Amount, Entitlement, FacilityHit, Input, Reply, Source } from "./message/types.ts";

/** What a turn needs from outside; the engine has no clock of its own. */
export interface TurnContext {
  /** ISO instant with zone, e.g. `2026-11-22T10:30:00+08:00`. */
  readonly now: string;
  /** Answer as of this day instead of today. */
  readonly asOf?: Day;
  /** Forces the language; otherwise that of the text, then of the conversation. */
  readonly language?: Language;
  /** Kiosk site: stands in for “here”. */
  readonly site?: string;
}

export interface Turn {
  readonly state: State;
  readonly reply: Reply;
  readonly understanding: Understanding;
  /** Facts of the person asked about after this turn. */
  readonly facts: Facts;
  /** The fact the reply asks for. */
  readonly asks: string | null;
  readonly entitlements: readonly Entitlement[] | null;
  /** Id of the case behind `entitlements`, as `determine` gives it; null when nothing was decided. */
  readonly determination: string | null;
  readonly facilities: readonly FacilityHit[] | null;
  readonly sources: readonly Source[];
  /** True when nothing useful could be said: worth recording (scrubbed) for the adviser's queue. */
  readonly unanswered: boolean;
}

export interface Determination {
  /** Hash of facts, knowledge version and day: the same case has the same id in every channel. */
  readonly determination: string;
  readonly knowledgeVersion: string;
  readonly asOf: Day;
  readonly entitlements: readonly Entitlement[];
  /** The missing fact that decides most, null when nothing is left to ask. */
  readonly nextQuestion: string | null;
}

export interface FactFault {
  readonly field: string;
  readonly problem: string;
}

export interface FacilitySearch {
  readonly type?: string;
  readonly place?: PlaceCode;
  readonly near?: { readonly latitude: number; readonly longitude: number };
  readonly at: string;
  readonly openOnly?: boolean;
  readonly limit?: number;
}

export type SearchKind = "benefit" | "provision" | "topic" | "facility" | "document";

/** A figure that answers: an amount of the provision that applies, or a number of a topic's text (`amount` null). */
export interface SearchFigure {
  readonly value: number;
  readonly amount: Amount | null;
  /** Whom the amount is for by age in years, `below` exclusive; null when it is for every age of the provision. */
  readonly ages: { readonly from: number | null; readonly below: number | null } | null;
  /** `benefit/provision` that gives it; null for a topic's. */
  readonly provision: string | null;
  readonly jurisdiction: PlaceCode;
}

/** Characters `start` to `end` (exclusive, in UTF-16 units) of a text: words asked for, or a figure that answers. */
export interface HighlightRange {
  readonly start: number;
  readonly end: number;
  readonly what: "word" | "figure";
}

/** One thing found. A document found by one of its clauses has that clause in `sources[0]` and says what it is about. */
export interface SearchHit {
  readonly kind: SearchKind;
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** Only good for comparing hits of one search. */
  readonly score: number;
  /** A provision's, where it has just one. */
  readonly amount: Amount | null;
  /** A benefit's are those of the provision that speaks for the county asked for; none without a county, unless all have one rule. */
  readonly figures: readonly SearchFigure[];
  /** What to lift out of title and summary: in order, never overlapping. */
  readonly highlight: {
    readonly title: readonly HighlightRange[];
    readonly summary: readonly HighlightRange[];
  };
  /** When the provision, the topic's answer or the document holds; null for benefits and facilities. */
  readonly period: Period | null;
  readonly jurisdiction: PlaceCode | null;
  readonly sources: readonly Source[];
}

/** The engine's one door. Pure: same bundle and arguments, same result. */
export interface Engine {
  readonly bundle: Bundle;
  turn(state: State | null, input: Input, context: TurnContext): Turn;
  determine(facts: Facts, asOf: Day, language: Language): Determination;
  /** Faults of facts from outside, one per field; empty when all are known facts with allowed values. */
  checkFacts(facts: unknown): readonly FactFault[];
  facilities(search: FacilitySearch, language: Language): readonly FacilityHit[];
  search(
    query: {
      readonly q: string;
      readonly county?: PlaceCode;
      readonly kind?: SearchKind;
      readonly limit?: number;
    },
    language: Language,
  ): readonly SearchHit[];
  understand(text: string, language: Language | null): Understanding;
}
