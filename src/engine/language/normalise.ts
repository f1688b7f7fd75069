/** Soft and hard breaks of a sentence after `normalise`; words never cross them. */
const BREAKS = "，。？！；：、 \n";

const HAN = /\p{Script=Han}/u;
const PUNCTUATION: ReadonlyMap<string, string> = new Map(
  Object.entries({
    ",": "，",
    ".": "。",
    "?": "？",
    "!": "！",
    ";": "；",
    ":": "：",
    "~": "到",
    "～": "到",
    "—": "-",
    "–": "-",
    "…": "，",
    "〔": "(",
    "〕": ")",
    "【": "(",
    "】": ")",
    "[": "(",
    "]": ")",
  }),
);
const DROPPED = /["'“”‘’`《》「」『』<>*_#|\u200b-\u200f\ufeff]/gu;

/** Whether a character is a Chinese one; letters and digits are not. */
export function isHan(character: string): boolean {
  return HAN.test(character);
}

/** Whether a character is a Latin letter or digit, which may not touch the end of an English word. */
export function isLatin(character: string | undefined): boolean {
  return (
    isDigit(character) ||
    (character !== undefined && character >= "a" && character <= "z" && character.length === 1)
  );
}

/** Reads the compact pair string of the bundle (`嵗岁囉啰…`) into a character map. */
export function readPairs(pairs: string): ReadonlyMap<string, string> {
  const characters = [...pairs];
  const map = new Map<string, string>();
  for (let i = 0; i + 1 < characters.length; i += 2) {
    map.set(characters[i] as string, characters[i + 1] as string);
  }
  return map;
}

const INSIDE_NUMBERS = ".:,";

/** Decimal points and separators inside numbers (`2.0`, `3:30`) are no breaks. */
function insideNumber(text: string, at: number): boolean {
  return INSIDE_NUMBERS.includes(text[at] ?? "") && isDigit(text[at - 1]) && isDigit(text[at + 1]);
}

function isDigit(character: string | undefined): boolean {
  return character !== undefined && character >= "0" && character <= "9" && character.length === 1;
}

function joinScattered(text: string): string {
  if (!text.includes(" ")) return text;
  const spaces = text.match(/(?<=\p{Script=Han}) +(?=\p{Script=Han})/gu)?.length ?? 0;
  const letters = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return spaces >= 3 && spaces * 1.7 > letters ? text.replace(/(?<=\p{Script=Han}) +/gu, "") : text;
}

/**
 * Brings text and words into the one form in which they are compared: half width, lower case,
 * simplified characters, one space, and punctuation as breaks. Quotation marks disappear.
 */
export function normalise(text: string, simplify: ReadonlyMap<string, string>): string {
  const plain = joinScattered(text.normalize("NFKC").toLowerCase().replace(DROPPED, ""));
  let result = "";
  for (let i = 0; i < plain.length; i++) {
    const character = plain[i] as string;
    const mark = PUNCTUATION.get(character);
    result += mark !== undefined && !insideNumber(plain, i) ? mark : (simplify.get(character) ?? character);
  }
  return result
    .replace(/\s+/g, " ")
    .replace(/ ?([，。？！；：、]) ?/g, "$1")
    .trim();
}

/** Where each clause begins and ends: pieces between breaks, spaces counting only between Chinese characters. */
export function clausesOf(text: string): readonly { readonly start: number; readonly end: number }[] {
  const clauses: { start: number; end: number }[] = [];
  let start = 0;
  for (let i = 0; i <= text.length; i++) {
    if (i < text.length && !isBreak(text, i)) continue;
    if (i > start) clauses.push({ start, end: i });
    start = i + 1;
  }
  return clauses;
}

function isBreak(text: string, at: number): boolean {
  const character = text[at] as string;
  if (character !== " ") return BREAKS.includes(character) && character !== "、";
  return isHan(text[at - 1] ?? "") && isHan(text[at + 1] ?? "");
}
