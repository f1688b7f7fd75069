/**
 * A document's text, made comparable: digits and brackets in one width, dashes in one length. Line breaks stay, for
 * lists and tables are told by them. `compact` is the same without blanks, quotes and marks of layout, in which a
 * heading is found however its lines were broken; `at` leads from each of its characters back into `text`.
 */
export interface SourceText {
  readonly text: string;
  readonly compact: string;
  readonly at: readonly number[];
}

/** What carries no meaning when two copies of one text are compared: blanks, quotation marks, Markdown and table bars. */
const LAYOUT = /[\s*#|`\\"'“”‘’「」『』]/u;

/** Makes a document's text, or a heading, comparable. */
export function readSource(raw: string): SourceText {
  const text = plain(raw);
  const at: number[] = [];
  let compact = "";
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if (LAYOUT.test(character)) continue;
    compact += character;
    at.push(index);
  }
  return { text, compact, at };
}

/** Whether a text contains a phrase, however either is laid out. */
export function contains({ compact }: SourceText, phrase: string): boolean {
  return compact.includes(readSource(phrase).compact);
}

/** Footnote marks and circled list numbers are dropped before they turn into plain digits; `，` never becomes a thousands comma. */
function plain(raw: string): string {
  return raw
    .replace(/\r\n?/gu, "\n")
    .replace(/[\uFEFF\u200B]/gu, "")
    .replace(/[①-⒛⓪-⓿❶-➓⁰¹²³⁴-⁹]/gu, " ")
    .split("，")
    .map((part) => part.normalize("NFKC"))
    .join("，")
    .replace(/[‐-―−─]/gu, "-");
}
