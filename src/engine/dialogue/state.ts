import type { Intent } from "../knowledge/intents.ts";
import type { Facts, Language, PlaceCode } from "../knowledge/types.ts";
import type { AgeRange, Understanding } from "../language/types.ts";

/** A reply about the talk or the person instead of the matter, with what it takes to give it again. */
export interface Aside extends Pick<Understanding, "emergency" | "smalltalk" | "elsewhere" | "command"> {
  readonly intent: Intent | "why-not";
}

/** What the talk was about, to be taken up again. */
export type Matter = Pick<
  State,
  "intent" | "benefit" | "topic" | "facilityType" | "words" | "questionsAsked"
>;

/** Everything remembered between turns; plain JSON, no identity, gone when the conversation ends. */
export interface State {
  readonly version: 1;
  readonly language: Language;
  /** Facts by person: `self`, a relative, or `unnamed` until somebody is named. */
  readonly people: Readonly<Record<string, Facts>>;
  /** The people as they were told, while something is supposed of them (“如果是低保呢”); null when nothing is. */
  readonly actual: Readonly<Record<string, Facts>> | null;
  /** Ages told only roughly or by the year of birth, by person; gone once the age itself is told. */
  readonly ages?: Readonly<Record<string, AgeRange>>;
  /** Whose facts answers are about. */
  readonly about: string;
  /** The matter being talked about; small talk, emergencies and hand-offs do not replace it. */
  readonly intent: Intent | null;
  readonly benefit: string | null;
  readonly topic: string | null;
  readonly facilityType: string | null;
  readonly county: PlaceCode | null;
  readonly town: PlaceCode | null;
  readonly location: { readonly latitude: number; readonly longitude: number } | null;
  /** The last words that named a matter, for look-ups by text. Scrubbed with the rest when the talk ends. */
  readonly words: string | null;
  /** The fact just asked for; null when no question is open. */
  readonly asked: string | null;
  /** The interview that a question in between interrupted; an answer to `asked` goes on with it. */
  readonly interview?: Matter | null;
  /** The fact answered before, which a correction means (“看错了，是三级”); null when there is none. */
  readonly last?: string | null;
  /** Facts hinted at but not told (“有残疾证”), by person: asked next, and only once. */
  readonly hinted?: Readonly<Record<string, readonly string[]>>;
  /** Elders told of together with the one answered about, who come next: “公公79婆婆76”. */
  readonly waiting?: readonly string[];
  /** Groups the matter is about without being told of a person: “失智的收吗”. Category slot values. */
  readonly groups?: readonly string[];
  /** Choices of the last reply: their words are an answer, and so is the number of those in its last list. */
  readonly offered: readonly { readonly id: string; readonly text: string; readonly number: number | null }[];
  /** Facts that are not known or not told, by person as in `people`; never asked again of that person. */
  readonly declined: Readonly<Record<string, readonly string[]>>;
  readonly questionsAsked: number;
  /** The last reply, when it was no answer to the matter: “say it again” means it. */
  readonly aside: Aside | null;
  /** Turns in a row that were not understood. */
  readonly misses: number;
  /** The person wants the answer now: no more questions on this matter. */
  readonly quiet: boolean;
  /** How many cards of the last list have been shown, for “more”. */
  readonly shown: number;
  /** Earlier states, newest last, for “back”; at most `HISTORY` and without their own history. */
  readonly history: readonly State[];
}

/** How many steps back are remembered. */
const HISTORY = 10;

/** At most this many questions on one matter, then the answer with what is known. */
export const MOST_QUESTIONS = 12;

/** A conversation in which nothing has been said. */
export function initialState(language: Language): State {
  return {
    version: 1,
    language,
    people: {},
    ages: {},
    actual: null,
    about: "unnamed",
    intent: null,
    benefit: null,
    topic: null,
    facilityType: null,
    county: null,
    town: null,
    location: null,
    words: null,
    asked: null,
    interview: null,
    last: null,
    hinted: {},
    groups: [],
    offered: [],
    declined: {},
    questionsAsked: 0,
    aside: null,
    misses: 0,
    quiet: false,
    shown: 0,
    history: [],
  };
}

/** What is known of the person the answers are about. */
export function factsOf(state: State): Facts {
  return state.people[state.about] ?? {};
}

/** The ages that the person the answers are about may have; null where the age is told or nothing is. */
export function agesOf({ ages = {}, about }: State): AgeRange | null {
  return ages[about] ?? null;
}

/** What is not to be asked of the person the answers are about; what nobody in particular declined holds for all. */
export function declinedOf({ declined, about }: State): readonly string[] {
  return [...new Set([...(declined.unnamed ?? []), ...(declined[about] ?? [])])];
}

/** The state with this one put behind it, for “back”. What was offered is made anew with the reply. */
export function remember(state: State, previous: State): State {
  const { history, ...bare } = previous;
  return { ...state, history: [...history, { ...bare, offered: [], history: [] }].slice(-HISTORY) };
}
