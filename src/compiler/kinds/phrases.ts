import { type Bundle, LANGUAGES, type Language } from "../../engine/knowledge/types.ts";
import type { Compilation } from "../compilation.ts";
import type { KnowledgeFile } from "../files.ts";
import { compareText, spot } from "../reading/faults.ts";
import type { Field } from "../reading/field.ts";
import type { Form } from "../reading/forms.ts";
import { didYouMean } from "../reading/suggest.ts";
import { toTraditional } from "../traditional.ts";

/** A sentence may begin or end with a blank, where it is joined to others. */
const SENTENCE: Form<string> = {
  write: "a sentence, in quotes when it begins with {{ or contains `: `",
  standIn: "",
  parse(raw) {
    if (typeof raw === "string" && raw !== "") return { value: raw };
    return { wrong: raw === null || raw === "" ? "where a sentence is needed" : "which is not text" };
  },
};

const KEY = /^[a-z0-9][\w./-]*$/iu;
const PARAMETER = /\{\{\s*([a-z]\w*)\s*\}\}/giu;

interface Phrase {
  readonly text: string;
  readonly at: Field;
}

/** The sentences of one language. */
interface PhraseBook {
  readonly language: Language;
  readonly phrases: Map<string, Phrase>;
  /** False when a file could not be read: a key missing here is then no fault of its own. */
  whole: boolean;
}

/** All sentences going out; every key in both written languages and with the same parameters. */
export function readPhrases(knowledge: Compilation): Bundle["phrases"] {
  const books = LANGUAGES.map((language) => ({ language, phrases: new Map(), whole: true }));
  for (const file of knowledge.files.take(/^phrases\/[^/]+\/[^/]+\.yaml$/u)) {
    const book = books.find(({ language }) => language === file.parent);
    if (book === undefined) refuseLanguage(file);
    else addPhrases(file, book);
  }
  const [simplified, traditional, english] = books as [PhraseBook, PhraseBook, PhraseBook];
  for (const phrase of simplified.phrases.values()) matchPhrase(phrase, english, false);
  for (const phrase of english.phrases.values()) matchPhrase(phrase, simplified, true);
  for (const phrase of traditional.phrases.values()) matchPhrase(phrase, simplified, true);
  return {
    "zh-Hans": sentences(simplified),
    "zh-Hant": { ...derive(sentences(simplified)), ...sentences(traditional) },
    en: sentences(english),
  };
}

function refuseLanguage(file: KnowledgeFile): void {
  const hint = didYouMean(file.parent, LANGUAGES);
  file.fault(`\`${file.parent}\` is no language here; write the file under ${LANGUAGES.join(", ")}${hint}`);
}

function addPhrases(file: KnowledgeFile, book: PhraseBook): void {
  for (const entry of file.yaml().entries()) {
    const first = book.phrases.get(entry.name);
    if (first) entry.key.fault(`\`${entry.name}\` is already at ${spot(first.at)}; keep one of the two`);
    if (!KEY.test(entry.name))
      entry.key.fault(
        `\`${entry.name}\` is no phrase key; write letters, digits and . - / as in verdict.yes`,
      );
    book.phrases.set(entry.name, { text: readSentence(entry), at: entry });
  }
  book.whole &&= file.whole;
}

function readSentence(field: Field): string {
  const text = field.as(SENTENCE);
  if (/\{\{|\}\}/u.test(text.replace(PARAMETER, "")))
    field.fault(`\`${field.name}\` has braces that are no parameter; write {{name}}`);
  return text;
}

/** A sentence must stand in the other language too, and where `compare` is set with the same parameters. */
function matchPhrase({ text, at }: Phrase, other: PhraseBook, compare: boolean): void {
  const there = other.phrases.get(at.name);
  if (there === undefined && other.whole)
    at.key.fault(
      `\`${at.name}\` has no sentence in ${other.language}; write it in phrases/${other.language}/ too`,
    );
  if (!compare || !text || !there?.text) return;
  const [mine, theirs] = [parameters(text), parameters(there.text)];
  if (mine !== theirs)
    at.fault(
      `\`${at.name}\` has ${mine || "no parameter"}, in ${other.language} ${theirs || "none"}; write the same ones`,
    );
}

/** The parameters of a sentence, each once and sorted, so that two sentences can be compared. */
function parameters(text: string): string {
  const names = [...text.matchAll(PARAMETER)].map(([, name]) => `{{${name}}}`);
  return [...new Set(names)].sort(compareText).join(", ");
}

function sentences({ phrases }: PhraseBook): Readonly<Record<string, string>> {
  const sorted = [...phrases].sort(([a], [b]) => compareText(a, b));
  return Object.fromEntries(sorted.map(([key, { text }]) => [key, text]));
}

function derive(simplified: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(simplified).map(([key, text]) => [key, toTraditional(text)]));
}
