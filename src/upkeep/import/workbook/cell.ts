/** A cell as a spreadsheet holds it. */
export type RawCell = string | number | boolean | Date | null;

/** A rectangle of merged cells; rows and columns count from 0, both ends belong to it. */
export interface MergedCells {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

/** One sheet: its cells row by row, the first row of the spreadsheet first, blank rows included. */
export interface Sheet {
  readonly name: string;
  readonly rows: readonly (readonly RawCell[])[];
  readonly merged: readonly MergedCells[];
}

/** The text of a cell, made plain, and what is wrong with it, if anything. */
export interface CellText {
  readonly text: string;
  readonly wrong: string | null;
  readonly numeric: boolean;
}

/** More than any name, address or remark needs; longer cells are pasted pages. */
const LONGEST = 300;
const SPREADSHEET_ERROR = /^#(REF|N\/A|VALUE|NAME|DIV\/0|NULL|NUM|SPILL|CALC)[!?]?$/iu;
/** What clerks write into a cell that has nothing to say. */
const NOTHING = /^([-—–/\\\s]+|无|暂无|没有|不详|未知)$/u;

/** Reads a cell: hidden characters gone, full-width letters and digits plain; says what makes it unusable. */
export function cellText(raw: RawCell): CellText {
  if (raw instanceof Date)
    return unusable("a date, made so by the spreadsheet; format it as text and write it anew");
  if (typeof raw === "boolean") return unusable("TRUE or FALSE; write words");
  if (typeof raw === "number") return { text: numberText(raw), wrong: null, numeric: true };
  const text = plainText(raw ?? "");
  return { text: NOTHING.test(text) ? "" : text, wrong: faultOf(text), numeric: false };
}

/**
 * Text without control, zero-width and direction characters, with single blanks and plain letters and digits.
 * Chinese punctuation stays as it is.
 *
 * @example plainText("长者食堂\u200b　２号") // "长者食堂 2号"
 */
export function plainText(text: string): string {
  const plain = text.replace(/[！-～]/gu, (character) =>
    /[０-９Ａ-Ｚａ-ｚ]/u.test(character) ? character.normalize("NFKC") : character,
  );
  return plain
    .replace(/[\s\p{Cc}\u2028\u2029]+/gu, " ")
    .replace(/\p{Cf}/gu, "")
    .trim();
}

/** `A`, `B`, … `Z`, `AA` for the columns 0, 1, …, as a spreadsheet heads them. */
export function columnLetters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : columnLetters(Math.floor(index / 26) - 1) + last;
}

function unusable(wrong: string): CellText {
  return { text: "", wrong, numeric: false };
}

/** A number as it was typed: 13800000000, not 1.38e10; a stray binary tail is rounded away. */
function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) < 1e15
    ? value.toFixed(0)
    : String(Number(value.toPrecision(12)));
}

function faultOf(text: string): string | null {
  if (SPREADSHEET_ERROR.test(text)) return `the error ${text}; repair the formula`;
  if (/[\uFFFD\p{Co}\p{Cs}\p{Cn}]/u.test(text)) return "a character that cannot be shown; write it anew";
  if (text.length > LONGEST) return `more than ${LONGEST} characters; shorten it`;
  return null;
}
