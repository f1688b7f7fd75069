import type { ComponentChild } from "preact";
import type { Choice, Input, Language, PlaceCode } from "../../../src/engine/index.ts";
import type { Opened, SiteName } from "../background/messages.ts";
import type { Entry } from "../session/session.ts";
import type { Words } from "../words/words.ts";

/** The smallest part of a reply that is never cut by the end of a page. */
export interface Piece {
  readonly key: string;
  readonly node: ComponentChild;
  /** About this very person: read aloud only when they ask for it. */
  readonly private: boolean;
  /** How many buttons it holds; they must lie within reach, at most six on a page. */
  readonly targets: number;
  /** What one reads in it, of which a page holds only so much; buttons have none, as they are chosen, not read through. */
  readonly text?: string;
  /** Stands in where the whole would fit on no page, with a key of its own. */
  readonly shorter?: Piece;
}

/** A run of pieces under one heading. The heading stands on each of its pages. */
export interface Section {
  readonly key: string;
  /** `flow`: text and cards from the top. `ask`: question above, answers within reach. The rest fill a page of their own. */
  readonly layout: "flow" | "ask" | "number" | "text" | "emergency";
  /**
   * Pages are turned within a group. `main`: what one sees first. `so-far`: results behind a question.
   * `card`: opened from an overview, one item after the other.
   */
  readonly group: "main" | "so-far" | "card";
  readonly heading: Piece;
  /** Stand in for a heading that leaves no room, the first that does: the question alone, then its main words. */
  readonly shortHeadings?: readonly Piece[];
  readonly pieces: readonly Piece[];
  /** A drawing: flat above the first pieces where there is room, otherwise larger on a page of its own, the last. */
  readonly picture?: { readonly above: Piece; readonly alone: Piece };
  /** Most buttons of its pieces on one page; as many as anywhere when absent. */
  readonly targets?: number;
  /** Stands below the pieces on each page: answers such as 不清楚 must never be a page away. */
  readonly always: readonly Piece[];
}

/** What blocks need to draw themselves and to act. */
export interface BlockContext {
  readonly words: Words;
  readonly opened: Opened | null;
  readonly site: SiteName | null;
  readonly language: Language;
  readonly entry: Entry;
  /** The benefits of the reply are a list: all about one of them is asked for. */
  readonly listsBenefits: boolean;
  readonly send: (input: Input) => void;
  /** Show the screen on which one writes one's own question. */
  readonly write: () => void;
  readonly enter: (entry: Partial<Entry>) => void;
  /** Go into a county's towns, whose pages start where the question's pages start. */
  readonly openCounty: (county: PlaceCode, section: string) => void;
  /** Read the page aloud, what is about the person too; null where there is no voice for the language. */
  readonly listen: (() => void) | null;
  /** Pages are read aloud by themselves, except for what is about the person. */
  readonly readsAloud: boolean;
  /** Show how to take a section's answer away; null where this kiosk has no way to. */
  readonly takeAway: ((section: string) => void) | null;
  /** Give a number by which the desk sees what was asked; null where no desk would. */
  readonly handOver: (() => void) | null;
  /** Show the first page of another section; 返回 leads back here. */
  readonly jump: (section: string) => void;
}

/** A choice sent the way the engine takes it. */
export function choiceInput(choice: Pick<Choice, "id">): Input {
  return { kind: "choice", id: choice.id };
}
