import { PHONE } from "../../../compiler/reading/forms.ts";

/** The phone numbers of a cell, the first one first, or what is wrong with the cell. */
export type Phones = { readonly numbers: readonly Phone[] } | { readonly wrong: string };

/** A number as the column `phone` holds it. */
export interface Phone {
  readonly number: string;
  readonly mobile: boolean;
}

/** The area code of all of Quanzhou, left out by most who write for neighbours. */
const AREA = "0595";
const LABEL =
  /(联系)?(电话|座机|手机|固话|热线|传真|办公室|值班室|订餐|预约|咨询|食堂|号码)+(号码)?[:： ]*/gu;
/** Whose number it is, before or after it: no business of people who only want to call. */
const WHOSE = /^[(]?(?!转)\p{Script=Han}{1,6}[)]?[: ]*|[(]?(?!转)\p{Script=Han}{1,6}[)]?$/gu;
const SEPARATOR = /[、,，;；/／|\n]|或|和|及/u;

/**
 * Reads a cell of phone numbers; all of it or nothing, as a number with a digit missing reaches a stranger.
 *
 * @example readPhones("0595-8568 1234、13800000000") // 0595-85681234 and 13800000000
 */
export function readPhones(cell: string): Phones {
  const plain = cell
    .normalize("NFKC")
    .replace(/[—–−‐‑]+/gu, "-")
    .replace(LABEL, "");
  const parts = plain
    .split(SEPARATOR)
    .flatMap(runs)
    .filter((part) => part !== "");
  const phones = parts.map(readPhone);
  const unread = parts.find((_, index) => phones[index] === null);
  if (unread !== undefined)
    return { wrong: `“${unread}” is no phone number; write it in full, such as 0595-85681234` };
  const numbers = phones.filter((phone) => phone !== null);
  const known = new Set<string>();
  return { numbers: numbers.filter(({ number }) => !known.has(number) && known.add(number)) };
}

/** Numbers with only a blank between them; a blank inside a number (8568 1234) does not part it. */
function runs(text: string): readonly string[] {
  const plain = text.trim();
  if (readPhone(plain) !== null) return [plain];
  const pieces = plain.split(" ").filter((piece) => piece !== "");
  return pieces.length > 1 && pieces.every((piece) => readPhone(piece) !== null) ? pieces : [plain];
}

function readPhone(text: string): Phone | null {
  const bare = text.trim().replace(WHOSE, "");
  const [, number = "", extension] = bare.match(/^([+\d() -]+?)(?:(?:转|ext\.?|#)\s*(\d{1,6}))?$/iu) ?? [];
  const found = formOf(number.replace(/[^\d]/gu, "").replace(/^(0086|86)(?=1\d{10}$|0?\d{10,11}$)/u, ""));
  if (found === null) return null;
  const whole = extension ? { ...found, number: `${found.number}转${extension}` } : found;
  return "value" in PHONE.parse(whole.number) ? whole : null;
}

function formOf(digits: string): Phone | null {
  if (/^1[3-9]\d{9}$/u.test(digits)) return { number: digits, mobile: true };
  if (/^400\d{7}$/u.test(digits))
    return land(`${digits.slice(0, 3)}-${digits.slice(3, 6)}-${digits.slice(6)}`);
  if (/^0?595[2-9]\d{7}$/u.test(digits)) return land(`${AREA}-${digits.slice(-8)}`);
  if (/^0(10|2\d)[2-9]\d{7}$/u.test(digits)) return land(`${digits.slice(0, 3)}-${digits.slice(3)}`);
  if (/^0[3-9]\d{2}[2-9]\d{6,7}$/u.test(digits)) return land(`${digits.slice(0, 4)}-${digits.slice(4)}`);
  if (/^[2-8]\d{7}$/u.test(digits)) return land(`${AREA}-${digits}`);
  return /^(1\d{4}|9[56]\d{3,4})$/u.test(digits) ? land(digits) : null;
}

function land(number: string): Phone {
  return { number, mobile: false };
}
