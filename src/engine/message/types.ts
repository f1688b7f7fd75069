/**
 * What goes in and what comes out of one turn, the same for every face.
 * Blocks are ordered, carry finished text, and every one has a plain-text form (`asText`).
 */

export type Input =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "choice"; readonly id: string }
  | { readonly kind: "location"; readonly latitude: number; readonly longitude: number };

/** A citation made readable: what the contract calls `Source`. */
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

export interface Amount {
  readonly value: number;
  readonly unit: string;
  readonly bound: "at-least" | "exact" | "up-to";
  readonly goesTo: "person" | "organisation" | "insurer";
  /** What the amount is for or from which year, e.g. “2012年的标准”; null when there is nothing to add. */
  readonly label: string | null;
}

/** One benefit decided for one person; the shape the contract fixes. */
export interface Entitlement {
  readonly benefit: string;
  /** Which provision decided. */
  readonly provision: string;
  readonly name: string;
  readonly outcome: "yes" | "no" | "unknown" | "confirm";
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
  /** Why the outcome is `confirm`, as finished sentences; empty otherwise. */
  readonly confirm: readonly string[];
  readonly apply: {
    readonly office: string;
    readonly officeName: string;
    readonly bring: readonly string[];
    readonly steps: string | null;
    readonly automatic: boolean;
  };
  readonly selfCheck: readonly string[];
  readonly gaps: readonly string[];
  readonly sources: readonly Source[];
}

/** One place found; the shape the contract fixes. Hidden when nothing is known: null, never a guess. */
export interface FacilityHit {
  readonly id: string;
  readonly name: string;
  readonly type: string;
  readonly status: "open" | "planned" | "suspended" | "closed" | "unverified";
  readonly place: string | null;
  /** Town and county in words. */
  readonly placeName: string | null;
  readonly address: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly precision: "address" | "village" | "town" | null;
  readonly distance: number | null;
  readonly walkMinutes: number | null;
  readonly openState: "open" | "closed" | "unknown";
  readonly hours: string | null;
  readonly prices: string | null;
  readonly phone: string | null;
  readonly note: string | null;
  /** Day the source speaks for. */
  readonly reported: string | null;
  /** The source is older than a year, undated or a reprint: confirm before going. */
  readonly confirmFirst: boolean;
  readonly sources: readonly Source[];
}

/** A labelled line on a card, e.g. 金额 · 每月不低于 20 元. */
export interface Line {
  readonly label: string;
  readonly text: string;
}

export interface Choice {
  /** Short ASCII, at most 60 characters, understood by `Input.choice` in any turn of this conversation. */
  readonly id: string;
  readonly text: string;
}

export interface Phone {
  readonly label: string;
  readonly number: string;
}

export type Block =
  /** A sentence or short paragraph. `key` is the phrase it came from. */
  | { readonly kind: "say"; readonly key: string; readonly text: string }
  /** The next question, one at most in a reply, with closed answers. `fact` is null when it asks what the person wants. */
  | {
      readonly kind: "ask";
      readonly fact: string | null;
      readonly text: string;
      readonly why: string | null;
      readonly choices: readonly Choice[];
      readonly entry: "choice" | "number" | "place" | "text";
    }
  /** A decided benefit as a card: verdict first, then amount, then what to bring and where, then why. */
  | {
      readonly kind: "benefit";
      readonly benefit: string;
      readonly title: string;
      readonly outcome: "yes" | "no" | "unknown" | "confirm" | "info";
      readonly verdict: string;
      readonly summary: string;
      readonly lines: readonly Line[];
      readonly why: readonly string[];
      readonly sources: readonly Source[];
    }
  | {
      readonly kind: "facility";
      readonly id: string;
      readonly title: string;
      readonly state: string;
      readonly lines: readonly Line[];
      readonly hit: FacilityHit;
      readonly sources: readonly Source[];
    }
  | {
      readonly kind: "topic";
      readonly topic: string;
      readonly title: string;
      readonly text: string;
      readonly lines: readonly Line[];
      readonly sources: readonly Source[];
    }
  /** A list of reasons, e.g. why not. */
  | {
      readonly kind: "why";
      readonly title: string;
      readonly reasons: readonly string[];
      readonly sources: readonly Source[];
    }
  /** A person to turn to. */
  | { readonly kind: "handoff"; readonly text: string; readonly phones: readonly Phone[] }
  /** First of everything, with the number to call. */
  | { readonly kind: "emergency"; readonly number: string; readonly text: string }
  /** Buttons that are offers, not a question: more, another topic, start over. */
  | { readonly kind: "choices"; readonly text: string; readonly choices: readonly Choice[] };

export interface Reply {
  readonly blocks: readonly Block[];
  readonly text: string;
}
