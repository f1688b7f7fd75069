/** What the HTTP API answers, as far as this page reads it. The API reference has the full shapes. */

/** Languages the page can be read in. */
export type Language = "zh-Hans" | "zh-Hant" | "en";

/** What may be said about a person. */
export type FactValue = number | string | boolean;

/** What is known of the person; an absent fact is unknown. */
export type Facts = Readonly<Record<string, FactValue>>;

/** A fact of the case form, with its closed answers. */
export interface Fact {
  readonly id: string;
  readonly kind: "number" | "place" | "boolean" | "choice";
  readonly name: string;
  readonly question: string;
  readonly choices: readonly { readonly value: FactValue; readonly text: string }[];
  readonly minimum: number | null;
  readonly maximum: number | null;
}

/** A place to choose. */
export interface Place {
  readonly code: string;
  readonly name: string;
  readonly path: string;
}

/** A citation. */
export interface Source {
  readonly document: string;
  readonly number: string | null;
  readonly title: string;
  readonly clause: string;
  readonly issued: string | null;
  readonly url: string | null;
  readonly checked: string;
  readonly kind: "policy" | "official-page" | "news";
}

/** A sum or quantity and whom it goes to. */
export interface Amount {
  readonly value: number;
  readonly unit: string;
  readonly bound: "at-least" | "exact" | "up-to";
  readonly goesTo: "person" | "organisation" | "insurer";
  /** What it is for or from which year. */
  readonly label: string | null;
}

/** What the person is told about one benefit. */
export type Outcome = "yes" | "confirm" | "unknown" | "no";

/** One benefit decided. */
export interface Entitlement {
  readonly benefit: string;
  readonly provision: string;
  readonly name: string;
  readonly outcome: Outcome;
  readonly missing: readonly string[];
  readonly because: readonly {
    readonly fact: string;
    readonly holds: "yes" | "no" | "unknown";
    readonly text: string;
  }[];
  readonly amount: Amount | null;
  readonly jurisdiction: string;
  readonly validity: {
    readonly from: string | null;
    readonly to: string | null;
    readonly state: "in-force" | "ended" | "undated" | "planned";
  };
  readonly confirm: readonly string[];
  readonly apply: {
    readonly officeName: string;
    readonly bring: readonly string[];
    readonly steps: string | null;
    readonly automatic: boolean;
  };
  readonly selfCheck: readonly string[];
  readonly gaps: readonly string[];
  readonly sources: readonly Source[];
}

/** A whole case decided. */
export interface Determination {
  readonly determination: string;
  readonly knowledgeVersion: string;
  readonly asOf: string;
  readonly entitlements: readonly Entitlement[];
  readonly nextQuestion: string | null;
}

/** One search result. */
export interface Hit {
  readonly kind: "benefit" | "provision" | "topic" | "facility" | "document";
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly amount: Amount | null;
  readonly sources: readonly Source[];
}

/** What is known but not decided here. */
export interface Coverage {
  readonly notDecided: readonly {
    readonly topic: string;
    readonly name: string;
    readonly text: string;
    readonly office: { readonly name: string; readonly phone: string | null } | null;
    readonly sources: readonly Source[];
  }[];
  readonly gaps: readonly {
    readonly benefit: string;
    readonly provision: string;
    readonly name: string;
    readonly gaps: readonly string[];
    readonly sources: readonly Source[];
  }[];
}

/** A question nobody could answer, already scrubbed. */
export interface Question {
  readonly id: string;
  readonly at: number;
  readonly text: string;
}
