import type { EmergencyKind, Intent } from "../knowledge/intents.ts";
import type { Day, Facts, FactValue, Language, PlaceCode } from "../knowledge/types.ts";

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

/** Full years that somebody may be old, both ends included, where the words leave more than one: 1944年的, 虚岁83, 八十多. */
export interface AgeRange {
  readonly from: number;
  readonly to: number;
  /** The year of birth, where it was told; the birthday then tells which. */
  readonly year: number | null;
}

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
  /** Ages told only roughly or by the year of birth, by person as in `people`; nobody's exact age. */
  readonly ages?: Readonly<Record<string, AgeRange>>;
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
  /** 高龄津贴那个: names a thing and says hardly more, so that it tells what was meant before. */
  readonly onlyNames?: boolean;
  /** 啥叫低保: asks what a word means. */
  readonly asksMeaning?: boolean;
  /** 能领多少, 符合吗: asks for the sum or for who may have it, and no longer why it does not come. */
  readonly asksSum?: boolean;
  /** 明年满八十有什么: the age not reached yet that is asked about. */
  readonly turning?: number | null;
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
  /** The day on which it is said, by which a year of birth is an age; without it none is. */
  readonly today?: Day;
  /** The year of birth of the person whose birthday was just asked for. */
  readonly bornIn?: number | null;
}
