/**
 * The compiled knowledge: everything the engine knows, as plain JSON data.
 *
 * The compiler writes it from `knowledge/`, every face loads the same bytes, and the engine
 * only ever reads it. Words a person may read are `LocalText`; ids are kebab-case ASCII.
 */

import type { Citation, Outline, Period, PolicyDocument } from "./document-types.ts";
import type { Facility, FacilityType, HolidayYear } from "./facility-types.ts";

export type * from "./document-types.ts";
export type * from "./facility-types.ts";

/** A language people are answered in. zh-Hant is derived from zh-Hans at compile time, with overrides. */
export type Language = "zh-Hans" | "zh-Hant" | "en";

/** All languages, the written ones first. */
export const LANGUAGES: readonly Language[] = ["zh-Hans", "zh-Hant", "en"];

/** One text in every language. The compiler guarantees that none is missing. */
export type LocalText = Readonly<Record<Language, string>>;

/** A calendar day, `YYYY-MM-DD`, in Asia/Shanghai. */
export type Day = string;

/** A place code: 6 digits county, 9 town, 12 village, or `TIA-QZ` / `ETDZ-QZ`; `350500` is the city. */
export type PlaceCode = string;

/** A value a fact may take: age in whole years, a place code, a choice id, or true/false. */
export type FactValue = number | string | boolean;

/** What is known of the person asked about. An absent fact is unknown; there is no null. */
export type Facts = Readonly<Record<string, FactValue>>;

/**
 * A condition tree, evaluated with strong three-valued logic.
 *
 * - `at-least` / `below`: number facts, `at-least` inclusive, `below` exclusive.
 * - `is`: boolean and choice facts. `one-of`: choice facts.
 * - `within`: place facts: the fact's place lies in (or is) the named place. A coarser place that contains it is unknown.
 * - `belongs`: the text is silent on 户籍 or residence. Yes when both hukou and residence lie within,
 *   no when both are known and neither does, otherwise unknown.
 */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | { readonly fact: string; readonly "at-least"?: number; readonly below?: number }
  | { readonly fact: string; readonly is: boolean | string }
  | { readonly fact: string; readonly "one-of": readonly string[] }
  | { readonly fact: string; readonly within: PlaceCode }
  | { readonly belongs: PlaceCode };

export type Unit =
  | "yuan/month"
  | "yuan/year"
  | "yuan/day"
  | "yuan/meal"
  | "yuan/once"
  | "yuan/bed"
  | "percent"
  | "days/year"
  | "times/month";
export type Bound = "at-least" | "exact" | "up-to";
export type GoesTo = "person" | "organisation" | "insurer";

/** One amount of a provision. Where there are several, the first whose `when` holds is the person's. */
export interface AmountRule {
  readonly when: Condition | null;
  readonly value: number;
  readonly unit: Unit;
  readonly bound: Bound;
  readonly goesTo: GoesTo;
  /** What the amount is for, when there are several kinds, e.g. a festival gift beside a monthly sum. */
  readonly label: LocalText | null;
}

/** `grant` and `duty` may yield yes; `promote`, `explore` and `target` at best `confirm`. */
export type Force = "grant" | "duty" | "promote" | "explore" | "target";

/** What one document gives in one jurisdiction. */
export interface Provision {
  readonly id: string;
  readonly jurisdiction: PlaceCode;
  /** First the source that decides, then those that support it. Never empty. */
  readonly sources: readonly Citation[];
  readonly period: Period;
  readonly checked: Day;
  readonly force: Force;
  readonly who: Condition;
  readonly amounts: readonly AmountRule[];
  /** The exact numbers and thresholds that the cited clause contains. Every amount must be among them. */
  readonly figures: readonly number[];
  /** A person (office, assessor) decides in each case: at best `confirm`. */
  readonly assessed: boolean;
  /** A superior's floor or duty that still holds under a county's own list: its source and amount stay attached. */
  readonly floor: boolean;
  /** Conditions a machine cannot test; shown for the person to check. */
  readonly selfCheck: readonly LocalText[];
  /** What the text leaves open. */
  readonly gaps: readonly LocalText[];
  readonly note: LocalText | null;
}

/** How to get a benefit. */
export interface Apply {
  /** Id of an office role in `knowledge/offices` (who takes the request, who confirms). */
  readonly office: string;
  readonly bring: readonly LocalText[];
  readonly steps: LocalText | null;
  /** Free of request: nothing to apply for, it comes or is offered by itself. */
  readonly automatic: boolean;
}

export interface Example {
  readonly name: string;
  readonly facts: Facts;
  readonly asOf: Day;
  readonly outcome: Outcome | "absent";
  readonly provision: string | null;
  readonly amount: number | null;
  readonly missing: readonly string[] | null;
}

export type BenefitKind =
  | "cash"
  | "service"
  | "insurance"
  | "voucher"
  | "discount"
  | "equipment"
  | "care-place"
  | "right";

/** What a person can receive. */
export interface Benefit {
  readonly id: string;
  readonly name: LocalText;
  /** One or two plain sentences: what it is. */
  readonly summary: LocalText;
  readonly kind: BenefitKind;
  /** What people call it, per language; feeds understanding and search. */
  readonly also: Readonly<Record<Language, readonly string[]>>;
  readonly provisions: readonly Provision[];
  readonly apply: Apply;
  readonly examples: readonly Example[];
}

export type TopicKind =
  | "provider-subsidy"
  | "standard"
  | "target"
  | "right"
  | "definition"
  | "responsibility"
  | "not-decided"
  | "other-scope";

/** Something that is asked but decided for no person. */
export interface Topic {
  readonly id: string;
  readonly kind: TopicKind;
  readonly name: LocalText;
  readonly also: Readonly<Record<Language, readonly string[]>>;
  /** Who decides or can tell; id of an office role, or null. */
  readonly office: string | null;
  /** One answer per jurisdiction and document, most specific shown first. */
  readonly answers: readonly {
    readonly jurisdiction: PlaceCode;
    readonly sources: readonly Citation[];
    readonly period: Period;
    readonly checked: Day;
    readonly text: LocalText;
    readonly figures: readonly number[];
  }[];
}

/** `elsewhere` is the one place that stands for all outside Quanzhou: a person may belong there, and nothing else lies in it. */
export type PlaceLevel = "city" | "county" | "town" | "village" | "elsewhere";

export interface Place {
  readonly code: PlaceCode;
  readonly level: PlaceLevel;
  readonly parent: PlaceCode | null;
  readonly name: LocalText;
  /** What people also call it: short, old and English names. */
  readonly also: readonly string[];
  readonly latitude: number | null;
  readonly longitude: number | null;
}

export type FactKind = "number" | "place" | "boolean" | "choice";

/** A fact that may be asked about a person. */
export interface FactDefinition {
  readonly id: string;
  readonly kind: FactKind;
  /** Short label for lists, e.g. 年龄. */
  readonly name: LocalText;
  /** The whole question, asked of the elder themself and of family about them. */
  readonly question: { readonly elder: LocalText; readonly family: LocalText };
  /** Why we ask, one short sentence. */
  readonly why: LocalText;
  readonly choices: readonly { readonly value: FactValue; readonly text: LocalText }[];
  /** Number facts: allowed range. */
  readonly minimum: number | null;
  readonly maximum: number | null;
  /** `open` may be spoken aloud; `private` is only shown. */
  readonly privacy: "open" | "private";
  /** Never asked, only taken when said (e.g. `role`). */
  readonly askable: boolean;
  /** Order in which it is asked when nothing else decides; lower first. */
  readonly order: number;
  /** `category` facts double as values of the `categories` slot; `slot` is that value where it differs from the id. */
  readonly category: { readonly slot: string; readonly value: FactValue } | null;
  /** What follows for other facts when this one is known, e.g. five-guarantee implies extreme-poverty. */
  readonly implies: readonly { readonly when: FactValue; readonly fact: string; readonly value: FactValue }[];
  /** Sentences for reasons: the fact as a clause for each value; numbers use `{{value}}`. */
  readonly because: Readonly<Record<string, LocalText>>;
}

/** Who confirms or takes requests. Numbers only where a source vouches for them. */
export interface Office {
  readonly id: string;
  readonly name: LocalText;
  /** What to go there for, in a few words. */
  readonly matter: LocalText;
  /** Null: everywhere. */
  readonly place: PlaceCode | null;
  readonly phone: string | null;
  readonly address: string | null;
  readonly hours: string | null;
  /** `role`: an office every place has (village committee …); `office`: one concrete office; `hotline`: a number. */
  readonly kind: "role" | "office" | "hotline";
  /** For concrete offices: the role they fill in their place. */
  readonly role: string | null;
  readonly sources: readonly Citation[];
  readonly checked: Day;
}

/** What the person is told. */
export type Outcome = "yes" | "no" | "unknown" | "confirm";

/** The words for understanding, by concept id; see `knowledge/vocabulary/README.md`. */
export interface Vocabulary {
  /** Concept id (e.g. `fact:minimum-living=true`, `type:canteen`, `place:350582`) → words, already normalised. */
  readonly concepts: Readonly<Record<string, readonly string[]>>;
  /**
   * How words sound (pinyin, no tone, southern-merged, syllables joined by a space) that sound otherwise than their
   * characters usually do (长者 → zan ze); for homophone repair.
   */
  readonly pinyin: Readonly<Record<string, string>>;
  /** Syllable as the table above spells it → the characters that may be read so, in one string, the commonest first. */
  readonly syllables: Readonly<Record<string, string>>;
  /** Syllable → the characters usually read so, of those that stand under an earlier syllable as well. */
  readonly usual: Readonly<Record<string, string>>;
  /** Traditional and variant characters, each followed by its simplified one, in one string. */
  readonly simplify: string;
}

/** A multinomial (log-linear) text classifier trained at compile time; see `engine/language/classifier.ts`. */
export interface IntentModel {
  readonly intents: readonly string[];
  /** Bias per intent, in the unit of the weights. */
  readonly priors: readonly number[];
  /** Numbers of the features in ascending order, each as its distance from the one before, packed (`engine/language/packing.ts`). */
  readonly features: string;
  /** For each feature a weight per intent, quantised to whole numbers and packed; features that decide little are left out. */
  readonly weights: string;
  /** What one step of a weight is worth in logits, with the calibration of confidence already in it. */
  readonly scale: number;
}

/** A kiosk's place, and the device that stands there. */
export interface Site {
  readonly id: string;
  readonly name: LocalText;
  readonly place: PlaceCode;
  readonly latitude: number;
  readonly longitude: number;
  /** The adviser's phone at the site. */
  readonly phone: string | null;
  /** When the adviser is there, in words; null when nobody has said. */
  readonly hours: LocalText | null;
  /** The touchscreen; null when it is not known and the page has to guess. */
  readonly panel: Panel | null;
  /** Languages offered on the first screen, at least one. */
  readonly languages: readonly Language[];
  readonly printer: Printer;
  /** Name of what turns speech into text at this kiosk; null: people cannot speak to it. */
  readonly recogniser: string | null;
}

/** A touchscreen as it hangs, so that the page can be laid out in true millimetres within everyone's reach. */
export interface Panel {
  /** Diagonal of the visible area in inches, 7 to 65. */
  readonly inches: number;
  /** Pixels across and down as it hangs: wider than high is landscape. */
  readonly width: number;
  readonly height: number;
  /** Millimetres from the floor to the lower edge of the visible area. */
  readonly mount: number;
}

/** Paper width in millimetres of a receipt printer, a printer of sheets, or no printer. */
export type Printer = "58" | "80" | "A4" | "none";

export type MatterKind = "benefit" | "topic" | "facility type" | "office";

/** Something one can look up by its name. */
export interface Matter {
  readonly kind: MatterKind;
  readonly id: string;
}

/** A heading under which one finds matters by tapping, without a word of one's own. */
export interface MatterGroup {
  readonly id: string;
  /** Name of a pictogram; one that a face does not have is left out. */
  readonly icon: string;
  readonly name: LocalText;
  /** What is in it, in a few words. */
  readonly line: LocalText;
  /** What is asked most comes first. */
  readonly matters: readonly Matter[];
}

/** Everything, checked and versioned. */
export interface Bundle {
  /** Hash of the content: the same knowledge always has the same version. */
  readonly version: string;
  readonly documents: readonly PolicyDocument[];
  readonly outlines: readonly Outline[];
  readonly benefits: readonly Benefit[];
  readonly topics: readonly Topic[];
  readonly facilityTypes: readonly FacilityType[];
  readonly facilities: readonly Facility[];
  readonly places: readonly Place[];
  readonly holidays: readonly HolidayYear[];
  readonly facts: readonly FactDefinition[];
  readonly offices: readonly Office[];
  readonly sites: readonly Site[];
  /** In the order in which they are offered. */
  readonly groups: readonly MatterGroup[];
  readonly vocabulary: Vocabulary;
  /** Words that only the adviser's look-up reads: related words (`like:<group>`) and ways to ask for an entry (`ask:<kind>/<id>`), normalised. */
  readonly lookUp: Readonly<Record<string, readonly string[]>>;
  readonly intentModel: IntentModel;
  /** Kinds of emergencies and `none`, learnt from `knowledge/utterances/alarms`; hears what the grammar of alarms has no sign for. */
  readonly alarmModel: IntentModel;
  readonly phrases: Readonly<Record<Language, Readonly<Record<string, string>>>>;
}
