import { Unreadable } from "../unreadable.ts";

/** Sentences that an import adds to a note; worded in `knowledge/phrases`, in the language of the facility files. */
const NOTE_KEYS = [
  "import.beds",
  "import.seats",
  "import.phones",
  "import.hours-of",
  "import.hours-undated",
  "import.prices-of",
  "import.prices-undated",
  "import.not-listed",
] as const;
export type NoteKey = (typeof NOTE_KEYS)[number];

/** See `noteWords`. */
export interface NoteWords {
  say(key: NoteKey, values?: Readonly<Record<string, string | number>>): string;
  /** The sentences of these keys as they stand in a text, joined; empty where there are none. */
  found(text: string, ...keys: readonly NoteKey[]): string;
  /** The text without any sentence that an import adds, but for what it says of a list. */
  without(text: string): string;
}

const PARAMETER = /\{\{(\w+)\}\}/gu;
/** What may stand where a parameter was filled in. */
const FILLED: Readonly<Record<string, string>> = {
  count: "\\d+",
  year: "\\d{4}",
  phones: "[^。]*",
  month: "\\d+",
};

/**
 * The sentences of notes from the phrases of one language, to be said and to be recognised again: an import that is
 * run twice must find what it wrote. Throws `Unreadable` for knowledge that lacks one.
 */
export function noteWords(phrases: Readonly<Record<string, string>>): NoteWords {
  const templates = new Map(NOTE_KEYS.map((key) => [key, templateOf(phrases, key)]));
  const template = (key: NoteKey): string => templates.get(key) ?? "";
  const patterns = new Map(NOTE_KEYS.map((key) => [key, patternOf(template(key))]));
  const found = (text: string, ...keys: readonly NoteKey[]): string =>
    keys.flatMap((key) => text.match(patterns.get(key) ?? /$^/gu) ?? []).join("");
  return {
    say: (key, values = {}) =>
      template(key).replace(PARAMETER, (_, name: string) => String(values[name] ?? "")),
    found,
    without: (text) =>
      NOTE_KEYS.filter((key) => key !== "import.not-listed").reduce(
        (left, key) => left.replace(patterns.get(key) ?? /$^/gu, ""),
        text,
      ),
  };
}

function templateOf(phrases: Readonly<Record<string, string>>, key: NoteKey): string {
  const template = phrases[key];
  if (template === undefined)
    throw new Unreadable(`the knowledge has no phrase ${key}; write it in phrases/`);
  return template;
}

function patternOf(template: string): RegExp {
  const [first = "", ...rest] = template.split(PARAMETER);
  const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&");
  const pattern = rest.map((piece, at) => (at % 2 === 0 ? (FILLED[piece] ?? ".*?") : escaped(piece)));
  return new RegExp([escaped(first), ...pattern].join(""), "gu");
}
