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

/** Characters of a text to lift out: words asked for, or a figure that answers. */
export interface Range {
  readonly start: number;
  readonly end: number;
  readonly what: "word" | "figure";
}

/** One search result. */
export interface Hit {
  readonly kind: "benefit" | "provision" | "topic" | "facility" | "document";
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly amount: Amount | null;
  /** What answers: the amounts of the rule for the county asked for, or the numbers of a topic's text. */
  readonly figures: readonly {
    readonly value: number;
    readonly amount: Amount | null;
    /** Whom the amount is for by age, `below` exclusive. */
    readonly ages: { readonly from: number | null; readonly below: number | null } | null;
  }[];
  readonly highlight: { readonly title: readonly Range[]; readonly summary: readonly Range[] };
  readonly period: { readonly from: string | null; readonly to: string | null } | null;
  readonly sources: readonly Source[];
}

/** What is known but not decided here, and how much of the outlined documents is covered. */
export interface Coverage {
  readonly counts: CoverageCounts & { readonly documents: number; readonly outside: number };
  readonly documents: readonly (CoverageCounts & {
    readonly document: string;
    readonly title: string;
    readonly outside: Readonly<Record<string, number>>;
  })[];
  readonly reasons: readonly { readonly reason: string; readonly text: string }[];
  readonly entries: {
    readonly decided: readonly Named[];
    readonly stated: readonly {
      readonly kind: string;
      readonly text: string;
      readonly topics: readonly Named[];
    }[];
    readonly outside: readonly Named[];
  };
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

/** Something with a name. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** How many clauses and statements, and how many of those are decided for a person or stated as a fact. */
export interface CoverageCounts {
  readonly clauses: number;
  readonly statements: number;
  readonly decided: number;
  readonly stated: number;
}

/** A document in the list. */
export interface DocumentLine {
  readonly id: string;
  readonly title: string;
  readonly number: string | null;
  readonly issued: string | null;
  readonly checked: string;
  readonly kind: Source["kind"];
  readonly url: string | null;
}

/** How a document stands to another; a clause that is null is the whole document. */
export interface Relation {
  readonly kind: "refines" | "replaces-list" | "repeats" | "differs";
  readonly clause: string | null;
  readonly document: string;
  readonly title: string;
  readonly otherClause: string | null;
  readonly note: string | null;
}

/** An entry that answers for a statement. */
export interface Answering {
  readonly kind: "provision" | "topic" | "facility";
  readonly id: string;
  readonly name: string;
  readonly text: string;
}

/** One clause of a document with everything it says. */
export interface Clause {
  readonly clause: string;
  readonly about: string;
  readonly says: readonly {
    readonly what: string;
    readonly by: readonly Answering[];
    readonly reason: string | null;
  }[];
}

/** A document in full. */
export interface DocumentDetail extends DocumentLine {
  readonly relations: readonly Relation[];
  readonly relatedBy: readonly Relation[];
  readonly outline: readonly Clause[] | null;
  readonly citedBy: readonly {
    readonly kind: string;
    readonly id: string;
    readonly name: string;
    readonly clause: string;
  }[];
}

/** One rule of a benefit, as far as an adviser reads it beside a clause. */
export interface Provision {
  readonly id: string;
  readonly jurisdictionName: string;
  readonly amounts: readonly Amount[];
  readonly selfCheck: readonly string[];
  readonly gaps: readonly string[];
  readonly note: string | null;
}

/** A question nobody could answer, already scrubbed. */
export interface Question {
  readonly id: string;
  readonly at: number;
  readonly text: string;
}

/** A place with a kiosk. */
export interface Site {
  readonly id: string;
  readonly name: string;
}

/** What a visitor asked at the kiosk and was answered, opened with the number they said. */
export interface Handover {
  readonly site: string;
  readonly language: Language;
  readonly questions: readonly string[];
  readonly facts: Facts;
  readonly answers: readonly {
    readonly kind: "benefit" | "facility" | "topic" | "why";
    readonly id: string;
    readonly title: string;
    readonly outcome: Outcome | "info" | null;
    readonly said: string;
    readonly sources: readonly Source[];
  }[];
  readonly at: string;
}
