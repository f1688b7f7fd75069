import type { Input, Language, PlaceCode, Reply, State, Turn } from "../../../src/engine/index.ts";
import type { Speed } from "../device/speech.ts";
import type { Stroke } from "../writing/ink.ts";
import { needsChecking } from "./understood.ts";

/** What a person is in the middle of entering on a screen; gone when they leave it. */
export interface Entry {
  readonly digits: string;
  readonly text: string;
  readonly county: PlaceCode | null;
  /** How one writes: by hand, on keys, or by choosing a ready sentence; null until chosen. */
  readonly way: Way | null;
  /** The character being drawn. */
  readonly strokes: readonly Stroke[];
  /** The sound being typed. */
  readonly letters: string;
}

/** How the kiosk reads aloud: not at all, or at a speed. */
export type Sound = "off" | Speed;

/** A way to take an answer away; null is the screen on which one chooses. */
export type TakeWay = "print" | "scan" | "number" | null;

/** Ways of writing a question. */
export type Way = "hand" | "keys" | "ready";

/** One screen the person has been on. A reply keeps the engine's state after it, so that going back is exact. */
export type View =
  | { readonly kind: "home" }
  | { readonly kind: "menu"; readonly menu: string }
  | { readonly kind: "type"; readonly entry: Entry }
  /** Listening; `misses` counts how often what was heard was not what was meant. */
  | { readonly kind: "listen"; readonly misses: number }
  /** “Did I understand you right?”: the answer is there and waits for a yes. */
  | { readonly kind: "understood"; readonly text: string; readonly turn: Turn }
  | {
      readonly kind: "reply";
      /** What was said or tapped to get it. */
      readonly input: Input;
      readonly state: State;
      readonly reply: Reply;
      /** Id of the case the reply decides, the same as in every other face; null when it decides none. */
      readonly determination: string | null;
      /** Pages looked at inside this reply: the last is shown, earlier ones are where a jump started. */
      readonly pages: readonly number[];
      readonly entry: Entry;
    }
  /** The answer before it, to take away. `done`: it was printed, or the number that was given; null before that. */
  | {
      readonly kind: "take-away";
      readonly section: string;
      readonly way: TakeWay;
      readonly done: string | null;
    }
  /** Whether and how fast to read aloud. */
  | { readonly kind: "sound" }
  /** Ask the staff, said without the engine. */
  | { readonly kind: "person" }
  | { readonly kind: "failure" };

/** Everything the kiosk remembers of the person before it; lives in memory only. */
export interface Session {
  readonly language: Language;
  readonly large: boolean;
  readonly sound: Sound;
  /** Screens so far, home first, the present one last. Never empty. */
  readonly trail: readonly View[];
  /** An input the engine is working on; null when the screen waits for the person. */
  readonly waiting: Input | null;
  /** Whether the answer waited for is shown only after the person agrees that the question was understood. */
  readonly check: boolean;
}

export type Action =
  | { readonly do: "open"; readonly view: View }
  /** `check`: in the person's own words, so ask whether they were understood before answering. */
  | { readonly do: "ask"; readonly input: Input; readonly check?: boolean }
  /** Yes, that is the question. */
  | { readonly do: "confirm" }
  /** No: back to where it was written or said, to begin anew. */
  | { readonly do: "anew" }
  | { readonly do: "answer"; readonly turn: Turn }
  | { readonly do: "fail" }
  | { readonly do: "back" }
  | { readonly do: "home" }
  /** Forget the person wholly: answers, screens, language, type size, sound. */
  | { readonly do: "wipe" }
  | { readonly do: "turn-page"; readonly page: number }
  | { readonly do: "jump"; readonly page: number }
  | { readonly do: "enter"; readonly entry: Partial<Entry> }
  /** Into a county's towns, whose first page is `page`. */
  | { readonly do: "county"; readonly county: PlaceCode; readonly page: number }
  | { readonly do: "language"; readonly language: Language }
  | { readonly do: "large" }
  /** Chosen on the sound's own screen, which it leaves. */
  | { readonly do: "sound"; readonly sound: Sound }
  /** The present way to take something away was gone. */
  | { readonly do: "taken"; readonly done: string };

const EMPTY: Entry = { digits: "", text: "", county: null, way: null, strokes: [], letters: "" };
const HOME: View = { kind: "home" };
/** More screens than anyone goes back through; keeps memory flat. */
const LONGEST_TRAIL = 40;

/** The kiosk as the next person must find it. */
export const FRESH: Session = {
  language: "zh-Hans",
  large: false,
  sound: "off",
  trail: [HOME],
  waiting: null,
  check: false,
};

/** The screen to type a question on, empty. */
export const TYPE_VIEW: View = { kind: "type", entry: EMPTY };

/** The screen to say a question to. */
export const LISTEN_VIEW: View = { kind: "listen", misses: 0 };

/** The screen shown now. */
export function present(session: Session): View {
  return session.trail.at(-1) ?? HOME;
}

/** The engine's state to send with the next input: that of the newest reply, null before the first. */
export function engineState(session: Session): State | null {
  const replies = session.trail.filter((view) => view.kind === "reply");
  return replies.at(-1)?.state ?? null;
}

/** True when nothing is left of anybody: nobody is using the kiosk and there is nothing to wipe. */
export function untouched(session: Session): boolean {
  const { language, large, sound, trail, waiting } = session;
  return (
    language === FRESH.language &&
    large === FRESH.large &&
    sound === FRESH.sound &&
    trail.length === 1 &&
    waiting === null
  );
}

/** One step of the kiosk's own state: plain data in, plain data out, so that every way through can be tested. */
export function step(session: Session, action: Action): Session {
  switch (action.do) {
    case "open":
      return push({ ...session, waiting: null }, action.view);
    case "ask":
      return { ...session, waiting: action.input, check: action.check ?? false };
    case "confirm":
      return confirmed(session);
    case "anew":
      return anew(session);
    case "answer":
      return answered(session, action.turn);
    case "fail":
      return failed(session);
    case "back":
      return back(session);
    case "home":
      return { ...session, trail: [HOME], waiting: null };
    case "wipe":
      return FRESH;
    case "turn-page":
    case "jump":
      return turnPage(session, action);
    case "enter":
      return enter(session, action.entry);
    case "county":
      return enter(turnPage(session, { do: "jump", page: action.page }), { county: action.county });
    case "language":
      return { ...session, language: action.language };
    case "large":
      return { ...session, large: !session.large };
    case "sound":
      return heard(session, action.sound);
    case "taken":
      return taken(session, action.done);
  }
}

function push(session: Session, view: View): Session {
  const [home = HOME, ...rest] = session.trail;
  return { ...session, trail: [home, ...rest.slice(-LONGEST_TRAIL), view] };
}

/** An answer that nobody waits for any more (the person went home meanwhile) is dropped. */
function answered(session: Session, turn: Turn): Session {
  const { waiting, check } = session;
  if (waiting === null) return session;
  const answering = engineState(session)?.asked != null;
  const asked = { ...session, waiting: null, check: false };
  if (check && waiting.kind === "text" && !answering && needsChecking(turn))
    return push(asked, { kind: "understood", text: waiting.text, turn });
  return push(asked, replyOf(waiting, turn));
}

/** Whoever asks for a person gets one even when the engine cannot answer. */
function failed(session: Session): Session {
  const { waiting } = session;
  if (waiting === null) return session;
  const person = waiting.kind === "choice" && waiting.id === "human";
  return push({ ...session, waiting: null, check: false }, { kind: person ? "person" : "failure" });
}

function replyOf(input: Input, { state, reply, determination }: Turn): View {
  return { kind: "reply", input, state, reply, determination, pages: [0], entry: EMPTY };
}

function confirmed(session: Session): Session {
  const view = present(session);
  return view.kind === "understood"
    ? replace(session, replyOf({ kind: "text", text: view.text }, view.turn))
    : session;
}

function anew(session: Session): Session {
  if (present(session).kind !== "understood") return session;
  const before = back(session);
  const view = present(before);
  if (view.kind === "listen") return replace(before, { kind: "listen", misses: view.misses + 1 });
  if (view.kind === "type") return replace(before, { ...view, entry: { ...EMPTY, way: view.entry.way } });
  return before;
}

/** Back is one step as the person sees it: out of a county, out of a jump, to the page before, to the screen before. */
function back(session: Session): Session {
  if (session.waiting !== null) return { ...session, waiting: null };
  const view = present(session);
  if (view.kind === "reply") {
    const page = view.pages.at(-1) ?? 0;
    if (view.pages.length > 1) {
      const entry = { ...view.entry, county: null };
      return replace(session, { ...view, entry, pages: view.pages.slice(0, -1) });
    }
    if (page > 0) return replace(session, { ...view, pages: [page - 1] });
  }
  return session.trail.length > 1 ? { ...session, trail: session.trail.slice(0, -1) } : session;
}

function heard(session: Session, sound: Sound): Session {
  const chosen = { ...session, sound };
  return present(session).kind === "sound" ? { ...chosen, trail: session.trail.slice(0, -1) } : chosen;
}

function taken(session: Session, done: string): Session {
  const view = present(session);
  return view.kind === "take-away" ? replace(session, { ...view, done }) : session;
}

function turnPage(
  session: Session,
  action: { readonly do: "turn-page" | "jump"; readonly page: number },
): Session {
  const view = present(session);
  if (view.kind !== "reply" || action.page < 0) return session;
  const before = action.do === "jump" ? view.pages : view.pages.slice(0, -1);
  return replace(session, { ...view, pages: [...before, action.page] });
}

function enter(session: Session, entry: Partial<Entry>): Session {
  const view = present(session);
  if (view.kind !== "reply" && view.kind !== "type") return session;
  return replace(session, { ...view, entry: { ...view.entry, ...entry } });
}

function replace(session: Session, view: View): Session {
  return { ...session, trail: [...session.trail.slice(0, -1), view] };
}
