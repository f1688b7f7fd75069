import type { Intent } from "../knowledge/intents.ts";
import type { Facts, FactValue, Language, PlaceCode } from "../knowledge/types.ts";

/** Slots as the contract names them. */
export interface Slots {
  readonly age?: number;
  readonly county?: PlaceCode;
  readonly town?: PlaceCode;
  /** Contract category ids, e.g. `minimum-living`, `care-severe`, `lives-alone`. */
  readonly categories?: readonly string[];
  readonly facilityType?: string;
  readonly benefit?: string;
  readonly topic?: string;
  readonly document?: string;
  readonly person?: PersonRef;
}

/** Whose facts the text states: the speaker, or the relative named (canonical id such as `mother`, `grandmother-paternal`). */
export type PersonRef = string;

/** Something the person says that steers the talk itself, understood in every state. */
export type Command =
  | "back"
  | "restart"
  | "repeat"
  | "skip"
  | "dont-know"
  | "slower"
  | "larger"
  | "human"
  | "forget"
  | "yes"
  | "no"
  | "more"
  | "thanks"
  | "just-answer";

export type EmergencyKind =
  | "medical"
  | "fire"
  | "gas"
  | "crime"
  | "missing"
  | "self-harm"
  | "fraud"
  | "abuse";

/** What one text means, before any dialogue state is applied. Plain data. */
export interface Understanding {
  readonly language: Language;
  readonly intent: Intent;
  /** 0…1, calibrated; below `FLOOR` the dialogue asks instead of answering. */
  readonly confidence: number;
  /** The runner-up, for “did you mean”. */
  readonly second: Intent | null;
  readonly slots: Slots;
  /**
   * What the text says about each person. `self` is the speaker, other keys are `PersonRef`s.
   * A fact stated about nobody in particular stands under `unnamed`.
   */
  readonly people: Readonly<Record<string, Facts>>;
  /** The one the question is about, if the text tells. */
  readonly about: PersonRef | null;
  /** Facts the text takes back or hints at without stating: never stored, good to ask. */
  readonly hints: readonly string[];
  readonly command: Command | null;
  readonly emergency: EmergencyKind | null;
  /** A place outside Quanzhou that the question is about, as said. */
  readonly elsewhere: string | null;
  /** `那安溪呢`, `如果是低保呢`: takes its intent from the turn before. */
  readonly ellipsis: boolean;
  /** `如果…呢`: a supposition, to be answered and not kept as said. */
  readonly hypothetical: boolean;
  /** A place name that is more than one place (官桥镇): the codes to choose from. */
  readonly ambiguousPlaces: readonly PlaceCode[];
  /** Small talk kind, e.g. `greeting`, `thanks`, `who-are-you`. */
  readonly smalltalk: string | null;
  /** The bare value when the text answers a question: number said, choice word, place. */
  readonly answer: {
    readonly number?: number;
    readonly polarity?: "yes" | "no" | "unsure";
    readonly place?: PlaceCode;
    readonly value?: FactValue;
    /** Facts that the words of the answer tell besides: 二级的 tells the level as well. */
    readonly also?: Facts;
    /** 和户口一样, 就在本地: the same place as told before. */
    readonly same?: boolean;
  };
  /** What it asks of the matter talked about: 多少钱 after a place. */
  readonly follows?: Intent | null;
  /** 刚才那个补贴: the kind of earlier matter it goes back to. */
  readonly returns?: "benefit" | "place" | null;
  /** 按现在的说: takes back what was only supposed. */
  readonly takesBack?: boolean;
  /** 那另一位呢: the other one of the people told of. */
  readonly otherPerson?: boolean;
  /** New values for the question answered before: 看错了，是三级. */
  readonly corrects?: Facts;
}

/** What the dialogue knows when text comes in and that changes how the text is read. */
export interface ReadingContext {
  /** The fact that was just asked for, if any. */
  readonly asked: string | null;
  readonly language: Language | null;
  /** The matter talked about; what is short is read as going on with it. */
  readonly matter?: Intent | null;
  /** The fact that was answered before, which a correction means. */
  readonly last?: string | null;
}
